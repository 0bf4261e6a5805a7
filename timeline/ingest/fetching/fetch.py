"""One page from its address: redirects followed, tries bounded, sizes and times bounded."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Any, Final, NamedTuple, NoReturn, Self
from urllib.parse import urljoin

import httpx

from timeline.diagnostics import Diagnostic
from timeline.errors import SourceError
from timeline.ingest.fetching.address import checked, refuse_inside, shown
from timeline.ingest.fetching.connections import Deadline
from timeline.ingest.fetching.policy import Policy
from timeline.ingest.fetching.proxies import proxies
from timeline.ingest.fetching.robots import Robots
from timeline.ingest.fetching.transport import Transport
from timeline.ingest.refusal import refusal

_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_PASSING: Final = frozenset({429, 500, 502, 503, 504})
_UNCHANGED: Final = 304
_SERVER_ERRORS: Final = 500
_ACCEPT: Final = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@dataclass(frozen=True, slots=True)
class Kept:
    """What an earlier fetch said of a page, so that it is sent again only when it changed."""

    etag: str | None = None
    modified: str | None = None

    @property
    def headers(self) -> dict[str, str]:
        said = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in said.items() if value}


@dataclass(frozen=True, slots=True)
class Page:
    """`url` is where it was found after redirects. `unchanged`: it is as `Kept` has it, and there is no content.

    `type` is the media type in lower case, `charset` the encoding that the server claims.
    """

    url: str
    status: int
    content: bytes = b""
    type: str = ""
    charset: str | None = None
    kept: Kept = field(default_factory=Kept)
    unchanged: bool = False
    headers: tuple[tuple[str, str], ...] = ()


class World(NamedTuple):
    """What the fetching asks of the machine: seconds that pass, and to let some pass."""

    clock: Callable[[], float] = time.monotonic
    pause: Callable[[float], None] = time.sleep


class Fetcher:
    """Keeps its connections and what sites ask of programs; `close` it, or use it in a `with`."""

    def __init__(self, policy: Policy, world: World | None = None) -> None:
        self.policy: Final = policy
        self._world: Final = world or World()
        self._deadline: Final = Deadline(self._world.clock)
        public = not policy.private
        self._client: Final = httpx.Client(
            transport=Transport(self._deadline, public=public),
            mounts={
                pattern: None if proxy is None else Transport(self._deadline, public=public, proxy=proxy)
                for pattern, proxy in proxies().items()
            },
            headers={"User-Agent": policy.agent, "Accept": _ACCEPT, "Accept-Encoding": "gzip, deflate"},
            timeout=httpx.Timeout(policy.idle),
            trust_env=False,
        )
        self._robots: Final = Robots(policy.agent.partition("/")[0], self._rules)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._client.close()

    def fetch(self, url: str, kept: Kept | None = None) -> Page:
        """Raises `SourceError`: E110 not to be had, E111 not allowed to be asked, E112 the site asks programs to stay away,
        E143 too large or too slow.
        """
        return self._fetch(url, (kept or Kept()).headers, robots=self.policy.robots)

    def _fetch(self, url: str, headers: Mapping[str, str], *, robots: bool) -> Page:
        self._deadline.set(self.policy.whole)
        seen = [url]
        while True:
            self._refuse(url, robots=robots)
            page, target = self._tried(url, headers)
            if target is None:
                return page
            url = urljoin(url, target)
            if url in seen or len(seen) > self.policy.redirects:
                raise refusal("E110", "it sends from page to page without an end", shown(seen[0]))
            seen.append(url)

    def _refuse(self, url: str, *, robots: bool) -> None:
        """What must not be asked. Whoever asked for a page is told of that page, not of its host or its robots.txt."""
        parts = checked(url)
        try:
            if not self.policy.private:
                refuse_inside(parts)
            allowed = not robots or self._robots.allow(url)
        except SourceError as error:
            said = next(finding for finding in error.findings if isinstance(finding, Diagnostic))
            raise refusal(said.code, said.message, shown(url), hint=said.hint) from error
        if not allowed:
            raise refusal("E112", "its robots.txt asks programs not to read this page", shown(url))

    def _tried(self, url: str, headers: Mapping[str, str]) -> tuple[Page, str | None]:
        """Again and again while the trouble may pass. With the page comes where it sends to, if it does."""
        for wait in (*self.policy.waits, None):
            try:
                page, target, asked = self._once(url, headers)
            except httpx.TransportError as error:
                if wait is None or isinstance(error, httpx.UnsupportedProtocol):
                    self._lost(url, error)
                asked = None
            else:
                if page.status not in _PASSING or wait is None:
                    return self._answered(page, url), target
            self._wait(wait if asked is None else asked, url)
        raise AssertionError  # the last round returns or raises

    def _wait(self, seconds: float, url: str) -> None:
        if seconds > self.policy.patience or seconds > self._deadline.left:
            raise refusal("E110", f"the site asks to wait {seconds:.0f} seconds", shown(url))
        self._world.pause(seconds)

    def _answered(self, page: Page, url: str) -> Page:
        ok = 200 <= page.status < 300 or page.status in _REDIRECTS or page.unchanged
        if not ok:
            raise AnswerError(page.status, url)
        return page

    def _lost(self, url: str, error: httpx.TransportError) -> NoReturn:
        if isinstance(error, httpx.TimeoutException):
            raise refusal("E143", "the site does not answer in time", shown(url)) from error
        raise refusal("E110", f"no connection: {error}", shown(url)) from error

    def _once(self, url: str, headers: Mapping[str, str]) -> tuple[Page, str | None, float | None]:
        request = self._client.build_request("GET", url, headers=dict(headers))
        with closing(self._client.send(request, stream=True)) as answer:
            target = answer.headers.get("location") if answer.status_code in _REDIRECTS else None
            wanted = target is None and answer.is_success
            content = self._read(answer, url) if wanted else b""
            return _page(answer, content), target, _asked_to_wait(answer)

    def _read(self, answer: httpx.Response, url: str) -> bytes:
        parts: list[bytes] = []
        size = 0
        for part in _unpacked(answer, url):
            size += len(part)
            if size > self.policy.largest:
                raise refusal("E143", f"it is larger than {self.policy.largest // 1_000_000} MB", shown(url))
            if self._deadline.left <= 0:
                raise refusal("E143", f"it takes longer than {self.policy.whole:.0f} seconds", shown(url))
            parts.append(part)
        return b"".join(parts)

    def _rules(self, url: str) -> str | None:
        try:
            return self._fetch(url, {}, robots=False).content.decode("utf-8", "replace")
        except AnswerError as error:
            return "" if error.status < _SERVER_ERRORS else None


class AnswerError(SourceError):
    """The site answered, and not with the page."""

    def __init__(self, status: int, url: str) -> None:
        refused = refusal("E110", f"the site answers {status} {_phrase(status)}".rstrip(), shown(url))
        super().__init__(str(refused), findings=refused.findings)
        self.status: Final = status


def _asked_to_wait(answer: httpx.Response) -> float | None:
    """Seconds that the site names in `Retry-After`, as a number or as a moment by its own clock."""
    said = answer.headers.get("retry-after")
    if said is None or answer.status_code not in _PASSING:
        return None
    if said.strip().isdigit():
        return float(said)
    try:
        moment, now = (parsedate_to_datetime(text) for text in (said, answer.headers.get("date", "")))
        return max(0.0, (moment - now).total_seconds())
    except (TypeError, ValueError):
        return None


def _unpacked(answer: httpx.Response, url: str) -> Any:
    try:
        yield from answer.iter_bytes()
    except httpx.DecodingError as error:
        raise refusal("E110", f"what it sends cannot be unpacked: {error}", shown(url)) from error


def _page(answer: httpx.Response, content: bytes) -> Page:
    headers = answer.headers
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    return Page(
        url=str(answer.url),
        status=answer.status_code,
        content=content,
        type=kind,
        charset=answer.charset_encoding,
        kept=Kept(headers.get("etag"), headers.get("last-modified")),
        unchanged=answer.status_code == _UNCHANGED,
        headers=tuple(headers.multi_items()),
    )


def _phrase(status: int) -> str:
    try:
        return httpx.codes(status).name.replace("_", " ").lower()
    except ValueError:
        return ""
