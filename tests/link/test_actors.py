"""Finding an actor of the ledger by what somebody typed or wrote."""

from __future__ import annotations

import pytest

from timeline.errors import UsageError
from timeline.link.actors import ActorIndex, Wanted, find, nearest, suggest
from timeline.model.ledger import Actor, Ledger
from timeline.model.vocabulary import ActorKind

ACTORS = [
    Actor(id="donald-trump", name="Donald Trump", kind=ActorKind.PERSON, wikidata="Q22686"),
    Actor(id="melania-trump", name="Melania Trump", kind=ActorKind.PERSON),
    Actor(id="putin", name="Vladimir Poutine", kind=ActorKind.PERSON),
    Actor(id="usa", name="gouvernement des États-Unis", kind=ActorKind.GOVERNMENT),
    Actor(id="onu", name="ONU"),
    Actor(id="jean-dupont", name="Jean Dupont", kind=ActorKind.PERSON, aliases=("JD",)),
    Actor(id="paul-martin", name="Paul Martin", kind=ActorKind.PERSON),
    Actor(id="marie-martin", name="Marie Martin", kind=ActorKind.PERSON),
    Actor(id="washington-paul", name="Paul Washington", kind=ActorKind.PERSON),
]
LEDGER = Ledger(actors={actor.id: actor for actor in ACTORS})

FOUND = [
    ("donald-trump", "donald-trump"),
    ("Donald Trump", "donald-trump"),
    ("donald trump", "donald-trump"),
    ("Trump", "donald-trump"),  # the tables know whom the press means
    ("Путин", "putin"),
    ("Vladimir Putin", "putin"),
    ("United States government", "usa"),
    ("the White House", "usa"),
    ("Maison-Blanche", "usa"),
    ("United Nations", "onu"),
    ("Dupont", "jean-dupont"),
    ("jd", "jean-dupont"),
    ("J. Dupont", "jean-dupont"),
    ("Nobody Known", None),
    ("Jeanne Dupont", None),
]


@pytest.mark.parametrize(("name", "actor"), FOUND)
def test_find(name: str, actor: str | None) -> None:
    assert find(name, LEDGER) == actor


def test_two_who_fit_are_named_and_none_is_chosen() -> None:
    with pytest.raises(UsageError, match=r"Paul Martin \(paul-martin\), Marie Martin \(marie-martin\)"):
        find("Martin", LEDGER)
    index = ActorIndex(LEDGER.actors.values())
    assert index.best(Wanted("Martin", ActorKind.PERSON)) is None
    assert {match.actor for match in index.matches(Wanted("Martin"))} == {"paul-martin", "marie-martin"}


def test_suggestions_are_near() -> None:
    assert suggest("Donal Trumpp", LEDGER)[0] == "donald-trump"
    assert suggest("zzzzzz", LEDGER) == ()


def test_a_person_is_no_government() -> None:
    index = ActorIndex(LEDGER.actors.values())
    found = index.best(Wanted("Washington", ActorKind.GOVERNMENT, country="US"))
    assert found is not None
    assert found.actor == "usa"
    person = index.best(Wanted("Washington", ActorKind.PERSON))
    assert person is not None
    assert person.actor == "washington-paul"


def test_two_wikidata_items_are_two_people() -> None:
    index = ActorIndex(LEDGER.actors.values())
    assert index.best(Wanted("Donald Trump", ActorKind.PERSON, wikidata="Q1")) is None


def test_one_wikidata_item_is_one_person() -> None:
    found = ActorIndex(LEDGER.actors.values()).best(Wanted("El presidente", ActorKind.PERSON, wikidata="Q22686"))
    assert found is not None
    assert (found.actor, found.score) == ("donald-trump", 1.0)


THINGS = Ledger(
    actors={
        actor.id: actor
        for actor in (
            Actor(id="borand-620", name="Borand 620 Skylark", kind=ActorKind.ORGANISATION),
            Actor(id="mpad-7", name="mPad 7"),
            Actor(id="ncra", name="Northern Coast Rail Agency", kind=ActorKind.ORGANISATION),
            Actor(id="pwr", name="PWR", kind=ActorKind.ORGANISATION),
            Actor(id="ann-ford", name="Ann Nora Ford", kind=ActorKind.PERSON),
        )
    }
)


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("620", "borand-620"),
        ("Borand 620", "borand-620"),
        ("620s", "borand-620"),
        ("620-200LR", "borand-620"),
        ("Skylark", "borand-620"),
        ("Alteon 620", None),
        ("Borand", None),
        ("mPad 8", None),
        ("7", "mpad-7"),
        ("NCRA", "ncra"),
        ("Pan-Western Railways", "pwr"),
        ("ANF", None),
    ],
)
def test_short_forms_of_what_is_no_person(name: str, actor: str | None) -> None:
    assert find(name, THINGS) == actor


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("The Beetles' Northern Coast Rail Agency", "ncra"),
        ("Northern Coast Rail Agnecy", "ncra"),
        ("Southern Rail", None),
    ],
)
def test_the_nearest_where_nobody_is_called_so(name: str, actor: str | None) -> None:
    assert nearest(name, THINGS) == actor
