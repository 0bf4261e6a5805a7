"""News or narrative: what a text counts its dates from, when nobody has said."""

from __future__ import annotations

import pytest

from timeline.lang import packs
from timeline.model.document import Dct
from timeline.model.vocabulary import Signal
from timeline.temporal.genre import detect

DCT = Dct(day="2025-10-17", signal=Signal.GIVEN)
WAR = (
    "The war began on 3 March 1887, when the fleet left port. The siege lasted until May 1888. In August the town fell, "
    "and the following year the king fled. Peace was signed on 12 June 1890 and ratified in 1891. By 1895 little was left."
)
GUERRE = (
    "La guerre commença le 3 mars 1887, quand la flotte quitta le port. Le siège dura jusqu'en mai 1888. En août la ville "
    "tomba. La paix fut signée le 12 juin 1890, ratifiée en 1891 ; en 1895, il n'en restait rien."
)
OBITUARY = (
    "The painter died on Thursday, her family said. Born on 3 March 1931, she left school in 1947, first exhibited in May "
    "1955, moved to Rome in 1962 and won the prize in 1971. She taught until 1999."
)
NEWS = "Le conseil municipal a voté jeudi le budget. La séance reprendra mardi. Le dernier budget datait de mars 2021."


@pytest.mark.parametrize("dct", [DCT, None])
@pytest.mark.parametrize(
    ("code", "text", "genre"),
    [("en", WAR, "narrative"), ("fr", GUERRE, "narrative"), ("fr", NEWS, "news"), ("en", "", "news")],
)
def test_the_genre_of_a_text(code: str, text: str, genre: str, dct: Dct | None) -> None:
    assert detect(text, dct, packs.load(code)) == genre


def test_an_obituary_is_news_although_its_dates_are_old() -> None:
    assert detect(OBITUARY, DCT, packs.load("en")) == "news"


def test_a_chronicle_of_this_year_is_news() -> None:
    text = WAR.replace("188", "202").replace("189", "202")
    assert detect(text, DCT, packs.load("en")) == "news"
