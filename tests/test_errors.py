"""The tree of exceptions is what its docstring draws, and each branch has an exit code of its own."""

from __future__ import annotations

import inspect
import pickle
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from timeline import errors
from timeline.diagnostics import Diagnostic
from timeline.errors import TimelineError

OK, FINDINGS = 0, 1


@dataclass(frozen=True)
class Drawn:
    """A line of the drawing: four columns of it are one step down the tree."""

    name: str
    depth: int
    code: int


def drawing() -> list[Drawn]:
    lines = re.findall(r"^    ([├└│─ ]*)(\w+Error)\s+(\d+)  \S", errors.__doc__ or "", flags=re.MULTILINE)
    return [Drawn(name, len(branch) // 4, int(code)) for branch, name, code in lines]


def parents(drawn: list[Drawn]) -> dict[str, str]:
    """Each class below the root and the class it hangs from."""
    path: list[str] = []
    found = {}
    for line in drawn:
        path[line.depth :] = [line.name]
        if line.depth:
            found[line.name] = path[line.depth - 1]
    return found


def classes() -> dict[str, type[TimelineError]]:
    members = inspect.getmembers(errors, inspect.isclass)
    return {name: member for name, member in members if issubclass(member, TimelineError)}


def test_every_class_is_drawn_with_its_exit_code() -> None:
    assert {line.name: line.code for line in drawing()} == {name: error.exit_code for name, error in classes().items()}


def test_the_drawing_shows_who_inherits_from_whom() -> None:
    bases = {name: error.__base__.__name__ for name, error in classes().items() if error.__base__ is not None}
    assert parents(drawing()) == {name: base for name, base in bases.items() if name != "TimelineError"}


def test_branches_have_exit_codes_of_their_own() -> None:
    branches = [error.exit_code for error in TimelineError.__subclasses__() if error.__module__ == errors.__name__]
    assert len(branches) == len(set(branches))
    assert not {OK, FINDINGS, TimelineError.exit_code} & set(branches)


def below(error: type[TimelineError]) -> Iterator[type[TimelineError]]:
    for child in error.__subclasses__():
        yield child
        yield from below(child)


def test_a_class_below_a_branch_keeps_its_exit_code() -> None:
    for branch in TimelineError.__subclasses__():
        assert {child.exit_code for child in below(branch)} <= {branch.exit_code}


@pytest.mark.parametrize("error", classes().values(), ids=lambda error: error.__name__)
def test_errors_carry_their_findings(error: type[TimelineError]) -> None:
    found = Diagnostic("E201", "line 3 is no YAML")
    raised = error("the ledger cannot be read", findings=iter([found]))
    assert str(raised) == "the ledger cannot be read"
    assert raised.findings == (found,)
    assert error("nothing found").findings == ()
    assert pickle.loads(pickle.dumps(raised)).findings == (found,)  # noqa: S301 - our own bytes
