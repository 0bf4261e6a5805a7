"""`timeline review`: what each key asks and says, what a page shows, and a real terminal with somebody at the keys."""

from __future__ import annotations

import io
import json
import os
import signal
from collections import deque
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

import pytest
from rich.console import Console

from tests.cli.conftest import Timeline
from tests.cli.suggested import TEXT, written
from tests.cli.test_terminal import piped
from tests.cli.typist import ESCAPE, typing
from timeline.cli.reviewing.dialogue import Beside, Dialogue
from timeline.cli.reviewing.page import marked
from timeline.cli.reviewing.passage import Mark, Passage, passage
from timeline.cli.reviewing.screen import Terminal
from timeline.cli.reviewing.session import Session
from timeline.cli.shown.answer import Answer
from timeline.config import Settings
from timeline.model.change import Judge
from timeline.model.ledger import Claim, Event, Judgement, Ledger
from timeline.model.vocabulary import Stance
from timeline.pipeline.explaining import Explanation, Step
from timeline.pipeline.typed import Desk
from timeline.query.suggestions import suggestions
from timeline.store.yaml_ledger import YamlStore

KEYS = "q quit"


class Played:
    """Presses and types what it was given, then `q`."""

    def __init__(self, *keys: str | None) -> None:
        self._keys = deque(keys)
        self.asked: list[str] = []

    def key(self) -> str:
        return self._keys.popleft() or "" if self._keys else "q"

    def line(self, question: str) -> str | None:
        self.asked.append(question)
        return self._keys.popleft()


class Seen:
    """`messages`: what was said about each key; `at`: the claim that was then shown."""

    def __init__(self) -> None:
        self.messages: list[str] = []
        self.at: list[str | None] = []
        self.cues: list[str | None] = []
        self.below: list[str] = []

    def draw(self, session: Session, cue: str | None, message: str) -> None:
        self.messages.append(message)
        self.at.append(session.current.claim.id if session.current else None)
        self.cues.append(cue)

    def lines(self, words: Sequence[str]) -> None:
        self.below += words

    def answer(self, told: Answer) -> None:
        self.below += [row["words"] for section in told.sections for row in section.rows]


@pytest.fixture
def store(folder: Path) -> YamlStore:
    return written(folder)


def session_of(store: YamlStore) -> Session:
    ledger = store.load()
    settings = Settings(store.path, date(2025, 10, 19), datetime(2025, 10, 19, 9, tzinfo=UTC))
    return Session(suggestions(ledger), ledger, store.apply, lambda now: Desk(now, settings, store.read_text))


def play(store: YamlStore, *keys: str | None) -> tuple[Seen, Played]:
    seen, hand = Seen(), Played(*keys)

    def explain(ledger: Ledger, event: Event, claim: Claim) -> Explanation:
        del ledger
        return Explanation(event, claim, (Step("status", "doit", "decides: expected"),), found=True)

    Dialogue(session_of(store), hand, seen, Beside(explain, store.load)).run()
    return seen, hand


def stances(store: YamlStore) -> dict[str, Stance]:
    return {claim.id: claim.stance for event in store.load().events.values() for claim in event.claims}


@pytest.mark.parametrize(
    ("keys", "messages"),
    [
        (["a"], ["accepted"]),
        (["r", ""], ["rejected"]),
        (["r", None], ["nothing was done"]),
        ([" ", "n", "b"], ["", "", ""]),
        (["b"], ["this is the first"]),
        (["u"], ["nothing of this review is left to take back"]),
        (["a", "u"], ["accepted", "taken back: accepted"]),
        (["z"], ["no such key; ? tells what there is"]),
        (["e", "z"], ["nothing was done"]),
        (["e", "d", ""], ["nothing was done"]),
        (["e", "d", "18 octobre 2025"], ["'18 octobre 2025' was read as Sat 18 Oct 2025"]),
        (["e", "s", "did not occur"], ["status: did not occur"]),
        (["e", "k", "sommet", "summit"], ["kind: summit"]),
        (["e", "t", "Autre titre"], ["the event has another title"]),
        (["m", None], ["nothing was done"]),
        (["m", "rencontre", "x"], ["nothing was done"]),
        (["m", "rencontre", "9"], ["nothing was done"]),
        (["m", "nulle part"], ["no other event has 'nulle part'"]),
        (["s", None], ["nothing was done"]),
        (["n", "s"], ["", "it is the only claim of its event already; press e, then t, for another title"]),
        (["n", "m", "sommet", "1", "n"], ["", "nothing was done"]),
        (["?", "a"], [""]),
    ],
    ids=str,
)
def test_what_a_key_answers(keys: list[str | None], messages: list[str], store: YamlStore) -> None:
    seen, _ = play(store, *keys)
    assert seen.messages == ["", *messages]


