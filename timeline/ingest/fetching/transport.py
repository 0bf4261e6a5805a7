"""How the requests of httpx reach the network: over connections that are bounded and checked, or through the user's proxy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import httpcore
import httpx

from timeline.ingest.fetching.connections import Backend, Deadline

if TYPE_CHECKING:
    from collections.abc import Iterator

_FAILURES: Final = {
    httpcore.ConnectTimeout: httpx.ConnectTimeout,
    httpcore.ReadTimeout: httpx.ReadTimeout,
    httpcore.WriteTimeout: httpx.WriteTimeout,
    httpcore.PoolTimeout: httpx.PoolTimeout,
    httpcore.ConnectError: httpx.ConnectError,
    httpcore.ReadError: httpx.ReadError,
    httpcore.WriteError: httpx.WriteError,
    httpcore.RemoteProtocolError: httpx.RemoteProtocolError,
    httpcore.LocalProtocolError: httpx.LocalProtocolError,
    httpcore.UnsupportedProtocol: httpx.UnsupportedProtocol,
}


class Transport(httpx.BaseTransport):
    """`proxy`: its address. What a proxy reaches it resolves itself; the proxy may stand inside the house."""

    def __init__(self, deadline: Deadline, *, public: bool, proxy: str | None = None) -> None:
        backend = Backend(deadline, public=public and proxy is None)
        given: dict[str, Any] = {"ssl_context": httpx.create_ssl_context(), "network_backend": backend}
        self._pool: Final = _proxied(proxy, given) if proxy else httpcore.ConnectionPool(**given)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        asked = httpcore.Request(
            request.method,
            httpcore.URL(
                scheme=request.url.raw_scheme,
                host=request.url.raw_host,
                port=request.url.port,
                target=request.url.raw_path,
            ),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        try:
            answer = self._pool.handle_request(asked)
        except tuple(_FAILURES) as error:
            raise _failure(error) from error
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Stream(answer), extensions=answer.extensions
        )

    def close(self) -> None:
        self._pool.close()


def _proxied(address: str, given: dict[str, Any]) -> httpcore.HTTPProxy:
    proxy = httpx.Proxy(address)
    return httpcore.HTTPProxy(
        httpcore.URL(str(proxy.url)), proxy_auth=proxy.raw_auth, proxy_headers=proxy.headers.raw, **given
    )


class _Stream(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer: Final = answer

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self._answer.iter_stream()
        except tuple(_FAILURES) as error:
            raise _failure(error) from error

    def close(self) -> None:
        self._answer.close()


def _failure(error: Exception) -> httpx.TransportError:
    return _FAILURES[type(error)](str(error))
