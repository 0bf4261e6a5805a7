"""Which date is whose: a timex belongs to the event whose clause it stands in, not to the neighbour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.claims.happening.shared_dates import SharedDates
from timeline.claims.tree import clause, phrases
from timeline.claims.tree.reading import NOWHERE
from timeline.claims.who import datelines
from timeline.edtf.days import parse_day
from timeline.model.vocabulary import Occurrence, TimexType

if TYPE_CHECKING:
    from timeline.claims.events.triggers import Trigger
    from timeline.claims.roles.arguments import ArgumentReader
    from timeline.claims.tree.reading import Reading
    from timeline.model.timex import Timex

_CHANGES: Final = (Occurrence.CANCELLED, Occurrence.POSTPONED)
_BESIDE: Final = 2
"""How far behind its noun a date may stand that a verb of saying could claim as well."""
_WHEN: Final = frozenset({"before", "after", "during"})
_OWNED: Final = ("'s", "’s", "'", "’")
_DATED: Final = (TimexType.DATE, TimexType.TIME)


def assign(reading: Reading, triggers: list[Trigger], arguments: ArgumentReader) -> dict[int, Timex]:
    """Trigger's first word -> its timex. A timex without a day is nobody's."""
    owners: dict[int, list[Trigger]] = {}
    possible: dict[int, list[Trigger]] = {}
    for trigger in triggers:
        for place in arguments.anchors(trigger):
            owners.setdefault(place, []).append(trigger)
            if trigger.possible:
                possible.setdefault(place, []).append(trigger)
    found: dict[int, Timex] = {}
    settled: set[int] = set()
    filed = datelines.places(reading)
    stated = [(t, reading.places(t.start, t.end)) for t in reading.timexes if _dates(t)]
    stated = [(t, places) for t, places in stated if places and places[0] < len(reading.tokens)]
    for written, places in stated:
        if places[0] in filed:
            continue
        timex = _of_that_day(reading, written, places)
        for trigger in _owners(reading, places, possible, triggers) or _owners(reading, places, owners, triggers):
            if not _until(timex) and _of_the_change(reading, trigger, places):
                continue
            old = found.get(trigger.place)
            both = None if old is None else _both(reading, old, timex)
            fixed = trigger.place not in settled and _set(reading, trigger, places, triggers)
            settled |= {trigger.place} if fixed else set()
            moved = old is not None and (_new_day(reading, trigger, places) or fixed)
            if old is None or both is not None or moved or _finer(timex, old):
                found[trigger.place] = both or timex
    SharedDates(reading, arguments, found, {places[0]: timex for timex, places in stated}).lend(triggers)
    return found


def _set(reading: Reading, trigger: Trigger, places: range, triggers: list[Trigger]) -> bool:
    """Such as "a fixé lundi au 17 août le scrutin": the day that it is set for, whatever day it was set on."""
    inside = set(places)
    start = next((p for p in places if reading.heads[p] not in inside or reading.heads[p] == p), places[0])
    return trigger in _for_object(reading, places, start, triggers)


def _of_that_day(reading: Reading, timex: Timex, places: range) -> Timex:
    """Such as "from Friday's blast", "ahead of Sunday's vote": the day of the event, no beginning and no end."""
    behind = places[-1] + 1
    owned = behind < len(reading.lower) and reading.lower[behind] in _OWNED
    if not owned or timex.edtf is None:
        return timex
    if timex.edtf.endswith("/.."):
        return timex.model_copy(update={"edtf": timex.edtf[:-3], "latest": timex.earliest})
    before = timex.edtf.startswith("[..") and timex.latest is not None
    return timex.model_copy(update={"edtf": timex.latest, "earliest": timex.latest}) if before else timex


def sentences(reading: Reading) -> set[int]:
    """Numbers of the sentences that state a date."""
    spans = (reading.places(timex.start, timex.end) for timex in reading.timexes if _dates(timex))
    return {reading.sentence_of[places[0]] for places in spans if places and places[0] < len(reading.tokens)}


def _dates(timex: Timex) -> bool:
    """It says when: a date, or a duration that is a window counted from today ("within two weeks")."""
    window = timex.type is TimexType.DURATION and timex.edtf is not None and timex.edtf.startswith("[")
    return timex.edtf is not None and (timex.type in _DATED or window)


def _both(reading: Reading, old: Timex, new: Timex) -> Timex | None:
    """Days named together are one date: "jeudi et vendredi", "les 5 et 6 août"."""
    between = reading.text[old.end : new.start].split()
    words = reading.pack.words("conjunctions") | reading.pack.words("articles") | {","}
    if not between or any(word.lower() not in words for word in between):
        return None
    days = (old.earliest, old.latest, new.earliest, new.latest)
    if any(day is None for day in days) or new.earliest != new.latest or not old.latest < new.latest:  # type: ignore[operator]
        return None
    first, last = str(old.earliest), str(new.latest)
    near = parse_day(last) - parse_day(str(old.latest)) == 1
    edtf = f"{first}/{last}" if near else f"{{{first},{last}}}"
    words_of_both = reading.text[old.start : new.end]
    return old.model_copy(
        update={"edtf": edtf, "latest": last, "end": new.end, "text": words_of_both, "alternatives": ()}
    )


def _finer(new: Timex, old: Timex) -> bool:
    """A day beats a month, both stated of the same event."""
    if new.edtf is None or old.edtf is None:
        return old.edtf is None
    return _width(new) < _width(old)


def _width(timex: Timex) -> int:
    if timex.earliest is None or timex.latest is None:
        return 10**6
    return parse_day(timex.latest.partition("T")[0]) - parse_day(timex.earliest.partition("T")[0])


def _owners(
    reading: Reading, places: range, owners: dict[int, list[Trigger]], triggers: list[Trigger]
) -> list[Trigger]:
    if not reading.tree:
        return _nearest(reading, places, triggers)
    inside = set(places)
    start = next((p for p in places if reading.heads[p] not in inside or reading.heads[p] == p), places[0])
    named = (
        _for_object(reading, places, start, triggers)
        or _second_day(reading, places, start, triggers)
        or _noun_before(reading, places, triggers)
        or _of_the_occasion(reading, places, triggers)
    )
    return named or _above(reading, start, places, owners, triggers)


def _above(
    reading: Reading, start: int, places: range, owners: dict[int, list[Trigger]], triggers: list[Trigger]
) -> list[Trigger]:
    """Whose clause it is: the first event on the way up, or what the first verb there carries."""
    for above in reading.climb(start):
        if above in places:
            continue
        if above in owners:
            return _same_place(owners[above], above)
        if _says_which(reading, start, above) or reading.dep(above) == "appos":
            return []
        if reading.verbal(above) and not _passes(reading, above):
            return _below(reading, above, triggers, places[0])
        if reading.verbal(above) and not _compares(reading, above):
            noun = reading.heads[above]
            return _same_place(owners[noun], noun) if noun in owners else []
    return _below(reading, start, triggers, places[0])


def _says_which(reading: Reading, start: int, noun: int) -> bool:
    """Such as "the host of the 2036 Games", "Friday's edition": the date tells one thing from another, and when nothing happened."""
    if reading.heads[start] != noun or reading.tokens[noun].pos not in ("NOUN", "PROPN") or noun < start:
        return False
    if reading.timex_of[noun] != NOWHERE or reading.dep(noun).startswith("nsubj"):
        return False
    return reading.dep(start) in ("nummod", "compound", "amod", "nmod:poss")


def _same_place(found: list[Trigger], place: int) -> list[Trigger]:
    """Of triggers that share an anchor, the verb that stands there, else all that it carries."""
    own = [t for t in found if t.place <= place < t.last]
    return own or found


def _passes(reading: Reading, verb: int) -> bool:
    """A participle on a noun ("prévu vendredi") hands its date up to the noun and no further, one of comparison ("comme prévu") to the verb."""
    if "VerbForm=Part" not in reading.token(verb).morph:
        return False
    return _compares(reading, verb) or reading.dep(verb) in ("acl", "nmod", "amod")


def _compares(reading: Reading, verb: int) -> bool:
    return verb > 0 and reading.lower[verb - 1] in reading.pack.words("comparing")


def _until(timex: Timex) -> bool:
    return bool(timex.edtf and timex.edtf.startswith("../"))


def _new_day(reading: Reading, trigger: Trigger, places: range) -> bool:
    """The day until which an event is put off, beside the one on which it was to be."""
    if trigger.verb or trigger.carrier == NOWHERE:
        return False
    if clause.governs(reading, trigger.carrier) is not Occurrence.POSTPONED:
        return False
    return trigger.carrier in reading.climb(places[0]) and trigger.carrier < places[0]


def _of_the_change(reading: Reading, trigger: Trigger, places: range) -> bool:
    """A bare day beside the verb that calls the event off or puts it off is the day of that, not of the event."""
    if trigger.verb or trigger.carrier == NOWHERE or clause.governs(reading, trigger.carrier) not in _CHANGES:
        return False
    classes, preposition = phrases.preposition_before(reading, phrases_edge(reading, places[0]))
    if {"for", "to", "of", "after", "before"} & set(classes) and preposition >= 0:
        return False
    inside = set(places)
    start = next((p for p in places if reading.heads[p] not in inside or reading.heads[p] == p), places[0])
    above = next((a for a in reading.climb(start) if a not in inside), NOWHERE)
    return above == trigger.carrier


def _noun_before(reading: Reading, places: range, triggers: list[Trigger]) -> list[Trigger]:
    """Such as "La réunion de lundi", "Friday's vote": right beside the noun."""
    classes, preposition = phrases.preposition_before(reading, phrases_edge(reading, places[0]))
    if "of" in classes:
        return [t for t in triggers if not t.verb and 0 <= preposition - t.last <= 2 and _same(reading, t, places)][-1:]
    after = places[-1] + 1
    if after < len(reading.lower) and reading.lower[after] in _OWNED:
        return [t for t in triggers if not t.verb and 0 <= t.place - after <= 3 and _same(reading, t, places)][:1]
    return []


def _of_the_occasion(reading: Reading, places: range, triggers: list[Trigger]) -> list[Trigger]:
    """Such as "will be closed before the election on 3 May": right behind the occasion that the verb is set against."""
    edge = phrases_edge(reading, places[0])
    _, preposition = phrases.preposition_before(reading, edge)
    behind = preposition if preposition >= 0 else edge
    found = [t for t in triggers if not t.verb and t.last == behind]
    return [
        t for t in found if _WHEN & set(phrases.preposition_before(reading, phrases.noun_edge(reading, t.place))[0])
    ]


def phrases_edge(reading: Reading, place: int) -> int:
    """Back over an article that the timex leaves out."""
    before = place - 1
    articles = reading.pack.words("articles")
    is_article = (
        before >= 0 and reading.lower[before] in articles and reading.lower[before] not in reading.pack.prepositions
    )
    return before if is_article else place


def _same(reading: Reading, trigger: Trigger, places: range) -> bool:
    return reading.sentence_of[trigger.place] == reading.sentence_of[places[0]]


def _for_object(reading: Reading, places: range, start: int, triggers: list[Trigger]) -> list[Trigger]:
    """Such as "Annoncer une grève pour mardi", "fixer au 3 la réunion": the date is the noun's, whatever the verb."""
    classes, _ = phrases.preposition_before(reading, phrases_edge(reading, places[0]))
    if not {"for", "to"} & set(classes):
        return []
    near = [t for t in triggers if not t.verb and _same(reading, t, places) and t.carrier != NOWHERE]
    near = [
        t
        for t in near
        if t.carried_as in ("object", "passive") and t.carrier in (reading.heads[start], *reading.climb(start))
    ]
    before = [t for t in near if t.last <= places[0]]
    return before[-1:] or [t for t in near if clause.governs(reading, t.carrier) is not None][:1]


