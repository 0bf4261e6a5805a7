"""A spaCy model without what is dear to load and never used here.

spaCy's own class of a language is not imported: its tokenizer stands in the model as patterns anyway, and importing the
French one compiles a pattern of a million characters, which takes longer than all the rest of the model.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from timeline.text.alternatives import matcher

if TYPE_CHECKING:
    from collections.abc import Sequence

_SEARCHES: Final = (
    ("prefix_search", "search"),
    ("suffix_search", "search"),
    ("infix_finditer", "finditer"),
    ("url_match", "match"),
)


def load(module: str, without: Sequence[str]) -> Any:
    """The pipeline of an installed model. Raises `ImportError`, `OSError` or `ValueError` as spaCy does."""
    import spacy  # noqa: PLC0415  # half a second to import

    folder = _folder(module)
    meta = spacy.util.get_model_meta(folder)
    pipeline = spacy.util.load_model_from_path(
        folder,
        meta=meta,
        exclude=[*without, "tokenizer"],
        config={"nlp.lang": _plain_language(meta["lang"])},
    )
    pipeline.tokenizer = _tokenizer(pipeline.vocab, folder / "tokenizer")
    return pipeline


def _folder(module: str) -> Path:
    """Where the model's data are: the package's folder has them in one of its own, named after the version."""
    spec = find_spec(module)
    if spec is None or spec.origin is None:
        raise ImportError(f"no package {module!r}")
    found = sorted(path.parent for path in Path(spec.origin).parent.glob("*/config.cfg"))
    if not found:
        raise OSError(f"{module!r} holds no model")
    return found[-1]


def _plain_language(code: str) -> str:
    """Registers, under a name of our own, a language that knows nothing but its code; other users of spaCy in this process
    keep theirs.
    """
    from spacy.language import BaseDefaults, Language  # noqa: PLC0415
    from spacy.util import registry, set_lang_class  # noqa: PLC0415

    name = f"timeline-{code}"
    if name not in registry.languages:
        set_lang_class(name, type("PlainLanguage", (Language,), {"lang": name, "Defaults": BaseDefaults}))
    return name


def _tokenizer(vocab: Any, file: Path) -> Any:
    """The model's own, with its list of exceptions as words that are tried by their beginning."""
    import re  # noqa: PLC0415

    import srsly  # noqa: PLC0415
    from spacy.tokenizer import Tokenizer  # noqa: PLC0415

    kept = srsly.msgpack_loads(file.read_bytes())
    patterns = {
        name: getattr(re.compile(kept[name]), way) for name, way in _SEARCHES if isinstance(kept.get(name), str)
    }
    words = kept.get("token_match")
    return Tokenizer(
        vocab,
        rules=kept["exceptions"],
        token_match=matcher(words) if isinstance(words, str) else None,
        faster_heuristics=kept.get("faster_heuristics", True),
        **patterns,
    )
