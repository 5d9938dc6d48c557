#!/usr/bin/env python3
"""The recipe that makes Parquet of a data package (docs/recetas/parquet.mjs): another program reads back what the base holds,
each column of its type."""
import json
import os

from kit import HERE, Judgement, export, judge, need, node_modules, rows, run

RECIPE = HERE.parents[3] / "docs/recetas/parquet.mjs"


def same(seen, wanted):
    if wanted is None or wanted == "":
        return seen is None
    if isinstance(wanted, float) or isinstance(seen, float):
        return abs(float(seen) - float(wanted)) <= 1e-9 * max(1, abs(float(wanted)))
    if isinstance(seen, bool):
        return int(seen) == int(wanted)
    return str(seen) == str(wanted)


def main(program, base, build, folder):
    modules = node_modules(build)
    export(program, base, "datapackage", folder / "datos")
    run(need("node"), RECIPE, folder / "datos", folder / "parquet", env={**os.environ, "MODULOS": str(modules.parent)})
    judgement = Judgement()
    for resource in json.loads((folder / "datos/datapackage.json").read_text(encoding="utf-8"))["resources"]:
        view = resource["name"]
        seen = [json.loads(line) for line in run("node", HERE / "parquet.mjs", modules, folder / f"parquet/{view}.parquet").splitlines()]
        wanted = rows(base, f"SELECT * FROM {view}")
        judgement.equal(len(seen), len(wanted), f"{view}: rows")
        for row, original in zip(seen, wanted):
            for column in original.keys():
                judgement.true(same(row[column], original[column]), f"{view}.{column}: {row[column]!r} instead of {original[column]!r}")
                if isinstance(original[column], str) and original[column]:
                    judgement.true(isinstance(row[column], (str, bool)), f"{view}.{column}: a text became {row[column]!r}")
    judgement.end()


judge(main)
