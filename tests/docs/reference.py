#!/usr/bin/env python3
"""Makes docs/referencia.md of the program's own words: the views of the base as its Data Package explains them, the rules, and the
vocabulary. Fails when the file says anything else; with --write it is written.

usage: reference.py PROJECT COTEJO [--write]
"""
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

TYPES = {"string": "texto", "integer": "entero", "number": "número", "boolean": "sí o no", "date": "fecha"}
HEAD = """# Referencia

*Este archivo se hace de las fuentes del programa: `tests/docs/reference.py` lo escribe, y una prueba falla cuando dice otra cosa.*

- [Vistas de la base](#vistas-de-la-base)
- [Reglas](#reglas)
- [Vocabulario](#vocabulario)
"""


def views(root, program):
    with tempfile.TemporaryDirectory() as folder:
        base, package = Path(folder) / "a.db", Path(folder) / "paquete"
        quiet = {"stdout": subprocess.DEVNULL}
        subprocess.run([program, "ingest", root / "samples/informe-pqrs-2022.pdf", "--db", base], **quiet)
        subprocess.run([program, "export", "--as", "datapackage", "--cells", "--to", package, "--db", base], check=True, **quiet)
        (descriptor,) = package.glob("datapackage.json")
        resources = json.loads(descriptor.read_text(encoding="utf-8"))["resources"]
    lines = ["## Vistas de la base", "", "Son públicas y estables: una columna que cambia o se va es una versión mayor del programa."]
    for resource in resources:
        lines += ["", f"### `{resource['name']}`", "", f"{resource['description']}.", "", "| columna | tipo | qué dice |", "| --- | --- | --- |"]
        lines += [f"| `{f['name']}` | {TYPES[f['type']]} | {f.get('description', '')} |" for f in resource["schema"]["fields"]]
    return lines


def rules(root):
    declared = re.findall(r'\{"([a-z-]+)", (\w+), ', (root / "pipeline/checks/rules/rules.cpp").read_text(encoding="utf-8"))
    severity = {"error": "error", "warning": "advertencia", "info": "info"}
    told = {}
    for row in re.findall(r"^\| (`[^|]+`) \| (.+) \|$", (root / "README.md").read_text(encoding="utf-8").split("## Qué señala")[1], re.M):
        for name in re.findall(r"`([a-z-]+)`", row[0]):
            told[name] = row[1]
    lines = ["## Reglas", "", "La gravedad es la mayor con que la regla señala; `--rules` la cambia.", "", "| regla | gravedad | señala |", "| --- | --- | --- |"]
    return lines + [f"| `{name}` | {severity[level]} | {told[name]} |" for name, level in declared]


def vocabulary(root):
    lines = ["## Vocabulario", "", "Lo que un encabezado o un rótulo puede significar, sección por sección. Las palabras de cada significado están en"
             " `/usr/share/cotejo/vocabulary.txt`; se añaden con `cotejo teach` o con `--vocabulary`. Un significado que está en varias secciones se nombra con"
             " la suya (`compromisos.columna:fecha`).", "", "| sección | significados |", "| --- | --- |"]
    text = re.sub(r"\n[ \t]+", " ", (root / "pipeline/mapping/words/vocabulary.txt").read_text(encoding="utf-8"))
    for section, entries in re.findall(r"^\[([^\]]+)\]\+?[^\n]*\n(.*?)(?=^\[|\Z)", text, re.M | re.S):
        meanings = [m for m in re.findall(r"^([^#=\n]+?) *= *\S", entries, re.M)]
        lines.append(f"| `{section}` | {', '.join(f'`{m}`' for m in dict.fromkeys(meanings))} |")
    return lines


def main():
    root, program = Path(sys.argv[1]), sys.argv[2]
    text = "\n".join([HEAD, *views(root, program), "", *rules(root), "", *vocabulary(root)]) + "\n"
    text = re.sub(r"\n{3,}", "\n\n", text)
    place = root / "docs/referencia.md"
    if "--write" in sys.argv[3:]:
        place.write_text(text, encoding="utf-8")
    there = place.read_text(encoding="utf-8") if place.exists() else ""
    if there != text:
        print("docs/referencia.md is not what the sources say: run tests/docs/reference.py PROJECT COTEJO --write")
        return 1
    print(f"docs/referencia.md is as the sources say, {text.count(chr(10))} lines")
    return 0


if __name__ == "__main__":
    sys.exit(main())
