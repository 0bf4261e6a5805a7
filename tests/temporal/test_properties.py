"""What holds for every text: offsets, order, calm, and dates that move with the publication day."""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.edtf.days import parse_day
from timeline.edtf.parse import parse
from timeline.lang import packs
from timeline.model.document import Dct
from timeline.model.timex import Timex
from timeline.model.vocabulary import Signal
from timeline.temporal.tag import tag

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2150, 1, 1))
WORDS = st.sampled_from(
    ["lundi", "vendredi dernier", "le 3 octobre", "2025", "la semaine prochaine", "18 h 30", "à", "du", "au", "été",
     "Friday", "next week", "May 3", "the 1990s", "the", "of", "in", "two", "weeks", "ago", "\n\n", "\u0301", "🗓️", "½",
     "٢٠٢٥", "ﬁn", "a\u0300", "\r\n", "שלום", "—", "’", "1/2/03", "31 février", "25 h", "-", ".", ",", "\u00ad", "٣ mai"]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=80), st.lists(WORDS, max_size=14).map(" ".join), st.lists(WORDS, max_size=9).map("".join)
)


def _dct(day: date) -> Dct:
    return Dct(day=day.isoformat(), signal=Signal.GIVEN)


def _sound(text: str, timexes: tuple[Timex, ...]) -> None:
    end = 0
    for one in timexes:
        assert end <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text
        end = one.end
        if one.edtf is not None:
            assert parse(one.edtf).canonical == one.edtf
        for other in one.alternatives:
            assert parse(other).canonical == other
        if one.earliest and one.latest:
            assert parse_day(one.earliest) <= parse_day(one.latest)


@pytest.mark.parametrize("code", packs.available())
@settings(max_examples=150, deadline=None)
@given(text=TEXTS, day=DAYS)
def test_every_text_gives_sound_timexes(code: str, text: str, day: date) -> None:
    pack = packs.load(code)
    timexes = tag(text, pack, _dct(day))
    _sound(text, timexes)
    assert tag(text, pack, _dct(day)) == timexes
    _sound(text, tag(text, pack, _dct(day), genre="narrative", join_ranges=False))


SIGNS = ("\u0301", "\r\n", "🗓️", "½", "’", "-", ".", ",", ":", "/", " ", "«", "17", "1998", "3")


def _own(code: str) -> st.SearchStrategy[str]:
    """Texts of a language's own words of time, in any order, glued or not, decomposed or not."""
    lexicon = packs.load(code).time.lexicon
    phrases = [" ".join((first, *rest)) for first, every in lexicon.phrases.items() for rest, _ in every]
    word = st.sampled_from(sorted({*lexicon.single, *phrases})) | st.sampled_from(SIGNS)
    form = st.sampled_from(["NFC", "NFD"])
    return st.builds(
        lambda words, glue, form: unicodedata.normalize(form, glue.join(words)),
        st.lists(word, max_size=12), st.sampled_from([" ", " ", "  ", "", "\n"]), form,
    )  # fmt: skip


@pytest.mark.parametrize("code", packs.available())
@settings(max_examples=200, deadline=None)
@given(data=st.data(), day=DAYS)
def test_the_words_of_a_language_give_sound_timexes(code: str, data: st.DataObject, day: date) -> None:
    text = data.draw(_own(code))
    _sound(text, tag(text, packs.load(code), _dct(day)))
    _sound(text, tag(text, packs.load(code), _dct(day), genre="narrative", join_ranges=False))


@pytest.mark.parametrize("code", packs.available())
@given(text=TEXTS)
@settings(max_examples=60, deadline=None)
def test_without_a_publication_day_nothing_relative_is_placed(code: str, text: str) -> None:
    for one in tag(text, packs.load(code), None):
        assert one.edtf is None or not one.implied or one.anchor == "absolute" or one.anchor_day is not None


@given(day=DAYS)
@settings(max_examples=60, deadline=None)
@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("fr", "vendredi dernier"),
        ("fr", "Il doit venir mardi."),
        ("en", "last Friday"),
        ("en", "It will open on Tuesday."),
    ],
)
def test_a_week_later_the_same_words_mean_a_week_later(code: str, words: str, day: date) -> None:
    first = tag(words, packs.load(code), _dct(day))[0]
    later = tag(words, packs.load(code), _dct(day + timedelta(days=7)))[0]
    assert first.edtf is not None
    assert later.edtf is not None
    assert date.fromisoformat(later.edtf) - date.fromisoformat(first.edtf) == timedelta(days=7)


@pytest.mark.parametrize(
    "unit", ["1", "12 ", "Monday ", "of the ", "1-", "the last ", "e\u0301", "12/03/2025 ", "twenty "]
)
def test_hostile_text_is_walked_in_steps_that_do_not_grow(unit: str) -> None:
    """Twice the text gives at most twice the timexes: nothing piles up across repetitions."""
    pack = packs.load("en")
    few, many = (len(tag(unit * times, pack, None)) for times in (100, 200))
    assert many <= 2 * few + 2


def test_order_of_languages_does_not_matter() -> None:
    text = "Il doit venir mardi 3 mars."
    before = tag(text, packs.load("fr"), _dct(date(2025, 1, 1)))
    tag("It will open on Tuesday.", packs.load("en"), _dct(date(2025, 1, 1)))
    assert tag(text, packs.load("fr"), _dct(date(2025, 1, 1))) == before


@pytest.mark.parametrize("day", ["0001-01-03", "2025-10-15", "9999-12-30"])
@pytest.mark.parametrize(
    "text",
    [
        "999999999 years ago", "in the next 5 billion years", "the 9999th century", "2.5 billion weeks ago", "9999 BC",
        "next century", "in 300 days", "the week of January 1", "Friday", "last year", "the 0th century", "December 31",
    ],
)  # fmt: skip
def test_the_ends_of_the_calendar(text: str, day: str) -> None:
    """What lies beyond the years that can be written keeps its words and has no date."""
    _sound(text, tag(text, packs.load("en"), Dct(day=day, signal=Signal.GIVEN)))
