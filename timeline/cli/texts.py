"""The texts that `tag` and `extract` are given, and what is said beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

if TYPE_CHECKING:
    from timeline.pipeline.request import Request


class Texts(NamedTuple):
    files: list[str]
    published: str | None
    language: str | None

    def request(self) -> Request:
        """What is known of each article, its name apart."""
        from timeline.pipeline.request import Request

        return Request("", None, self.published, self.language)


def texts(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILES...", help="Articles, folders of them, .jsonl files of texts, or - for what is piped in."
        ),
    ],
    published: Annotated[
        str | None, typer.Option("--published", metavar="DATE", help="When the articles were published.")
    ] = None,
    lang: Annotated[
        str | None, typer.Option("--lang", metavar="CODE", help="Their language; else it is recognised.")
    ] = None,
) -> Texts:
    """The options; used with `with_options`."""
    return Texts(files, published, lang)
