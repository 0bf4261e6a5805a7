"""Articles written by hand as what reading them would yield: short texts with their actors, events and claims."""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline.link.propose import Proposal, propose
from timeline.model.document import Document
from timeline.model.extraction import Extraction, FoundActor, FoundClaim, FoundEvent, Mention, Participant, StatedOrder
from timeline.model.ledger import Judgement, Ledger, Source
from timeline.model.timex import Timex
from timeline.model.vocabulary import ActorKind, Anchor, Occurrence, RelationKind, Role, Stance, TimexType

RECORDED = "2025-11-22T09:12:00+01:00"
SUGGESTED = Judgement(stance=Stance.SUGGESTED)


@dataclass
class Article:
    """`text` holds every quote once; `claim` adds an event with one claim, and `again` another claim of the last event."""

    outlet: str
    published: str
    text: str
    language: str = "en"
    actors: list[FoundActor] = field(default_factory=list)
    events: list[FoundEvent] = field(default_factory=list)

    def actor(self, name: str, kind: ActorKind = ActorKind.PERSON, country: str | None = None) -> str:
        start = self.text.find(name)
        mentions = (Mention(start=start, end=start + len(name), text=name, reason="name"),) if start >= 0 else ()
        self.actors.append(FoundActor(key=name, name=name, kind=kind, mentions=mentions, country=country))
        return name

    def claim(
        self,
        kind: str,
        quote: str,
        roles: dict[str, Role],
        *,
        says: Occurrence = Occurrence.EXPECTED,
        when: tuple[str, str] | None = None,
        place: str | None = None,
        before: str | None = None,
        said_by: tuple[str, ...] = (),
        title: str | None = None,
    ) -> str:
        start = self.text.index(quote)
        found = FoundClaim(
            start=start,
            end=start + len(quote),
            quote=quote,
            trigger_start=start,
            trigger_end=start + 4,
            says=says,
            timex=self._timex(*when) if when else None,
            place=place,
            participants=tuple(Participant(actor=name, role=role, as_written=name) for name, role in roles.items()),
            said_by=said_by,
            relations=(StatedOrder(kind=RelationKind.BEFORE, event=before, words="before"),) if before else (),
            score=0.9,
            rule=f"{self.language}-{kind}",
        )
        key = f"e{len(self.events) + 1}"
        self.events.append(FoundEvent(key=key, kind=kind, title=title or quote, claims=(found,)))
        return key

    def _timex(self, words: str, edtf: str) -> Timex:
        start = self.text.index(words)
        return Timex(
            start=start,
            end=start + len(words),
            text=words,
            type=TimexType.DATE,
            value=edtf,
            edtf=edtf,
            granularity="day",
            anchor=Anchor.PUBLISHED,
            anchor_day=self.published,
            rule="weekday-bare",
            alternatives=("2025-01-01",),
        )

    def document(self) -> Document:
        return Document(text=self.text, language=self.language, title=self.text.split(".")[0], outlet=self.outlet)

    def extraction(self) -> Extraction:
        return Extraction(language=self.language, by="hand", actors=tuple(self.actors), events=tuple(self.events))

    def source(self) -> Source:
        return Source(
            id=f"{self.outlet.lower()}-{self.published}",
            outlet=self.outlet,
            published=self.published,
            language=self.language,
        )

    def into(self, ledger: Ledger, stance: Judgement = SUGGESTED) -> Proposal:
        return propose(self.extraction(), self.document(), self.source(), ledger, stance=stance, recorded=RECORDED)


def french_visit() -> Article:
    """Of 16 October, in French: the visit with a day, the summit without one, the order between them."""
    article = Article(
        "LSI",
        "2025-10-16",
        "Donald Trump doit recevoir vendredi Volodymyr Zelensky à Washington. Un sommet entre Donald Trump et"
        " Vladimir Poutine est prévu à Budapest.",
        "fr",
    )
    trump, zelensky, putin = (
        article.actor(name) for name in ("Donald Trump", "Volodymyr Zelensky", "Vladimir Poutine")
    )
    summit = "e2"
    article.claim(
        "visit",
        "doit recevoir vendredi Volodymyr Zelensky à Washington",
        {trump: Role.HOST, zelensky: Role.VISITOR},
        when=("vendredi", "2025-10-17"),
        place="Washington",
        before=summit,
        title="Trump reçoit Zelensky à Washington",
    )
    article.claim(
        "summit",
        "Un sommet entre Donald Trump et Vladimir Poutine est prévu à Budapest",
        {trump: Role.PARTICIPANT, putin: Role.PARTICIPANT},
        place="Budapest",
        title="Sommet Trump-Poutine à Budapest",
    )
    return article


def english_visit() -> Article:
    """Of 18 October, in English: the visit as a meeting that took place, the summit called off."""
    article = Article(
        "Daily",
        "2025-10-18",
        "President Zelenskyy met Trump at the White House on Friday. A summit of Mr Trump and Mr Putin in Hungary has"
        " been called off, the White House said.",
    )
    trump, zelensky, putin = (article.actor(name) for name in ("Donald Trump", "Volodymyr Zelenskyy", "Vladimir Putin"))
    house = article.actor("White House", ActorKind.GOVERNMENT, "US")
    article.claim(
        "meeting",
        "Zelenskyy met Trump at the White House on Friday",
        {trump: Role.PARTICIPANT, zelensky: Role.PARTICIPANT},
        says=Occurrence.OCCURRED,
        when=("Friday", "2025-10-17"),
        place="White House",
        title="Zelenskyy meets Trump",
    )
    article.claim(
        "summit",
        "A summit of Mr Trump and Mr Putin in Hungary has been called off",
        {trump: Role.PARTICIPANT, putin: Role.PARTICIPANT},
        says=Occurrence.CANCELLED,
        place="Hungary",
        said_by=(house,),
        title="Summit of Trump and Putin in Hungary",
    )
    return article


def later_visit() -> Article:
    """Of 18 November: another visit of the same two to the same place."""
    article = Article("Daily", "2025-11-18", "Zelensky will visit Trump in Washington on Thursday.")
    trump, zelensky = article.actor("Donald Trump"), article.actor("Volodymyr Zelensky")
    article.claim(
        "visit",
        "Zelensky will visit Trump in Washington on Thursday",
        {trump: Role.HOST, zelensky: Role.VISITOR},
        when=("Thursday", "2025-11-20"),
        place="Washington",
        title="Zelensky visits Trump in Washington",
    )
    return article