def test_a_wrong_answer_is_asked_for_again_with_the_reason(store: YamlStore) -> None:
    before = store.path.read_bytes()
    seen, hand = play(store, "e", "d", "trois heures durant", "")
    assert len(hand.asked) == 2
    assert "which is no day" in seen.below[-1]
    assert store.path.read_bytes() == before
    seen, _ = play(store, "e", "s", "peut-être", "")
    assert "no status is called 'peut-être'" in seen.below[-1]
    seen, _ = play(store, "e", "k", "visitt", "")
    assert "did you mean visit" in seen.below[-1]


def test_merging_asks_which_and_whether_all(store: YamlStore) -> None:
    seen, _ = play(store, "m", "", "1", "y")
    numbered = [line for line in seen.below if line.startswith("1  ")]
    assert "Rencontre entre Hugo Valmy et Ines Orban" in numbered[0]
    assert "visit is empty and gone" in seen.messages[-1]
    assert [claim.id for claim in store.load().events["met"].claims] == ["c000004", "c000001", "c000005"]


def test_merging_one_of_several(store: YamlStore) -> None:
    seen, _ = play(store, "m", "rencontre entre", "1", "n", "a")
    assert seen.messages[1:] == ["put under met; it is a suggestion still: a accepts it", "accepted"]
    assert "visit" in store.load().events


def test_an_order_that_would_go_is_asked_about(store: YamlStore) -> None:
    seen, _ = play(store, "n", "m", "sommet", "1", "y")
    assert (
        "c000002 says before summit: of one event that cannot be said and would go. y: merge, other: no" in seen.below
    )
    assert "stay" not in store.load().events


def test_splitting_keeps_the_title_unless_another_is_typed(store: YamlStore) -> None:
    play(store, "s", "")
    assert store.load().events["valmy-recoit-orban"].title == "Valmy reçoit Orban"


def test_explaining_tells_the_cue_from_then_on(store: YamlStore) -> None:
    seen, _ = play(store, "x", " ", "n", "b")
    assert "doit" in seen.below
    assert seen.cues == [None, "doit", None, "doit"]


def test_behind_the_last_one(store: YamlStore) -> None:
    seen, _ = play(store, "n", "n", "n", "n", "a", "a", "e", "m", "b", "n", "u")
    assert seen.at[5:] == [None, None, None, None, "c000005", None, "c000005"]
    assert seen.messages[-1] == "taken back: accepted"


def test_a_change_that_no_longer_fits_is_told_and_the_ledger_read_again(store: YamlStore) -> None:
    class Meddler(Played):
        def line(self, question: str) -> str | None:
            store.apply([Judge(claim="c000001", judgement=Judgement(stance=Stance.ACCEPTED))])
            return super().line(question)

    seen = Seen()
    explained = Beside(lambda _, event, claim: Explanation(event, claim, (), found=False), store.load)
    Dialogue(session_of(store), Meddler("m", "rencontre entre", "1", "n"), seen, explained).run()
    assert seen.messages[-1].startswith("claim 'c000001' is no longer a suggestion: it was accepted (read again")
    assert stances(store)["c000001"] is Stance.ACCEPTED


# What is shown


def drawn(store: YamlStore, skip: int, *, colour: bool, width: int = 90) -> str:
    screen = io.StringIO()
    system: Literal["standard"] | None = "standard" if colour else None
    console = Console(file=screen, width=width, force_terminal=colour, color_system=system)
    session = session_of(store)
    for _ in range(skip):
        session.skip()
    Terminal(console, store.read_text, brackets=not colour).draw(session, "doit", "done")
    return screen.getvalue()


