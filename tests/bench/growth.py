#!/usr/bin/env python3
"""How cost grows with the archive: makes extracts whose contents all differ, loads them into one base step by step, and measures at
each step what a person waits for, among it the reading of some hundred one-page PDFs more. Writes growth.csv and, where gnuplot is
installed, curves of it, those of docs/imagenes. Needs the target make_archive, and qpdf.

usage: growth.py BUILD_FOLDER SAMPLES WORK_FOLDER [STEP…]      STEP: how many documents; 1000 3000 10000
"""
import csv
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

REPORTS = ["ejecucion-presupuestal-2021.pdf", "informe-gestion-2020-2023.pdf", "informe-pqrs-2022.pdf", "seguimiento-plan-anticorrupcion-2021.pdf"]
COLUMNS = ["documents", "pages", "load_documents_per_second", "load_pages_per_second", "load_peak_mb", "base_mb", "one_more_s", "findings_s", "summary_s",
           "search_s", "documents_s", "export_s", "digest_s", "ingest_documents_per_second", "review_s", "review_mb", "one_more_mb"]
# What the workbench asks for before anybody has touched it.
FIRST_VIEW = ["session", "state", "findings/facets", "findings?limit=100"]
PDFS = 200  # read at each step


def run(*words):
    """Seconds of the processor and the most memory (MB) that the command and its workers took: other programs of the machine do not
    count, nor does waiting for the disk. Any status that says something of reports is right."""
    process = subprocess.Popen([str(w) for w in words], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in (0, 1, 3), f"{words}: {process.returncode}"
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def review(cotejo, base):
    """The same of the workbench until its first view is there."""
    process = subprocess.Popen([cotejo, "review", "--db", base, "--no-browser", "-j", "1"], stdout=subprocess.PIPE, text=True)
    address = next(m[0] for m in (re.search(r"http://\S+", line) for line in process.stdout) if m)
    with urllib.request.urlopen(address) as answer:
        cookie = answer.headers["Set-Cookie"].split(";")[0]
    for path in FIRST_VIEW:
        with urllib.request.urlopen(urllib.request.Request(address.partition("?")[0] + "api/" + path, headers={"Cookie": cookie})) as answer:
            answer.read()
    process.send_signal(signal.SIGINT)
    process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def make_pdfs(samples, folder, first):
    """One-page reports, each of another entity and vigencia: texts of the same length put in place of others."""
    folder.mkdir()
    plain = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", samples / REPORTS[0], "-"], stdout=subprocess.PIPE, check=True).stdout
    for n in range(first, first + PDFS):
        letters = list("SANMATEODELLLANO")
        random.Random(n).shuffle(letters)
        name = "".join(letters).encode()
        changed = plain.replace(b"SAN MATEO DEL LLANO", name[:3] + b" " + name[3:8] + b" " + name[8:11] + b" " + name[11:])
        (folder / f"{n}.pdf").write_bytes(changed.replace(b"2021", str(2012 + n % 10).encode()))


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
        one_more, one_more_mb = run(cotejo, "load", work / "dos", "--db", base, "-j", 1)
        run(cotejo, "load", work / "uno", "--db", base, "-j", 1)
        for folder in ("uno", "dos"):
            shutil.rmtree(work / folder)
        loaded = step - there
        row = [step, pages, loaded / seconds, pages / step * loaded / seconds, peak, base.stat().st_size / 1e6, one_more,
               run(cotejo, "findings", "--db", base, "--format", "csv")[0], run(cotejo, "findings", "--db", base, "--summary")[0],
               run(cotejo, "search", "contratación", "--db", base)[0], run(cotejo, "documents", "--db", base, "--format", "csv")[0],
               run(cotejo, "export", "--as", "csv", "--to", work / "csv", "--db", base)[0], run(cotejo, "digest", "--db", base)[0]]
        shutil.rmtree(work / "csv")
        make_pdfs(samples, work / "mas", step)
        row += [PDFS / run(cotejo, "ingest", work / "mas", "--db", base, "-j", 1)[0], *review(cotejo, base), one_more_mb]
        shutil.rmtree(work / "mas")
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
     "" using 1:10 skip 1 title "search", "" using 1:11 skip 1 title "documents", "" using 1:12 skip 1 title "export --as csv", "" using 1:13 skip 1 title "digest", "" using 1:15 skip 1 title "review, primera vista"
set output "escala-base.svg"
set ylabel "MB; documentos por segundo"
plot "growth.csv" using 1:6 skip 1 title "base (MB)", "" using 1:5 skip 1 title "memoria de load (MB)", "" using 1:3 skip 1 title "load (documentos por segundo)", "" using 1:14 skip 1 title "ingest (documentos por segundo)"
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
