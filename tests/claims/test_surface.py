"""Without a model: dated sentences with triggers and known actors still give claims, less sure."""

from __future__ import annotations

import pytest

from tests.claims.reading_articles import claims, names, read
from timeline.model.vocabulary import Occurrence

CASES = [
    ("fr", "Emmanuel Macron a rencontré Volodymyr Zelensky mardi à Paris.", "meeting", {"Emmanuel Macron", "Volodymyr Zelensky"}, Occurrence.OCCURRED),
    ("fr", "La réunion prévue mardi à Bruxelles a été annulée.", "meeting", set(), None),
    ("en", "Emmanuel Macron will meet Volodymyr Zelensky on Friday in Paris.", "meeting", {"Emmanuel Macron", "Volodymyr Zelensky"}, Occurrence.EXPECTED),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "kind", "people", "says"), CASES)
def test_claims_from_the_surface(
    language: str, text: str, kind: str, people: set[str], says: Occurrence | None
) -> None:
    found = read(text, language, surface=True)
    (event,) = found.events
    (claim,) = event.claims
    assert found.by == "surface"
    assert event.kind == kind
    assert people <= {names(found)[p.actor] for p in claim.participants}
    assert claim.timex is not None
    assert says is None or claim.says is says


@pytest.mark.model
def test_the_tree_makes_surer() -> None:
    language, text, *_ = CASES[0]
    (bare,), (read_well,) = claims(read(text, language, surface=True)), claims(read(text, language))
    assert bare.score < read_well.score
