#!/usr/bin/env python3
"""Kills extract, load, merge and ingest at random moments, the program itself or one of its workers, repeats the command, and
holds what is there then to what a run that nobody disturbs gives.

usage: kill.py COTEJO SAMPLES TIMES [SEED]      TIMES: how many are to be killed before they are done
"""
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

REPORTS = ["informe-pqrs-2022.pdf", "seguimiento-plan-anticorrupcion-2021.pdf", "ejecucion-presupuestal-2021.pdf", "informe-gestion-2020-2023.pdf"]


class Trial:
    """One kind of command, in a folder of its own each time."""

    def __init__(self, name, program, work):
        self.name, self.program, self.work = name, program, work
        self.seconds, self.wanted = 0.0, None

    def words(self, place):
        files, out = self.work, str(place / "c.db")
        return {"ingest": ["ingest", str(files / "pdf"), "--db", out],
                "extract": ["extract", str(files / "pdf"), "-o", str(place / "x"), "--log", str(place / "log"), "--resume"],
                "load": ["load", str(files / "x"), "--db", out],
                "merge": ["merge", str(files / "a.db"), str(files / "b.db"), "--into", out]}[self.name] + ["-j", "2"]

    def start(self, place):
        return subprocess.Popen([self.program, *self.words(place)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def result(self, place):
        if self.name == "extract":
            return {p.name: p.read_bytes() for p in (place / "x").iterdir()}
        done = subprocess.run([self.program, "digest", "--db", place / "c.db"], capture_output=True, text=True, check=True)
        faults = subprocess.run([self.program, "verify", "--db", place / "c.db"], capture_output=True, text=True)
        assert faults.returncode == 0, faults.stdout
        return done.stdout

    def undisturbed(self, place):
        place.mkdir()
        begin = time.monotonic()
        status = self.start(place).wait()
        assert status in (0, 1), f"{self.name} ended with {status}"
        self.seconds = time.monotonic() - begin
        self.wanted = self.result(place)

    def killed(self, place, chance):
        """Whether it was killed in time; a fault, or ""."""
        place.mkdir()
        moment, worker = chance.random() * self.seconds, chance.random() < 0.3
        process = self.start(place)
        time.sleep(moment)
        victims = children_of(process.pid) if worker else []
        in_time = process.poll() is None
        # What other programs take of the machine changes by the minute, and with it how long this takes.
        self.seconds = self.seconds * 1.02 if in_time else max(moment, self.seconds / 2)
        try:
            os.kill(chance.choice(victims) if victims else process.pid, signal.SIGKILL)
        except ProcessLookupError:
            in_time = False
        # What a worker was at is done again by another in the same run; what the program was at, by the repeated command.
        status = process.wait()
        if status < 0:
            status = self.start(place).wait()
        if status not in (0, 1):
            return in_time, f"{self.name}, killed after {moment:.3f} s: it ends with {status}"
        if self.result(place) != self.wanted:
            return in_time, f"{self.name}, killed after {moment:.3f} s: repeated, the result is another"
        return in_time, ""


def children_of(pid):
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            if int(stat.read_text().rpartition(")")[2].split()[1]) == pid:
                found.append(int(stat.parent.name))
        except (OSError, ValueError):
            pass  # it ended meanwhile
    return found


def main():
    program, samples, times = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    chance = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 20)
    faults, in_time = [], 0
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        for name in ("pdf", "pdf-a", "pdf-b"):
            (work / name).mkdir()
        for i, report in enumerate(REPORTS):
            shutil.copy(samples / report, work / "pdf")
            shutil.copy(samples / report, work / ("pdf-a" if i % 2 else "pdf-b"))
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        subprocess.run([program, "extract", work / "pdf", "-o", work / "x"], **quiet)
        for name in ("a", "b"):
            subprocess.run([program, "ingest", work / f"pdf-{name}", "--db", work / f"{name}.db"], **quiet)
        trials = [Trial(name, program, work) for name in ("extract", "load", "merge", "ingest")]
        for trial in trials:
            trial.undisturbed(work / f"whole-{trial.name}")
        tries = 0
        while in_time < times and tries < 3 * times:  # a run that was done before it could be killed does not count
            place = work / f"trial-{tries}"
            caught, fault = trials[tries % len(trials)].killed(place, chance)
            in_time += caught
            tries += 1
            faults += [fault] if fault else []
            shutil.rmtree(place)
    print("\n".join(faults) or f"{in_time} were killed in time, of {tries}; each came to the same when it was repeated")
    return 1 if faults or in_time < times / 2 else 0


if __name__ == "__main__":
    sys.exit(main())
