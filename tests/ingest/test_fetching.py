"""Pages over real connections on loopback, from a server that misbehaves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from timeline.errors import SourceError
from timeline.ingest.fetching.address import is_public, public_address, shown
from timeline.ingest.fetching.fetch import Fetcher, Kept, World
from timeline.ingest.fetching.policy import Policy
from timeline.ingest.fetching.proxies import proxies

from .odd_server import ETAG, PAGE, Server, serving

POLICY = Policy(private=True, largest=5_000_000, whole=2.0, idle=1.0, waits=(0.01, 0.01))


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as one:
        yield one


@pytest.fixture(autouse=True)
def afresh(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    server.asked.clear()
    server.robots = 404
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def refused(server: Server, path: str, policy: Policy = POLICY, world: World | None = None) -> str:
    with Fetcher(policy, world) as fetcher, pytest.raises(SourceError) as caught:
        fetcher.fetch(f"{server.url}/{path}")
    (finding,) = caught.value.findings
    return f"{finding.code} {finding.render()}"


def test_a_page(server: Server) -> None:
    with Fetcher(POLICY) as fetcher:
        page = fetcher.fetch(f"{server.url}/gone-elsewhere")
    assert (page.url, page.status, page.content) == (f"{server.url}/page", 200, PAGE)
    assert (page.type, page.charset, page.kept.etag) == ("text/html", "utf-8", ETAG)
    assert server.agents == {POLICY.agent}


def test_what_has_not_changed_is_not_sent_again(server: Server) -> None:
    with Fetcher(POLICY) as fetcher:
        first = fetcher.fetch(f"{server.url}/conditional")
        second = fetcher.fetch(f"{server.url}/conditional", first.kept)
        other = fetcher.fetch(f"{server.url}/conditional", Kept(etag='"sixth"'))
    assert (second.unchanged, second.content) == (True, b"")
    assert (other.unchanged, other.content) == (False, PAGE)


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("missing", "E110 .*answers 404 not found"),
        ("failing", "E110 .*answers 500"),
        ("loop", "E110 .*without an end"),
        ("stairs", "E110 .*without an end"),
        ("to-a-file", "E111 .*only http and https"),
        ("busy-for-long", "E110 .*asks to wait 86400 seconds"),
        ("bomb", "E143 .*larger than 5 MB"),
        ("no-gzip", "E110 .*cannot be unpacked"),
        ("endless", "E143 .*larger than 5 MB"),
        ("silent", "E143 .*in time"),
        ("dripping", "E143 .*in time"),
        ("hanging-up", "E110 .*no connection"),
        ("nonsense", "E110 .*no connection"),
    ],
)
def test_a_server_that_misbehaves(server: Server, path: str, told: str) -> None:
    said = refused(server, path, replace(POLICY, waits=()) if path in {"silent", "dripping"} else POLICY)
    assert re.match(told, said, re.DOTALL), said


def test_trouble_that_passes(server: Server) -> None:
    pauses: list[float] = []
    world = World(pause=pauses.append)
    with Fetcher(replace(POLICY, whole=60.0), world) as fetcher:
        assert fetcher.fetch(f"{server.url}/busy-once").content == PAGE
        assert fetcher.fetch(f"{server.url}/busy-until").content == PAGE
    assert pauses == [2.0, 3.0]
    assert refused(server, "failing", world=World(pause=pauses.append)).startswith("E110")
    assert pauses[2:] == [0.01, 0.01]


def test_a_site_that_asks_programs_to_stay_away(server: Server) -> None:
    server.robots = "User-agent: *\nDisallow: /page\n"
    assert refused(server, "page").startswith("E112")
    assert refused(server, "gone-elsewhere").startswith("E112")
    with Fetcher(POLICY) as fetcher:
        assert fetcher.fetch(f"{server.url}/conditional").content == PAGE
        assert fetcher.fetch(f"{server.url}/conditional").content == PAGE
    assert server.asked["robots.txt"] == 3  # once a fetcher
    server.robots = 500
    assert refused(server, "page").startswith("E112")
    with Fetcher(replace(POLICY, robots=False)) as fetcher:
        assert fetcher.fetch(f"{server.url}/page").content == PAGE


def test_the_inside_of_the_house_is_not_asked(server: Server) -> None:
    inside = replace(POLICY, private=False)
    assert refused(server, "page", inside).startswith("E111")
    assert not server.asked
    with Fetcher(inside) as fetcher, pytest.raises(SourceError, match="E111"):
        fetcher.fetch(f"http://localhost:{server.server_port}/page")
    with Fetcher(inside) as fetcher, pytest.raises(SourceError, match="E111"):
        fetcher.fetch("http://2130706433/")  # 127.0.0.1 as one number


def test_what_fails_before_a_page_is_told_of_the_page(server: Server) -> None:
    """Not of the robots.txt that is asked for first, nor of the host alone."""
    address = f"{server.url}/page"
    with (
        Fetcher(replace(POLICY, private=False)) as fetcher,
        pytest.raises(SourceError, match=f"^{address}: error E111"),
    ):
        fetcher.fetch(address)
    closed = "http://127.0.0.1:9/page"
    with Fetcher(POLICY) as fetcher, pytest.raises(SourceError, match=f"^{closed}: error E110"):
        fetcher.fetch(closed)


def test_a_name_is_resolved_once(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """The connection goes to the address that was checked: a name that answers otherwise the second time is not asked."""
    names: list[str] = []

    def resolved(host: str, port: int, *_: object, **__: object) -> list[tuple[int, int, int, str, tuple[str, int]]]:
        names.append(host)
        return [(2, 1, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr("timeline.ingest.fetching.address.socket.getaddrinfo", resolved)
    with pytest.raises(SourceError, match="E111"):
        public_address("rebinding.example", 80)
    monkeypatch.setattr(
        "timeline.ingest.fetching.address.is_public", lambda address: is_public(address) or address == "127.0.0.1"
    )
    names.clear()
    with Fetcher(replace(POLICY, private=False, robots=False)) as fetcher:
        assert fetcher.fetch(f"http://rebinding.example:{server.server_port}/page").content == PAGE
    assert names == ["rebinding.example", "127.0.0.1"]


def test_a_redirect_inward_is_not_followed(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first host is let through, as if it were public; where it sends to is checked again."""
    real = is_public

    def first_is_public(address: str) -> bool:
        return address == "127.0.0.1" or real(address)

    monkeypatch.setattr("timeline.ingest.fetching.address.is_public", first_is_public)
    said = refused(server, "inward", replace(POLICY, private=False, robots=False))
    assert said.startswith("E111")
    assert "169.254.169.254" in said


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "0.0.0.1", "100.64.0.1", "224.0.0.1", "::1", "fe80::1%eth0",
     "fd00::1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::a00:1", "::"],
)  # fmt: skip
def test_addresses_inside(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822"])
def test_addresses_outside(address: str) -> None:
    assert is_public(address)


def test_no_password_is_printed() -> None:
    assert shown("https://me:secret@example.org/a") == "https://example.org/a"
    with Fetcher(POLICY) as fetcher, pytest.raises(SourceError) as caught:
        fetcher.fetch("https://me:secret@example.org/a")
    assert "secret" not in caught.value.findings[0].render()
    with Fetcher(POLICY) as fetcher, pytest.raises(SourceError, match="E111"):
        fetcher.fetch("http://example.org:port/")


def test_proxies(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    assert proxies() == {}
    monkeypatch.setenv("http_proxy", f"127.0.0.1:{server.server_port}")
    monkeypatch.setenv("no_proxy", "example.com, .example.net,10.0.0.1")
    assert proxies() == {
        "http://": f"http://127.0.0.1:{server.server_port}",
        "all://*example.com": None,
        "all://*.example.net": None,
        "all://10.0.0.1": None,
    }
    with Fetcher(replace(POLICY, private=False, robots=False)) as fetcher, pytest.raises(SourceError) as caught:
        fetcher.fetch("http://nowhere.example/page")
    assert "answers 404" in caught.value.findings[0].render()  # by the proxy, which was given the whole address
    assert server.asked == {"http://nowhere.example/page".replace("-", "_"): 1}
