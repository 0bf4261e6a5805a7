"""Clauses: which verb carries an event noun, who is a verb's subject, whether it is passive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.claims.tree import phrases
from timeline.claims.tree.reading import NOWHERE
from timeline.model.vocabulary import Occurrence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.claims.events.triggers import Trigger
    from timeline.claims.tree.reading import Reading

_SUBJECTS: Final = ("nsubj", "nsubj:pass", "csubj")
_RAISING: Final = ("xcomp", "ccomp")
_DEEP: Final = 3
"""How many modals and planning verbs may stand above what they carry: "had been due to be held"."""
_OBLIQUE: Final = ("obl", "obl:arg", "obl:mod", "nmod", "iobj")


def carry(reading: Reading, trigger: Trigger) -> None:
    """Fills in the carrier of an event noun, or the voice of an event verb."""
    if trigger.verb:
        trigger.passive = not trigger.reflexive and is_passive(reading, trigger.place)
        return
    place = introduced(reading, _compound_head(reading, trigger))
    dep, head = reading.dep(place), reading.heads[place]
    relative = next(_relative(reading, place), NOWHERE)
    participle = next(_participle(reading, place), NOWHERE)
    if _exists(reading, place, head):
        trigger.carrier, trigger.carried_as, trigger.support = head, "subject", True
    elif dep in ("nsubj", "nsubj:pass") and reading.verbal(head):
        _carried(reading, trigger, head, "passive" if is_passive(reading, _content_verb(reading, head)) else "subject")
    elif dep == "obj" and reading.verbal(head):
        _carried(reading, trigger, head, "object")
    elif dep == "nsubj" and _under_way(reading, head):
        trigger.carrier, trigger.carried_as, trigger.support = head, "subject", True
    elif relative != NOWHERE:
        _carried(reading, trigger, relative, "passive" if is_passive(reading, relative) else "subject")
    elif participle != NOWHERE:
        _carried(reading, trigger, participle, "passive")
    elif dep in _OBLIQUE and reading.verbal(head) and _takes(reading, head) and not aside(reading, trigger):
        _carried(reading, trigger, head, "object")


def _exists(reading: Reading, noun: int, verb: int) -> bool:
    """Such as "There was a strike": the event stands behind, and a mere filler before the verb."""
    behind = reading.dep(noun) in ("xcomp", "nsubj", "obj") and verb < noun
    return behind and any(reading.lower[c] in reading.pack.words("fillers") for c in reading.with_dep(verb, "expl"))


def _under_way(reading: Reading, head: int) -> bool:
    """Such as "Une enquête est en cours", where the noun of the phrase carries the clause."""
    phrase = " ".join(reading.lower[max(0, head - 1) : head + 1])
    return phrase in reading.pack.words("under_way") and any(True for _ in reading.with_dep(head, "cop"))


def _takes(reading: Reading, verb: int) -> bool:
    """The verb takes its event behind a preposition: takes part in it, calls for it."""
    return reading.lower[verb] in reading.pack.support_roles or governs(reading, verb) is not None


def aside(reading: Reading, trigger: Trigger) -> bool:
    """Only the time or the ground of what the verb says: "was put off after an earthquake"."""
    classes, _ = phrases.preposition_before(reading, phrases.noun_edge(reading, trigger.place))
    return bool({"after", "before", "during", "cause"} & set(classes))


def introduced(reading: Reading, place: int) -> int:
    """The noun that introduces the event and stands for it in the clause, if there is one."""
    head = reading.heads[place]
    if reading.dep(place) == "nmod" and (reading.lower[head] in reading.pack.transparent or _given_up(reading, head)):
        return head
    return place


def _given_up(reading: Reading, noun: int) -> bool:
    """Such as "le projet de fusion a été abandonné": the plan that is given up stands for what was planned."""
    verb = reading.heads[noun]
    if reading.lower[noun] not in reading.pack.governing_nouns or not reading.verbal(verb):
        return False
    return reading.dep(noun) in ("nsubj:pass", "obj") and governs(reading, verb) is Occurrence.CANCELLED


def _compound_head(reading: Reading, trigger: Trigger) -> int:
    """Of a wording of several words, the one that hangs from outside."""
    for place in range(trigger.place, trigger.last):
        if not trigger.place <= reading.heads[place] < trigger.last or reading.heads[place] == place:
            return place
    return trigger.place


def _carried(reading: Reading, trigger: Trigger, verb: int, place: str) -> None:
    verb = _content_verb(reading, verb)
    trigger.carrier, trigger.carried_as = verb, place
    word = reading.lower[verb]
    tails = reading.pack.supports[place].get(word)
    if tails is not None:
        trigger.support = not tails or any(t in reading.lower[verb + 1 : verb + 5] for t in tails)
    trigger.support = trigger.support or (place == "object" and word in reading.pack.support_roles)


def _content_verb(reading: Reading, verb: int) -> int:
    """Under a modal, the infinitive that it carries: "doit se tenir", "is expected to be held"."""
    content = verb
    for _ in range(_DEEP):
        below = next((c for c in reading.with_dep(verb, "xcomp") if predicative(reading, c)), NOWHERE)
        if below == NOWHERE or not is_transparent(reading, verb):
            break
        verb = below
        content = verb if reading.verbal(verb) else content
    return content


def governs(reading: Reading, verb: int) -> Occurrence | None:
    """What a verb says of the event below it, its particle included ("call off")."""
    for tail, says in reading.pack.governing_verbs.get(reading.lower[verb], ()):
        if not tail or tail in " ".join(reading.lower[verb + 1 : verb + 4]):
            return says
    return None


def predicative(reading: Reading, place: int) -> bool:
    """A verb, or an adjective that takes an infinitive ("due to travel", "likely to meet")."""
    return reading.verbal(place) or (reading.tokens[place].pos == "ADJ" and governs(reading, place) is not None)


def is_transparent(reading: Reading, verb: int) -> bool:
    """Modals and planning verbs, which lend their subject to the infinitive below."""
    word = reading.lower[verb]
    pack = reading.pack
    return (
        reading.tokens[verb].pos == "AUX"
        or word in pack.verb_forms("future_aux")
        or word in pack.verb_forms("possible_aux")
        or word in pack.verb_forms("causatives")
        or governs(reading, verb) is not None
    )


def _relative(reading: Reading, place: int) -> Iterator[int]:
    """Verbs of relative clauses in which the noun is the subject."""
    relatives = reading.pack.words("relative_subject")
    for verb in reading.with_dep(place, "acl:relcl"):
        if any(reading.lower[s] in relatives for s in reading.with_dep(verb, *_SUBJECTS)):
            yield verb


def said_of(reading: Reading, place: int) -> Iterator[int]:
    """Verbs of its relative clauses that merely carry an event ("la foire, qui devait s'ouvrir vendredi, ...")."""
    for verb in _relative(reading, place):
        content = _content_verb(reading, verb)
        if any(reading.lower[content] in reading.pack.supports[way] for way in ("subject", "passive")):
            yield from {verb, content}


def _participle(reading: Reading, place: int) -> Iterator[int]:
    """Past participles right beside the noun, those that merely date it aside."""
    for verb in reading.with_dep(place, "acl", "nmod", "amod"):
        if (
            "VerbForm=Part" in reading.token(verb).morph
            and (verb > place or reading.dep(verb) != "amod")  # "televised address"
            and reading.verbal(verb)
            and reading.lower[verb] not in reading.pack.modifiers
        ):
            yield verb


def is_passive(reading: Reading, verb: int) -> bool:
    if any(True for _ in reading.with_dep(verb, "aux:pass", "nsubj:pass", "obl:agent")):
        return True
    token = reading.token(verb)
    past = "VerbForm=Part" in token.morph and ("Tense=Past" in token.morph or "Aspect=Perf" in token.morph)
    bare = not any(True for _ in reading.with_dep(verb, "aux", "aux:tense", "cop"))
    if past and bare and joined(reading, verb):
        return is_passive(reading, reading.heads[verb])
    return past and bare and reading.dep(verb) in ("acl", "amod", "nmod", "advcl")


def finite(reading: Reading, place: int) -> bool:
    """It is conjugated, or shares the auxiliary of the one before: no participle that merely describes somebody."""
    auxiliary = any(True for _ in reading.with_dep(place, "aux", "aux:tense", "aux:pass", "cop"))
    return auxiliary or "VerbForm=Fin" in reading.token(place).morph or joined(reading, place)


def joined(reading: Reading, verb: int) -> bool:
    """A participle that shares subject and auxiliary with the one before it: "ont été entendus puis relâchés"."""
    head = reading.heads[verb]
    if reading.dep(verb) != "conj" or head == verb or "VerbForm=Part" not in reading.token(head).morph:
        return False
    return not any(True for _ in reading.with_dep(verb, "nsubj", "nsubj:pass", "aux", "aux:tense", "aux:pass", "cop"))


def _lends(reading: Reading, verb: int) -> bool:
    return predicative(reading, verb) and is_transparent(reading, verb)


def verbs_above(reading: Reading, verb: int) -> Iterator[int]:
    """The verb and the modals and planning verbs above it, which share its subject and its adverbials."""
    yield verb
    while reading.dep(verb) in _RAISING and reading.heads[verb] != verb and _lends(reading, reading.heads[verb]):
        verb = reading.heads[verb]
        yield verb


def _planned(reading: Reading, verb: int, noun: int) -> bool:
    """An infinitive that completes a plan, a threat, ...: whose plan it is does it."""
    infinitive = any(reading.lower[c] in reading.pack.words("infinitive") for c in reading.children[verb])
    return infinitive and reading.lower[noun] in reading.pack.governing_nouns


def _owners(reading: Reading, noun: int) -> list[int]:
    """Those before the noun ("Alteon's plan to sell"), or it itself where nothing stands above it."""
    own = [c for c in reading.with_dep(noun, "nmod:poss") if reading.lower[c] not in reading.pack.words("possessives")]
    if own or reading.verbal(reading.heads[noun]):
        return own
    return list(reading.with_dep(noun, "compound", "nsubj")) or [noun]


def _told_to(reading: Reading, verb: int) -> list[int]:
    """Whom somebody urges, asks or forces does what the infinitive says: "a exhorté le maire à partir"."""
    head = reading.heads[verb]
    if reading.dep(verb) not in ("xcomp", "advcl", "obl") or reading.lower[head] not in reading.pack.verb_forms(
        "control"
    ):
        return []
    return [c for c in reading.with_dep(head, "obj", "iobj") if c < verb and reading.nominal(c)]


def subjects(reading: Reading, verb: int) -> list[int]:
    """Where the subject stands: its own, a modal's, the one before a conjunction, or what a participle or relative hangs from."""
    seen: set[int] = set()
    relatives = reading.pack.words("relative_subject")
    while verb not in seen:
        seen.add(verb)
        own = list(reading.with_dep(verb, "nsubj", "nsubj:pass"))
        if own:
            dep, head = reading.dep(verb), reading.heads[verb]
            relative = any(reading.lower[s] in relatives for s in own) and dep.startswith("acl")
            return [head] if relative else own
        dep, head = reading.dep(verb), reading.heads[verb]
        if told := _told_to(reading, verb):
            return told
        if (
            dep in (*_RAISING, "conj", "advcl")
            and (predicative(reading, head) or (dep == "xcomp" and reading.tokens[head].pos == "ADJ"))
            and (dep != "ccomp" or is_transparent(reading, head))
        ):
            verb = head
        elif dep in ("acl", "acl:relcl") and _planned(reading, verb, head):
            if owners := _owners(reading, head):
                return owners
            verb = reading.heads[head]
        elif dep in ("acl", "acl:relcl") and reading.nominal(head):
            return [head]
        else:
            return []
    return []


