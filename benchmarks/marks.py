"""Measures the mark stage alone, as it stands and as it stood: ``python benchmarks/marks.py --before 84600c7``.

The text of each report of ``make bench-speed`` is marked once; how both versions are measured, ``versions.py`` says.
"""

from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from time import perf_counter, process_time
from unittest.mock import patch

import versions
from versions import WARMING, Once, lines_of


def main(argv: Sequence[str] | None = None) -> None:
    versions.main(__file__, "mark stage", marked, argv)


def marked(source: Path) -> Once:
    """All reports of ``source`` marked once, in this process; how long the pack loads and how many automata it builds."""
    import ahocorasick

    from tawatur.lang.pack import load_pack
    from tawatur.mark.all import mark_text

    begun = perf_counter()
    with patch("ahocorasick.Automaton", wraps=ahocorasick.Automaton) as built:
        load_pack("ar")
        loading = perf_counter() - begun
        reports = [(line["text"], line["title"]) for line in lines_of(source)]
        for chars, title in reports[:WARMING]:
            mark_text(chars, load_pack("ar"), title=title)
        started, found = process_time(), 0
        for chars, title in reports:
            marks = mark_text(chars, load_pack("ar"), title=title)
            found += sum(len(getattr(marks, kind.name)) for kind in fields(marks))
        seconds = process_time() - started
    return Once(seconds, {"marks": found, "loading the pack, s": loading, "automata": built.call_count})


if __name__ == "__main__":
    main()
