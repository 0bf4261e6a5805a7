"""What axe-core, the checker of accessibility rules, has to say about each view, light and dark: nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.conftest import Opened
from tests.browser.test_knowledge import view
from timeline.export.options import ExportOptions

pytestmark = pytest.mark.browser

Open = Callable[..., Opened]
VIEWS = {"timeline": "", "table": "#v=table", "panel": "#e=lake-summit", "past": "#on=2025-10-13"}
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}


def violations(page: Any) -> list[str]:
    """The rules that are broken, and where."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="install the extra [dev]")
    found = axe.Axe().run(page).response["violations"]
    return [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("fragment", VIEWS.values(), ids=VIEWS)
def test_no_rule_is_broken(open_view: Open, fragment: str, scheme: str) -> None:
    page = open_view(view(), fragment=fragment, color_scheme=scheme).ready()
    page.wait_for_timeout(300)
    assert violations(page) == []


def test_none_on_a_phone_nor_without_scripts(open_view: Open) -> None:
    page = open_view(view(), ExportOptions(language="fr"), fragment="#e=lake-summit", **PHONE).ready()
    page.wait_for_selector("#panel:not([hidden])")
    assert violations(page) == []
    old = open_view(view(), before="delete window.DecompressionStream").page
    old.wait_for_selector("#old:not([hidden])")
    assert violations(old) == []
