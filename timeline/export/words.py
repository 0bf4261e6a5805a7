"""The words of the interface in one language, from `lang/xx/interface.yaml`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

from timeline.lang import kinds, yaml_data

if TYPE_CHECKING:
    from timeline.model.vocabulary import Occurrence

FALLBACK: Final = "en"
_FILE: Final = "interface.yaml"


class Words:
    """Sentences are named by their path in the file: `words.say("page.today")`."""

    def __init__(self, code: str, content: dict[str, Any]) -> None:
        self.code: Final = code
        self._content: Final = content
        self._found: Final[dict[str, Any]] = {}

    def at(self, path: str) -> Any:
        """Whatever stands at a dotted path. Raises `KeyError` for a path that no file has."""
        found: Any = self._found.get(path)
        if found is None:
            found = self._content
            for key in path.split("."):
                found = found[key]
            self._found[path] = found
        return found

    def say(self, path: str, **values: object) -> str:
        """The sentence at a path, its places filled."""
        sentence = str(self.at(path))
        return sentence.format(**values) if values else sentence

    def count(self, path: str, number: int, **values: object) -> str:
        """The sentence in the number that the language asks for; `{n}` is the number."""
        form = "one" if str(number) in map(str, self.at("singular")) else "other"
        return self.say(f"{path}.{form}", n=number, **values)

    @property
    def content(self) -> dict[str, Any]:
        """All of it, for whoever speaks elsewhere than here."""
        return self._content

    def occurrence(self, occurrence: Occurrence) -> str:
        return self.say(f"occurrence.{occurrence.value}")

    def kind(self, kind: str) -> str:
        """The label of a kind of event; a kind that the table does not know is its own label."""
        return kinds.label(kind, self.code)


@cache
def available() -> tuple[str, ...]:
    """Codes of the languages that the interface speaks, sorted."""
    return tuple(sorted(found.parent.name for found in yaml_data.ROOT.glob(f"*/{_FILE}")))


@cache
def load(language: str | None) -> Words:
    """The words of a language or of its region (`fr`, `fr-CA`); English for none, and for one that has no file."""
    wanted = (language or FALLBACK).replace("_", "-").split("-", maxsplit=1)[0].lower()
    code = wanted if wanted in available() else FALLBACK
    return Words(code, yaml_data.read(f"{code}/{_FILE}"))
