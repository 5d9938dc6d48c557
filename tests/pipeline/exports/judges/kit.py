"""What the judges of exports share: programs that are not ours open what `cotejo export` wrote and say what they see.

A judge is called as `judge.py PROGRAM BASE BUILD_FOLDER`. It ends with SKIPPED, and says why, where the program that it
asks is not installed; only the largest ones (LibreOffice, Java) are left to the machine, not to .ci/packages.
"""
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

SKIPPED = 77  # as SKIP_RETURN_CODE of the tests has it
HERE = Path(__file__).resolve().parent
DATE = "2026-01-31"


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(SKIPPED)


def need(*programs):
    """The first of these that is installed."""
    for name in programs:
        if found := shutil.which(name):
            return found
    return skip(f"none of these is installed: {', '.join(programs)}")


def run(*words, **more):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, **more)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, words))} ended with {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def node_modules(build):
    """The folder with the packages of package-lock.json, installed once for each lock."""
    need("node"), need("npm")
    folder = Path(build) / "judges"
    lock = (HERE / "package-lock.json").read_text()
    done = folder / "installed"
    if not done.exists() or done.read_text() != lock:
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json", ".npmrc"):
            shutil.copy(HERE / name, folder / name)
        run("npm", "ci", "--no-audit", "--no-fund", cwd=folder)
        done.write_text(lock)
    return folder / "node_modules"


class Judgement:
    """Faults found so far; ends the judge with them."""

    def __init__(self):
        self.faults, self.checked = [], 0

    def equal(self, seen, wanted, what):
        self.checked += 1
        if seen != wanted:
            self.faults.append(f"{what}: {seen!r} instead of {wanted!r}")

    def true(self, holds, what):
        self.checked += 1
        if not holds:
            self.faults.append(what)

    def end(self):
        print("\n".join(self.faults[:40]) or f"{self.checked} values are as the base has them")
        sys.exit(1 if self.faults or self.checked == 0 else 0)


def rows(base, sql):
    with sqlite3.connect(f"file:{base}?mode=ro", uri=True) as db:
        db.row_factory = sqlite3.Row
        return db.execute(sql).fetchall()


def judge(function):
    """Calls function(program, base, build folder, a folder of its own that goes at the end)."""
    with tempfile.TemporaryDirectory(prefix="cotejo-judge-") as folder:
        function(sys.argv[1], sys.argv[2], sys.argv[3], Path(folder))


def export(program, base, kind, to, *more):
    return run(program, "export", "--db", base, "--as", kind, "--to", to, "--date", DATE, *more,
               env={**os.environ, "LANG": "C.UTF-8"})
