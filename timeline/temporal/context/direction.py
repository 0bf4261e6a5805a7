"""Which side a sentence looks to: the nearest cue of tense, modality or wording around an expression of time.

Cues are words and endings of the language's lexicon. Distance decides; commas and words that open a clause make it longer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from timeline.lang.time_lexicon import Lexicon
    from timeline.temporal.context.situation import Direction
    from timeline.temporal.matching.lattice import Lattice

REACH: Final = 14
_STOPS: Final = frozenset(';:!?\n()«»"“”[]')
_ENDS: Final = frozenset('!?\n»”"')
_GOES_ON: Final = frozenset(",;)")
_COMMA_COST: Final = 3
_CLAUSE_COST: Final = 5
_COSTS: Final = {"comma": _COMMA_COST, "clause": _CLAUSE_COST, "none": 0}
_SIDES: Final[dict[str, Direction]] = {"past": "past", "future": "future"}
_RIGHT_COST: Final = 3
"""What stands before a date holds it more often than what follows: "the men seen on Friday are to appear"."""
_MODAL_REACH: Final = 4
_COPULA_REACH: Final = 4
_SHORTEST_VERB: Final = 4
_VERBS: Final = frozenset({"%saying"})
"""Classes of verbs: being in them makes no ending less telling."""
_AIM: Final = "%aim_cue"
_CUES: Final = frozenset({"%past_cue", "%future_cue", "%plan_end", _AIM})
_AUXILIARY_REACH: Final = 3
_BRACKET_REACH: Final = 6


class Cue(NamedTuple):
    direction: Direction
    words: str
    distance: int


def look(lattice: Lattice, lexicon: Lexicon, start: int, end: int) -> Cue | None:
    """The nearest cue to the words `start`..`end` within their sentence, if there is one."""
    left = _scan(lattice, lexicon, range(start - 1, max(-1, start - 1 - REACH), -1), 0)
    right = _scan(lattice, lexicon, range(end, min(len(lattice.words.keys), end + REACH)), _RIGHT_COST)
    if left is not None and right is not None and _bracketed(lattice, start, end, right):
        return left
    found = [cue for cue in (left, right) if cue is not None]
    return min(found, key=lambda cue: cue.distance) if found else _copula(lattice, start, end)


def _bracketed(lattice: Lattice, start: int, end: int, right: Cue) -> bool:
    """Whether a modal before the date and the participle after it are one verb: "wird am 3. Mai eröffnet".

    Nothing may stand between the two that ends a clause, and only a few words on either side of the date.
    """
    keys = lattice.words.keys
    if right.direction != "past" or right.distance > _RIGHT_COST + _BRACKET_REACH:
        return False
    for at in range(end, end + right.distance - _RIGHT_COST - 1):
        if lattice.has(at, "%clause") or keys[at] == ",":
            return False
    for at in range(start - 1, max(-1, start - 1 - _BRACKET_REACH), -1):
        if keys[at] in _STOPS or keys[at] in {",", "."} or lattice.has(at, "%clause"):
            return False
        if lattice.has(at, "%modal"):
            return True
    return False


def _copula(lattice: Lattice, start: int, end: int) -> Cue | None:
    """Beside a date "is" looks ahead ("the final is on Sunday"), where no participle says that it is a perfect.

    So do the nouns of notices, which need no verb: "Raffle Saturday at the village hall".
    """
    keys = lattice.words.keys
    for places in (range(start - 1, max(-1, start - 1 - _COPULA_REACH), -1), range(end, min(len(keys), end + 1))):
        for at in places:
            if keys[at] in _STOPS or keys[at] in {",", "."}:
                break
            if lattice.has(at, "%copula") or lattice.has(at, "%announced"):
                return Cue("future", keys[at], _COPULA_REACH)
    return None


def _scan(lattice: Lattice, lexicon: Lexicon, places: range, cost: int) -> Cue | None:
    aims = places.step < 0
    roles = lattice.roles
    for at in places:
        cost += 1
        role = roles.get((at, aims))
        if role is None:
            role = roles[at, aims] = _role(lattice, lexicon, at, aims=aims)
        if role == "stop":
            return None
        if role in _SIDES:
            return Cue(_SIDES[role], lattice.words.keys[at], cost)
        cost += _COSTS[role]
    return None


def _role(lattice: Lattice, lexicon: Lexicon, at: int, *, aims: bool) -> str:
    """What a word is to a date near it: a side, an end of the way to look, a longer way, or nothing."""
    key = lattice.words.keys[at]
    if key in _STOPS or (key == "." and _ends_sentence(lattice, at)):
        return "stop"
    if key == ",":
        return "comma"
    side = side_of(lattice, lexicon, at, aims=aims)
    return side or ("clause" if lattice.has(at, "%clause") else "none")


def _ends_sentence(lattice: Lattice, at: int) -> bool:
    """Not the point of 58.4, of an initial (U.S.), of an ordinal (3. Mai), nor one that a small letter follows."""
    split = lattice.words
    if at + 1 >= len(split.keys) or at == 0:
        return True
    initial = split.ends[at - 1] - split.starts[at - 1] == 1 and lattice.text[split.starts[at - 1]].isupper()
    ordinal = split.keys[at - 1].isdecimal() and lattice.has(at + 1, "%month")
    following = lattice.text[split.starts[at + 1]]
    return not (initial or ordinal or following in _GOES_ON or lattice.glued(at + 1) or following.islower())


def same_sentence(lattice: Lattice, end: int, start: int) -> bool:
    """Whether nothing between two places ends a sentence: what looked ahead still does ("will sell bills Monday, notes Tuesday")."""
    keys = lattice.words.keys
    return not any(
        (keys[at] in _STOPS and keys[at] != ":") or (keys[at] == "." and _ends_sentence(lattice, at))
        for at in range(end, start)
    )


def new_sentence(lattice: Lattice, end: int, start: int) -> bool:
    """Whether a sentence ends between two places; a colon, as in "Sunday 29: start at 9", ends none; a quotation that closes does."""
    keys = lattice.words.keys
    return any(
        keys[at] in _ENDS or (keys[at] == "." and _ends_sentence(lattice, at)) or lattice.ends_paragraph(at)
        for at in range(end, start)
    )


def is_cue(lattice: Lattice, lexicon: Lexicon, at: int) -> bool:
    """Whether a word looks to a side: mostly, it is a verb."""
    return side_of(lattice, lexicon, at) is not None


def side_of(lattice: Lattice, lexicon: Lexicon, at: int, *, aims: bool = True) -> Direction | None:
    """What the longest cue here says: "have until" is none of the past, though "have" is. `aims`: infinitives count."""
    if not aims and _in_aim(lattice, at):
        return None
    cues = [(end, name) for name, _, end in lattice.edges.get(at, ()) if name in _CUES and (aims or name != _AIM)]
    if cues:
        longest = max(end for end, _ in cues)
        if (longest, "%future_cue") in cues or (longest, _AIM) in cues:
            return _unless_past(lattice, at)
        return _unless_modal(lattice, lexicon, at)
    if _ends_like(lexicon.future_ends, lexicon, lattice, at):
        return "future"
    if _ends_like(lexicon.past_ends, lexicon, lattice, at):
        return _unless_modal(lattice, lexicon, at)
    return None


def _ends_like(endings: tuple[str, ...], lexicon: Lexicon, lattice: Lattice, at: int) -> bool:
    """Whether a word that is in no class but those of verbs has one of these endings of verbs."""
    key = lattice.words.keys[at]
    return (
        len(key) >= _SHORTEST_VERB
        and key.endswith(endings)
        and all(name in _VERBS or name[0] == "=" for name, _, _ in lattice.edges.get(at, ()))
        and key not in lexicon.not_verbs
    )


def _in_aim(lattice: Lattice, at: int) -> bool:
    """Whether the word is the verb of an infinitive that starts at the word before."""
    return any(name == _AIM and end > at for name, _, end in lattice.edges.get(at - 1, ()))


def _unless_past(lattice: Lattice, at: int) -> Direction:
    """The form of the present looks ahead, unless an auxiliary of the past stands before it: "did not return calls"."""
    near = range(max(0, at - _AUXILIARY_REACH), at)
    return "past" if any(lattice.has(before, "%past_auxiliary") for before in near) else "future"


def _unless_modal(lattice: Lattice, lexicon: Lexicon, at: int) -> Direction:
    """A participle looks back, unless a modal stands before it: "will be announced", "doit être annoncé"."""
    for before in range(at - 1, max(-1, at - 1 - _MODAL_REACH), -1):
        key = lattice.words.keys[before]
        if key in _STOPS or key in {",", "."}:
            break
        if lattice.has(before, "%modal") or _ends_like(lexicon.future_ends, lexicon, lattice, before):
            return "future"
    return "past"
