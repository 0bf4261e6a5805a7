"""A ledger whose suggestions come from two articles, one of which is kept word for word."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Final

from timeline.store.yaml_ledger import YamlStore

TEXT: Final = """\
Le ministre Hugo Valmy doit recevoir vendredi à Nantes la maire Ines Orban.
Cette rencontre durera deux heures.

Un sommet des ports se tiendra la semaine prochaine à Brest. Hugo Valmy a rencontré Ines Orban
mardi à Nantes, selon un adjoint.
"""
NAME: Final = sha256(TEXT.encode()).hexdigest()
_VISIT = "doit recevoir vendredi à Nantes la maire Ines Orban"
_STAY = "Cette rencontre durera deux heures."
_SUMMIT = "Un sommet des ports se tiendra la semaine prochaine à Brest."
_MET = "Hugo Valmy a rencontré Ines Orban\nmardi à Nantes"


def _at(quote: str) -> str:
    start = TEXT.index(quote)
    return f"[{start}, {start + len(quote)}]"


LEDGER: Final = f"""\
timeline: 1
timezone: Europe/Paris

sources:
  estuaire-2025-10-16:
    title: Valmy attendu à Nantes
    outlet: L'Estuaire
    published: "2025-10-16"
    language: fr
    text: {NAME}
  depeche-2025-10-18: {{outlet: Dépêche, published: "2025-10-18"}}

actors:
  hugo-valmy: {{name: Hugo Valmy, kind: person}}
  ines-orban: {{name: Ines Orban, kind: person, aliases: [la maire]}}

events:
  summit:
    title: Sommet des ports
    kind: summit
    claims:
      - id: c000003
        source: estuaire-2025-10-16
        quote: "{_SUMMIT}"
        at: {_at(_SUMMIT)}
        says: expected
        when: {{text: "la semaine prochaine", edtf: "[2025-10-20..2025-10-26]", anchor: published, rule: fr-unit-which}}
        place: Brest
        score: 0.8
        by: rule fr-sommet, parser surface
        judgement: {{is: suggested}}
  stay:
    title: Rencontre
    kind: meeting
    tags: [ports]
    claims:
      - id: c000002
        source: estuaire-2025-10-16
        quote: "{_STAY}"
        at: {_at(_STAY)}
        says: expected
        relations: [{{before: summit}}]
        score: 0.6
        by: rule fr-rencontre, parser surface
        judgement: {{is: suggested}}
  visit:
    title: Valmy reçoit Orban
    kind: visit
    claims:
      - id: c000001
        source: estuaire-2025-10-16
        quote: "{_VISIT}"
        at: {_at(_VISIT)}
        around: ["Le ministre Hugo Valmy ", "."]
        says: expected
        when: {{text: "vendredi", edtf: "2025-10-17", anchor: published, rule: fr-weekday-bare, alternatives: ["2025-10-10"]}}
        place: Nantes
        actors: {{host: hugo-valmy, visitor: ines-orban}}
        score: 0.9
        by: rule fr-recevoir, parser surface
        judgement: {{is: suggested}}
      - id: c000005
        source: depeche-2025-10-18
        quote: "l'a reçue hier"
        says: occurred
        when: {{text: "hier", edtf: "2025-10-17", anchor: published, rule: fr-deictic}}
        kind: meeting
        score: 0.7
        by: rule fr-recevoir, parser surface
        judgement: {{is: suggested}}
  met:
    title: Rencontre entre Hugo Valmy et Ines Orban
    kind: meeting
    claims:
      - id: c000004
        source: estuaire-2025-10-16
        quote: "{_MET.replace(chr(10), chr(92) + "n")}"
        at: {_at(_MET)}
        says: occurred
        when: {{text: "mardi", edtf: "2025-10-14", anchor: published, rule: fr-weekday-bare}}
        place: Nantes
        actors: {{participant: [hugo-valmy, ines-orban]}}
        said_by: un adjoint
        relations: [{{before: stay}}]
        score: 0.95
        by: rule fr-rencontrer, parser surface
        judgement: {{is: suggested}}
  council:
    title: Conseil du port
    kind: talks
    claims:
      - {{id: c000006, source: desk, says: confirmed, when: "2025-10-22", relations: [{{after: stay}}]}}
"""


def written(folder: Path) -> YamlStore:
    path = folder / "events.yaml"
    path.write_text(LEDGER, encoding="utf-8")
    kept = folder / "sources"
    kept.mkdir(exist_ok=True)
    (kept / f"{NAME}.txt").write_text(TEXT, encoding="utf-8", newline="")
    return YamlStore(path)
