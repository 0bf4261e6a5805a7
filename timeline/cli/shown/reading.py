"""Words of time as `timeline when` reads and shows them: a phrase as a person types it, a sentence as an article has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from timeline.cli.shown.answer import Answer, Column, Section
from timeline.cli.shown.dates import human, human_day
from timeline.cli.shown.events import words
from timeline.cli.typed.days import read_day, typed_on
from timeline.diagnostics import Diagnostic
from timeline.errors import DateError, UsageError
from timeline.ingest.language import detect
from timeline.lang import asked, packs
from timeline.model.document import Dct
from timeline.model.vocabulary import Signal
from timeline.pipeline.weeks import in_weeks
from timeline.temporal import typed
from timeline.temporal.context.trace import Trace
from timeline.temporal.tag import tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.cli.run import Run
    from timeline.lang.packs import LanguagePack
    from timeline.model.timex import Timex

COLUMNS: Final = (
    Column("words", "Words"),
    Column("read", "Read as", wide=True),
    Column("edtf", "EDTF"),
    Column("rule", "Rule", under="words"),
    Column("or", "Or", under="edtf"),
)


class Reading(NamedTuple):
    timexes: tuple[Timex, ...]
    anchor: Dct
    trace: Trace

    @classmethod
    def of(cls, text: str, run: Run, published: str | None, language: str | None) -> Reading:
        """Raises `DateError` (E301) when there is no time in the words."""
        anchor = in_weeks(typed_on(run.today, run.week_start), None, language)
        if published is not None:
            day = read_day(published, "--published", run, run.today)
            anchor = Dct(day=day.isoformat(), signal=Signal.GIVEN, week_start=anchor.week_start)
        language = language.lower().partition("-")[0] if language else None  # en-US is English
        if language is not None and language not in packs.available():
            return cls(_without_pack(text, language), anchor, Trace())
        first, others = _asked(language, text)
        trace = Trace()
        try:
            timex = typed.read(text, packs=first, dct=anchor, timezone=run.timezone, others=others, trace=trace)
        except DateError:
            timexes = _in_sentence(text, (*first, *others), anchor, trace := Trace())
            if not timexes:
                raise
            return cls(timexes, anchor, trace)
        if timex.end - timex.start < len(text.strip()) * _PHRASE:
            timexes = _in_sentence(text, (*first, *others), anchor, more := Trace())
            return cls(timexes, anchor, more) if timexes else cls((timex,), anchor, trace)
        return cls((timex,), anchor, trace)


_PHRASE: Final = 0.5
"""A date that fills less of the words stands in a sentence."""


def _asked(language: str | None, text: str) -> tuple[tuple[LanguagePack, ...], tuple[LanguagePack, ...]]:
    """The packs to ask, and those to ask after them: the language that is given or clear from the words, else all."""
    code = language or detect(text)
    return (asked.first(), asked.after(text)) if code is None else ((packs.load(code),), ())


def _without_pack(text: str, language: str) -> tuple[Timex, ...]:
    """Full dates in a language that only the last resort knows. Raises `UsageError` for others, `DateError` for none."""
    from timeline.temporal import fallback

    if not fallback.speaks(language):
        raise UsageError(f"nothing reads {language!r}; known: {', '.join(packs.available())}")
    found = fallback.absolute_dates(text, language)
    if not found:
        message = f"no full date is in {text!r}; without a language pack only day, month and year in digits are read"
        raise DateError(message, findings=[Diagnostic("E301", message)])
    return found


def _in_sentence(text: str, asked: Sequence[LanguagePack], anchor: Dct, trace: Trace) -> tuple[Timex, ...]:
    """As an article of that language would be read; the language that finds most is believed."""
    best: tuple[Timex, ...] = ()
    for pack in asked:
        tried = Trace()
        found = tag(text, pack, anchor, trace=tried)
        if sum(timex.end - timex.start for timex in found) > sum(timex.end - timex.start for timex in best):
            best = found
            trace.steps[:] = tried.steps
    return best


def shown(reading: Reading, *, explain: bool) -> Answer:
    data: dict[str, object] = {"timexes": [timex.model_dump(mode="json") for timex in reading.timexes]}
    against = f"read against {human_day(reading.anchor.day)} ({words(reading.anchor.signal)})"
    notes = [against] if any(timex.anchor != "absolute" for timex in reading.timexes) else []
    if explain:
        notes += [str(step) for step in reading.trace.steps]
        notes += [_fields(timex) for timex in reading.timexes]
        data["steps"] = [
            {
                "stage": step.stage,
                "rule": step.rule,
                "words": step.words,
                "start": step.start,
                "end": step.end,
                "kept": step.kept,
                "why": step.why,
            }
            for step in reading.trace.steps
        ]
    rows = tuple(cells(timex) for timex in reading.timexes)
    return Answer(COLUMNS, (Section(rows),), data, notes=tuple(notes))


def _fields(timex: Timex) -> str:
    """What the words gave, what the anchor supplied, and every reading."""
    said = [f"certain: {', '.join(timex.certain) or 'nothing'}"]
    said += [f"implied: {', '.join(timex.implied)}"] if timex.implied else []
    said += [f"other readings: {', '.join(timex.alternatives)}"] if timex.alternatives else []
    return f"{timex.text!r}: {'; '.join(said)}"


def cells(timex: Timex) -> dict[str, str]:
    return {
        "words": timex.text,
        "read": human(timex.edtf) if timex.edtf else f"{timex.type.lower()} {timex.value}, no day",
        "edtf": timex.edtf or "",
        "rule": timex.rule,
        "or": ", ".join(timex.alternatives),
    }
