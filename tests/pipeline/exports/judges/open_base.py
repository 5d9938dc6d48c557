#!/usr/bin/env python3
"""SQLite as Python has it reads the base that Datasette is given: what it holds, its keys, its search, and whether
metadata.json speaks of tables and columns that are there. Datasette itself is in neither Debian nor npm."""
import json
import sqlite3

from kit import DATE, Judgement, export, judge, rows


def same_rows(copy, base, view, judgement):
    """The same values, each of the same type."""
    columns = [row[1] for row in copy.execute(f"PRAGMA table_info({view})")]
    wanted = [tuple(row) for row in rows(base, f"SELECT * FROM {view}")]
    seen = copy.execute(f"SELECT * FROM {view} ORDER BY rowid").fetchall()
    if view in ("documentos", "tablas", "hallazgos", "presupuesto", "pqrs", "compromisos"):
        seen, wanted = sorted(seen, key=lambda row: row[0]), sorted(wanted, key=lambda row: row[0])
    judgement.equal(len(seen), len(wanted), f"{view}: rows")
    for row, original in zip(seen, wanted):
        for column, value, other in zip(columns, row, original):
            judgement.true(value == other, f"{view}.{column}: {value!r} instead of {other!r}")


def main(program, base, _build, folder):
    export(program, base, "sqlite", folder / "abierta")
    described = json.loads((folder / "abierta/metadata.json").read_text(encoding="utf-8"))
    copy = sqlite3.connect(folder / "abierta/cotejo.db")
    judgement = Judgement()
    judgement.equal(copy.execute("PRAGMA integrity_check").fetchone()[0], "ok", "integrity")
    judgement.equal(copy.execute("PRAGMA foreign_key_check").fetchall(), [], "references")
    tables = described["databases"]["cotejo"]["tables"]
    views = [row[0] for row in rows(base, "SELECT name FROM sqlite_schema WHERE type = 'view' AND name <> 'celdas'")]
    judgement.equal(sorted(tables), sorted(views), "tables that are described")
    for view in views:
        same_rows(copy, base, view, judgement)
        info = copy.execute(f"PRAGMA table_info({view})").fetchall()
        columns = {row[1] for row in info}
        judgement.equal(set(tables[view]["columns"]), columns, f"{view}: columns that are described")
        judgement.true(all(tables[view]["columns"].values()), f"{view}: a column without a description")
        for place in ("facets", "units"):
            judgement.true(set(tables[view].get(place, [])) <= columns, f"{view}: {place} of no column")
        judgement.true(tables[view].get("label_column", next(iter(columns))) in columns, f"{view}: label of no column")
    for view in ("documentos", "presupuesto", "hallazgos"):
        judgement.equal(sum(row[5] for row in copy.execute(f"PRAGMA table_info({view})")), 1, f"{view}: key")
    judgement.equal({row[2] for row in copy.execute("PRAGMA foreign_key_list(presupuesto)")}, {"documentos", "tablas"}, "links")
    judgement.equal(tables["presupuesto"]["units"]["x0"], "point", "unit of a box")
    judgement.true(DATE in described["description"], "no date")
    hits = copy.execute("SELECT p.ruta FROM paginas_fts JOIN paginas p ON p.rowid = paginas_fts.rowid WHERE paginas_fts MATCH 'gestion'").fetchall()
    judgement.true(len(hits) > 0, "the search finds no accented word")
    for query in described["databases"]["cotejo"]["queries"].values():
        judgement.true(copy.execute(query["sql"]).fetchall(), f"nothing in «{query['title']}»")
    judgement.end()


judge(main)
