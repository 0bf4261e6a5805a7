"""Ledgers that are wrong, with what is said about them: (code, line, column, words of the message)."""

from __future__ import annotations

Finding = tuple[str, int, int, str]

HEAD = """\
timeline: 1
sources:
  s: {title: S}
actors:
  donald-trump: {name: Donald Trump}
events:
  a:
    title: A
    claims:
      - """  # line 10, column 9

TWO = HEAD.replace("events:\n", "events:\n  b:\n    title: B\n    claims: []\n")  # line 13, column 9

ODD: dict[str, tuple[str, Finding]] = {
    "a relation to nothing": (
        HEAD + "{source: desk, says: expected, relations: [{before: b}]}\n", ("W213", 10, 61, "no event 'b'")
    ),
    "a relation to itself": (
        HEAD + "{source: desk, says: expected, relations: [{after: a}]}\n", ("W214", 10, 60, "with itself")
    ),
}  # fmt: skip
"""What is told, while the rest still answers."""

MALFORMED: dict[str, tuple[str, Finding]] = {
    "an open quote": ('a: "x\n', ("E201", 2, 1, "closing quote")),
    "an open bracket": ("actors:\n  x: {name: X, aliases: [A\n  y: {name: Y}\n", ("E201", 3, 4, "expected ']'")),
    "two colons": ("events:\n  a:\n    title: Trump: visite\n", ("E201", 3, 17, "put the value in quotes")),
    "a key out of line": ("events:\n  a:\n    title: A\n   kind: b\n", ("E201", 4, 4, "lines up")),
    "no colon": ("events:\n  a:\n    title A\n    kind: b\n", ("E201", 4, 9, "on the line above")),
    "a line without a colon at the end": ("a:\n  - b\nc\n", ("E201", 4, 1, "no colon")),
    "an apostrophe in single quotes": ("a: 'l'Elysee'\n", ("E201", 1, 7, "after the closing quote")),
    "a bracket of another kind": ("a: [b, c}\n", ("E201", 1, 4, "another kind")),
    "a line inside brackets": ("a: {b: c\nd: e\n", ("E201", 2, 2, "closing bracket")),
    "a key after items": ("a:\n  - b\n  c: d\n", ("E201", 3, 3, "'- '")),
    "a backslash": ('a: "C:\\q"\n', ("E201", 1, 4, "backslash")),
    "a tab": ("events:\n\ta: b\n", ("E201", 2, 2, "expected spaces")),
    "a sign at the start": ("events:\n  a:\n    title: @x\n", ("E201", 3, 12, "quotes around the value")),
    "a merge conflict of which no version is YAML": (
        "events:\n<<<<<<< HEAD\n  a: {title: A\n=======\n  a: {title: B}\n>>>>>>> main\n",
        ("E201", 2, 1, "merge conflict"),
    ),
    "a list": ("- a\n- b\n", ("E201", 1, 1, "a list")),
    "a word": ("hello\n", ("E201", 1, 1, "single value")),
    "two documents": ("a: 1\n---\nb: 2\n", ("E201", 1, 1, "more than one document")),
    "a NUL": ("timeline: 1\nevents: x\0y\n", ("E201", 2, 10, "NUL")),
}

