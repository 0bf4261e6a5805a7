"""Who undergoes an event that a noun names: "fait l'objet d'une enquête", "est visé par une plainte", "a subi une attaque"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.claims.tree import clause, phrases
from timeline.claims.tree.reading import NOWHERE

if TYPE_CHECKING:
    from timeline.claims.events.triggers import Trigger
    from timeline.claims.tree.reading import Reading


def subjects(reading: Reading, trigger: Trigger) -> list[int]:
    """The subjects of the clause that says so; none where the noun is done by its subject, or by nobody."""
    verb = _verb(reading, trigger)
    return clause.subjects(reading, verb) if verb != NOWHERE else []


def _verb(reading: Reading, trigger: Trigger) -> int:
    pack = reading.pack
    classes, first = phrases.preposition_before(reading, phrases.noun_edge(reading, trigger.place))
    if "of" in classes and first > 0 and reading.lower[first - 1] in pack.words("undergone_as"):
        return next((above for above in reading.climb(first - 1) if reading.verbal(above)), NOWHERE)
    above = reading.heads[trigger.place]
    if (
        "by" in classes
        and reading.lower[above] in pack.verb_forms("undergone_by")
        and clause.is_passive(reading, above)
    ):
        return above
    taken = trigger.carried_as == "object" and reading.lower[trigger.carrier] in pack.verb_forms("undergone")
    return trigger.carrier if taken else NOWHERE
