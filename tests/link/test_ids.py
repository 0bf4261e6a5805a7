"""Ids that can be read."""

from __future__ import annotations

import pytest

from timeline.link import ids

SLUGS = [
    ("Volodymyr Zelensky", "volodymyr-zelensky"),
    ("Зеленський", "zelenskii"),
    ("Recep Tayyip Erdoğan", "recep-tayyip-erdogan"),
    ("Łukasz Ørsted", "lukasz-orsted"),
    ("l’Élysée", "l-elysee"),
    ("  Trump — Poutine ! ", "trump-poutine"),
    ("Αθήνα", "athina"),
    ("U.S. Steel", "u-s-steel"),
]


@pytest.mark.parametrize(("text", "slug"), SLUGS)
def test_slug(text: str, slug: str) -> None:
    assert ids.slug(text) == slug


def test_a_script_that_we_cannot_spell_gives_a_steady_digest() -> None:
    assert ids.slug("習近平") == ids.slug("習近平") != ids.slug("毛泽东")


def test_long_titles_are_cut_between_words() -> None:
    found = ids.event_id(
        "Le président de la République reçoit les dirigeants européens pour un sommet exceptionnel", ()
    )
    assert found == "president-republique-recoit-dirigeants"


def test_taken_ids_are_numbered() -> None:
    assert ids.actor_id("Jean Dupont", {"jean-dupont", "jean-dupont-2"}) == "jean-dupont-3"
    assert ids.source_id("LSI", None, "2025-10-17T10:00:00+02:00", ()) == "lsi-2025-10-17"
    assert ids.source_id(None, "Le titre", None, ()) == "le-titre"
