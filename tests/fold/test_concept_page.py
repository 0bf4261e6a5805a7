"""The worked example of the page on the fold is what the fold answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fold.stories import story
from timeline.fold.moment import Moment
from timeline.fold.state import fold

PAGE = (Path(__file__).parents[2] / "docs" / "concepts" / "fold.md").read_text(encoding="utf-8")


def table(heading: str) -> list[dict[str, str]]:
    """The rows of the table whose first column has a heading."""
    lines = PAGE[PAGE.index(f"| {heading} |") :].split("\n\n")[0].splitlines()
    rows = [[cell.strip().strip("`") for cell in line.strip("|").split("|")] for line in lines]
    return [dict(zip(rows[0], row, strict=True)) for row in rows[2:]]


LEDGER = story(
    {
        "sources": {f"{row['source']}-{row['claim']}": row["published"] for row in table("claim")},
        "claims": [
            {"id": row["claim"], "source": f"{row['source']}-{row['claim']}", "says": row["says"]}
            | ({"when": row["date"]} if row["date"] else {})
            for row in table("claim")
        ],
    }
)


@pytest.mark.parametrize("answer", table("as of"), ids=lambda row: row["as of"])
def test_worked_example(answer: dict[str, str]) -> None:
    state = fold(LEDGER.events["event"], LEDGER, Moment(as_of=answer["as of"]))
    assert (state.occurrence, state.when) == (answer["status"], answer["date"])
    assert " ".join(state.previous_when) == answer["given up"]
    assert ("yes" if state.disputed else "no") == answer["disputed"]
