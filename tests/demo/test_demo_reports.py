"""The demonstration reports are whole, named in their README, and show what it says they show."""

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[2] / "src" / "tawatur" / "demo" / "reports"
ROWS_FILE = FOLDER / "clippings.jsonl"
ROW_KEYS = {"id", "url", "outlet", "title", "published", "retrieved", "language", "text"}
ARABIC_WORD = re.compile("[\u0621-\u064a][\u0621-\u0652]*")
WIRE = "hauran-plain-0729-noon"


def files() -> list[Path]:
    return sorted(path for path in FOLDER.iterdir() if path.suffix in {".txt", ".html"})


def rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in ROWS_FILE.read_text(encoding="utf-8").splitlines()]


def texts() -> dict[str, str]:
    """Every report's text by its ref; of a page, the article alone, without its tags."""
    found = [(str(row["id"]), str(row["text"])) for row in rows()]
    found += [(path.stem, readable(path)) for path in files()]
    assert len({ref for ref, _ in found}) == len(found), "two reports share one ref"
    return dict(found)


def readable(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".txt":
        return text
    article = text[text.index("<article>") : text.index("</article>")]
    return re.sub("<[^>]+>", " ", article)


def shingles(text: str) -> set[tuple[str, ...]]:
    words = ARABIC_WORD.findall(text)
    return {tuple(words[at : at + 6]) for at in range(len(words) - 5)}


def test_the_folder_holds_at_least_fourteen_reports_in_three_formats() -> None:
    assert len(texts()) >= 14
    assert sum(path.suffix == ".html" for path in files()) >= 2
    assert len(rows()) >= 6


def test_every_row_has_the_keys_of_a_report_and_is_arabic() -> None:
    for row in rows():
        assert set(row) == ROW_KEYS, row["id"]
        assert row["language"] == "ar"
        assert all(value != "" for value in row.values()), row["id"]


def test_addresses_stand_under_the_reserved_example_domain() -> None:
    addresses = [row["url"] for row in rows() if row["url"] is not None]
    pages = " ".join(path.read_text(encoding="utf-8") for path in files())
    addresses += [url for url in re.findall("https?://[^\"'<> ]+", pages) if "schema.org" not in url]
    assert addresses
    assert all(url.startswith("https://example.org/") for url in addresses)


def test_the_readme_has_a_table_row_for_every_report_and_no_other() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    named = set(re.findall("^\\| `([^`]+)`", readme, flags=re.MULTILINE))
    assert named == {*texts(), ROWS_FILE.name}


def test_the_readme_names_every_outlet_of_the_rows_as_invented() -> None:
    readme = " ".join((FOLDER / "README.md").read_text(encoding="utf-8").split())
    assert [row["outlet"] for row in rows() if row["outlet"] not in readme] == []


def test_no_file_holds_an_invisible_character() -> None:
    for path in FOLDER.iterdir():
        text = path.read_text(encoding="utf-8")
        hidden = {hex(ord(char)) for char in text if unicodedata.category(char) == "Cf"}
        assert not hidden, f"{path.name}: {hidden}"


def test_every_report_but_a_post_has_sixty_to_four_hundred_and_fifty_arabic_words() -> None:
    for ref, text in texts().items():
        least = 20 if ref.startswith("post-") else 60
        assert least <= len(ARABIC_WORD.findall(text)) <= 450, ref


def test_the_repost_is_the_wire_item_character_for_character() -> None:
    assert texts()["tile-wall-repost"] == (FOLDER / f"{WIRE}.txt").read_text(encoding="utf-8")


def test_the_near_copy_reuses_most_of_the_wire_item_but_not_its_opening() -> None:
    wire, copy = texts()[WIRE], texts()["wheat-gate-0729"]
    shared = len(shingles(wire) & shingles(copy)) / len(shingles(copy))
    assert 0.5 < shared < 0.95
    assert copy[:60] not in wire


def test_no_other_two_reports_reuse_each_other() -> None:
    copies = {WIRE, "wheat-gate-0729", "tile-wall-repost"}
    own = [shingles(text) for ref, text in texts().items() if ref not in copies]
    for at, left in enumerate(own):
        assert all(len(left & right) <= 2 for right in own[at + 1 :])


def test_the_undated_report_gives_week_days_and_no_date() -> None:
    text = texts()["north-wind-undated"]
    assert "اليوم الخميس" in text
    assert not any(char.isdigit() for char in text)


def test_every_page_says_when_it_was_published_and_carries_matter_beside_the_article() -> None:
    for path in (path for path in files() if path.suffix == ".html"):
        page = path.read_text(encoding="utf-8")
        assert "article:published_time" in page, path.name
        assert all(f"<{tag}" in page for tag in ("nav", "aside", "footer")), path.name


def test_the_set_holds_arabic_indic_digits_tashkeel_tatweel_and_both_month_names() -> None:
    whole = "\n".join(texts().values())
    assert re.search("[\u0660-\u0669]{2}", whole)
    assert re.search("[\u064b-\u0652]", whole)
    assert "\u0640" in whole
    assert all(month in whole for month in ("تموز", "يوليو", "أيلول", "أغسطس"))
