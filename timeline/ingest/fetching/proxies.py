"""The proxies that the environment names (HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY), as httpx's patterns."""

from __future__ import annotations

from urllib.request import getproxies

_SCHEMES = ("http", "https", "all")


def proxies() -> dict[str, str | None]:
    """Pattern of addresses -> the proxy for them; `None`: none."""
    named = getproxies()
    spared = [host.strip() for host in named.get("no", "").split(",") if host.strip()]
    if "*" in spared:
        return {}
    found: dict[str, str | None] = {f"{scheme}://": _whole(named[scheme]) for scheme in _SCHEMES if named.get(scheme)}
    return found | {_pattern(host): None for host in spared} if found else {}


def _whole(proxy: str) -> str:
    return proxy if "://" in proxy else f"http://{proxy}"


def _pattern(host: str) -> str:
    """`example.org` spares its subdomains too; `.example.org` them alone."""
    if host.startswith("."):
        return f"all://*{host}"
    return f"all://{host}" if host.replace(".", "").isdigit() or ":" in host else f"all://*{host}"
