"""Measures the claim stage alone, as it stands and as it stood: ``python benchmarks/claims.py --before 9473e58``.

Text and title of each report of ``make bench-speed`` are marked off the clock by the version that is measured, and claims
made of the marks on it; how both versions are measured, ``versions.py`` says.
"""

from collections.abc import Sequence
from pathlib import Path
from time import process_time

import versions
from versions import WARMING, Once

ZONE = "Asia/Damascus"


def main(argv: Sequence[str] | None = None) -> None:
    versions.main(__file__, "claim stage", claimed, argv)


def claimed(source: Path) -> Once:
    """The claims of all reports of ``source``, made once in this process. Only the making of claims is on the clock."""
    from tawatur.claim.build import build_claims
    from tawatur.claim.read import texts_to_read
    from tawatur.lang.pack import load_pack
    from tawatur.read.inputs import Defaults, read_inputs

    pack = load_pack("ar")
    items = read_inputs([str(source)], defaults=Defaults(None, None, None), zone=ZONE)
    reports = [item.report for item in items if item.report]
    seconds, found = 0.0, 0
    for number, report in enumerate([*reports[:WARMING], *reports]):
        texts = list(texts_to_read(report, pack, as_of=None))
        started = process_time()
        made = sum(len(build_claims(text.chars, text.marks, text.source)) for text in texts)
        if number >= min(WARMING, len(reports)):
            seconds, found = seconds + process_time() - started, found + made
    return Once(seconds, {"claims": found})


if __name__ == "__main__":
    main()