def _second_day(reading: Reading, places: range, start: int, triggers: list[Trigger]) -> list[Trigger]:
    """Such as "a annoncé lundi des élections le 18 janvier": of two days around the object the second one is the object's."""
    verb = next((above for above in reading.climb(start) if reading.verbal(above)), NOWHERE)
    nouns = [t for t in triggers if not t.verb and t.carrier == verb != NOWHERE and t.carried_as == "object"]
    nouns = [t for t in nouns if t.last <= places[0]][-1:]
    days = [c for c in reading.children[verb] if reading.timex_of[c] != NOWHERE] if nouns else []
    return nouns if any(verb < day < nouns[0].place for day in days) else []


def _below(reading: Reading, verb: int, triggers: list[Trigger], at: int) -> list[Trigger]:
    """The events that a verb which is none passes its date to: its infinitive, its subject, its object, if it only carries them."""
    pack = reading.pack
    word = reading.lower[verb]
    if word in pack.verb_forms("saying") or word in pack.verb_forms("reacting"):
        return [t for t in triggers if t.carrier == verb and 0 <= at - t.last <= _BESIDE]
    verbs = {verb, *(c for c in reading.with_dep(verb, "xcomp") if clause.is_transparent(reading, verb))}
    found = [t for t in triggers if t.verb and t.place in verbs]
    found += [
        t for t in triggers if not t.verb and t.carrier in verbs and t.carried_as in ("subject", "passive", "object")
    ]
    return found


def _nearest(reading: Reading, places: range, triggers: list[Trigger]) -> list[Trigger]:
    near = [t for t in triggers if _same(reading, t, places)]
    return sorted(near, key=lambda t: min(abs(t.place - places[0]), abs(places[-1] - t.place)))[:1]