def test_a_page(store: YamlStore) -> None:
    assert [line.rstrip() for line in drawn(store, 0, colour=False).splitlines()] == [
        "1 of 5  L'Estuaire, Valmy attendu à Nantes, Thu 16 Oct 2025",
        "Valmy reçoit Orban  visit  visit",
        "  c000005  suggested  Fri 17 Oct 2025, occurred  (Dépêche, Sat 18 Oct 2025)  “l'a reçue h…",
        "",
        "claim     c000001  suggested",
        "date      “vendredi” → Fri 17 Oct 2025 (EDTF 2025-10-17); may also be Fri 10 Oct 2025",
        "status    expected  decided by: doit",
        "where     Nantes",
        "who       Hugo Valmy (host), Ines Orban (visitor)",
        "score     0.90  rule fr-recevoir, parser surface",
        "",
        "Le ministre <Hugo Valmy> [doit recevoir {vendredi} à Nantes <la maire> <Ines Orban>].",
        "Cette rencontre durera deux heures.",
        "",
        "done",
        "a accept  r reject  e edit  m merge  s split  space next  b back  u undo  x explain  ?",
        "help  q quit",
    ]


def test_a_page_with_everything(store: YamlStore) -> None:
    shown = drawn(store, 3, colour=False)
    assert "said by   un adjoint\n" in shown
    assert "before    Rencontre\n" in shown
    assert "[<Hugo Valmy> a rencontré <Ines Orban> {mardi} à Nantes], selon <un adjoint>." in " ".join(shown.split())


def test_other_claims_stay_in_one_line(store: YamlStore) -> None:
    line = next(line for line in drawn(store, 0, colour=False, width=60).splitlines() if "c000005" in line)
    assert len(line) <= 60
    assert line.endswith("…")


def test_colours(store: YamlStore) -> None:
    shown = drawn(store, 0, colour=True)
    assert "\x1b[1;4;32mvendredi\x1b[0m" in shown
    assert "\x1b[1;4;36mInes Orban\x1b[0m" in shown
    assert "\x1b[1;36mHugo Valmy\x1b[0m" in shown
    assert "[doit" not in ESCAPE.sub("", shown)


def test_without_the_kept_text_the_claim_tells_what_it_knows(store: YamlStore) -> None:
    for path in (store.path.parent / "sources").iterdir():
        path.unlink()
    shown = drawn(store, 0, colour=False)
    assert "Le ministre <Hugo Valmy> [doit recevoir {vendredi}" in shown
    assert "(the article's text is not kept)" in shown


def test_brackets_nest() -> None:
    found = Passage("abc def", (Mark(0, 7, "quote"), Mark(0, 3, "actor"), Mark(4, 7, "date")), kept=True)
    assert marked(found, brackets=True).plain == "[<abc> {def}]"
    assert marked(found, brackets=False).plain == "abc def"


def test_a_long_paragraph_is_cut_around_the_quote(store: YamlStore) -> None:
    text = f"{'mot ' * 2000}ils se verront demain {'suite ' * 2000}fin."
    start = text.index("ils se")
    claim = Claim(id="c", source="estuaire-2025-10-16", quote="ils se verront demain", at=(start, start + 21))
    found = passage(claim, store.load(), lambda _: text)
    assert found is not None
    assert len(found.words) < 1300
    assert found.words.startswith("… mot")
    assert found.words.endswith("suite …")
    quote = found.marks[0]
    assert found.words[quote.start : quote.end] == "ils se verront demain"


def test_an_article_cannot_take_over_the_page(store: YamlStore) -> None:
    claim = Claim(id="c", source="desk", quote="a\x1b[31mb\nc", around=("\x07", "\x9b"))
    found = passage(claim, store.load(), store.read_text)
    assert found is not None
    assert found.words == "  [31mb c ".replace("  ", " a ", 1)


# Without a terminal


def test_a_pipe_gets_the_list_and_the_commands(store: YamlStore, timeline: Timeline) -> None:
    before = store.path.read_bytes()
    done = timeline("review")
    lines = done.stdout.splitlines()
    assert (done.exit_code, len(lines)) == (0, 10)
    assert [line.split()[0] for line in lines[1:6]] == ["c000001", "c000002", "c000003", "c000004", "c000005"]
    assert lines[6].startswith("5 to review: 'timeline review' on a terminal")
    assert lines[7:9] == ["  timeline accept c000001", "  timeline reject c000001 --why WORDS"]
    assert store.path.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "claims"),
    [
        (["visit"], ["c000001", "c000005"]),
        (["Sommet des ports"], ["c000003"]),
        (["--source", "depeche-2025-10-18"], ["c000005"]),
        (["--below", "0.8"], ["c000002", "c000005"]),
        (["--kind", "meeting"], ["c000002", "c000004", "c000005"]),
        (["--kind", "meeting", "--below", "0.65"], ["c000002"]),
        (["--as-of", "2025-10-16"], ["c000001", "c000002", "c000003", "c000004"]),
        (["council"], []),
    ],
    ids=str,
)
def test_which_are_reviewed(words: list[str], claims: list[str], store: YamlStore, timeline: Timeline) -> None:
    assert store.path.exists()
    done = timeline("review", *words, "-O", "json")
    assert done.exit_code == 0
    assert [row["id"] for row in json.loads(done.stdout)] == claims


