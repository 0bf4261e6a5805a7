"""A ledger with one of each: a day, a window, no date, a cancellation, a dispute, a suggestion."""

from __future__ import annotations

from typing import Final

STORY: Final = """\
timeline: 1
timezone: Europe/Paris

sources:
  lsi-2025-10-17: {title: Trump et Poutine, outlet: LSI, published: "2025-10-17", language: fr}
  afp-2025-10-22: {outlet: AFP, published: "2025-10-22"}

actors:
  donald-trump: {name: Donald Trump, kind: person}
  vladimir-putin: {name: Vladimir Putin, kind: person, aliases: [Poutine]}
  volodymyr-zelensky: {name: Volodymyr Zelensky, kind: person, aliases: [Zelensky]}

events:
  call:
    title: Entretien téléphonique
    kind: phone_call
    claims:
      - {id: c000001, source: lsi-2025-10-17, says: occurred, when: "2025-10-16", actors: {participant: [donald-trump, vladimir-putin]}}
  visit:
    title: Trump reçoit Zelensky
    kind: visit
    tags: [ukraine]
    claims:
      - id: c000002
        source: lsi-2025-10-17
        quote: "doit recevoir vendredi Volodymyr Zelensky à Washington"
        says: expected
        when: {text: "vendredi", edtf: "2025-10-17", anchor: published, rule: fr-weekday-bare, alternatives: ["2025-10-10"]}
        place: Washington
        actors: {host: donald-trump, visitor: volodymyr-zelensky}
        relations: [{before: summit}]
  talks:
    title: Réunions entre conseillers
    kind: talks
    claims:
      - id: c000003
        source: lsi-2025-10-17
        quote: "des réunions de haut niveau se tiendront la semaine prochaine"
        says: expected
        when: {text: "la semaine prochaine", edtf: "[2025-10-20..2025-10-26]", anchor: published, rule: fr-unit-next}
        relations: [{before: summit}]
        by: "rule fr-held, parser surface"
        judgement: {is: suggested}
  summit:
    title: Sommet de Budapest
    kind: summit
    claims:
      - {id: c000004, source: lsi-2025-10-17, says: expected, place: Budapest, quote: "un sommet bilatéral prévu à Budapest"}
  council:
    title: Conseil européen
    kind: summit
    claims:
      - {id: c000005, source: desk, says: confirmed, when: "2025-11-13/2025-11-14", place: Bruxelles, recorded: "2025-10-01T09:00:00+02:00"}
"""
