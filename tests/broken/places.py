#!/usr/bin/env python3
"""Works where a disk is full, may only be read, or is as slow as one behind a network: each command says what is wrong and what helps,
leaves nothing half done, and, repeated where there is room again, gives what it gives elsewhere. Ends with 77, and the reason, where
nothing may be mounted.

usage: places.py COTEJO SAMPLES
"""
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SKIPPED = 77
REPORTS = ["informe-pqrs-2022.pdf", "seguimiento-plan-anticorrupcion-2021.pdf", "ejecucion-presupuestal-2021.pdf"]
ROOM = 1_000_000  # of the disk that is filled, in bytes
LEFT = 8_000  # that are free on it
# Every call that reads or writes takes as long as one that goes over a network.
SLOW = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <sys/types.h>
#include <time.h>
static void wait_a_moment(void) { struct timespec t = {0, 3000000}; nanosleep(&t, 0); }
#define SLOWED(result, name, parameters, arguments)                                 \\
  result name parameters {                                                          \\
    static result (*real) parameters;                                               \\
    if (!real) real = (result (*) parameters)dlsym(RTLD_NEXT, #name);               \\
    wait_a_moment();                                                                \\
    return real arguments;                                                          \\
  }
SLOWED(ssize_t, pread64, (int f, void* b, size_t n, off_t o), (f, b, n, o))
SLOWED(ssize_t, pwrite64, (int f, const void* b, size_t n, off_t o), (f, b, n, o))
SLOWED(ssize_t, read, (int f, void* b, size_t n), (f, b, n))
SLOWED(ssize_t, write, (int f, const void* b, size_t n), (f, b, n))
SLOWED(int, fsync, (int f), (f))
SLOWED(int, fdatasync, (int f), (f))
"""


class Place:
    """A file system of its own, of so many bytes."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir()
        made = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", folder], capture_output=True, text=True)
        self.mounted = made.returncode == 0
        self.reason = made.stderr.strip()

    def may_only_be_read(self):
        subprocess.run(["mount", "-o", "remount,ro", self.folder], check=True)

    def fill(self):
        free = os.statvfs(self.folder)
        (self.folder / "lleno").write_bytes(bytes(free.f_bavail * free.f_frsize - LEFT))

    def empty(self):
        (self.folder / "lleno").unlink()

    def close(self):
        if self.mounted:
            subprocess.run(["umount", self.folder], check=True)


def main():
    program, samples = sys.argv[1], Path(sys.argv[2])
    faults = []

    def run(*words, **more):
        return subprocess.run([program, *map(str, words), "-j", "1"], capture_output=True, text=True, **more)

    def digest(base):
        return subprocess.run([program, "digest", "--db", base], capture_output=True, text=True).stdout

    def refused(where, words, *said):
        ran = run(*words)
        if ran.returncode != 4 or any(word not in ran.stderr for word in said):
            faults.append(f"{where}: {words[0]} ends with {ran.returncode} and says «{ran.stderr.strip()}»")

    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        pdfs, extracts, base = work / "pdf", work / "extractos", work / "a.db"
        pdfs.mkdir()
        for report in REPORTS:
            shutil.copy(samples / report, pdfs)
        run("ingest", pdfs, "--db", base)
        run("extract", pdfs, "-o", extracts)
        wanted = digest(base)

        def commands(place):
            return {"ingest": (["ingest", pdfs, "--db", place / "i.db"], place / "i.db"), "load": (["load", extracts, "--db", place / "l.db"], place / "l.db"),
                    "merge": (["merge", base, "--into", place / "m.db"], place / "m.db"), "extract": (["extract", pdfs, "-o", place / "x"], None)}

        full, closed = Place(work / "lleno"), Place(work / "cerrado")
        try:
            if not full.mounted or not closed.mounted:
                print(f"skipped: {full.reason or closed.reason}")
                return SKIPPED
            for name, (words, made) in commands(full.folder).items():
                full.fill()
                refused("a full disk", words, "espacio")
                full.empty()
                again = run(*words)
                if again.returncode > 1:
                    faults.append(f"{name}, repeated with room again, ends with {again.returncode}: {again.stderr}")
                if made and digest(made) != wanted:
                    faults.append(f"{name}, repeated with room again, gives another base")
                if not made and {p.name: p.read_bytes() for p in (full.folder / "x").iterdir()} != {p.name: p.read_bytes() for p in extracts.iterdir()}:
                    faults.append("extract, repeated with room again, gives other extracts")
                for left in full.folder.iterdir():
                    shutil.rmtree(left) if left.is_dir() else left.unlink()
            shutil.copy(base, closed.folder / "a.db")
            closed.may_only_be_read()
            for words, _ in commands(closed.folder).values():
                refused("a disk that may only be read", words, "ermiso")
            refused("a base that may only be read", ["ingest", pdfs, "--db", closed.folder / "a.db"], "--db")
            if digest(closed.folder / "a.db") != wanted:
                faults.append("a base that may only be read is not read")
        finally:
            full.close()
            closed.close()
        compiler = shutil.which("cc")
        if compiler:
            (work / "slow.c").write_text(SLOW)
            subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", work / "slow.so", work / "slow.c", "-ldl"], check=True)
            for name, (words, made) in commands(work).items():
                ran = run(*words, env={**os.environ, "LD_PRELOAD": str(work / "slow.so")})
                if ran.returncode > 1 or (made and digest(made) != wanted):
                    faults.append(f"a slow disk: {name} ends with {ran.returncode}: {ran.stderr}")
    print("\n".join(faults) or "full, read-only and slow places: told, and nothing is half done")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