def with_appositions(reading: Reading, places: list[int]) -> list[int]:
    """The places and the names that stand beside them ("son épouse, Claire X")."""
    return [
        *places,
        *(
            child
            for place in places
            for child in reading.with_dep(place, "appos", "nmod", "flat:name", "compound")
            if reading.dep(child) == "appos" or _bears(reading, place, child)
        ),
    ]


def _bears(reading: Reading, noun: int, name: int) -> bool:
    """Such as "le navire Ocean Viking": a name that hangs bare right behind its noun, in a language whose nouns say the rest with prepositions."""
    capital = reading.tokens[name].text[0].isupper() and reading.tokens[noun].pos == "NOUN"
    bare = reading.dep(name) == "nmod" and not any(True for _ in reading.with_dep(name, "case", "det"))
    return capital and bare and noun < name <= noun + 2 and bool(reading.pack.words("partitives"))


def objects(reading: Reading, verb: int) -> list[int]:
    """Direct objects, or what a relative pronoun in that place stands for."""
    relatives = reading.pack.words("relative_object")
    found = []
    for place in reading.with_dep(verb, "obj"):
        relative = reading.lower[place] in relatives and reading.dep(verb) == "acl:relcl"
        found.append(reading.heads[verb] if relative else place)
    return [p for p in found if reading.lower[p] not in reading.pack.words("reflexives")]
