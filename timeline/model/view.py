"""View: the answer to a question, ready to print or export. What `-O json` prints is `EventRow.contract()`."""

from __future__ import annotations

from typing import Any

from timeline.model.shape import Shape
from timeline.model.vocabulary import Anchor, Occurrence, Role, Stance


class ActorRow(Shape):
    id: str
    name: str
    role: Role


class ClaimRow(Shape):
    """`when` is EDTF; `when_words` the text's; `start`, `end` code points in the kept text; `published` an ISO day or time."""

    id: str
    source: str
    quote: str | None = None
    start: int | None = None
    end: int | None = None
    when: str | None = None
    when_words: str | None = None
    rule: str | None = None
    says: Occurrence | None = None
    said_by: str | None = None
    judgement: Stance
    place: str | None = None
    anchor: Anchor | None = None
    alternatives: tuple[str, ...] = ()
    note: str | None = None
    by: str | None = None
    score: float | None = None
    outlet: str | None = None
    source_title: str | None = None
    url: str | None = None
    published: str | None = None
    recorded: str | None = None
    current: bool = True

    def contract(self) -> dict[str, Any]:
        """The documented JSON object, keys in documented order."""
        return self.model_dump(mode="json", include=_CLAIM_KEYS)


_CLAIM_KEYS = {
    "id", "source", "quote", "start", "end", "when", "when_words", "rule", "says", "said_by", "judgement",
}  # fmt: skip


class DisputeRow(Shape):
    """Two claims of an event that cannot both hold; `field` is `when` or `occurrence`, `claim` has the latest word."""

    field: str
    claim: str
    against: str


class MomentRow(Shape):
    """What had been known of an event from one day of publication on (`since`, an ISO day) until the next such row.

    `since` is `None` where nothing dates the first word. Fields mean what they mean in `EventRow`.
    """

    since: str | None = None
    when: str | None = None
    earliest: str | None = None
    latest: str | None = None
    occurrence: Occurrence
    judgement: Stance
    place: str | None = None
    actors: tuple[ActorRow, ...] = ()
    disputed: bool = False
    rescheduled: bool = False
    previous_when: tuple[str, ...] = ()


class EventRow(Shape):
    """An event's derived state at a moment.

    `earliest`, `latest`: ISO days, inclusive, from the date itself or, for an undated event, from its relations
    (`bounded_by`: ids of the events that set them); `None` is open.
    `judgement`: accepted as soon as one counting claim is; suggested while the state rests on suggestions alone.
    `unnamed`: nobody with a name, and no outlet in its own name, stands behind it.
    `since`, `history`: from which day of publication on this was known, and what had been known before, oldest first;
    only there when the question asked for them. `rejected`: how many claims the desk rejected and the row leaves out.
    """

    id: str
    title: str
    kind: str
    when: str | None = None
    earliest: str | None = None
    latest: str | None = None
    occurrence: Occurrence
    judgement: Stance
    place: str | None = None
    actors: tuple[ActorRow, ...] = ()
    claims: tuple[ClaimRow, ...] = ()
    tags: tuple[str, ...] = ()
    notes: str | None = None
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    bounded_by: tuple[str, ...] = ()
    disputed: bool = False
    unnamed: bool = False
    rescheduled: bool = False
    previous_when: tuple[str, ...] = ()
    changes: int = 0
    disputes: tuple[DisputeRow, ...] = ()
    rejected: int = 0
    since: str | None = None
    history: tuple[MomentRow, ...] = ()

    def contract(self) -> dict[str, Any]:
        """The documented JSON object, keys in documented order."""
        return {
            "id": self.id,
            "title": self.title,
            "kind": self.kind,
            "when": self.when,
            "earliest": self.earliest,
            "latest": self.latest,
            "occurrence": self.occurrence.value,
            "judgement": self.judgement.value,
            "place": self.place,
            "actors": [actor.model_dump(mode="json") for actor in self.actors],
            "claims": [claim.contract() for claim in self.claims],
        }

    def exported(self) -> dict[str, Any]:
        """The same with the mark that a file must carry itself: nobody asks a file a second question."""
        return {**self.contract(), "unnamed": self.unnamed}


class View(Shape):
    """Rows in the order asked for. `today` is the ISO day the question was asked on; `timezone` an IANA name.

    `notes` say what was left out and why, one sentence each.
    """

    title: str = ""
    today: str
    timezone: str = "UTC"
    as_of: str | None = None
    rows: tuple[EventRow, ...] = ()
    notes: tuple[str, ...] = ()
