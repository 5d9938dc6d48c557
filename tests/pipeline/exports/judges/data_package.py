#!/usr/bin/env python3
"""The library of the Frictionless project reads the data package: every table whole, every value of its type and as the
base has it; a part of the base is a package of its own."""
import json
import shutil
import sqlite3
import subprocess

from kit import HERE, Judgement, export, judge, need, node_modules, rows

SCRIPT = HERE / "data_package.mjs"


def read(modules, package):
    """What the library says: tables by name, and its faults."""
    done = subprocess.run([need("node"), SCRIPT, modules, package / "datapackage.json"], capture_output=True, text=True)
    tables = {table["name"]: table for table in map(json.loads, done.stdout.splitlines())}
    return tables, done.stderr.splitlines()


def spoil(modules, package, folder, judgement):
    """A judge that passes everything would be none: each of these is one value, and is told as what it is."""
    for what, view, act, told in (
            ("a number that is none", "documentos", lambda cells: ["x" + cells[0], *cells[1:]], "documentos: "),
            ("a key that repeats", "tablas", None, "tablas: "),
            ("a document that is not there", "tablas", lambda cells: [cells[0], "99999", *cells[2:]], "tablas: Foreign key")):
        spoiled = folder / "spoiled"
        shutil.copytree(package, spoiled)
        path = spoiled / f"{view}.csv"
        lines = path.read_text(encoding="utf-8").split("\n")
        if act:
            lines[1] = ",".join(act(lines[1].split(",")))
        else:
            lines[2] = ",".join([lines[1].split(",")[0], *lines[2].split(",")[1:]])
        path.write_text("\n".join(lines), encoding="utf-8")
        faults = read(modules, spoiled)[1]
        judgement.true(any(fault.startswith(told) for fault in faults), f"{what} is not told: {faults}")
        shutil.rmtree(spoiled)


def compare(base, view, table, judgement):
    wanted = rows(base, f"SELECT * FROM {view}")
    judgement.equal(table["rows"], len(wanted), f"{view}: rows")
    for column, (count, total) in table["sums"].items():
        values = [row[column] for row in wanted if row[column] not in (None, "")]
        judgement.equal(count, len(values), f"{view}.{column}: values")
        numbers = all(isinstance(value, (int, float)) for value in values)
        if numbers:
            total_wanted = sum(values)
            judgement.true(abs(total - total_wanted) <= 1e-9 * max(1, sum(map(abs, values))), f"{view}.{column}: {total!r} in all, not {total_wanted!r}")
        elif total != count:  # dates are counted alone
            judgement.equal(total, sum(len(str(value)) for value in values), f"{view}.{column}: characters")


def main(program, base, build, folder):
    modules = node_modules(build)
    package = folder / "paquete"
    export(program, base, "datapackage", package, "--cells")
    tables, faults = read(modules, package)
    judgement = Judgement()
    judgement.equal(faults, [], "faults")
    descriptor = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    views = [row[0] for row in rows(base, "SELECT name FROM sqlite_schema WHERE type = 'view'")]
    judgement.equal(sorted(tables), sorted(views), "tables")
    for view in views:
        if view in tables:
            compare(base, view, tables[view], judgement)
    hashes = {row[0] for row in rows(base, "SELECT sha256 FROM documentos")}
    judgement.equal({source.get("sha256") for source in descriptor["sources"]}, hashes, "sources")
    spoil(modules, package, folder, judgement)
    # What is left out is referred to by nothing of the part.
    changed = folder / "con-gemelos.db"
    shutil.copy(base, changed)
    documents = [row[0] for row in rows(base, "SELECT documento_id FROM documentos ORDER BY 1")]
    with sqlite3.connect(changed) as db:
        db.execute("UPDATE document SET twin_of = ? WHERE id = ?", (documents[0], documents[1]))
    part = folder / "parte"
    route = rows(base, f"SELECT ruta FROM documentos WHERE documento_id = {documents[1]}")[0][0]
    export(program, changed, "datapackage", part, "--document", route)
    tables, faults = read(modules, part)
    judgement.equal(faults, [], "faults of a part")
    judgement.equal(tables.get("documentos", {}).get("rows"), 1, "documents of a part")
    judgement.end()


judge(main)
