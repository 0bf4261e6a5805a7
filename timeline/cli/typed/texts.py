"""The articles that `read`, `ingest`, `tag` and `extract` are given, and what is said beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from timeline.model.vocabulary import Breadth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from timeline.diagnostics import Diagnostic
    from timeline.pipeline.request import Request

Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCES...", help="Files, folders, patterns, addresses, archives, feeds, or - for what is piped in."
    ),
]
Published = Annotated[str | None, typer.Option("--published", metavar="DATE", help="When they were published.")]
Language = Annotated[str | None, typer.Option("--lang", metavar="CODE", help="Their language; else it is recognised.")]
Private = Annotated[
    bool, typer.Option("--allow-private", help="Also ask addresses that are not on the public internet.")
]
AcceptAbove = Annotated[
    float | None,
    typer.Option("--accept-above", min=0, max=1, metavar="SCORE", help="Accept the claims of at least that score."),
]

HowBroad = Annotated[
    Breadth,
    typer.Option(
        "--breadth",
        help="What is read: the news, or wide: everything that somebody by name says or does, at every mention.",
    ),
]


class Texts(NamedTuple):
    """Articles, or files of rows (.jsonl), whose answers have another shape."""

    names: list[str]
    published: str | None
    language: str | None
    private: bool
    breadth: Breadth = Breadth.NEWS

    def requests(self, tell: Callable[[Diagnostic], None]) -> Iterator[Request]:
        """One an article; `tell` is told what was left out. Raises `UsageError` for a folder without articles."""
        from timeline.cli.typed.articles import requested
        from timeline.pipeline.request import Request

        asked = Request("", None, self.published, self.language, breadth=self.breadth)
        return requested(self.names, asked, tell, private=self.private)


def texts(
    sources: Sources, published: Published = None, lang: Language = None, allow_private: Private = False
) -> Texts:
    """The options; used with `with_options`."""
    return Texts(sources, published, lang, allow_private)
