#!/usr/bin/env python3
"""Makes the sample reports and samples/slips.json, and checks that every planted slip is printed where it is said to be.

usage: samples/make/make.py            (Debian: python3-reportlab python3-pil fonts-liberation poppler-utils)
"""
import importlib
import json
import subprocess
import sys
from pathlib import Path

sys.dont_write_bytecode = True
from figures import Slips  # noqa: E402

START = "<!-- slips: make/make.py writes this table -->"
END = "<!-- end of slips -->"
REPORTS = ["gestion", "gastos", "pqrs", "plan", "limpio", "escaneado", "empalme"]


def write_table(readme, slips):
    """Puts the list of slips between its marks in the README."""
    rows = ["| archivo | página | regla | dice | debería decir, o junto a qué está | por qué |", "| --- | --- | --- | --- | --- | --- |"]
    for slip in slips:
        rule = slip["regla"] + (f" ({slip['diagnostico']})" if "diagnostico" in slip else "")
        note = slip["nota"] + (" — consecuencia" if slip.get("opcional") else "")
        said = slip["impreso"] if slip["reportado"] else "(vacío)"
        rows.append(f"| `{slip['archivo']}` | {slip['pagina']} | {rule} | {said} | {slip['esperado'] or '—'} | {note} |")
    text = readme.read_text(encoding="utf-8")
    before, rest = text.split(START, 1)
    after = rest.split(END, 1)[1]
    readme.write_text(f"{before}{START}\n" + "\n".join(rows) + f"\n{END}{after}", encoding="utf-8")


def main():
    folder = Path(__file__).resolve().parent.parent
    slips = Slips()
    for name in REPORTS:
        importlib.import_module(name).make(folder, slips)
    faults = 0
    for slip in slips.all:
        page = str(slip["pagina"])
        source = folder / slip["archivo"]
        text = slip.pop("texto", None) or subprocess.run(
            ["pdftotext", "-layout", "-f", page, "-l", page, str(source), "-"], capture_output=True, text=True, check=True).stdout
        if " ".join(slip["impreso"].split()) not in " ".join(text.split()):
            print(f"{slip['archivo']}, página {page}: no se encuentra «{slip['impreso']}»", file=sys.stderr)
            faults += 1
    lines = ",\n".join("  " + json.dumps(slip, ensure_ascii=False) for slip in slips.all)
    (folder / "slips.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    write_table(folder / "README.md", slips.all)
    print(f"{len(REPORTS)} informes, {len(slips.all)} errores puestos a propósito")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
