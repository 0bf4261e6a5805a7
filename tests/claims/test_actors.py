"""Who takes part in an event, construction by construction; everybody whom the claim names, and nobody else."""

from __future__ import annotations

from typing import Final, NamedTuple

import pytest

from tests.claims.reading_articles import claims, names, read

pytestmark = pytest.mark.model


class Case(NamedTuple):
    language: str
    text: str
    trigger: str
    who: tuple[str, ...]


CASES: Final = (
    # a group keeps the words that say which
    Case("en", "Bus drivers at Harlow Coaches will go on strike next Monday.", "go", ("Bus drivers at Harlow Coaches",)),
    Case("en", "Health ministers from the Great Plains states will meet in Denver on Friday.", "meet", ("Health ministers from the Great Plains states",)),
    Case("en", "Rescue teams evacuated some 200 farmers on Monday.", "evacuated", ("Rescue teams", "200 farmers")),
    Case("fr", "La police a arrêté mardi deux ressortissants français.", "arrêté", ("police", "deux ressortissants français")),
    Case("fr", "Le procès de trois anciens dirigeants de la banque Valmont s'est ouvert lundi à Lyon.", "procès", ("trois anciens dirigeants de la banque Valmont",)),
    Case("fr", "Une vingtaine d'entre eux ont bloqué la route lundi.", "bloqué", ("vingtaine d'entre eux",)),
    # what stands behind "of" may be the verb's
    Case("fr", "Les rebelles ont accusé mardi le gouvernement de crimes de guerre.", "accusé", ("rebelles", "gouvernement")),
    # titles and names
    Case("fr", "Le président kényan Paul Otieno a démissionné lundi.", "démissionné", ("Paul Otieno",)),
    Case("en", "The charity's director for Africa, Dr Paul Okoro, resigned on Monday.", "resigned", ("Paul Okoro",)),
    Case("en", "Doctors Without Borders suspended its operations on Monday.", "suspended", ("Doctors Without Borders",)),
    Case("fr", "Le Conseil de sécurité de l'ONU se réunira vendredi à New York.", "réunira", ("Conseil de sécurité de l'ONU",)),
    # coordination, control, raising, relatives
    Case("fr", "Paul Faure a rencontré mardi la maire et le préfet.", "rencontré", ("Paul Faure", "maire", "préfet")),
    Case("en", "A man suspected of having killed his neighbour was arrested on Monday.", "arrested", ("man",)),
    Case("en", "The marines are unlikely to take part in any assault on the city.", "assault", ("marines",)),
    # definite bodies and pronouns
    Case("fr", "Le groupe Gaillard va mal. Le groupe a supprimé 300 postes lundi.", "supprimé", ("Gaillard",)),
    Case("fr", "La police a arrêté trois hommes lundi et les a relâchés mardi.", "relâchés", ("police", "trois hommes")),
    Case("fr", "Claire Ondo vit en exil. La justice l'a condamnée mardi à sept ans de prison.", "condamnée", ("justice", "Claire Ondo")),
    Case("en", "Police stopped Anne Rowe on Monday and arrested her.", "arrested", ("Police", "Anne Rowe")),
    # the noun takes its own people, and who has it in hand
    Case("fr", "L'arrestation de deux journalistes a été annoncée mardi.", "arrestation", ("deux journalistes",)),
    Case("fr", "L'Union a adopté lundi de nouvelles sanctions contre la Biélorussie.", "sanctions", ("Union", "Biélorussie")),
    Case("en", "Paul Okoro will hold talks with the rebels' political wing on Friday.", "talks", ("Paul Okoro", "political wing")),
    Case("fr", "La mort de Paul Faure a été annoncée lundi par sa famille.", "mort", ("Paul Faure",)),
    Case("fr", "Le syndicat FO a démissionné lundi du conseil.", "démissionné", ("FO",)),
    Case("en", "Fire crews rescued a six-year-old boy on Sunday.", "rescued", ("Fire crews", "six-year-old boy")),
    # things only where it befalls nobody
    Case("fr", "Le tableau a été retrouvé lundi à Gand.", "retrouvé", ("tableau",)),
    Case("fr", "La fermeture du terminal pétrolier est prévue lundi.", "fermeture", ("terminal pétrolier",)),
    # a city on the noun is its place
    Case("en", "The Paris summit will open on Monday.", "summit", ()),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text)
def test_everybody_in_it(case: Case) -> None:
    found = read(case.text, case.language)
    called = names(found)
    told = {case.text[c.trigger_start : c.trigger_end].split()[0]: c for c in claims(found)}
    assert case.trigger in told, sorted(told)
    assert {called[p.actor] for p in told[case.trigger].participants} == set(case.who)
