"""One suggestion as it is looked at: what is claimed, of which event, in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.text import Text

from timeline.cli.reviewing.passage import ACTOR, DATE, QUOTE, Passage
from timeline.cli.shown.dates import human, human_day
from timeline.cli.shown.events import STATUS_STYLES, words
from timeline.cli.shown.formats import one_line
from timeline.fold.publication import published_on
from timeline.model.vocabulary import Stance
from timeline.query.rows import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.model.ledger import Claim, Ledger, When
    from timeline.query.suggestions import Suggestion

KEYS: Final = "a accept  r reject  e edit  m merge  s split  space next  b back  u undo  x explain  ? help  q quit"
HELP: Final = """\
a      accept: from now on the event rests on this claim
r      reject: it no longer counts; you may say why
e      edit: d date, s status, k kind, t title. A date or a status that you correct becomes a claim of its own,
       accepted, beside the machine's, which is rejected and kept
m      merge: put it under another event, found by words; an event that is left empty goes
s      split: give it an event of its own
space  next, as n and the right arrow: nothing is decided      b  back, as the left arrow
u      undo what was done last in this review, as often as you like
x      explain: read the article again and tell how the claim came about
q      quit. Everything was written when it was decided: nothing is lost

In the text: the quote underlined, or between [ ]; the words of the date green, or between { }; the actors cyan, or
between < >."""
_STYLES: Final = {QUOTE: "underline", DATE: "bold green", ACTOR: "bold cyan"}
_BRACKETS: Final = {QUOTE: ("[", "]"), DATE: ("{", "}"), ACTOR: ("<", ">")}
_STANCES: Final = {Stance.SUGGESTED: "yellow", Stance.ACCEPTED: "green", Stance.REJECTED: "red"}
_LABEL: Final = 10
_OTHERS: Final = 6


def page(one: Suggestion, ledger: Ledger, cue: str | None) -> list[Text]:
    """The lines above the text of the article; each is wrapped or cut by whoever prints it."""
    event, claim = one
    others = [other for other in event.claims if other.id != claim.id]
    lines = [Text.assemble((one_line(event.title), "bold"), (f"  {words(event.kind)}  {event.id}", "dim"))]
    lines += [_other(other, ledger) for other in others[:_OTHERS]]
    if len(others) > _OTHERS:
        lines.append(Text(f"  and {len(others) - _OTHERS} more claims", style="dim"))
    lines.append(Text())
    lines += [_field(label, value) for label, value in _fields(one, ledger, cue)]
    return lines


def _other(claim: Claim, ledger: Ledger) -> Text:
    """Another claim of the event, in one line."""
    source = ledger.sources.get(claim.source)
    published = published_on(claim, ledger)
    said = [human(claim.when.edtf) if claim.when else "", words(claim.says) if claim.says else "", claim.place or ""]
    line = Text(no_wrap=True, overflow="ellipsis")
    line.append(f"  {claim.id}  ", style="dim")
    line.append(str(claim.stance), style=_STANCES[claim.stance])
    line.append(f"  {', '.join(part for part in said if part)}")
    origin = one_line((source.outlet if source else None) or claim.source)
    line.append(f"  ({origin}{f', {human_day(published)}' if published else ''})", style="dim")
    line.append(f"  “{one_line(claim.quote)}”" if claim.quote else "", style="dim")
    return line


def _field(label: str, value: Text) -> Text:
    return Text.assemble((label.ljust(_LABEL), "dim"), value)


def _fields(one: Suggestion, ledger: Ledger, cue: str | None) -> Iterator[tuple[str, Text]]:
    event, claim = one
    judged = claim.judgement.why if claim.judgement and claim.judgement.why else None
    head = Text(claim.id)
    head.append("  ")
    head.append(str(claim.stance), style=_STANCES[claim.stance])
    head.append(f" ({one_line(judged)})" if judged else "")
    yield "claim", head
    yield "date", Text(_date(claim.when) if claim.when else human(None))
    status = words(claim.says) if claim.says else "not said"
    decided = f"  decided by: {one_line(cue)}" if cue else ""
    yield "status", Text.assemble((status, STATUS_STYLES.get(status, "")), (decided, "dim"))
    if claim.kind and claim.kind != event.kind:
        yield "kind", Text(words(claim.kind))
    if claim.place:
        yield "where", Text(one_line(claim.place))
    cast = [f"{name_of(who, ledger)} ({role})" for role, all_ in claim.actors for who in all_]
    yield "who", Text(one_line(", ".join(cast)) or "nobody named")
    if claim.said_by:
        yield "said by", Text(one_line(", ".join(name_of(who, ledger) for who in claim.said_by)))
    for relation in claim.relations:
        other = ledger.events.get(relation.event)
        gap = f" by {relation.gap}" if relation.gap else ""
        yield relation.kind.value, Text(one_line(other.title if other else relation.event) + gap)
    if claim.note:
        yield "note", Text(one_line(claim.note))
    score = f"{claim.score:.2f}  " if claim.score is not None else ""
    yield "score", Text.assemble(score, (one_line(claim.by or "typed by a person"), "dim"))


def _date(when: When) -> str:
    said = f"“{one_line(when.text)}” → " if when.text else ""
    also = f"; may also be {' or '.join(human(day) for day in when.alternatives)}" if when.alternatives else ""
    return f"{said}{human(when.edtf)}{f' (EDTF {when.edtf})' if when.edtf else ''}{also}"


def marked(found: Passage, *, brackets: bool) -> Text:
    """The passage with its marks: coloured, or with brackets around them where there is no colour."""
    if not brackets:
        text = Text(found.words)
        for mark in found.marks:
            text.stylize(_STYLES[mark.sort], mark.start, mark.end)
        return text
    inserted = sorted(_signs(found), key=lambda sign: sign[:2])
    words, at = [], 0
    for offset, _, sign in inserted:
        words += [found.words[at:offset], sign]
        at = offset
    return Text("".join([*words, found.words[at:]]))


def _signs(found: Passage) -> Iterator[tuple[int, int, str]]:
    """Where a bracket goes, and which comes first where several do: closing ones from the inside out, then opening ones."""
    for mark in found.marks:
        length = mark.end - mark.start
        opening, closing = _BRACKETS[mark.sort]
        yield mark.end, length - (1 << 30), closing
        yield mark.start, (1 << 30) - length, opening
