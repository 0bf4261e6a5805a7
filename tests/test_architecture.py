"""The house stays small and one-way: budgets for files and functions, banned names, banned branches."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "timeline"
SOURCES = sorted(PACKAGE.rglob("*.py"))

FILE_LINES = 400
FUNCTION_LINES = 50
SHARE_OF_LONG_FUNCTIONS = 0.03
"""Functions over 30 lines; well-kept code bases of this field have 1 to 3 in a hundred over 50."""

WAIVERS: dict[str, str] = {}
"""`path:function` or `path` -> the reason it may be longer."""

FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "manager", "misc", "common", "v2"}


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def body_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """From the first statement of the body: a long signature (one option a line) is not a long function."""
    return (node.end_lineno or node.lineno) - node.body[0].lineno + 1


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE.parent).as_posix()


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_budgets(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= FILE_LINES or name_of(path) in WAIVERS, f"{name_of(path)} has {lines} lines; split it"
    for node in functions(path):
        place = f"{name_of(path)}:{node.name}"
        assert body_lines(node) <= FUNCTION_LINES or place in WAIVERS, f"{place} has {body_lines(node)} lines"


def test_waivers_are_needed() -> None:
    known = {name_of(path) for path in SOURCES} | {
        f"{name_of(path)}:{node.name}" for path in SOURCES for node in functions(path)
    }
    assert set(WAIVERS) <= known


def test_most_functions_are_short() -> None:
    sizes = [body_lines(node) for path in SOURCES for node in functions(path)]
    long = sum(size > 30 for size in sizes)
    assert long <= SHARE_OF_LONG_FUNCTIONS * len(sizes), f"{long} of {len(sizes)} functions are over 30 lines"


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_names_say_what_a_thing_is(path: Path) -> None:
    assert not FORBIDDEN_NAMES & set(re.split(r"[_/.]", name_of(path)))


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_language_is_data(path: Path) -> None:
    """No comparison of anything called a language with a literal code."""
    branch = re.compile(r"""\b(lang|language|code)\b\s*(==|!=|in)\s*[\[({]?\s*["'][a-z]{2}["']""")
    assert not branch.search(path.read_text(encoding="utf-8"))


def test_imports_run_one_way() -> None:
    done = subprocess.run(  # the contract stands in pyproject.toml
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        cwd=PACKAGE.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
