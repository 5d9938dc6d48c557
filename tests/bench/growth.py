#!/usr/bin/env python3
"""How cost grows with the archive: makes documents whose contents all differ, loads them into one base step by step, and measures at
each step what a person waits for. Writes growth.csv and, where gnuplot is installed, curves of it, those of docs/imagenes. Needs the
target make_archive.

usage: growth.py BUILD_FOLDER SAMPLES WORK_FOLDER [STEP…]      STEP: how many documents; 1000 3000 10000
"""
import csv
import os
import shutil
import subprocess
import sys
from pathlib import Path

REPORTS = ["ejecucion-presupuestal-2021.pdf", "informe-gestion-2020-2023.pdf", "informe-pqrs-2022.pdf", "seguimiento-plan-anticorrupcion-2021.pdf"]
COLUMNS = ["documents", "pages", "load_documents_per_second", "load_pages_per_second", "load_peak_mb", "base_mb", "one_more_s", "findings_s", "summary_s",
           "search_s", "documents_s", "export_s", "digest_s"]


def run(*words):
    """Seconds of the processor and the most memory (MB) that the command and its workers took: other programs of the machine do not
    count, nor does waiting for the disk. Any status that says something of reports is right."""
    process = subprocess.Popen([str(w) for w in words], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in (0, 1, 3), f"{words}: {process.returncode}"
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def extracts_of(work):
    return sorted(str(p) for p in (work / "semilla").rglob("*.cotejo"))


def measure(build, samples, work, steps):
    cotejo, make, base = build / "cotejo", build / "make_archive", work / "a.db"
    (work / "pdf").mkdir()
    for report in REPORTS:
        shutil.copy(samples / report, work / "pdf")
    run(cotejo, "extract", work / "pdf", "-o", work / "semilla", "-j", 1)
    seeds, rows, there = extracts_of(work), [], 0
    for step in steps:
        folder = work / f"hasta-{step}"
        run(make, folder, there, step - there, *seeds)
        seconds, peak = run(cotejo, "load", folder, "--db", base, "-j", 1)
        shutil.rmtree(folder)
        pages = int(subprocess.run(["python3", "-c", f"import sqlite3; print(sqlite3.connect('{base}').execute('SELECT sum(paginas) FROM documentos').fetchone()[0])"],
                                   capture_output=True, text=True, check=True).stdout)
        run(make, work / "uno", 10_000_000 + step * len(REPORTS), 1, *seeds)  # another entity
        run(make, work / "dos", step, 1, *seeds)  # one that is there, and its other reports are in the base
        one_more = run(cotejo, "load", work / "dos", "--db", base, "-j", 1)[0]
        run(cotejo, "load", work / "uno", "--db", base, "-j", 1)
        for folder in ("uno", "dos"):
            shutil.rmtree(work / folder)
        loaded = step - there
        row = [step, pages, loaded / seconds, pages / step * loaded / seconds, peak, base.stat().st_size / 1e6, one_more,
               run(cotejo, "findings", "--db", base, "--format", "csv")[0], run(cotejo, "findings", "--db", base, "--summary")[0],
               run(cotejo, "search", "contratación", "--db", base)[0], run(cotejo, "documents", "--db", base, "--format", "csv")[0],
               run(cotejo, "export", "--as", "csv", "--to", work / "csv", "--db", base)[0], run(cotejo, "digest", "--db", base)[0]]
        shutil.rmtree(work / "csv")
        rows.append([f"{v:.3f}" if isinstance(v, float) else v for v in row])
        print(dict(zip(COLUMNS, rows[-1])), flush=True)
        there = step + 1  # the one of «dos» is number `step`
    return rows


CURVES = """
set datafile separator ","
set terminal svg size 760,420 font "sans,12" background "white"
set logscale xy
set grid
set key outside right
set xlabel "documentos"
set style data linespoints
set output "escala-tiempos.svg"
set ylabel "segundos de procesador"
plot "growth.csv" using 1:7 skip 1 title "un documento más", "" using 1:8 skip 1 title "findings", "" using 1:9 skip 1 title "findings --summary", \\
     "" using 1:10 skip 1 title "search", "" using 1:11 skip 1 title "documents", "" using 1:12 skip 1 title "export --as csv", "" using 1:13 skip 1 title "digest"
set output "escala-base.svg"
set ylabel "MB; documentos por segundo"
plot "growth.csv" using 1:6 skip 1 title "base (MB)", "" using 1:5 skip 1 title "memoria de load (MB)", "" using 1:3 skip 1 title "load (documentos por segundo)"
"""


def main():
    build, samples, work = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
    work.mkdir(parents=True)
    rows = measure(build, samples, work, [int(s) for s in sys.argv[4:]] or [1000, 3000, 10000])
    with open(work / "growth.csv", "w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows([COLUMNS, *rows])
    if shutil.which("gnuplot"):
        subprocess.run(["gnuplot"], input=CURVES, text=True, cwd=work, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
