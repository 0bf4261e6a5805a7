"""Diagnostics: errors as data. One code, one meaning, one next step; `docs/reference/diagnostics.md` lists them all.

The first letter is the severity: E error, W warning, I information. The first digit is the subject:
1 articles, 2 the ledger, 3 dates, 4 the story, 5 language and models, 6 the request itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple
from unicodedata import category


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Code(NamedTuple):
    """A row of the table: what the code means and what the reader should do next."""

    severity: Severity
    title: str
    next_step: str


@dataclass(frozen=True, slots=True)
class Where:
    """A place: `file` is a path or an id; `line` and `column` count from 1.

    `kind`: with an id, what has it: claim, event, source or actor. `id`: the same once `file` is the path it stands in.
    """

    file: str
    line: int | None = None
    column: int | None = None
    kind: str | None = None
    id: str | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. `message` says what was found and what was expected; `hint` replaces the table's next step."""

    code: str
    message: str
    where: Where | None = None
    hint: str | None = None

    @property
    def severity(self) -> Severity:
        return CODES[self.code].severity

    @property
    def next_step(self) -> str:
        return self.hint or CODES[self.code].next_step

    def render(self) -> str:
        """For people: what a file or a page is called may hold anything, and must neither end the line nor steer the terminal."""
        place = f"{visible(str(self.where))}: " if self.where else ""
        message = visible(self.message, spared="\n")
        return f"{place}{self.severity} {self.code}: {message}\n  next: {visible(self.next_step)}"


def visible(text: str, spared: str = "") -> str:
    """With control characters as programs write them, by a backslash and a letter or a number, but for the spared ones."""
    if text.isprintable():
        return text
    return "".join(
        one if one in spared or category(one)[0] != "C" else one.encode("unicode_escape").decode() for one in text
    )


_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

