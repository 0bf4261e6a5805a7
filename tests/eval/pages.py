"""How often the publication day of a page is read right, against htmldate alone: forms of dates in frames that mislead.

`python tests/eval/pages.py [-v]`. The forms stand in `page_forms.yaml`. Each is read as it is, and in six frames: above and below the article
stand the day of today, lists of other articles, comments and a footer, with `<main>` and `<article>` around the article and without.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

import htmldate
import yaml

sys.path.insert(0, str(Path(__file__).parents[2]))

from timeline.ingest.language import detect
from timeline.ingest.page.html import read_bytes
from timeline.pipeline.dating import weighed

FORMS: Final = Path(__file__).parent / "page_forms.yaml"
TODAY: Final = date(2026, 11, 22)
_LATEST: Final = "2099-12-31"
_OTHERS: Final = (
    '<div class="{0}"><h3>Another harbour tale</h3><time datetime="2025-11-21T10:00:00Z">21 November 2025</time></div>'
    '<div class="{0}"><h3>Another tale of nets</h3><span class="date">20/11/2025</span></div>'
)
_MENU: Final = "".join(f"<li><a href={number}>Section number {number}</a></li>" for number in range(1, 9))
FRAMES: Final = (
    ("", ""),
    (
        f'<div id="top"><div>Saturday, November 22, 2025</div><ul>{_MENU}</ul></div>',
        _OTHERS.format("box-item") + "<p>© 2009-2025 The Brandholm Echo. Last generated 22.11.2025</p>",
    ),
    (
        '<header class="h relative"><span class="text-xs">22.11.2025</span></header><div>'
        + _OTHERS.format("slide")
        + "</div>",
        "<ul><li>Ole: 21.11.2025 10:00 nice</li><li>Ada 22/11/2025 good</li></ul>" + _OTHERS.format("x1a2b"),
    ),
    (
        '<div class="wrap"><div class="bar">sábado, 22 de noviembre de 2025</div></div>',
        f'<div class="elementor-widget">{_OTHERS.format("elementor-widget-posts")}</div><footer>Actualizado 22/11/2025</footer>',
    ),
)


class Read(NamedTuple):
    name: str
    form: dict[str, Any]
    framed: bool
    day: str | None
    told: bool
    alone: str | None

    @property
    def stated(self) -> bool:
        return self.form["published"] is not None


@cache
def forms() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(FORMS.read_text(encoding="utf-8"))
    return found


def pages(form: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The name of the frame, and the page in it."""
    plain = _page(form)
    for number, (above, below) in enumerate(FRAMES):
        framed = plain.replace("<body>", f"<body>{above}", 1).replace("</body>", f"{below}</body>")
        yield f"frame {number}", framed
        if number:
            bare = framed.replace("<main><article>", "<div><div>").replace("</article></main>", "</div></div>")
            yield f"frame {number}, unmarked", bare


def _page(form: dict[str, Any]) -> str:
    text = forms()["texts"][form["language"]]
    headline, (first, second) = text["headline"], text["paragraphs"]
    if "raw" in form:
        return str(form["raw"]).format(t=headline, a=first, b=second)
    head = f'<meta charset="utf-8"><title>{form.get("title", headline)}</title>{form.get("head", "")}'
    article = f"<h1>{form.get('h1', headline)}</h1>{form.get('area', '')}<p>{first}</p><p>{second}</p>"
    body = f"{form.get('before', '')}<main><article>{article}</article></main>{form.get('after', '')}"
    return f'<!doctype html><html lang="{form.get("html_lang", form["language"])}"><head>{head}</head><body>{body}</body></html>'


def read() -> Iterator[Read]:
    for form in forms()["forms"]:
        for frame, page in pages(form):
            document = read_bytes(page.encode(), form["name"], form.get("url"))
            said = document.model_copy(update={"language": detect(document.text)})
            found = weighed(said, None, TODAY, "UTC")
            alone = htmldate.find_date(page, original_date=True, url=form.get("url"), max_date=_LATEST)
            day = found.dct.day if found.dct else None
            yield Read(f"{form['name']}, {frame}", form, frame != "frame 0", day, bool(found.findings), alone)


def tally(some: list[Read]) -> Counter[str]:
    counts: Counter[str] = Counter(pages=len(some))
    for one in some:
        counts["stated"] += one.stated
        counts["right"] += one.stated and one.day == one.form["published"]
        counts["htmldate right"] += one.stated and one.alone == one.form["published"]
        counts["wrong and silent"] += one.day is not None and one.day != one.form["published"] and not one.told
    return counts


def main() -> None:
    found = list(read())
    for framed in (False, True):
        counts = tally([one for one in found if one.framed is framed])
        stated = counts["stated"]
        print(
            f"{'in frames' if framed else 'as they are':12} {counts['pages']} pages, {stated} state their day: "
            f"right {counts['right'] / stated:.1%}, htmldate alone {counts['htmldate right'] / stated:.1%}; "
            f"wrong without a word {counts['wrong and silent'] / counts['pages']:.1%}"
        )
    if "-v" in sys.argv:
        for one in found:
            if one.day != one.form["published"]:
                print(f"  {one.name}: {one.form['published']}, read as {one.day}{'' if one.told else ', silently'}")


if __name__ == "__main__":
    main()
