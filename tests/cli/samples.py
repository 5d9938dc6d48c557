#!/usr/bin/env python3
"""Holds the program to samples/slips.json: every slip that was planted in the sample reports is found on its page, and no
finding is without one.

usage: samples.py COTEJO SAMPLES
"""
import json
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path


def is_of(finding, slip):
    """One finding may tell two slips of one figure; what is printed tells it apart from others of its page."""
    file, page, rule, reported = finding
    if (file, page) != (slip["archivo"], slip["pagina"]):
        return False
    return rule == slip["regla"] or (reported is not None and reported == slip["reportado"])


def main():
    program, samples = sys.argv[1], Path(sys.argv[2])
    slips = json.loads((samples / "slips.json").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder) / "muestras.db"
        done = subprocess.run([program, "ingest", str(samples), "--db", str(base)], capture_output=True, text=True)
        if done.returncode != 1:
            print(f"ingest ended with {done.returncode}\n{done.stdout}{done.stderr}")
            return 1
        rows = sqlite3.connect(base).execute("SELECT archivo, pagina, regla, valor_reportado FROM hallazgos").fetchall()
    missed = [slip for slip in slips if not any(is_of(row, slip) for row in rows)]
    alone = [row for row in rows if not any(is_of(row, slip) for slip in slips)]
    for slip in missed:
        print(f"not found: {slip['archivo']}, page {slip['pagina']}, {slip['regla']}: {slip['nota']}")
    for row in alone:
        print(f"planted nowhere: {row}")
    print(f"{len(slips)} slips, {len(rows)} findings, {len(missed)} slips missed, {len(alone)} findings without a slip")
    return 1 if missed or alone or not slips else 0


if __name__ == "__main__":
    sys.exit(main())
