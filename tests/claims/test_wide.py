"""Everything that somebody by name says or does, for who asks for it; the news alone for who does not."""

from __future__ import annotations

import pytest

from tests.claims.reading_articles import claims, names, read
from timeline.lang import packs
from timeline.model.vocabulary import Role

pytestmark = pytest.mark.model

ROWS = [
    (language, rule)
    for language in ("fr", "en")
    for rule in packs.load(language).wide_claims.rules
    if rule not in packs.load(language).claims.rules
]
ARTICLE = {
    "en": "Borand opens plant\nBorand opened a plant in Lima on Monday. Anne Rowe said the plant was safe.",
    "fr": "Borand achète Alteon\nBorand a acheté Alteon lundi. Claire Morel a dit que le prix était juste.",
}


@pytest.mark.parametrize(("language", "rule"), ROWS)
def test_rows(language: str, rule: object) -> None:
    row = next(one for one in packs.load(language).wide_claims.rules if one is rule)
    for text in row.examples:
        assert row.id in {claim.rule for claim in claims(read(text, language, wide=True))}
        assert row.id not in {claim.rule for claim in claims(read(text, language))}
    for text in row.counter_examples:
        assert row.id not in {claim.rule for claim in claims(read(text, language, wide=True))}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_mention_and_every_word(language: str) -> None:
    text = ARTICLE[language]
    told = {text[one.trigger_start : one.trigger_end]: one for one in claims(read(text, language, wide=True))}
    news = {text[one.trigger_start : one.trigger_end] for one in claims(read(text, language))}
    opened, said = ("opened", "said") if language == "en" else ("acheté", "dit")
    assert news == {opened}
    assert set(told) == {"opens" if language == "en" else "achète", opened, said}
    assert [one.role for one in told[said].participants] == [Role.SPEAKER]


def test_who_is_named() -> None:
    found = read(ARTICLE["en"], "en", wide=True)
    assert set(names(found).values()) >= {"Borand", "Anne Rowe"}


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Anne Rowe opened a plant on Monday. Rowe said it was safe.", "2025-10-13~"),
        ("Anne Rowe opened a plant on Monday. Rowe said on Tuesday that it was safe.", "2025-10-14"),
        ("Anne Rowe said it was safe.", None),
        ("Anne Rowe will open a plant on Monday. Rowe said it was safe.", None),
        ("Anne Rowe opened a plant on Monday. The mill was built in 1998. Rowe said it was safe.", None),
    ],
)
def test_the_day_of_the_story(text: str, when: str | None) -> None:
    (said,) = [
        one for one in claims(read(text, "en", wide=True)) if text[one.trigger_start : one.trigger_end] == "said"
    ]
    assert (said.timex.edtf if said.timex else None) == when
    assert all(one.timex is None or one.timex.rule != "narrative" for one in claims(read(text, "en")))
