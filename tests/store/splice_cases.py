"""What a change does to a file that a person has laid out: before, the change, after."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model.change import (
    AddActor,
    AddAlias,
    AddClaim,
    AddEvent,
    AddSource,
    Change,
    EditEvent,
    Judge,
    MoveClaim,
    Relate,
    RemoveClaim,
    ReplaceSource,
)
from timeline.model.ledger import Actor, Claim, Event, Judgement, Relation, Source
from timeline.model.vocabulary import Occurrence, RelationKind, Stance

ACCEPT = Judgement(stance=Stance.ACCEPTED, who="desk")
BEFORE_B, AFTER_B = (Relation(kind=kind, event="b") for kind in (RelationKind.BEFORE, RelationKind.AFTER))
MARKED = "judgement: {is: accepted, who: desk}"


def confirmed(name: str) -> Claim:
    return Claim(id=name, source="desk", says=Occurrence.CONFIRMED)


def event(name: str) -> AddEvent:
    return AddEvent(event=Event(id=name, title="T", claims=(confirmed(f"c-{name}"),)))


@dataclass(frozen=True)
class Case:
    before: str
    changes: tuple[Change, ...]
    after: str


CASES: dict[str, Case] = {
    "nothing at all": Case(
        "",
        (event("a"),),
        "timeline: 1\n\nevents:\n  a:\n    title: T\n    claims:\n      - id: c-a\n        source: desk\n        says: confirmed\n",
    ),
    "comments and nothing else": Case(
        "# mine\n",
        (AddActor(actor=Actor(id="x", name="X")),),
        "# mine\n\nactors:\n  x: {name: X}\n",
    ),
    "a section without entries": Case(
        "timeline: 1\nevents:   # none yet\n  # one day\n\n# the end\n",
        (event("a"),),
        "timeline: 1\nevents:   # none yet\n  # one day\n  a:\n    title: T\n    claims:\n      - id: c-a\n"
        "        source: desk\n        says: confirmed\n\n# the end\n",
    ),
    "an empty flow section": Case(
        "actors: {}  # none\nevents: {}\n",
        (AddActor(actor=Actor(id="x", name="X")),),
        "actors:  # none\n  x: {name: X}\nevents: {}\n",
    ),
    "sections that are missing": Case(
        "timeline: 1\nevents:\n  a: {title: A}\n",
        (AddActor(actor=Actor(id="x", name="X")), AddSource(source=Source(id="s", title="S"))),
        "timeline: 1\nevents:\n  a: {title: A}\n\nactors:\n  x: {name: X}\n\nsources:\n  s:\n    title: S\n",
    ),
    "sections in another order": Case(
        "events:\n  a: {title: A}\nactors:\n  x: {name: X}\n# end\n",
        (AddSource(source=Source(id="s", title="S")), event("b")),
        "events:\n  a: {title: A}\n  b:\n    title: T\n    claims:\n      - id: c-b\n        source: desk\n        says: confirmed\n"
        "actors:\n  x: {name: X}\n# end\n\nsources:\n  s:\n    title: S\n",
    ),
    "no line end at the end": Case(
        "events:\n  a:\n    title: A",
        (event("b"),),
        "events:\n  a:\n    title: A\n  b:\n    title: T\n    claims:\n      - id: c-b\n        source: desk\n        says: confirmed",
    ),
    "windows line ends": Case(
        "events:\r\n  a:\r\n    title: A # x\r\n    claims:\r\n      - id: c1\r\n        source: desk\r\n",
        (Judge(claim="c1", judgement=ACCEPT), AddClaim(event="a", claim=confirmed("c2"))),
        "events:\r\n  a:\r\n    title: A # x\r\n    claims:\r\n      - id: c1\r\n        source: desk\r\n"
        f"        {MARKED}\r\n      - id: c2\r\n        source: desk\r\n        says: confirmed\r\n",
    ),
    "a byte order mark": Case(
        "\ufeffevents:\n  a: {title: A}\n",
        (EditEvent(event="a", title="B"),),
        "\ufeffevents:\n  a: {title: B}\n",
    ),
    "four columns, dashes below the key": Case(
        "events:\n    a:\n        title: A\n        claims:\n        -   id: c1\n            source: desk\n",
        (AddClaim(event="a", claim=confirmed("c2")), event("b")),
        "events:\n    a:\n        title: A\n        claims:\n        -   id: c1\n            source: desk\n"
        "        -   id: c2\n            source: desk\n            says: confirmed\n"
        "    b:\n        title: T\n        claims:\n        -   id: c-b\n            source: desk\n            says: confirmed\n",
    ),
    "blank lines between entries": Case(
        "events:\n\n  a:\n    title: A\n\n  b:\n    title: B\n\n# footer\n",
        (event("c"),),
        "events:\n\n  a:\n    title: A\n\n  b:\n    title: B\n\n  c:\n    title: T\n    claims:\n      - id: c-c\n"
        "        source: desk\n        says: confirmed\n\n# footer\n",
    ),
    "comments on every side of a claim": Case(
        "events:\n  a:\n    # first\n    title: A # t\n    claims: # said\n      # before\n      - id: c1 # name\n"
        "        source: desk # who\n        # below\n      # between\n      - id: c2\n        source: desk\n",
        (Judge(claim="c1", judgement=ACCEPT),),
        "events:\n  a:\n    # first\n    title: A # t\n    claims: # said\n      # before\n      - id: c1 # name\n"
        f"        source: desk # who\n        # below\n        {MARKED}\n      # between\n      - id: c2\n        source: desk\n",
    ),
    "a judgement in place of another": Case(
        "events:\n  a:\n    title: A\n    claims:\n      - id: c1\n        judgement: {is: suggested} # hm\n        source: desk\n",
        (Judge(claim="c1", judgement=ACCEPT),),
        f"events:\n  a:\n    title: A\n    claims:\n      - id: c1\n        {MARKED} # hm\n        source: desk\n",
    ),
    "a judgement over several lines": Case(
        "events:\n  a:\n    title: A\n    claims:\n      - id: c1\n        judgement:\n          is: suggested # why?\n          who: me\n        source: desk\n",
        (Judge(claim="c1", judgement=ACCEPT),),
        f"events:\n  a:\n    title: A\n    claims:\n      - id: c1\n        # why?\n        {MARKED}\n        source: desk\n",
    ),
    "a claim in flow style": Case(
        "events:\n  a:\n    title: A\n    claims:\n      - {id: c1, source: desk, says: confirmed}   # typed\n",
        (Judge(claim="c1", judgement=ACCEPT), AddClaim(event="a", claim=confirmed("c2"))),
        f"events:\n  a:\n    title: A\n    claims:\n      - {{id: c1, source: desk, says: confirmed, {MARKED}}}   # typed\n"
        "      - id: c2\n        source: desk\n        says: confirmed\n",
    ),
    "claims in flow style": Case(
        "events:\n  a:\n    title: A\n    claims: [{id: c1, source: desk}] # typed\n",
        (AddClaim(event="a", claim=confirmed("c2")), Judge(claim="c1", judgement=ACCEPT)),
        f"events:\n  a:\n    title: A\n    claims: [{{id: c1, source: desk, {MARKED}}}, {{id: c2, source: desk, says: confirmed}}] # typed\n",
    ),
    "one claim without a list": Case(
        "events:\n  a:\n    title: A\n    claims: {id: c1, source: desk}\n",
        (AddClaim(event="a", claim=confirmed("c2")),),
        "events:\n  a:\n    title: A\n    claims: [{id: c1, source: desk}, {id: c2, source: desk, says: confirmed}]\n",
    ),
    "no claims yet": Case(
        "events:\n  a:\n    title: A\n    # nothing\n  b: {title: B}\n  c:\n    title: C\n    claims: []  # none\n    notes: n\n",
        (AddClaim(event="a", claim=confirmed("c1")), AddClaim(event="b", claim=confirmed("c2")), AddClaim(event="c", claim=confirmed("c3"))),
        "events:\n  a:\n    title: A\n    # nothing\n    claims:\n      - id: c1\n        source: desk\n        says: confirmed\n"
        "  b: {title: B, claims: [{id: c2, source: desk, says: confirmed}]}\n"
        "  c:\n    title: C\n    claims:  # none\n      - id: c3\n        source: desk\n        says: confirmed\n    notes: n\n",
    ),
    "events in flow style": Case(
        "events: {a: {title: A, claims: [{id: c1, source: desk}]},\n  b: {title: B}} # all\n",
        (EditEvent(event="a", kind="visit"), event("c"), Judge(claim="c1", judgement=ACCEPT)),
        f"events: {{a: {{title: A, kind: visit, claims: [{{id: c1, source: desk, {MARKED}}}]}},\n"
        "  b: {title: B}, c: {title: T, claims: [{id: c-c, source: desk, says: confirmed}]}} # all\n",
    ),
    "labels of an event": Case(
        'events:\n  a:\n    claims: []\n    title: "A: a" # t\n    tags: # which\n      - x # one\n      - y\n    notes: |\n      long\n\n      text\n\n  b: {title: B}\n',
        (EditEvent(event="a", title="M", kind="visit", tags=("u", "v"), notes="short"),),
        "events:\n  a:\n    claims: []\n    title: M # t\n    kind: visit\n    # which\n    # one\n    tags: [u, v]\n    notes: short\n\n  b: {title: B}\n",
    ),
    "a key that was left empty": Case(
        "events:\n  a:\n    title: A\n    notes:\n    kind: ~ # none\n",
        (EditEvent(event="a", notes="m", kind="visit"),),
        "events:\n  a:\n    title: A\n    notes: m\n    kind: visit # none\n",
    ),
    "aliases of every shape": Case(
        "actors:\n  a: {name: A, aliases: [B]} # a\n  b: {name: A}\n  c: A # short\n  d:\n    name: A\n    aliases:\n    - B # one\n"
        "  e: {name: A, aliases: B}\n  f:\n    name: A\n    wikidata: Q1\n  g: {name: A, aliases: []}\n",
        tuple(AddAlias(actor=name, alias="x, y") for name in "abcdefg"),
        'actors:\n  a: {name: A, aliases: [B, "x, y"]} # a\n  b: {name: A, aliases: ["x, y"]}\n  c: {name: A, aliases: ["x, y"]} # short\n'
        "  d:\n    name: A\n    aliases:\n    - B # one\n    - x, y\n"
        '  e: {name: A, aliases: [B, "x, y"]}\n  f:\n    name: A\n    aliases: ["x, y"]\n    wikidata: Q1\n  g: {name: A, aliases: ["x, y"]}\n',
    ),
    "particulars of a source": Case(
        "sources:\n  s:\n    outlet: O # o\n    title: T # t\n    published: 2025-10-17\n  t: {outlet: O, title: T, language: fr}\n",
        (
            ReplaceSource(source=Source(id="s", title="T", published="2025-10-18", language="fr")),
            ReplaceSource(source=Source(id="t", title="U")),
        ),
        'sources:\n  s:\n    # o\n    title: T # t\n    published: "2025-10-18"\n    language: fr\n  t: {title: U}\n',
    ),
    "a suggestion goes": Case(
        "events:\n  a:\n    title: A\n    claims:\n      # about c1\n      - id: c1\n        source: desk # who\n        judgement: {is: suggested}\n"
        "        # really\n      # about c2\n      - {id: c2, source: desk, judgement: suggested}\n      - id: c3\n        source: desk\n",
        (RemoveClaim(claim="c1"), RemoveClaim(claim="c2")),
        "events:\n  a:\n    title: A\n    claims:\n      # about c1\n      # who\n      # really\n      # about c2\n      - id: c3\n        source: desk\n",
    ),
    "an event goes with its last suggestion": Case(
        "events:\n  a: {title: A}\n  # about b\n  b:\n    title: B # b\n    claims:\n      - {id: c1, source: desk, judgement: suggested}\n\n  # about c\n  c: {title: C}\n",
        (RemoveClaim(claim="c1"),),
        "events:\n  a: {title: A}\n  # about b\n  # b\n\n  # about c\n  c: {title: C}\n",
    ),
    "an event that takes a new suggestion stays, with its labels": Case(
        "events:\n  a:\n    title: Mine # b\n    claims:\n      - {id: c1, source: desk, judgement: suggested}\n    tags: [t]\n",
        (RemoveClaim(claim="c1"), AddEvent(event=Event(id="a", title="Yours", claims=(confirmed("c2"),)))),
        "events:\n  a:\n    title: Mine # b\n    claims:\n      - id: c2\n        source: desk\n        says: confirmed\n    tags: [t]\n",
    ),
    "a suggestion in a flow list goes": Case(
        "events:\n  a: {title: A, claims: [{id: c1, source: desk, judgement: suggested}, {id: c2, source: desk}]}\n"
        "  b: {title: A, claims: [{id: c3, source: desk}, {id: c4, source: desk, judgement: suggested}]}\n",
        (RemoveClaim(claim="c1"), RemoveClaim(claim="c4")),
        "events:\n  a: {title: A, claims: [{id: c2, source: desk}]}\n  b: {title: A, claims: [{id: c3, source: desk}]}\n",
    ),
    "a suggestion moves": Case(
        "events:\n  a:\n    title: A # a\n    claims:\n      # about c1\n      - id: c1\n        source: desk # who\n        judgement: suggested\n"
        "      - {id: c2, source: desk}\n  b:\n    title: B\n    claims:\n      # about c3\n      - {id: c3, source: desk}\n",
        (MoveClaim(claim="c1", event="b", rank=0),),
        "events:\n  a:\n    title: A # a\n    claims:\n      # about c1\n      # who\n      - {id: c2, source: desk}\n  b:\n    title: B\n    claims:\n"
        "      # about c3\n      - id: c1\n        source: desk\n        judgement: {is: suggested}\n      - {id: c3, source: desk}\n",
    ),
    "a suggestion moves in flow style": Case(
        "events:\n  a: {title: A, kind: visit, claims: [{id: c1, source: desk, judgement: suggested}, {id: c2, source: desk}]}\n"
        "  b: {title: B, claims: [{id: c3, source: desk}]}\n",
        (MoveClaim(claim="c1", event="b", rank=0), AddEvent(event=Event(id="c", title="C"), before="b")),
        "events:\n  a: {title: A, kind: visit, claims: [{id: c2, source: desk}]}\n  c:\n    title: C\n"
        "  b: {title: B, claims: [{id: c1, source: desk, kind: visit, judgement: {is: suggested}}, {id: c3, source: desk}]}\n",
    ),
    "relations of every shape": Case(
        "events:\n  a:\n    title: A\n    claims:\n      - source: desk\n        id: c1\n        relations:\n          - before: b # why\n"
        "          - {after: b}\n        judgement: suggested\n      - {id: c2, source: desk, relations: {before: b}}\n      - {id: c3, source: desk}\n"
        "  b: {title: B}\n",
        (
            Relate(claim="c1", relations=(), were=(BEFORE_B, AFTER_B)),
            Relate(claim="c2", relations=(BEFORE_B, AFTER_B), were=(BEFORE_B,)),
            Relate(claim="c3", relations=(AFTER_B,), were=()),
        ),
        "events:\n  a:\n    title: A\n    claims:\n      - source: desk\n        id: c1\n        # why\n        judgement: suggested\n"
        "      - {id: c2, source: desk, relations: [{before: b}, {after: b}]}\n      - {id: c3, source: desk, relations: [{after: b}]}\n  b: {title: B}\n",
    ),
    "keys in quotes, with escapes, and numbers": Case(
        'events:\n  "a b": {title: A}\n  \'it\'\'s\': {title: A}\n  "\\u00e9": {title: A}\n  2025: {title: A}\n  1.10: {title: 0x1F}\n',
        tuple(EditEvent(event=name, title="M") for name in ("a b", "it's", "é", "2025", "1.10")),
        'events:\n  "a b": {title: M}\n  \'it\'\'s\': {title: M}\n  "\\u00e9": {title: M}\n  2025: {title: M}\n  1.10: {title: M}\n',
    ),
    "a text in block style at the end": Case(
        "events:\n  a:\n    title: A\n    notes: |\n      a: b\n      # no comment\n\n\n# end\n",
        (event("b"),),
        "events:\n  a:\n    title: A\n    notes: |\n      a: b\n      # no comment\n  b:\n    title: T\n    claims:\n      - id: c-b\n"
        "        source: desk\n        says: confirmed\n\n\n# end\n",
    ),
    "a text over several lines that looks like keys": Case(
        'events:\n  a:\n    title: "A\n      b: c\n\n      # d"\n    notes: e\n      f\n  b: {title: [\n    ], claims: [\n  ]}\n'.replace("[\n    ]", "B"),
        (EditEvent(event="a", kind="visit"), EditEvent(event="a", notes="g")),
        'events:\n  a:\n    title: "A\n      b: c\n\n      # d"\n    kind: visit\n    notes: g\n  b: {title: B, claims: [\n  ]}\n',
    ),
    "document marks and directives": Case(
        "%YAML 1.2\n---\n# head\nevents:\n  a: {title: A}\n...\n",
        (event("b"),),
        "%YAML 1.2\n---\n# head\nevents:\n  a: {title: A}\n  b:\n    title: T\n    claims:\n      - id: c-b\n        source: desk\n        says: confirmed\n...\n",
    ),
}  # fmt: skip
