"""Cases to look at: the demonstration, built once, and reports made by a seed."""

import json
import random
import shutil
from pathlib import Path
from typing import Any

import pytest
from tests.command import DEMO, called

PLACES = ["طفس", "نوى", "إزرع", "الحراك", "داعل", "جاسم", "درعا البلد", "الصنمين", "بصرى الشام", "اليادودة"]
DEAD = [
    "مقتل شخصين على الأقل",
    "مقتل خمسة مدنيين",
    "مقتل نحو عشرة أشخاص",
    "مقتل 3 مقاتلين وإصابة 7 آخرين",
    "مقتل امرأة وطفلين",
]
DEEDS = [
    "قصفت قوات النظام بالمدفعية أحياء سكنية في {place}",
    "شن الطيران الحربي غارات على {place}",
    "اندلعت اشتباكات في محيط {place}",
]
DAYS = ["أمس الأربعاء", "صباح اليوم", "مساء الثلاثاء الماضي", "في 25 من تموز", "قبل ثلاثة أيام"]
TELLERS = [
    "بحسب مراسل محلي",
    "وفق شهود عيان",
    "وقال المرصد السوري لحقوق الإنسان إن الحصيلة مرشحة للارتفاع",
    "بحسب وكالة السنابل",
]
OUTLETS = ["سهل الأخبار", "نافذة الجنوب", "بوابة القمح", None]


def made_reports(count: int, seed: int) -> list[dict[str, Any]]:
    """``count`` reports of one week: new ones, and now and then the paragraphs of an earlier one under a new head."""
    chance = random.Random(seed)
    reports: list[dict[str, Any]] = []
    for number in range(count):
        body = " ".join(_sentence(chance) for _ in range(chance.randint(2, 5)))
        if reports and chance.random() < 0.3:
            body = _sentence(chance) + "\n\n" + chance.choice(reports)["text"]
        day = f"2021-07-{chance.randint(24, 30)}" if chance.random() < 0.8 else None
        reports.append({"id": f"made-{number:03}", "outlet": chance.choice(OUTLETS), "published": day, "text": body})
    return reports


def _sentence(chance: random.Random) -> str:
    deed = chance.choice(DEEDS).format(place=chance.choice(PLACES))
    return f"{deed} {chance.choice(DAYS)}، ما أدى إلى {chance.choice(DEAD)}، {chance.choice(TELLERS)}."


def write_reports(folder: Path, reports: list[dict[str, Any]]) -> list[Path]:
    """A file of one line for each report, in their order."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{report['id']}.jsonl" for report in reports]
    for path, report in zip(paths, reports, strict=True):
        path.write_text(json.dumps(report, ensure_ascii=False) + "\n", encoding="utf-8")
    return paths


def demo_inputs() -> list[Path]:
    """The files of the demonstration's reports."""
    return sorted(path for path in DEMO.iterdir() if path.suffix != ".md")


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What ``tawatur demo`` makes. Not to be written to: take a ``demo_copy``."""
    folder = tmp_path_factory.mktemp("demo")
    ended = called("demo", "--dir", folder)
    assert (ended.code, ended.err) == (0, "")
    return folder


@pytest.fixture
def demo_copy(demo_folder: Path, tmp_path: Path) -> Path:
    """The demonstration's case, to do with as one likes."""
    return Path(shutil.copy(demo_folder / "demo.tawatur", tmp_path / "demo.tawatur"))
