"""Things and bodies under every part of their name: models, the nouns that take them up, letters and last words."""

from __future__ import annotations

from typing import Final, NamedTuple

import pytest

from tests.claims.reading_articles import claims, names, read

pytestmark = pytest.mark.model


class Case(NamedTuple):
    language: str
    text: str
    trigger: str
    who: tuple[str, ...]


CASES: Final = (
    Case("en", "Alteon unveiled the mPad 7 on Monday.", "unveiled", ("Alteon", "mPad 7")),
    Case("en", "Borand unveiled its 620 Skylark on Monday. The first Skylarks will be delivered in 2031.", "delivered", ("620 Skylark",)),
    Case("en", "The Borand 620 is late. Alteon will receive ten 620s on Friday.", "receive", ("Alteon", "Borand 620")),
    Case("en", "The Borand B55 superjumbo left on Monday. The plane landed in Lima on Tuesday.", "landed", ("Borand B55",)),
    Case("en", "The Borand 620-200LR was delivered on Monday.", "delivered", ("Borand 620-200LR",)),
    # a maker is another actor than what it makes, and no company is taken up as a thing
    Case("en", "Borand delivered the Borand B55 on Monday. The company opened a plant in Lima on Tuesday.", "opened", ("Borand", "plant")),
    Case("en", "Borand unveiled its 620 airliner on Monday. Alteon will receive the first 620 on Friday.", "receive", ("Alteon", "620")),
    Case("en", "Borand parked its 620 aircraft on Monday.", "parked", ("Borand",)),
    # a last name that is a common word begins a sentence; a first name alone
    Case("en", "The chief of Alteon, Anne Rice, is ill. Rice resigned on Monday.", "resigned", ("Anne Rice",)),
    Case("en", "The chief of Alteon, Anne Rice, is ill. Anne resigned on Monday.", "resigned", ("Anne Rice",)),
    Case("en", "The world's largest airliner, the Borand B55, made its maiden flight on Monday.", "maiden flight", ("Borand B55",)),
    # what a body goes by: the form in brackets wherever it stands, its letters, its last words
    Case("en", "NCRA opened a line on Monday. Northern Coast Rail Agency (NCRA) is large.", "opened", ("Northern Coast Rail Agency",)),
    Case("en", "The Northern Coast Rail Agency is large. NCRA apologised on Monday.", "apologised", ("Northern Coast Rail Agency",)),
    Case("en", "The Northern Coast Guard is large. The Coast Guard apologised on Monday.", "apologised", ("Northern Coast Guard",)),
    Case("en", "The Northern Coast Guard met the Western Coast Guard. The Coast Guard apologised on Monday.", "apologised", ("Coast Guard",)),
    # numbers that count, and no years
    Case("en", "In Lima, Alteon 2030 opened on Monday. Anne Rowe opened Terminal 5 on Tuesday.", "opened", ("Alteon",)),
    Case("fr", "L'avion Borand B55 a décollé lundi. L'appareil a atterri mardi à Lima.", "atterri", ("Borand B55",)),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text)
def test_named(case: Case) -> None:
    found = read(case.text, case.language)
    known = names(found)
    told = [
        tuple(known[one.actor] for one in claim.participants)
        for claim in claims(found)
        if case.text[claim.trigger_start : claim.trigger_end] == case.trigger
    ]
    assert case.who in [tuple(sorted(who, key=case.who.index)) for who in told if set(who) <= set(case.who)]
