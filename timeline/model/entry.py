"""Entry: one event as a calendar, a table or another program has it, its words not read yet."""

from __future__ import annotations

from timeline.model.shape import Shape
from timeline.model.vocabulary import Occurrence


class Entry(Shape):
    """`key`: how the file calls it, the same in its next version; empty where it has no name there.
    `event`: the id of an event of ours that it says it is.

    `when`: EDTF, or words to be read. `says`: what the file says of the status, `None` where it says nothing.
    `actors`: `NAME` or `NAME:ROLE`. `published`: the ISO day on which the entry was last changed. `line`: where it stands.
    """

    key: str
    title: str
    event: str | None = None
    when: str | None = None
    says: Occurrence | None = None
    kind: str | None = None
    place: str | None = None
    actors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    quote: str | None = None
    said_by: str | None = None
    note: str | None = None
    published: str | None = None
    line: int | None = None
