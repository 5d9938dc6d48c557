#!/usr/bin/env python3
"""Holds the program to samples/slips.json: every slip that was planted in the sample reports is found on its page, told as
more than a note and with its cause, and no finding is without one.

usage: samples.py COTEJO SAMPLES
"""
import json
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path


def is_of(finding, slip):
    """By what is printed, where the slip names a figure or words: one finding may tell two slips of one figure."""
    file, page, rule, reported, severity, diagnosis = finding
    if (file, page) != (slip["archivo"], slip["pagina"]) or severity == "info":
        return False
    if slip["reportado"]:
        return reported == slip["reportado"] and (rule != slip["regla"] or diagnosis == slip.get("diagnostico", ""))
    return rule == slip["regla"]


def main():
    program, samples = sys.argv[1], Path(sys.argv[2])
    slips = json.loads((samples / "slips.json").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder) / "muestras.db"
        done = subprocess.run([program, "ingest", str(samples), "--db", str(base)], capture_output=True, text=True)
        if done.returncode != 1:
            print(f"ingest ended with {done.returncode}\n{done.stdout}{done.stderr}")
            return 1
        rows = sqlite3.connect(base).execute("SELECT archivo, pagina, regla, valor_reportado, gravedad, "
                                             "ifnull(diagnostico, '') FROM hallazgos").fetchall()
    missed = [slip for slip in slips if not slip.get("opcional") and not any(is_of(row, slip) for row in rows)]
    alone = [row for row in rows if not any(is_of(row, slip) for slip in slips)]
    for slip in missed:
        print(f"not found: {slip['archivo']}, page {slip['pagina']}, {slip['regla']}: {slip['nota']}")
    for row in alone:
        print(f"planted nowhere: {row}")
    print(f"{len(slips)} slips, {len(rows)} findings, {len(missed)} slips missed, {len(alone)} findings without a slip")
    return 1 if missed or alone or not slips else 0


if __name__ == "__main__":
    sys.exit(main())