CODES: Final[dict[str, Code]] = {
    "E101": Code(_E, "article cannot be read", "check that the file exists and that you may read it"),
    "E102": Code(_E, "article is empty", "give a file that holds text"),
    "E103": Code(_E, "article is not text in a known encoding", "save it as UTF-8 and try again"),
    "E104": Code(_E, "article is a binary file", "give it as text, as a page (.html), a PDF or a DOCX"),
    "E105": Code(_E, "no publication date", "say it with --published YYYY-MM-DD"),
    "E106": Code(_E, "same text, another publication date", "add --replace to read it again with the new date"),
    "W107": Code(_W, "no claim found", "add one by hand with 'timeline add'"),
    "I108": Code(_I, "article already in the ledger", "nothing to do: nothing was added"),
    "E109": Code(_E, "row of a batch cannot be read", 'write one JSON object a line: {"id", "lang", "dct", "text"}'),
    "E110": Code(_E, "page cannot be fetched", "open it in a browser, save it, and give the file"),
    "E111": Code(
        _E, "address may not be asked", "give an http or https address of the public internet, or add --allow-private"
    ),
    "E112": Code(_E, "site asks programs to stay away", "open it in a browser, save it, and give the file"),
    "I113": Code(
        _I, "article prints another's text", "nothing, or 'timeline source edit ID --own' if it is independent"
    ),
    "I114": Code(_I, "a part of the article is no prose", "nothing, or give the text without lists and page debris"),
    "E115": Code(
        _E, "no article on the page", "open it in a browser and save it when it is complete, or give its text"
    ),
    "E116": Code(
        _E, "only the beginning is there for all to read", "log in, save the page in a browser, and give the file"
    ),
    "W117": Code(_W, "signs of the publication date disagree", "look at the page; --published says which day it is"),
    "W118": Code(_W, "publication date lies in the future", "look at the page; --published says which day it is"),
    "W119": Code(_W, "publication date is an estimate", "look at the page; --published says which day it is"),
    "E120": Code(_E, "file is damaged", "get it once more, or save its text"),
    "E121": Code(_E, "file is encrypted", "save it without a password, or save its text"),
    "E122": Code(_E, "file is larger than it may be", "give the part of it that matters, or save its text"),
    "E123": Code(_E, "file holds XML that is not safe to read", "save it as another format"),
    "E124": Code(_E, "not a feed", "give the address of the feed itself: pages name it in their head"),
    "W125": Code(_W, "file lies outside of the folder", "give it by its own name if it is meant"),
    "E126": Code(
        _E, "entry of a file of events cannot be read", "correct it and import the file again: the rest is kept"
    ),
    "E127": Code(_E, "columns of a table are not understood", "say what they hold with --map COLUMN=FIELD"),
    "W128": Code(_W, "not every repetition was read", "say how far to read with --until DATE"),
    "E129": Code(_E, "file is not of the format that was expected", "say which it is with --format"),
    "W140": Code(_W, "a part of the feed is broken", "nothing: the rest was read; tell the site if it stays so"),
    "W141": Code(_W, "feed has more entries than are read of one", "set 'most' in the list of feeds if all are wanted"),
    "I142": Code(_I, "feed rests", "nothing: it failed more than once, and is asked again then"),
    "E143": Code(_E, "page is too large or too slow", "try again later, or save it in a browser and give the file"),
    "W144": Code(
        _W, "kept page is missing or altered", "put it back from a copy, or ingest it again with --replace --keep-page"
    ),
    "E201": Code(_E, "ledger is not valid YAML", "mend the line; 'timeline check' tells when it is right"),
    "E202": Code(_E, "unknown key", "correct or remove the key"),
    "E203": Code(_E, "duplicate id", "give one of the two another id"),
    "E204": Code(_E, "reference to nothing", "correct the id, or add what it points to"),
    "E205": Code(_E, "required key is missing", "add the key"),
    "E206": Code(_E, "value is not allowed here", "write one of the values the message lists"),
    "E207": Code(_E, "a date window without quotes", 'put quotes around it: "[2025-10-20..2025-10-26]"'),
    "E208": Code(_E, "ledger changed while it was being edited", "look at the file, then run the command again"),
    "E209": Code(_E, "ledger is locked by another process", "wait for the other command to end, then try again"),
    "E210": Code(_E, "ledger could not be written", "free some space or mend the permissions; the old file is intact"),
    "E211": Code(_E, "no ledger here", "make one with 'timeline init', or name one with --file"),
    "E212": Code(_E, "kept text is missing or altered", "ingest the article again to restore it"),
    "W213": Code(
        _W, "relation to no event", "correct the id, or remove the relation; until then it counts for nothing"
    ),
    "W214": Code(_W, "relation of an event to itself", "name the other event; until then it counts for nothing"),
    "W215": Code(_W, "what was seen cannot be read", "delete the file: then everything is new once more"),
    "E216": Code(
        _E,
        "undo would lose what was edited since",
        "take your edit back first, or mend the lines by hand; see 'git diff'",
    ),
    "W217": Code(
        _W,
        "judgement on what is not there",
        "correct the id, or remove the judgement; until then it counts for nothing",
    ),
    "E301": Code(_E, "date cannot be understood", "write it as YYYY-MM-DD, or as an article would say it"),
    "W302": Code(_W, "date has more than one reading", "choose one with 'timeline claim EVENT --when DATE'"),
    "W303": Code(_W, "no publication date to read relative dates against", "say it with --published YYYY-MM-DD"),
    "W401": Code(_W, "event without a claim", "say who says so: 'timeline claim EVENT --source ... --status ...'"),
    "W402": Code(_W, "source without a publication date", "add 'published' to the source, or 'on' to its claims"),
    "E403": Code(_E, "quote is not in the kept text", "correct the quote, or ingest the changed article again"),
    "W404": Code(_W, "quote stands elsewhere in the kept text", "correct 'at', or remove it"),
    "I405": Code(_I, "actor that nobody mentions", "remove it, or name it in the claims that mean it"),
    "E406": Code(_E, "impossible order", "reject one of the claims, or correct its date or its relation"),
    "W407": Code(_W, "unknown kind of event", "use a kind of the table; 'timeline edit EVENT --kind' changes it"),
    "W408": Code(_W, "reported as past, dated later", "correct the date, or the status"),
    "W409": Code(_W, "under embargo", "keep it out of what you publish until the embargo ends"),
    "I410": Code(_I, "embargo has passed", "remove 'embargo' from the claim"),
    "W411": Code(_W, "nothing tells which claim is newer", "add 'on' with its day to each of them"),
    "W412": Code(_W, "source published in the future", "correct 'published' of the source"),
    "W413": Code(_W, "dated before anybody could know of it", "correct the date, or the status, or split the event"),
    "I414": Code(
        _I, "two events are probably one", "say so: 'timeline merge ONE OTHER', or with --apart if they are two"
    ),
    "I415": Code(
        _I, "two actors are probably one", "say so: 'timeline actor merge ONE OTHER', or with --apart if they are two"
    ),
    "W416": Code(
        _W, "status goes back", "correct the status, or 'timeline split' the claim off: it may be about another event"
    ),
    "I417": Code(
        _I, "nothing tells when", "claim a date with 'timeline claim EVENT --when', or an order with 'timeline link'"
    ),
    "W418": Code(
        _W, "id was changed by hand", "change it back, and change the title instead: 'timeline edit EVENT --title'"
    ),
    "W501": Code(_W, "language has no pack", "say the language with --lang, or add the events by hand"),
    "W502": Code(_W, "language model is not installed", "install the extra that the message names"),
    "E503": Code(_E, "a part of the program is not installed", "install the extra that the message names"),
    "E504": Code(_E, "a file of a language pack is broken", "correct the line that the message names"),
    "W505": Code(_W, "article is in another language than was said", "say its language with --lang"),
    "E601": Code(_E, "output cannot be written", "free some space, mend the permissions, or name another file"),
    "E602": Code(_E, "request cannot be understood", "see what the command takes with --help"),
    "E603": Code(
        _E, "nothing has that id or name", "see what there is with 'timeline list', 'actor list', 'source list'"
    ),
    "E604": Code(_E, "something went wrong", "run the command again with -v -v and report what it prints"),
}
