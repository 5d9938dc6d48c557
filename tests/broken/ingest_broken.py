#!/usr/bin/env python3
"""Puts broken PDFs (make_broken.py) through `cotejo ingest` and fails when the program crashes, hangs, or loses one.

usage: ingest_broken.py PROGRAM [SOUND.pdf …] [--count N] [--seed N] [--light] [--seconds N]

Every file must be in the database or be named as unreadable; what is known to be readable must have been read; the
sound file among them must come out as it does alone. --light leaves out the files that take seconds.
"""
import argparse
import os
import socket
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
SLOW = ("pages-100000", "shading", "soft-mask", "forms-doubling", "dashes", "colours-in", "image-often", "text-everywhere", "clips-many", "marks-deep", "bomb", "image-", "many-", "thousands", "page-huge", "pattern", "deep-saves", "long-string")
READABLE = ("sound", "xref-missing", "xref-offsets-wrong", "tail-absent", "byte-order-mark", "line-ends-cr", "twice", "tail-of-rubbish",
            "rotate-itself", "contents-with-nulls", "annotations-odd", "cid-without-unicode", "head-late", "script", "launch", "link-outside", "form-fields", "rotate-odd", "encrypted-open-128")
PARTLY = ("attachment",)  # what is attached and is no PDF was not read, and that is told
CLOSED = ("encrypted-closed-128", "no-pages", "zeros", "html", "zip", "nothing")


def make_strange(files):
    """Names, and things that are no files, that a folder may hold. Gives the names that must be told of."""
    sound = (files / "sound.pdf").read_bytes()
    odd = ["-rf.pdf", "con\nsalto.pdf", "\U0001F4C4 informe.pdf", "comillas \" y 'otras'.pdf", "a" * 250 + ".pdf", "$(touch x);.pdf", "  .pdf", "%s%n.pdf"]
    for number, name in enumerate(odd):
        (files / name).write_bytes(sound + b"%% %d\n" % number)
    (files / "una carpeta.pdf").mkdir()
    (files / "una carpeta.pdf" / "dentro.pdf").write_bytes(sound + b"% dentro\n")
    os.mkfifo(files / "tubo.pdf")
    for name, target in (("sin-fin.pdf", "/dev/zero"), ("nulo.pdf", "/dev/null"), ("anillo.pdf", "anillo.pdf"), ("roto.pdf", "/no/hay"), ("proc.pdf", "/proc/self/mem")):
        (files / name).symlink_to(target)
    (files / "vuelta").symlink_to(files)
    socket.socket(socket.AF_UNIX).bind(str(files / "enchufe.pdf"))
    return odd, ["tubo.pdf", "sin-fin.pdf", "nulo.pdf", "anillo.pdf", "roto.pdf", "proc.pdf", "enchufe.pdf"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("sound", nargs="*")
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--light", action="store_true")
    parser.add_argument("--seconds", type=int, default=240)
    arguments = parser.parse_args()
    faults = []
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        files = work / "files"
        subprocess.run([sys.executable, HERE / "make_broken.py", files, *arguments.sound, "--count", str(arguments.count),
                        "--seed", str(arguments.seed)], check=True)
        if arguments.light:
            for path in files.iterdir():
                if path.name.startswith(SLOW):
                    path.unlink()
        names = sorted(path.stem for path in files.iterdir())
        odd, unreadable = make_strange(files)
        try:
            done = subprocess.run([arguments.program, "ingest", files, "--db", work / "a.db", "-j2", "--timeout", "20"],
                                  capture_output=True, timeout=arguments.seconds, check=False)
        except subprocess.TimeoutExpired:
            print(f"no end after {arguments.seconds} s")
            return 1
        output = done.stdout.decode(errors="replace")
        if done.returncode != 3:
            faults.append(f"status {done.returncode}: {done.stderr.decode(errors='replace')[-500:]}")
        for stem in names:
            if f" {stem}.pdf" not in output:
                faults.append(f"{stem}.pdf is not told of")
        database = sqlite3.connect(work / "a.db")
        states = dict(database.execute("SELECT archivo, estado FROM documentos"))
        for stem in READABLE:
            if stem in names and states.get(f"{stem}.pdf", "completo") != "completo":
                faults.append(f"{stem}.pdf: {states.get(stem + '.pdf')}, expected completo")
        for stem in PARTLY:
            if stem in names and states.get(f"{stem}.pdf") != "parcial":
                faults.append(f"{stem}.pdf: {states.get(stem + '.pdf')}, expected parcial")
        for stem in CLOSED:
            if stem in names and states.get(f"{stem}.pdf", "fallido") != "fallido":
                faults.append(f"{stem}.pdf: {states.get(stem + '.pdf')}, expected fallido")
        for name in [*odd, "dentro.pdf"]:
            if states.get(name) != "completo":
                faults.append(f"{name!r}: {states.get(name)}, expected completo")
        for name in unreadable:
            if states.get(name) != "fallido":
                faults.append(f"{name}: {states.get(name)}, expected fallido")
        silent = database.execute("SELECT archivo FROM documentos WHERE estado <> 'completo' AND coalesce(error, '') = ''").fetchall()
        if silent:
            faults.append(f"failed without a reason: {silent[:5]}")
        if "anexo.exe" not in output:
            faults.append("the attachment is not named")
        text = " ".join(row[0] for row in database.execute("SELECT texto FROM paginas WHERE archivo = 'sound.pdf'"))
        if "Hola" not in text:
            faults.append("the sound file was not read")
        print(f"{len(names)} files, {sum(s == 'completo' for s in states.values())} read, "
              f"{sum(s == 'parcial' for s in states.values())} in part, {sum(s == 'fallido' for s in states.values())} failed")
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
