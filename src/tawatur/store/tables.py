"""The tables of a case, for SQLite and PostgreSQL alike.

Logs: own_places, texts, reports, additions, variants, readings, claims, problems, judgements, forwards and settings;
rows are only added.
Views: view_rows and view, replaced together, and kept, which only saves time.
A ``payload`` is a word of the model as JSON in UTF-8:
``SELECT CAST(payload AS TEXT)`` shows it.
"""

from typing import Final

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

SCHEMA_VERSION: Final = 1

# PostgreSQL sorts by the language of the machine unless told to go by code points, as SQLite and Python do.
_KEY: Final = String().with_variant(String(collation="C"), "postgresql")

metadata: Final = MetaData()

settings: Final = Table(
    "settings",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1"), primary_key=True, autoincrement=False),
    Column("payload", LargeBinary, nullable=False),
)
# Cases of version 0.1 lack it: it is made with their first gazetteer.
own_places: Final = Table(
    "own_places",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("name", _KEY, nullable=False),
    Column("sha256", _KEY, nullable=False),
    Column("text", LargeBinary, nullable=False),
)
texts: Final = Table(
    "texts",
    metadata,
    Column("sha256", _KEY, primary_key=True),
    Column("chars", LargeBinary, nullable=False),
)
reports: Final = Table(
    "reports",
    metadata,
    Column("id", _KEY, primary_key=True),
    Column("text", _KEY, ForeignKey("texts.sha256"), nullable=False),
    Column("payload", LargeBinary, nullable=False),
)
# Cases of version 0.1 lack it too: it is made with the first report that tells its day.
additions: Final = Table(
    "additions",
    metadata,
    Column("report", _KEY, primary_key=True),
    Column("day", _KEY, primary_key=True),
)
variants: Final = Table(
    "variants",
    metadata,
    Column("report", _KEY, ForeignKey("reports.id"), primary_key=True),
    Column("digest", _KEY, primary_key=True),
    Column("title", _KEY, ForeignKey("texts.sha256"), nullable=True),
    Column("payload", LargeBinary, nullable=False),
)
readings: Final = Table(
    "readings",
    metadata,
    Column("pack_version", _KEY, primary_key=True),
    Column("report", _KEY, ForeignKey("reports.id"), primary_key=True),
    Column("payload", LargeBinary, nullable=False),
)
claims: Final = Table(
    "claims",
    metadata,
    Column("pack_version", _KEY, primary_key=True),
    Column("report", _KEY, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("id", _KEY, nullable=False),
    Column("type", _KEY, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    ForeignKeyConstraint(["pack_version", "report"], ["readings.pack_version", "readings.report"]),
)
problems: Final = Table(
    "problems",
    metadata,
    Column("digest", _KEY, primary_key=True),
    Column("payload", LargeBinary, nullable=False),
)
judgements: Final = Table(
    "judgements",
    metadata,
    Column("digest", _KEY, primary_key=True),
    Column("payload", LargeBinary, nullable=False),
)
forwards: Final = Table(
    "forwards",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("old_id", _KEY, nullable=False, index=True),
    Column("new_id", _KEY, nullable=False),
)
view: Final = Table(
    "view",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1"), primary_key=True, autoincrement=False),
    Column("fingerprint", Text, nullable=False),
    Column("pack_version", String(64)),
)
view_rows: Final = Table(
    "view_rows",
    metadata,
    Column("kind", _KEY, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("payload", LargeBinary, nullable=False),
)
# Cases of version 0.1 lack it: it is made with the first record that keeps something. Its rows may be dropped at any time.
kept: Final = Table(
    "kept",
    metadata,
    Column("fingerprint", _KEY, primary_key=True),
    Column("payload", LargeBinary, nullable=False),
)
