"""Views made by hand: a small story with every form of date and status, and hostile text."""

from __future__ import annotations

from timeline.model.view import ActorRow, ClaimRow, DisputeRow, EventRow, MomentRow, View
from timeline.model.vocabulary import Anchor, Occurrence, Role, Stance

TRUMP = ActorRow(id="donald-trump", name="Donald Trump", role=Role.HOST)
PUTIN = ActorRow(id="vladimir-putin", name="Vladimir Poutine", role=Role.PARTICIPANT)
ZELENSKY = ActorRow(id="volodymyr-zelensky", name="Volodymyr Zelensky", role=Role.VISITOR)
KREMLIN = ActorRow(id="kremlin", name="Kremlin", role=Role.SPEAKER)
USHAKOV = ActorRow(id="yuri-ushakov", name="Iouri Ouchakov", role=Role.PARTICIPANT)


def claim(name: str, quote: str, **fields: object) -> ClaimRow:
    """A suggested claim of the sample article; `fields` say what differs."""
    known: dict[str, object] = {
        "source": "gazette-2025-10-16",
        "outlet": "La Gazette",
        "source_title": "Reprise du dialogue entre Washington et Moscou",
        "url": "https://gazette.example/dialogue?a=1&b=2",
        "published": "2025-10-16",
        "recorded": "2025-11-22T09:12:00+01:00",
        "judgement": Stance.ACCEPTED,
        "anchor": Anchor.PUBLISHED,
    }
    return ClaimRow.model_validate({"id": name, "quote": quote, **known, **fields})


CALL = EventRow(
    id="trump-putin-call",
    title="Appel téléphonique entre Trump et Poutine",
    kind="phone_call",
    when="2025-10-16",
    earliest="2025-10-16",
    latest="2025-10-16",
    occurrence=Occurrence.OCCURRED,
    judgement=Stance.ACCEPTED,
    actors=(TRUMP.model_copy(update={"role": Role.PARTICIPANT}), PUTIN),
    claims=(
        claim(
            "c10001",
            "Les deux présidents se sont parlé jeudi pendant deux heures.",
            when="2025-10-16",
            when_words="jeudi",
            rule="fr-weekday-bare",
            says=Occurrence.OCCURRED,
            start=12,
            end=72,
            alternatives=("2025-10-09",),
        ),
    ),
)

VISIT = EventRow(
    id="zelensky-in-washington",
    title="Trump reçoit Zelensky à Washington",
    kind="visit",
    when="2025-10-17T13:00-04:00",
    earliest="2025-10-17",
    latest="2025-10-17",
    occurrence=Occurrence.CONFIRMED,
    judgement=Stance.ACCEPTED,
    place="Washington",
    actors=(TRUMP, ZELENSKY),
    tags=("ukraine",),
    changes=1,
    claims=(
        claim("c20001", "Il recevra vendredi le président ukrainien.", when="2025-10-17", when_words="vendredi"),
        claim(
            "c20002",
            "La rencontre débutera à 13 heures.",
            when="2025-10-17T13:00-04:00",
            when_words="13 heures",
            published="2025-10-17T08:30:00+02:00",
            recorded="2025-11-22T09:30:00+01:00",
            anchor=Anchor.NARRATIVE,
            said_by="la Maison-Blanche",
        ),
    ),
)

TALKS = EventRow(
    id="advisers-talks",
    title="Réunion des conseillers américains et russes",
    kind="talks",
    when="[2025-10-20..2025-10-26]",
    earliest="2025-10-20",
    latest="2025-10-26",
    occurrence=Occurrence.EXPECTED,
    judgement=Stance.SUGGESTED,
    actors=(USHAKOV,),
    before=("budapest-summit",),
    claims=(
        claim(
            "c30001",
            "Des conseillers de haut rang se verront la semaine prochaine.",
            when="[2025-10-20..2025-10-26]",
            when_words="la semaine prochaine",
            says=Occurrence.EXPECTED,
            judgement=Stance.SUGGESTED,
        ),
    ),
)

SUMMIT = EventRow(
    id="budapest-summit",
    title="Sommet de Budapest",
    kind="summit",
    earliest="2025-10-26",
    occurrence=Occurrence.CANCELLED,
    judgement=Stance.ACCEPTED,
    place="Budapest",
    actors=(TRUMP, PUTIN),
    after=("advisers-talks",),
    bounded_by=("advisers-talks",),
    changes=2,
    claims=(
        claim(
            "c40001", "Un sommet se tiendra à Budapest, a annoncé le Kremlin.", anchor=None, says=Occurrence.EXPECTED
        ),
        claim(
            "c40002",
            "Aucune rencontre n’est prévue dans l’immédiat.",
            anchor=None,
            says=Occurrence.CANCELLED,
            published="2025-10-21",
            said_by="un responsable américain",
            url="javascript:alert(1)",
        ),
    ),
)

TOUR = EventRow(
    id="european-tour",
    title="Tournée européenne",
    kind="visit",
    when="2025-10-22/2025-10-24",
    earliest="2025-10-22",
    latest="2025-10-24",
    occurrence=Occurrence.POSTPONED,
    judgement=Stance.ACCEPTED,
    disputed=True,
    actors=(ZELENSKY,),
    claims=(claim("c50001", "La tournée durera du 22 au 24 octobre.", when="2025-10-22/2025-10-24"),),
)