WRONG: dict[str, tuple[str, tuple[Finding, ...]]] = {
    "a merge conflict": (
        "events:\n<<<<<<< HEAD\n  a: {title: A}\n=======\n  a: {title: B}\n>>>>>>> main\n",
        (("E201", 2, 1, "merge conflict"),),
    ),
    "two merge conflicts and another mistake": (
        HEAD
        + "source: desk\n<<<<<<< ours\n        says: expected\n||||||| base\n=======\n        says: cancelled\n>>>>>>> theirs\n"
        + "  b:\n<<<<<<< ours\n    title: B\n=======\n    title: C\n>>>>>>> theirs\n    knd: visit\n",
        (("E201", 11, 1, "first version"), ("E201", 18, 1, "merge conflict"), ("E202", 23, 5, "'kind'")),
    ),
    "a version from the future": ("timeline: 2\n", (("E206", 1, 11, "version 2"),)),
    "a section that is none": ("event:\n  a: {title: A}\n", (("E202", 1, 1, "did you mean 'events'"),)),
    "a list of events": ("events: [a]\n", (("E206", 1, 9, "each under its id"),)),
    "a zone that is none": ("timezone: Europe/Pari\n", (("E206", 1, 11, "did you mean 'Europe/Paris'"),)),
    "an unknown key": (HEAD + "{source: desk, plcae: x}\n", (("E202", 10, 24, "did you mean 'place'"),)),
    "an unknown key in a date": (HEAD + "{source: desk, when: {edft: x}}\n", (("E202", 10, 31, "did you mean 'edtf'"),)),
    "a key missing": (HEAD + "says: expected\n", (("E205", 10, 9, "'source'"),)),
    "a title missing": ("events:\n  a: {kind: visit}\n  b:\n", (("E205", 2, 3, "'title'"), ("E206", 3, 5, "title"))),
    "a title left empty": ("events:\n  a:\n    title:\n  b: {title: ~}\n", (("E205", 2, 3, "title"), ("E205", 4, 3, "title"))),
    "a word that is none": (
        HEAD + "{source: desk, says: expcted}\n",
        (("E206", 10, 30, "did you mean 'expected'?; allowed: proposed, doubtful,"),),
    ),
    "a role that is none": (HEAD + "{source: desk, actors: {hots: donald-trump}}\n", (("E206", 10, 33, "did you mean 'host'"),)),
    "a signal that is none": ("sources:\n  s:\n    signal: guess\n", (("E206", 3, 13, "allowed: given, front-matter"),)),
    "nobody": (HEAD + "{source: desk, actors: {host: donald-trmp}}\n", (("E204", 10, 39, "did you mean 'donald-trump'"),)),
    "one of several is nobody": (HEAD + "{source: desk, actors: {host: [donald-trump, x]}}\n", (("E204", 10, 39, "no actor 'x'"),)),
    "no such source": (HEAD + "{source: t}\n", (("E204", 10, 18, "no source 't'"),)),
    "a relation that is none": (HEAD + "{source: desk, relations: {befor: a}}\n", (("E202", 10, 36, "did you mean 'before'"),)),
    "a gap that is none": (TWO + "{source: desk, relations: [{before: b, gap: 3 days}]}\n", (("E206", 13, 53, "P3D"),)),
    "days between what is during": (TWO + "{source: desk, relations: [{during: b, gap: P3D}]}\n", (("E206", 13, 36, "before or after"),)),
    "more days than at most": (TWO + "{source: desk, relations: [{after: b, gap: P3D, within: P1D}]}\n", (("E206", 13, 36, "leave no day"),)),
    "a preference for nothing": (HEAD + "{source: desk, preferred: {about: [mood]}}\n", (("E206", 10, 43, "'mood'"),)),
    "a resemblance to nothing": (
        "sources:\n  a: {resembles: {source: b, share: 0.9}}\n", (("E204", 2, 27, "no source 'b'"),)
    ),
    "a bare window": (HEAD + "{source: desk, when: {edtf: [2025-10-20..2025-10-26]}}\n", (("E207", 10, 37, "[2025-10-20..2025-10-26]"),)),
    "a bare open window": (HEAD + "source: desk\n        when: [..2025-10-26]\n", (("E207", 11, 15, "quotes"),)),
    "a bare set": (HEAD + "{source: desk, when: {2025,2026}}\n", (("E207", 10, 30, "{2025, 2026}"),)),
    "a bare set as edtf": (HEAD + "{source: desk, when: {edtf: {2025-10-20,2025-10-21}}}\n", (("E207", 10, 37, "2025-10-21"),)),
    "no date": (HEAD + "{source: desk, when: vendredi}\n", (("E301", 10, 30, "'vendredi'"),)),
    "a day that is none": (HEAD + "{source: desk, when: 2025-02-30}\n", (("E301", 10, 30, "2025-02-30"),)),
    "a time that is none": ("sources:\n  s: {published: yesterday}\n", (("E301", 2, 18, "'yesterday'"),)),
    "a score that is none": (HEAD + "{source: desk, score: 91}\n", (("E206", 10, 31, "from 0 to 1"),)),
    "a place in a text that is none": (HEAD + "{source: desk, at: [9, 1]}\n", (("E206", 10, 28, "[start, end]"),)),
    "a text with one side": (HEAD + "{source: desk, around: [a]}\n", (("E206", 10, 32, "two are expected"),)),
    "a hash that is none": ("sources:\n  s: {text: 9f2c}\n", (("E206", 2, 13, "sha256"),)),
    "keys where a text is expected": (HEAD + "{source: desk, place: {a: b}}\n", (("E206", 10, 31, "double quotes"),)),
    "a text where keys are expected": (HEAD + "hello\n", (("E206", 10, 9, "source"),)),
    "a claim twice": (
        HEAD + "{id: c1, source: desk}\n  b:\n    title: B\n    claims: [{source: desk, id: c1}]\n",
        (("E203", 13, 33, "event 'a'"),),
    ),
    "an event twice": (
        "events:\n  a: {title: A}\n  b: {title: B}\n  a: {title: C}\n",
        (("E203", 4, 3, "already on line 2"),),
    ),
    "a key twice": (HEAD + "{source: desk, says: expected, says: confirmed}\n", (("E203", 10, 40, "'says'"),)),
    "several things": (
        HEAD + "{source: desk, says: no, place: [x]}\n      - {source: t, when: never}\nzone: x\n",
        (("E206", 10, 30, "'no'"), ("E206", 10, 41, "['x']"), ("E204", 11, 18, "'t'"), ("E301", 11, 27, "'never'"), ("E202", 12, 1, "'zone'")),
    ),
    "behind characters of every width": (
        '\ufefftimeline: 1\nevents:\n  "😀\\u00e9\u2028": {title: "é\u2028😀", knd: x}\n',
        (("E202", 3, 30, "'kind'"),),
    ),
    "in an entry that uses an anchor of another": (
        "sources:\n  s: {title: &t T}\nevents:\n  a:\n    title: *t\n    knd: x\n",
        (("E202", 6, 5, "'kind'"),),
    ),
}  # fmt: skip
