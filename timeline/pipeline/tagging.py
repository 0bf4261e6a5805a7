"""The timexes of one text: which language reads it, against which day, as news or as a narrative."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Literal, NamedTuple

from timeline.diagnostics import Diagnostic
from timeline.errors import DateError, UsageError
from timeline.ingest.language import detect
from timeline.lang import packs
from timeline.model.document import Dct, DctCandidate
from timeline.model.timex import Timex
from timeline.model.vocabulary import Signal
from timeline.pipeline.weeks import first_day, in_weeks
from timeline.temporal import tag as tagger
from timeline.temporal.dct import choose
from timeline.temporal.genre import genre_of

if TYPE_CHECKING:
    from timeline.text.parse import Parse

Genre = Literal["news", "narrative"]


class Tagged(NamedTuple):
    """`language` and `genre` are those that were given, else those that were recognised; `None` where nothing was."""

    timexes: tuple[Timex, ...] = ()
    language: str | None = None
    genre: Genre | None = None
    findings: tuple[Diagnostic, ...] = ()


def tag(  # noqa: PLR0913  # a text, and what may be known of it
    text: str,
    *,
    published: str | date | datetime | None = None,
    language: str | None = None,
    genre: Genre | None = None,
    timezone: str = "UTC",
    join_ranges: bool = False,
    week_start: str | None = None,
) -> tuple[Timex, ...]:
    """The timexes of a text, in order, without overlaps.

    `published`: the day or time of publication, as an ISO string or an object; without it, relative expressions stay
    underspecified. `language`: ISO 639-1 code; recognised when absent. `genre`: what relative dates are anchored on,
    the publication day (`news`) or the story (`narrative`); detected when absent. `timezone` (IANA) says which day it
    is when `published` is a time in UTC. `join_ranges`: "from Monday to Wednesday" is one timex with both ends, instead of
    two as TIMEX3 has it. `week_start`: monday, friday, saturday or sunday; else that of the country in `language`
    (`en-US`), else Monday.

    Raises `DateError` for a `published` that is no ISO date, `UsageError` for a language nobody reads and a day no week
    starts on.
    """
    dct = created(published, timezone)
    if week_start is not None and dct is not None:
        dct = in_weeks(dct, first_day(week_start))
    found = tagged(text, dct, language, genre, join_ranges=join_ranges)
    unread = [finding for finding in found.findings if finding.code == "W501"]
    if unread:
        raise UsageError(unread[0].message, findings=unread)
    return found.timexes


def created(published: str | date | datetime | None, timezone: str) -> Dct | None:
    """The document creation time that was given. Raises `DateError` (E301)."""
    if published is None:
        return None
    written = published if isinstance(published, str) else published.isoformat()
    found = choose([DctCandidate(date=written, signal=Signal.GIVEN)], timezone)
    if found is None:
        message = f"{written!r} is no ISO date"
        raise DateError(message, findings=[Diagnostic("E301", message)])
    return found


def tagged(
    text: str,
    dct: Dct | None,
    language: str | None = None,
    genre: Genre | None = None,
    *,
    join_ranges: bool = False,
    tree: bool = False,
) -> Tagged:
    """As `tag`; `tree` parses the text with the language's model, where it has one (W502). What is missing becomes findings: W501 no language, W303 no day to read relative dates against."""
    code = language.lower().partition("-")[0] if language else detect(text)  # en-GB is English
    dct = in_weeks(dct, None, language) if dct else None
    if code in packs.available():
        return _by_pack(text, dct, code, genre, _Way(join_ranges, tree))
    return _by_fallback(text, code)


class _Way(NamedTuple):
    join_ranges: bool
    tree: bool


def _by_pack(text: str, dct: Dct | None, code: str, genre: Genre | None, way: _Way) -> Tagged:
    pack = packs.load(code)
    parse, missing = _parsed(text, code) if way.tree else (None, ())
    read = partial(tagger.tag, text, pack, dct, join_ranges=way.join_ranges, parse=parse)
    kind: Genre = genre or "news"
    timexes = read(genre=kind)
    if genre is None and genre_of(timexes, dct) == "narrative":
        kind = "narrative"
        timexes = read(genre=kind)
    return Tagged(timexes, code, kind, (*missing, *(_unplaced(timexes) if dct is None else ())))


def _parsed(text: str, code: str) -> tuple[Parse, tuple[Diagnostic, ...]]:
    from timeline.text import parsers  # noqa: PLC0415  # a model is loaded only when it is asked for

    parser, missing = parsers.load_or_surface(code)
    return parser.parse(text), (missing,) if missing else ()


def _unplaced(timexes: tuple[Timex, ...]) -> tuple[Diagnostic, ...]:
    """W303 when some of them need a day to be read against."""
    left = [timex for timex in timexes if timex.anchor == "published" and timex.value.startswith("X")]
    if not left:
        return ()
    message = f"nothing says when it was published: {left[0].text!r} and the like stay unresolved"
    return (Diagnostic("W303", message),)


def _by_fallback(text: str, code: str | None) -> Tagged:
    """Absolute dates alone, in a language without a pack."""
    from timeline.temporal import fallback  # noqa: PLC0415  # loads a library that a language with a pack never needs

    known = ", ".join(packs.available())
    if code is None:
        finding = Diagnostic("W501", f"its language is not recognised; known: {known}")
        return Tagged(findings=(finding,))
    if not fallback.speaks(code):
        return Tagged(language=code, findings=(Diagnostic("W501", f"nothing reads {code!r}; known: {known}"),))
    return Tagged(fallback.absolute_dates(text, code), code)
