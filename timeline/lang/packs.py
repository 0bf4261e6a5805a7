"""Language packs: found by folder, loaded once, each part only when it is asked for."""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Final

from timeline.lang import yaml_data

if TYPE_CHECKING:
    from timeline.lang.claim_pack import ClaimPack
    from timeline.lang.time_pack import TimePack

_MANIFEST: Final = "manifest.yaml"
CLAIMS: Final = "claims.yaml"
"""The file that a pack has when articles in its language are read for claims."""
WORLD: Final = "world.yaml"
"""The file with what a language calls countries, offices and places."""


class LanguagePack:
    """The data of one language. Reading dates loads `time` alone; reading claims adds `claims`."""

    def __init__(self, code: str) -> None:
        self.code: Final = code

    def __repr__(self) -> str:
        return f"LanguagePack({self.code!r})"

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """Code, name, version, date order, first day of the week, authors, licence."""
        content: dict[str, Any] = yaml_data.read(f"{self.code}/{_MANIFEST}")
        return content

    @cached_property
    def time(self) -> TimePack:
        from timeline.lang import time_pack  # noqa: PLC0415  # a caller of `claims` alone does not pay for it

        return time_pack.load(self.code)

    @cached_property
    def claims(self) -> ClaimPack:
        from timeline.lang import claim_pack  # noqa: PLC0415  # a caller of `time` alone does not pay for it

        return claim_pack.load(self.code)

    @cached_property
    def wide_claims(self) -> ClaimPack:
        """With what is no news beside it."""
        from timeline.lang import claim_pack  # noqa: PLC0415  # hardly ever asked for

        return claim_pack.load(self.code, wide=True)


@cache
def available() -> tuple[str, ...]:
    """Codes of the languages that have a pack, sorted."""
    return tuple(sorted(found.parent.name for found in yaml_data.ROOT.glob(f"*/{_MANIFEST}")))


@cache
def having(file: str) -> tuple[str, ...]:
    """Codes of the languages whose pack has a file: a pack may read dates (`lexicon.yaml`) and no claims (`claims.yaml`)."""
    return tuple(code for code in available() if (yaml_data.ROOT / code / file).is_file())


@cache
def load(code: str) -> LanguagePack:
    """The pack of a language (ISO 639-1 code). Raises `LookupError` that lists the known ones."""
    if code not in available():
        raise LookupError(f"no language pack for {code!r}; known: {', '.join(available())}")
    return LanguagePack(code)