def test_nothing_to_review(story: Path, timeline: Timeline) -> None:
    assert story.exists()
    timeline("accept", "talks")
    done = timeline("review")
    assert (done.exit_code, done.stdout) == (0, "nothing to review\n")


@pytest.mark.parametrize(
    ("words", "code"),
    [(["nowhere"], 2), (["--source", "estuaire"], 2), (["--kind", "visitt"], 2), (["--below", "2"], 2)],
    ids=str,
)
def test_what_is_not_there(words: list[str], code: int, store: YamlStore, timeline: Timeline) -> None:
    assert store.path.exists()
    assert timeline("review", *words).exit_code == code


def test_a_pipe_in_a_process(store: YamlStore, folder: Path) -> None:
    assert store.path.exists()
    done = piped(["review"], folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert "\x1b" not in done.stdout


# On a terminal

on_posix = pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are POSIX")


@on_posix
def test_somebody_at_the_keys(store: YamlStore, folder: Path) -> None:
    before = store.path.read_text(encoding="utf-8")
    with typing(["review"], folder) as hand:
        assert "1 of 5" in hand.wait(KEYS)
        assert "accepted" in hand.press("a", KEYS)
        assert stances(store)["c000001"] is Stance.ACCEPTED  # at once
        hand.press("m", "words of it")
        hand.press("rencontre entre\r", "which?")
        hand.press("1", "y: merge")
        assert "put under met; stay is empty and gone" in hand.press("y", KEYS)
        hand.press("r", "why")
        assert "3 of 5" in hand.press("déjà dit\r", KEYS)
        hand.press("e", "t title")
        hand.press("d", "its date")
        hand.press("bientôt\r", "its date")
        assert "was read as Fri 24 Oct 2025" in hand.press("24 octobre 2025\r", KEYS)
        assert "4 of 5" in hand.press("\x1b[C", KEYS)
        assert "1 accepted, 1 merged, 1 rejected" in hand.press("\x1b[D", KEYS)
        for done in ("corrected", "rejected", "merged", "accepted"):
            assert f"taken back: {done}" in hand.press("u", KEYS)
        assert "nothing was decided; 5 left to review" in hand.press("q", "left to review")
        assert hand.leave() == 0
    assert store.load() == YamlStore(_copy(folder, before)).load()


def _copy(folder: Path, text: str) -> Path:
    path = folder / "before.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@on_posix
def test_an_interruption_loses_nothing(store: YamlStore, folder: Path) -> None:
    with typing(["review"], folder) as hand:
        hand.wait(KEYS)
        hand.press("a", KEYS)
        hand.press("r", "why")
        assert "nothing was done" in hand.press("\x03", KEYS)
        hand.press("\x03", "1 accepted; 4 left to review")
        assert hand.leave() == 130
    assert stances(store)["c000001"] is Stance.ACCEPTED
    assert stances(store)["c000002"] is Stance.SUGGESTED


@on_posix
def test_a_killed_review_loses_nothing(store: YamlStore, folder: Path) -> None:
    with typing(["review"], folder) as hand:
        hand.wait(KEYS)
        hand.press("a", KEYS)
        hand.process.send_signal(signal.SIGKILL)
        hand.process.wait()
    assert stances(store)["c000001"] is Stance.ACCEPTED


@on_posix
def test_no_colour_means_brackets(store: YamlStore, folder: Path) -> None:
    assert store.path.exists()
    with typing(["review"], folder, NO_COLOR="1") as hand:
        assert "[doit recevoir {vendredi} à Nantes <la maire> <Ines Orban>]" in hand.wait(KEYS).replace("\n", " ")
        hand.press("q", "left to review")
    with typing(["review"], folder) as hand:
        assert TEXT.splitlines()[0] in hand.wait(KEYS).replace("\n", " ")
        hand.press("q", "left to review")


@on_posix
@pytest.mark.parametrize("words", [["-O", "json"], ["--dry-run"]], ids=str)
def test_a_terminal_that_is_not_asked(words: list[str], store: YamlStore, folder: Path) -> None:
    assert store.path.exists()
    with typing(["review", *words], folder) as hand:
        assert hand.leave() == 0
        assert "c000001" in hand.seen
