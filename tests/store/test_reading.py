"""What a person may type, what it means, and what is said when it means nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.store.reading_cases import HEAD, MALFORMED, ODD, WRONG, Finding
from timeline.diagnostics import Diagnostic
from timeline.errors import LedgerError
from timeline.model.ledger import Actor, Claim, Event, Judgement, Ledger, Relation, Source, When
from timeline.model.vocabulary import Anchor, Occurrence, RelationKind, Role, Stance
from timeline.store.entries.claim_reading import CLAIM, JUDGEMENT, WHEN
from timeline.store.entries.ledger_reading import ACTOR, SOURCE, event_table
from timeline.store.entries.reading import Table
from timeline.store.entries.scalars import words
from timeline.store.yaml_ledger import YamlStore


def store_of(text: str | bytes, folder: Path) -> YamlStore:
    store = YamlStore(folder / "events.yaml")
    store.path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return store


def placed(finding: Diagnostic) -> tuple[str, int | None, int | None]:
    assert finding.where is not None
    return finding.code, finding.where.line, finding.where.column


@pytest.mark.parametrize("case", MALFORMED.values(), ids=MALFORMED)
def test_malformed(case: tuple[str, Finding], tmp_path: Path) -> None:
    text, (*place, message) = case
    store = store_of(text, tmp_path)
    ledger, findings = store.diagnose()
    assert ledger is None
    assert [placed(finding) for finding in findings] == [tuple(place)]
    assert message in findings[0].message
    with pytest.raises(LedgerError, match=r"events\.yaml") as error:
        store.load()
    assert error.value.findings == findings


@pytest.mark.parametrize("case", ODD.values(), ids=ODD)
def test_odd(case: tuple[str, Finding], tmp_path: Path) -> None:
    text, (*place, message) = case
    store = store_of(text, tmp_path)
    told: list[Diagnostic] = []
    ledger = store.load(told.append)
    assert [placed(finding) for finding in told] == [tuple(place)]
    assert message in told[0].message
    assert ledger.events["a"].claims[0].says is Occurrence.EXPECTED
    assert store.apply([]) == ledger


@pytest.mark.parametrize("case", WRONG.values(), ids=WRONG)
def test_wrong(case: tuple[str, tuple[Finding, ...]], tmp_path: Path) -> None:
    text, expected = case
    store = store_of(text, tmp_path)
    ledger, findings = store.diagnose()
    assert ledger is not None
    assert [placed(finding) for finding in findings] == [tuple(place) for *place, _ in expected]
    for finding, (*_, message) in zip(findings, expected, strict=True):
        assert message in finding.message + finding.next_step
    with pytest.raises(LedgerError) as error:
        store.load()
    assert error.value.findings == findings
    with pytest.raises(LedgerError):
        store.apply([])
    assert store.path.read_bytes() == text.encode()


def test_not_utf8(tmp_path: Path) -> None:
    findings = store_of("timeline: 1\ntimezone: é\n".encode("latin-1"), tmp_path).diagnose()[1]
    assert [placed(finding) for finding in findings] == [("E201", 2, 11)]
    assert "UTF-8" in findings[0].message


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    assert [finding.code for finding in YamlStore(tmp_path).diagnose()[1]] == ["E211"]


def test_aliases_that_grow_without_end_are_refused(tmp_path: Path) -> None:
    nested = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
    findings = store_of(f"a0: &a0 [x, x]\n{nested}", tmp_path).diagnose()[1]
    assert [finding.code for finding in findings] == ["E201"]


def test_a_broken_claim_or_event_is_left_out_and_the_rest_stands(tmp_path: Path) -> None:
    text = (
        HEAD
        + "{id: c1, source: desk, says: expcted}\n      - {id: c2, source: desk}\n  b: {kind: x}\n  c: {title: C, knd: x}\n"
    )
    ledger, findings = store_of(text, tmp_path).diagnose()
    assert [finding.code for finding in findings] == ["E206", "E205", "E202"]
    assert ledger is not None
    assert ledger.events == {
        "a": Event(id="a", title="A", claims=(Claim(id="c2", source="desk"),)),
        "c": Event(id="c", title="C"),
    }


SCALARS = {
    "2025": "2025", "1_000": "1_000", "0x1F": "0x1F", "1.10": "1.10", "017": "017", "1e5": "1e5", ".5": ".5", "+1": "+1",
    ".inf": ".inf", "Null": "Null", "true": "true", "False": "False", "2025-10-17": "2025-10-17", "No": "No",
    "1:30": "1:30", "!!str 2025": "2025", "*t": "t", "a b": "a b", '"2025"': "2025", "|\n      x\n": "x\n",
}  # fmt: skip


@pytest.mark.parametrize("typed", SCALARS)
def test_every_scalar_is_the_text_that_stands_there(typed: str, tmp_path: Path) -> None:
    key = typed if typed.isalnum() or typed in {"1.10", "1_000"} else "k"
    text = f"timezone: &t UTC\nactors:\n  x: {{name: é😀, aliases: [b]}}\n  {key}:\n    name: {typed}\n    aliases:\n    - {typed}\n"
    actors = store_of(text, tmp_path).load().actors
    wanted = "UTC" if typed == "*t" else SCALARS[typed]
    assert actors == {
        "x": Actor(id="x", name="é😀", aliases=("b",)),
        key: Actor(id=key, name=wanted, aliases=(wanted,)),
    }


FORGIVEN: dict[str, tuple[str, dict[str, Any]]] = {
    "a date as shorthand": ('when: "2025-10-20"', {"when": When(edtf="2025-10-20")}),
    "a year as shorthand": ("when: 2025", {"when": When(edtf="2025")}),
    "a year, a month": ("when: {edtf: 2025, alternatives: [2025-10]}", {"when": When(edtf="2025", alternatives=("2025-10",))}),
    "one alternative": ("when: {alternatives: 2025}", {"when": When(edtf=None, alternatives=("2025",))}),
    "a week": ("when: 2025-W43", {"when": When(edtf="[2025-10-20..2025-10-26]")}),
    "words without a day": ("when: {text: bientôt, anchor: published}", {"when": When(edtf=None, text="bientôt", anchor=Anchor.PUBLISHED)}),
    "an actor in a role": ("actors: {host: x}", {"actors": ((Role.HOST, ("x",)),)}),
    "actors in a role": ("actors: {Host: [x, y]}", {"actors": ((Role.HOST, ("x", "y")),)}),
    "actors without a role": ("actors: [x, y]", {"actors": ((Role.PARTICIPANT, ("x", "y")),)}),
    "an actor without a role": ("actors: x", {"actors": ((Role.PARTICIPANT, ("x",)),)}),
    "nobody said it": ("said_by: null", {}),
    "somebody said it": ("said_by: un conseiller", {"said_by": ("un conseiller",)}),
    "several said it": ("said_by: [x, un conseiller]", {"said_by": ("x", "un conseiller")}),
    "one relation": ("relations: {before: b}", {"relations": (Relation(kind=RelationKind.BEFORE, event="b"),)}),
    "a relation with a gap": ("relations: [{after: b, gap: P2W}]", {"relations": (Relation(kind=RelationKind.AFTER, event="b", gap="P14D"),)}),
    "relations of two kinds": (
        "relations: [{after: b, before: [a, b]}]",
        {"relations": tuple(Relation(kind=kind, event=event) for kind, event in ((RelationKind.AFTER, "b"), (RelationKind.BEFORE, "a"), (RelationKind.BEFORE, "b")))},
    ),
    "a bare judgement": ("judgement: Accepted", {"judgement": Judgement(stance=Stance.ACCEPTED)}),
    "a judgement": ("judgement: {is: rejected, who: me, at: 2025-10-17 18:30:00+02:00, why: no}", {"judgement": Judgement(stance=Stance.REJECTED, who="me", at="2025-10-17T18:30:00+02:00", why="no")}),
    "another spelling of a word": ("says: Did not occur", {"says": Occurrence.DID_NOT_OCCUR}),
    "a day without hyphens": ("on: 20251017", {"on": "2025-10-17"}),
    "a round score": ("score: 1", {"score": 1.0}),
    "empty keys": ("quote:\n        place:\n        when:", {}),
}  # fmt: skip


@pytest.mark.parametrize("case", FORGIVEN.values(), ids=FORGIVEN)
def test_reading_is_forgiving(case: tuple[str, dict[str, Any]], tmp_path: Path) -> None:
    typed, fields = case
    text = (
        "actors: {x: X, y: {name: Y, aliases: Z}}\nevents:\n  b: {title: B, tags: t}\n  a:\n    title: A\n"
        f"    claims:\n      - id: c\n        source: desk\n        {typed}\n"
    )
    ledger = store_of(text, tmp_path).load()
    assert ledger.events["a"].claims == (Claim(id="c", source="desk", **fields),)
    assert ledger.events["b"].tags == ("t",)
    assert ledger.actors == {"x": Actor(id="x", name="X"), "y": Actor(id="y", name="Y", aliases=("Z",))}


@pytest.mark.parametrize("text", ["", "# nothing\n", "timeline: 1\n", "sources:\nactors: {}\nevents: ~\n"])
def test_an_empty_ledger(text: str, tmp_path: Path) -> None:
    assert store_of(text, tmp_path).load() == Ledger()


class TestClaimsWithoutId:
    TEXT = "events:\n  a:\n    title: A\n    claims:\n{}  b:\n    title: B\n    claims:\n      - {{source: desk}}\n"
    SAID = "      - {source: desk, says: expected}\n"

    def ids(self, claims: str, folder: Path) -> list[str]:
        ledger = store_of(self.TEXT.format(claims), folder).load()
        return [claim.id for event in ledger.events.values() for claim in event.claims]

    def test_they_are_told_apart_by_what_they_say(self, tmp_path: Path) -> None:
        once = self.ids(self.SAID, tmp_path)
        assert len(set(once)) == 2
        assert self.ids(self.SAID + "      - {source: desk}\n", tmp_path) == [
            once[0],
            *self.ids("      - {source: desk}\n", tmp_path),
        ]

    def test_the_same_said_twice_is_two_claims(self, tmp_path: Path) -> None:
        once, twice = self.ids(self.SAID, tmp_path), self.ids(self.SAID * 2, tmp_path)
        assert twice[0] == once[0]
        assert len(set(twice)) == 3

    def test_comments_order_of_keys_and_quotes_do_not_matter(self, tmp_path: Path) -> None:
        again = '      - says: "expected" # yes\n        source: desk\n        judgement: accepted\n'
        assert self.ids(again, tmp_path) == self.ids(self.SAID, tmp_path)

    def test_a_name_that_is_taken_is_not_taken_again(self, tmp_path: Path) -> None:
        name = self.ids(self.SAID, tmp_path)[0]
        assert len(set(self.ids(f"{self.SAID}      - {{id: {name}, source: desk}}\n", tmp_path))) == 3


@pytest.mark.parametrize(
    ("table", "shape", "given"),
    [
        (SOURCE, Source, {"id"}),
        (ACTOR, Actor, {"id"}),
        (event_table(words), Event, {"id"}),
        (CLAIM, Claim, set()),
        (WHEN, When, set()),
        (JUDGEMENT, Judgement, set()),
    ],
)
def test_every_field_can_be_written_and_read(table: Table, shape: type[Claim], given: set[str]) -> None:
    assert set(table.fills.values()) | given == set(shape.model_fields)
