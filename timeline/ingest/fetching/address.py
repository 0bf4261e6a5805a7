"""Which addresses may be asked: http and https, and only hosts of the public internet.

The connection goes to the very address that was checked, so that a name which answers differently the second time gains
nothing (DNS rebinding).
"""

from __future__ import annotations

import ipaddress
import socket
from typing import Final
from urllib.parse import SplitResult, urlsplit, urlunsplit

import httpcore

from timeline.errors import SourceError
from timeline.ingest.refusal import refusal

_SCHEMES: Final = ("http", "https")
_OTHERWISE: Final = "give an address that begins with https:// or http://, or the name of a file"
_BY_HAND: Final = "open it in a browser, save it, and give the file"
_INSIDE: Final = "add --allow-private if it is meant"


def shown(url: str) -> str:
    """An address as it may be printed: without the name and password that it may carry."""
    parts = _split(url)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def checked(url: str) -> SplitResult:
    """Raises `SourceError` E111 for what is not plain http or https with a host."""
    parts = _split(url)
    if parts.scheme not in _SCHEMES or not parts.hostname:
        raise refusal("E111", "only http and https addresses are read", shown(url), hint=_OTHERWISE)
    if parts.username or parts.password:
        raise refusal("E111", "an address with a name and password in it is not read", shown(url), hint=_BY_HAND)
    return parts


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018  raises where the port is no number
    except ValueError as error:
        raise refusal("E111", f"it is no address: {error}", url.rpartition("@")[2], hint=_OTHERWISE) from error
    return parts


def is_public(address: str) -> bool:
    """Of the public internet: not private, loopback, link-local, reserved, multicast, nor one of these inside IPv6."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inside = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        if inside is not None:
            found = inside
        elif found in _NAT64:
            found = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
    return found.is_global and not found.is_multicast


_NAT64: Final = ipaddress.ip_network("64:ff9b::/96")


def refuse_inside(parts: SplitResult) -> None:
    """Raises `SourceError` E111 for a host that is written as a number and is not public; a proxy would not know."""
    host = parts.hostname or ""
    try:
        inside = not is_public(host)
    except ValueError:
        inside = host == "localhost" or host.endswith(".localhost")
    if inside:
        raise _inside(host, host)


def public_address(host: str, port: int) -> str:
    """One address of a host, where all of them are public. Raises `httpcore.ConnectError`, `SourceError` E111."""
    try:
        found = [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError) as error:
        raise httpcore.ConnectError(f"the name {host!r} is not known") from error
    if inside := [address for address in found if not is_public(address)]:
        raise _inside(host, inside[0])
    return found[0]


def _inside(host: str, address: str) -> SourceError:
    what = "it is" if host == address else f"it is {address}, which is"
    return refusal("E111", f"{what} not on the public internet", host, hint=_INSIDE)
