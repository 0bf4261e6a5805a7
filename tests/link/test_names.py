"""Spellings of one person's name agree, names of two people do not."""

from __future__ import annotations

import pytest

from timeline.link import names

SAME_PERSON = [
    ("Volodymyr Zelensky", "Volodymyr Zelenskyy", names.SAME),
    ("Zelensky", "Зеленський", names.SAME),
    ("Selenskyj", "Zelenskiy", names.SAME),
    ("Volodymyr Zelensky", "Vladimir Zelensky", names.ALIKE),
    ("Vladimir Poutine", "Vladimir Putin", names.SAME),
    ("Vladimir Poutine", "Владимир Путин", names.SAME),
    ("Alexandre Loukachenko", "Alexander Lukashenko", names.SAME),
    ("Sergueï Lavrov", "Сергей Лавров", names.SAME),
    ("Mikhaïl Gorbatchev", "Mikhail Gorbachev", names.SAME),
    ("Sergueï Choïgou", "Sergei Shoigu", names.SAME),
    ("Benjamin Netanyahu", "Benyamin Nétanyahou", names.SAME),
    ("Mohammed ben Salmane", "Mohammed bin Salman", names.SAME),
    ("Bachar el-Assad", "Bashar al-Assad", names.SAME),
    ("Abdel Fattah al-Sissi", "Abdel Fattah el-Sisi", names.SAME),
    ("ZELENSKY", "zelensky", names.SAME),
    ("Jean-Noël Barrot", "Jean Noel Barrot", names.SAME),
    ("Ursula von der Leyen", "Ursula Leyen", names.SAME),
    ("Orbán Viktor", "Viktor Orban", names.REORDERED),
    ("V. Putin", "Vladimir Poutine", names.SHORTENED),
    ("Donald J. Trump", "Donald Trump", names.SHORTENED),
    ("Boris Johnson", "Johnson", names.LAST_NAME),
]
OTHER_PERSON = [
    ("Melania Trump", "Donald Trump"),
    ("Joe Biden", "Hunter Biden"),
    ("Jean Dupont", "Jeanne Dupont"),
    ("Paul Martin", "Pauline Martin"),
    ("Marie Martin", "Marc Martin"),
    ("Alexandre Petit", "Alexandra Petit"),
    ("François Morel", "Françoise Morel"),
    ("Andrei Popov", "Andrea Popov"),
    ("George Bush", "Boris Johnson"),
    ("Donald Trump", "Donald Tusk"),
    ("", "Donald Trump"),
    ("***", "***"),
]


@pytest.mark.parametrize(("one", "other", "expected"), SAME_PERSON)
def test_spellings_of_one_name(one: str, other: str, expected: float) -> None:
    assert names.compare(one, other) == expected
    assert names.compare(other, one) == expected


@pytest.mark.parametrize(("one", "other"), OTHER_PERSON)
def test_names_of_two_people(one: str, other: str) -> None:
    assert names.compare(one, other) == names.compare(other, one) == 0
