"""What one language brings to the reading of claims, compiled once: triggers, arguments, factuality, attribution, people."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Final

from timeline.lang import kinds
from timeline.lang.claim_triggers import Table, TriggerRule, compile_table, read
from timeline.lang.inflect import Inflector
from timeline.lang.yaml_data import ROOT
from timeline.lang.yaml_data import read as read_yaml
from timeline.model.vocabulary import Occurrence, Role

if TYPE_CHECKING:
    from collections.abc import Iterable


class ClaimPack:
    """Every attribute maps lower-case forms as they stand in texts; nothing needs a lemma at run time."""

    def __init__(self, code: str, *, wide: bool = False) -> None:
        """`wide`: with the rows of what is no news, behind the others."""
        self.code: Final = code
        self.wide: Final = wide
        self._data: Final[dict[str, Any]] = read_yaml(f"{code}/claims.yaml")
        forms: dict[str, Any] = read_yaml(f"{code}/claims-forms.yaml")
        self.verbs: Final = Inflector(forms["verbs"], forms["irregular_verbs"])
        self.nouns: Final = Inflector(forms["nouns"], forms["irregular_nouns"])
        self._adjectives: Final = Inflector(forms["adjectives"], forms["irregular_adjectives"])

    # Triggers

    @cached_property
    def _trigger_rows(self) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = read_yaml(f"{self.code}/claims-triggers.yaml")["triggers"]
        return [*rows, *self._beyond["triggers"]]

    @cached_property
    def _beyond(self) -> dict[str, Any]:
        """What is read beside the news, in a language that has the words for it."""
        path = f"{self.code}/claims-wide.yaml"
        there = self.wide and (ROOT / path).is_file()
        return dict(read_yaml(path)) if there else {"triggers": [], "states": []}

    @cached_property
    def rules(self) -> tuple[TriggerRule, ...]:
        return read(f"{self.code}/claims-triggers.yaml", self._trigger_rows, kinds.load(), self.nouns)

    @cached_property
    def triggers(self) -> Table:
        return compile_table(self._trigger_rows, self.rules, self.verbs, self.nouns, self.words("reflexives"))

    @cached_property
    def acts(self) -> tuple[TriggerRule, ...]:
        """Rows that stand behind any verb of an act."""
        return tuple(rule for rule in self.rules if rule.any_verb)

    @cached_property
    def no_acts(self) -> frozenset[str]:
        """Forms of verbs that tell of no act: states, sayings, thoughts, what only carries or governs another event."""
        if self.wide:
            return self._forms_of(self._beyond["states"])
        listed = self.verb_forms("states") | self.verb_forms("saying") | self.verb_forms("reacting")
        listed |= frozenset(self.governing_verbs) | frozenset(self.ordering)
        return listed - self.verb_forms("acts_by_themselves")

    # Closed classes of words

    @cache  # noqa: B019  # packs live as long as the process
    def words(self, name: str) -> frozenset[str]:
        """A plain list of the language's table, in lower case."""
        return frozenset(word.lower() for word in self._data.get(name, ()))

    @cached_property
    def prepositions(self) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
        """Last word of a preposition -> its words in full, longest first, with its class."""
        found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, phrases in self._data["prepositions"].items():
            for phrase in phrases:
                words = tuple(phrase.lower().replace("'", "' ").split())
                for last in self._contracted(words[-1]):
                    found.setdefault(last, []).append(((*words[:-1], last), name))
        return {last: tuple(sorted(rows, key=lambda row: -len(row[0]))) for last, rows in found.items()}

    def _contracted(self, word: str) -> tuple[str, ...]:
        return (word, *self._data["contractions"].get(word, ()))

    @cached_property
    def same_events(self) -> dict[str, int]:
        """Forms of nouns that may call one event -> their row; those of row 0 may call any."""
        rows: list[list[str]] = self._data.get("same_events", [])
        return {form: at for at, row in enumerate(rows) for word in row for form in self.nouns.forms(word)}

    @cached_property
    def negation_alone(self) -> frozenset[str]:
        return frozenset(self._data["negation"]["alone"])

    @cached_property
    def negation_with_particle(self) -> frozenset[str]:
        return frozenset(self._data["negation"]["with_particle"])

    @cached_property
    def negation_particles(self) -> frozenset[str]:
        return frozenset(self._data["negation"]["particles"])

    # Whether it happens

    def is_present(self, word: str) -> bool:
        """A verb's form that no past has, whatever the parser says of it."""
        return self._present_form.fullmatch(word) is not None

    @cached_property
    def _present_form(self) -> re.Pattern[str]:
        return re.compile("|".join(self._data["present_forms"]) or "(?!)")

    def is_imperfect(self, word: str) -> bool:
        """A verb's form that no conditional has, whatever the parser says of it."""
        return self._imperfect_form.fullmatch(word) is not None

    def is_conditional(self, word: str) -> bool:
        """A verb's form that no imperfect has, whatever the parser says of it."""
        return self._conditional_form.fullmatch(word) is not None

    def is_future(self, word: str) -> bool:
        """A verb's form that no present has, whatever the parser says of it."""
        return self._future_form.fullmatch(word) is not None

    def is_demonym(self, word: str) -> bool:
        """How one from a town or a land may be called: "Alsacienne"."""
        return self._demonym_form.fullmatch(word) is not None

    @cached_property
    def _demonym_form(self) -> re.Pattern[str]:
        return re.compile("|".join(self._data.get("demonym_forms", ())) or "(?!)")

    def is_infinitive(self, word: str) -> bool:
        """A form that no conjugated verb has, whatever the parser says of it."""
        return self._infinitive_form.fullmatch(word) is not None

    @cached_property
    def _infinitive_form(self) -> re.Pattern[str]:
        return re.compile("|".join(self._data.get("infinitive_forms", ())) or "(?!)")

    @cached_property
    def _future_form(self) -> re.Pattern[str]:
        return re.compile("|".join(self._data.get("future_forms", ())) or "(?!)")

    @cached_property
    def _conditional_form(self) -> re.Pattern[str]:
        return re.compile("|".join(self._data.get("conditional_forms", ())) or "(?!)")

    @cached_property
    def _imperfect_form(self) -> re.Pattern[str]:
        return re.compile("|".join(self._data.get("imperfect_forms", ())) or "(?!)")

    @cached_property
    def governing_verbs(self) -> dict[str, tuple[tuple[str, Occurrence], ...]]:
        """Form -> (word that must follow, or "", what it says of the event below); those with a word first."""
        found: dict[str, list[tuple[str, Occurrence]]] = {}
        for row in self._data["governors"]:
            for entry in row["verbs"]:
                words = [w for w in entry.replace("'", "' ").split() if w not in self.words("reflexives")]
                for form in self.verbs.forms(words[0]):
                    found.setdefault(form, []).append((" ".join(words[1:]), Occurrence(row["says"])))
        return {form: tuple(sorted(rows, key=lambda row: not row[0])) for form, rows in found.items()}

    @cached_property
    def governing_nouns(self) -> dict[str, Occurrence]:
        return {
            form: Occurrence(row["says"])
            for row in reversed(self._data["governors"])
            for word in row["nouns"]
            for form in self.nouns.forms(word)
        }

    @cache  # noqa: B019  # packs live as long as the process
    def possessives_of(self, pronoun: str) -> frozenset[str]:
        """The words for what is that person's ("he": "his"), in languages whose possessives tell who has it."""
        rows: dict[str, list[str]] = self._data.get("possessives_of", {})
        return frozenset(rows.get(pronoun, ()))

    @cached_property
    def reports(self) -> frozenset[str]:
        """Nouns of what somebody says happened, which somebody else may deny."""
        return frozenset(form for word in self._data.get("reports", ()) for form in self.nouns.forms(word))

    @cached_property
    def documents(self) -> frozenset[str]:
        """Nouns of what bodies write, whose words are theirs."""
        return frozenset(form for word in self._data.get("documents", ()) for form in self.nouns.forms(word))

    @cached_property
    def transparent(self) -> frozenset[str]:
        """Nouns that only introduce an event: "the start of the talks"."""
        return frozenset(form for word in self._data["transparent"] for form in self.nouns.forms(word))

    @cached_property
    def modifiers(self) -> dict[str, Occurrence]:
        return {
            form: Occurrence(says)
            for says, words in self._data["modifiers"].items()
            for word in words
            for form in self._adjectives.forms(word)
        }

    def verb_forms(self, name: str) -> frozenset[str]:
        """Every form of the verbs of a plain list."""
        return self._verb_forms(name)

    @cache  # noqa: B019  # packs live as long as the process
    def _verb_forms(self, name: str) -> frozenset[str]:
        return self._forms_of(self._data.get(name, ()))

    def _forms_of(self, words: Iterable[str]) -> frozenset[str]:
        return frozenset(form for word in words for form in self.verbs.forms(self._bare(word)))

    def _bare(self, entry: str) -> str:
        """The first word of a verb entry, its reflexive pronoun left out."""
        words = entry.replace("'", "' ").split()
        return words[1] if words[0] in self.words("reflexives") and len(words) > 1 else words[0]

    @cached_property
    def supports(self) -> dict[str, dict[str, frozenset[str]]]:
        """Place of the event noun (subject, passive, object) -> forms of the verbs that merely carry it there.

        With each form the words of which one must follow ("avoir *lieu*", "take *place*"); none when it is empty.
        """
        return {place: self._carriers(self._data["supports"][place]) for place in ("subject", "passive", "object")}

    def _carriers(self, entries: list[str]) -> dict[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = {}
        for entry in entries:
            tail = frozenset(entry.replace("'", "' ").split()[1:]) - {self._bare(entry)}
            for form in self.verbs.forms(self._bare(entry)):
                found[form] = found.get(form, frozenset()) | tail
        return found

    @cached_property
    def support_roles(self) -> dict[str, Role]:
        rows: dict[str, str] = self._data["supports"]["object_roles"]
        return {form: Role(role) for verb, role in rows.items() for form in self.verbs.forms(self._bare(verb))}

    @cached_property
    def presiding(self) -> frozenset[str]:
        return frozenset(form for word in self._data["presided_by"] for form in self._adjectives.forms(word))

    @cached_property
    def ordering(self) -> dict[str, str]:
        """Verbs whose subject happens before (after) their object."""
        return {
            form: order
            for order, verbs in self._data["order_verbs"].items()
            for verb in verbs
            for form in self.verbs.forms(self._bare(verb))
        }

    # Who

    @cached_property
    def people(self) -> dict[str, str]:
        """Forms of common nouns that are somebody -> person, group or organisation; a plural person is a group."""
        found: dict[str, str] = {}
        for sort in ("organisation", "group", "person"):
            for word in self._data["people"][sort]:
                for form in self.nouns.forms(word):
                    singular = form == word.lower()
                    found[form] = "group" if sort == "person" and not singular else sort
        return found

    @cached_property
    def products(self) -> frozenset[str]:
        """Forms of nouns of what is made and bears a name: "aircraft", "phone"."""
        return frozenset(form for word in self._data.get("products", ()) for form in self.nouns.forms(word))

    @cached_property
    def singular_people(self) -> frozenset[str]:
        return frozenset(word.lower() for sort in ("person", "organisation") for word in self._data["people"][sort])

    @cached_property
    def pair_numbers(self) -> frozenset[str]:
        return frozenset(self._data["pairs"]["numbers"])

    @cached_property
    def pair_nouns(self) -> dict[str, str]:
        """Plural nouns after "the two" -> people or states."""
        return {
            form: sort
            for sort in ("states", "people")
            for word in self._data["pairs"][sort]
            for form in self.nouns.forms(word)
        }

    @cached_property
    def pronouns(self) -> dict[str, str]:
        return {word: number for number, words in self._data["pronouns"].items() for word in words}


@cache
def load(code: str, *, wide: bool = False) -> ClaimPack:
    """The claim pack of a language that has one. Raises `timeline.lang.yaml_data.PackError` for a broken file."""
    return ClaimPack(code, wide=wide)