SANCTIONS = EventRow(
    id="sanctions",
    title="Sanctions contre deux compagnies pétrolières",
    kind="other",
    when="2025-10-22/..",
    earliest="2025-10-22",
    occurrence=Occurrence.UNDERWAY,
    judgement=Stance.ACCEPTED,
    claims=(ClaimRow(id="c60001", source="desk", when="2025-10-22/..", judgement=Stance.ACCEPTED),),
)

DEADLINE = EventRow(
    id="answer-of-moscow",
    title="Réponse de Moscou",
    kind="statement",
    when="[..2025-10-31]",
    latest="2025-10-31",
    occurrence=Occurrence.POSSIBLE,
    judgement=Stance.ACCEPTED,
    actors=(KREMLIN,),
)

STORY = View(
    title="Washington et Moscou : ce qui est prévu",
    today="2025-10-18",
    timezone="Europe/Paris",
    as_of="2025-10-22",
    rows=(CALL, VISIT, TALKS, TOUR, SANCTIONS, DEADLINE, SUMMIT),
    notes=("2 rejected claims are not shown.",),
)

EMPTY = View(today="2025-10-18")

PAYLOADS = (
    "<script>window.__owned=1</script>",
    "</script><script>window.__owned=1</script>",
    "<!--<script>",
    "--><img src=x onerror=window.__owned=1>",
    "<img src=x onerror='window.__owned=1'>",
    "<svg/onload=window.__owned=1>",
    '"><script>window.__owned=1</script>',
    "' onmouseover='window.__owned=1",
    '<a href="javascript:window.__owned=1">x</a>',
    "<a href='https://evil.example/'>x</a>",
    "<b style='position:fixed;inset:0;background:red'>x</b>",
    "<iframe srcdoc='<script>parent.__owned=1</script>'></iframe>",
    "<style>*{display:none}</style>",
    "&lt;script&gt;window.__owned=1&lt;/script&gt;",
    "&#60;img src=x onerror=window.__owned=1&#62;",
    "\u2028window.__owned=1\u2029",
    "${window.__owned=1}{{window.__owned=1}}",
    "%{customdata}<extra>window.__owned=1</extra>",
    "]]><script>window.__owned=1</script>",
    "<math><mtext></mtext><mglyph><style><img src=x onerror=window.__owned=1>",
    "<base href='https://evil.example/'><meta http-equiv=refresh content='0;https://evil.example/'>",
    '=HYPERLINK("https://evil.example","x")',
    "BEGIN:VEVENT\r\nUID:x\r\nEND:VEVENT",
    "<form action='https://evil.example/'><button>x</button></form>",
    "<object data='data:text/html,<script>window.__owned=1</script>'></object>",
    "<details open ontoggle=window.__owned=1>",
    "<template><script>window.__owned=1</script></template>",
    "</textarea></title></style></iframe><img src=x onerror=window.__owned=1>",
    "<noscript><p title='</noscript><img src=x onerror=window.__owned=1>'>",
    "\\u003cscript\\u003ewindow.__owned=1\\u003c/script\\u003e",
    "{n}{title}{0.__class__}%s%(n)s$title${title}",
    "__proto__",
    "\u202e<script>window.__owned=1</script>\u202c",
    "<a href=x style='background:url(https://evil.example/x)'>x</a>",
    "*{background:url(https://evil.example/x)}",
)
"""Text that must come out as text."""

HOSTILE_LINKS = (
    "JaVaScRiPt:window.__owned=1",
    "javascript&colon;window.__owned=1",
    "\tjavascript:window.__owned=1",
    "blob:https://ok.example/x",
    "https:javascript:window.__owned=1",
    "ftp://evil.example/x",
    "\\\\evil.example\\share",
    "javascript:window.__owned=1",
    " javascript:window.__owned=1",
    "java\nscript:window.__owned=1",
    "data:text/html,<script>window.__owned=1</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "https://",
    'https://ok.example/"onmouseover="window.__owned=1',
    "https://ok.example/'><script>window.__owned=1</script>",
    "//evil.example/x",
)


def hostile() -> View:
    """Every payload in the title, quote, actor, place, kind, tag, speaker, outlet and address of one event each."""
    rows = tuple(_hostile_row(number, text) for number, text in enumerate(PAYLOADS))
    return View(title=PAYLOADS[0], today="2025-10-18", rows=rows, notes=PAYLOADS)


def _hostile_row(number: int, text: str) -> EventRow:
    said = claim(
        f"c{number:06x}",
        text,
        source=text,
        when_words=text,
        said_by=text,
        outlet=text,
        source_title=text,
        note=text,
        rule=text,
        url=HOSTILE_LINKS[number % len(HOSTILE_LINKS)],
    )
    when = None if number % 5 == 4 else f"2025-10-{number % 31 + 1:02d}"
    other = said.model_copy(update={"id": f"d{number:06x}", "quote": text + text, "published": "2025-10-17"})
    return EventRow(
        id=text,
        title=text,
        kind=text,
        when=when,
        occurrence=list(Occurrence)[number % len(Occurrence)],
        judgement=Stance.SUGGESTED if number % 2 else Stance.ACCEPTED,
        place=text,
        actors=(ActorRow(id=text, name=text, role=Role.HOST), TRUMP),
        claims=(said, other),
        tags=(text,),
        notes=text,
        after=(text,),
        before=(PAYLOADS[number - 1],),
        bounded_by=(text,),
        disputes=(DisputeRow(field="when", claim=other.id, against=said.id),),
        since="2025-10-17",
        history=(
            MomentRow(
                since="2025-10-16", when=when, occurrence=Occurrence.POSSIBLE, judgement=Stance.ACCEPTED, place=text
            ),
        ),
    )
