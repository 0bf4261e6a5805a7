"""A ledger in which much changes: a conference that moves and dies, talks that nobody heard of again, a leak."""

from __future__ import annotations

from typing import Final

FERRY: Final = """\
timeline: 1
timezone: Europe/Paris

sources:
  courier-03: {title: Ferry conference planned, outlet: Coast Courier, published: "2031-03-03", recorded: "2031-03-03T20:00:00+01:00"}
  radio-05: {title: Conference on Wednesday, outlet: Harbour Radio, published: "2031-03-05", recorded: "2031-03-05T20:00:00+01:00"}
  gazette-05: {outlet: Island Gazette, published: "2031-03-05", origin: radio-05, recorded: "2031-03-05T21:00:00+01:00"}
  radio-10: {title: Conference put off, outlet: Harbour Radio, published: "2031-03-10T09:00:00+01:00", recorded: "2031-03-10T10:00:00+01:00"}
  courier-18: {title: "The conference is dead", outlet: Coast Courier, published: "2031-03-18", recorded: "2031-03-18T20:00:00+01:00"}

actors:
  ada-berg: {name: Ada Berg, kind: person}
  bo-castell: {name: Bo Castell, kind: person}
  harbour-pilots: {name: the pilots, kind: group}

events:
  ferry-conference:
    title: Ferry conference
    kind: meeting
    tags: [ferries]
    claims:
      - {id: f1, source: courier-03, says: expected, when: "[2031-03-10..2031-03-16]", place: Port Valmy, said_by: ada-berg, quote: "some day next week"}
      - {id: f2, source: radio-05, says: confirmed, when: "2031-03-12", actors: {chair: [ada-berg, bo-castell]}, quote: "on Wednesday, in Port Valmy"}
      - {id: f3, source: radio-10, says: postponed, when: "2031-03-19", said_by: bo-castell, quote: "put off to the 19th"}
      - {id: f4, source: courier-18, says: cancelled, said_by: [an official, bo-castell], via: [Northern Wire], quote: "there will be *no* conference"}
  pilots-talks:
    title: Talks with the pilots
    kind: talks
    claims:
      - {id: p1, source: radio-05, says: expected, when: "2031-03-07", said_by: a harbour official, quote: "will meet the pilots on Friday"}
      - {id: p2, source: gazette-05, says: expected, when: "2031-03-07", said_by: harbour-pilots, quote: "to meet on Friday"}
  quay-opening:
    title: Opening of the quay
    claims:
      - {id: q1, source: courier-18, says: expected, when: "2031-04-01~", place: Brimhaven, quote: "about the first of April"}
"""
