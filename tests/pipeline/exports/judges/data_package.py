#!/usr/bin/env python3
"""The library of the Frictionless project reads the data package: every table whole, every value of its type."""
import json
import shutil

from kit import HERE, Judgement, export, judge, need, node_modules, rows, run


def breaks(script, modules, package, folder, judgement):
    """A judge that passes everything would be none: the same package with one value spoiled must fail."""
    spoiled = folder / "spoiled"
    shutil.copytree(package, spoiled)
    lines = (spoiled / "documentos.csv").read_text(encoding="utf-8").split("\n")
    lines[1] = "x" + lines[1]
    (spoiled / "documentos.csv").write_text("\n".join(lines), encoding="utf-8")
    try:
        run("node", script, modules, spoiled / "datapackage.json")
        judgement.true(False, "a spoiled number was not noticed")
    except SystemExit:
        judgement.true(True, "")


def main(program, base, build, folder):
    modules = node_modules(build)
    package = folder / "paquete"
    export(program, base, "datapackage", package, "--cells")
    told = run(need("node"), HERE / "data_package.mjs", modules, package / "datapackage.json")
    judgement = Judgement()
    seen = dict(line.rsplit(" ", 1) for line in told.splitlines())
    descriptor = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    views = [row[0] for row in rows(base, "SELECT name FROM sqlite_schema WHERE type = 'view'")]
    judgement.equal(sorted(seen), sorted(views), "tables")
    for view in views:
        judgement.equal(int(seen.get(view, -1)), rows(base, f"SELECT count(*) FROM {view}")[0][0], f"{view}: rows")
    hashes = {row[0] for row in rows(base, "SELECT sha256 FROM documentos")}
    judgement.equal({source.get("sha256") for source in descriptor["sources"]}, hashes, "sources")
    breaks(HERE / "data_package.mjs", modules, package, folder, judgement)
    judgement.end()


judge(main)
