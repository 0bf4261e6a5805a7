"""A quote is intact, moved, changed or gone; what resembles it is never taken for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model.verification import Edit, Standing
from timeline.text.requoting import Found, difference, look, look_on_page, spaced

TEXT = "Le ministre doit recevoir vendredi la maire à Nantes. Il doit partir samedi. Le ministre ne dit rien."
QUOTE = "doit recevoir vendredi la maire"
AT = (12, 43)
AROUND = ("Le ministre ", " à Nantes.")

INTACT, MOVED, CHANGED, GONE = Standing.INTACT, Standing.MOVED, Standing.CHANGED, Standing.GONE


@pytest.mark.parametrize(
    ("quote", "at", "around", "expected"),
    [
        (QUOTE, AT, AROUND, Found(INTACT, AT)),
        (QUOTE, AT, None, Found(INTACT, AT)),
        (QUOTE, None, AROUND, Found(INTACT, AT)),
        (QUOTE, None, None, Found(INTACT, AT)),
        (QUOTE, (0, 31), AROUND, Found(MOVED, AT)),
        (QUOTE, AT, ("Le président ", " à Nantes."), Found(MOVED, AT)),
        (QUOTE, None, ("Le président ", " à Nantes."), Found(MOVED, AT)),
        ("doit", None, ("Il ", " partir"), Found(INTACT, (57, 61))),
        ("doit", (12, 16), ("Il ", " partir"), Found(MOVED, (57, 61))),
        ("Le ministre", (80, 91), None, Found(MOVED, (77, 88))),
        ("doit recevoir jeudi la maire", None, None, Found(CHANGED, AT, QUOTE)),
        ("Doit recevoir vendredi la maire", AT, None, Found(CHANGED, AT, QUOTE)),
        ("doit recevoir le maire vendredi", AT, None, Found(CHANGED, (12, 45), "doit recevoir vendredi la maire à")),
        ("la présidente est arrivée hier soir", None, None, Found(GONE)),
        ("absent", None, None, Found(GONE)),
        ("dit tout", None, None, Found(GONE)),
        ("", None, None, Found(GONE)),
    ],
)
def test_where_a_quote_is_found(
    quote: str, at: tuple[int, int] | None, around: tuple[str, str] | None, expected: Found
) -> None:
    assert look(quote, TEXT, at, around) == expected


@pytest.mark.parametrize(
    ("page", "around", "standing"),
    [
        ("Le ministre\n doit recevoir\xa0vendredi\nla  maire\n\nà Nantes.", AROUND, INTACT),
        ("Il doit recevoir vendredi la maire demain.", AROUND, MOVED),
        ("Le ministre doit recevoir samedi la maire à Nantes.", AROUND, CHANGED),
        ("Le ministre doit recevoir vendredi la\u2060 maire.", None, CHANGED),
        ("Une tout autre page, sur le temps.", None, GONE),
        ("", None, GONE),
    ],
)
def test_a_page_may_be_laid_out_anew_but_not_reworded(
    page: str, around: tuple[str, str] | None, standing: Standing
) -> None:
    assert look_on_page(QUOTE, page, around).standing is standing


def test_scripts_without_spaces_are_compared_by_character() -> None:
    found = look("両首脳は金曜日に会談する", "発表によると、両首脳は土曜日に会談する予定だ。")
    assert (found.standing, found.words) == (CHANGED, "両首脳は土曜日に会談する")


def test_the_difference_is_told_word_by_word() -> None:
    assert difference("doit recevoir vendredi la maire", "doit recevoir samedi soir la maire") == (
        (Edit.SAME, "doit recevoir "),
        (Edit.GONE, "vendredi "),
        (Edit.NEW, "samedi soir "),
        (Edit.SAME, "la maire"),
    )


words = st.text(alphabet="ab ,.\n'", min_size=1, max_size=30)


@given(words, words, words)
def test_intact_means_the_very_words(before: str, quote: str, after: str) -> None:
    text = before + quote + after
    at = (len(before), len(before) + len(quote))
    assert look(quote, text, at, (before, after)) == Found(INTACT, at)


@given(words, words)
def test_what_is_not_there_is_never_intact_nor_moved(quote: str, text: str) -> None:
    found = look(quote, text)
    assert (found.standing in {INTACT, MOVED}) == (quote in text)
    if found.standing is CHANGED:
        assert found.at
        assert text[slice(*found.at)] == found.words != quote


@given(words, words)
def test_a_difference_has_all_the_words_of_both(old: str, new: str) -> None:
    found = difference(old, new)
    assert spaced("".join(part for edit, part in found if edit is not Edit.GONE)) == spaced(new)
    told = "".join(part for edit, part in found if edit is not Edit.NEW)
    assert "".join(told.split()) == "".join(old.split())
