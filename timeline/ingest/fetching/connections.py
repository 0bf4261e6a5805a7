"""Connections that know when the fetch they serve must be over, and whom they may reach."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import httpcore

from timeline.ingest.fetching.address import public_address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Deadline:
    """When the present fetch must be over, by `clock`. A site that sends a byte a second never times out otherwise."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock: Final = clock
        self._at = float("inf")

    def set(self, seconds: float) -> None:
        self._at = self._clock() + seconds

    @property
    def left(self) -> float:
        return self._at - self._clock()

    def bound(self, timeout: float | None) -> float:
        """Raises `httpcore.ReadTimeout` when it is over."""
        left = self.left
        if left <= 0:
            raise httpcore.ReadTimeout("the time for the whole page is over")
        return left if timeout is None else min(timeout, left)


class Backend(httpcore.SyncBackend):
    """`public`: only addresses of the public internet are connected to."""

    def __init__(self, deadline: Deadline, *, public: bool) -> None:
        self._deadline: Final = deadline
        self._public: Final = public

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        where = public_address(host, port) if self._public else host
        stream = super().connect_tcp(where, port, self._deadline.bound(timeout), local_address, socket_options)
        return _Stream(stream, self._deadline)


class _Stream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream: Final = stream
        self._deadline: Final = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.bound(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.bound(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        secured = self._stream.start_tls(ssl_context, server_hostname, self._deadline.bound(timeout))
        return _Stream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
