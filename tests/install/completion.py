#!/usr/bin/env python3
"""Completes command lines as bash, and as zsh and fish where they are installed, over a base of the samples.

usage: completion.py PROJECT COTEJO
"""
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

BASH = """
source "$1"; shift
_COMPOPT=; compopt() { :; }
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
_cotejo
printf '%s\\n' "${COMPREPLY[@]}"
"""


def main():
    root, program = Path(sys.argv[1]), Path(sys.argv[2])
    scripts = root / "packaging/completions"
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        os.mkdir("informes")
        shutil.copy(root / "samples/informe-pqrs-2022.pdf", "informes")
        environment = {**os.environ, "PATH": f"{program.parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8", "HOME": folder}
        environment.pop("COTEJO_DB", None)
        subprocess.run([program, "ingest", "informes", "--db", "a.db"], env=environment, stdout=subprocess.DEVNULL)
        marks = subprocess.run(["python3", "-c", "import sqlite3; print(*[r[0] for r in sqlite3.connect('a.db').execute('SELECT marca FROM hallazgos')])"],
                               capture_output=True, text=True).stdout.split()
        entity = subprocess.run(["python3", "-c", "import sqlite3; print(sqlite3.connect('a.db').execute('SELECT entidad FROM documentos').fetchone()[0])"],
                                capture_output=True, text=True).stdout.strip()

        def bash(*words):
            ran = subprocess.run(["bash", "-c", BASH, "bash", str(scripts / "cotejo.bash"), "cotejo", *words], env=environment, capture_output=True, text=True)
            return sorted(filter(None, ran.stdout.splitlines())) if not ran.stderr else [ran.stderr]

        def expect(words, wanted, got):
            if sorted(wanted) != sorted(got):
                faults.append(f"{words}: {got}, not {wanted}")

        quoted = subprocess.run(["bash", "-c", 'printf %q "$1"', "bash", entity], capture_output=True, text=True).stdout
        cases = [
            (["fin"], ["findings"]),
            (["findings", "--rule", "total"], ["total-no-cuadra"]),
            (["findings", "--rule", "=", "total"], ["total-no-cuadra"]),
            (["findings", "--severity", ""], ["error", "advertencia", "info"]),
            (["--lang", "e"], ["es", "en"]),
            (["findings", "--db", "a.db", "--entity", entity[:3]], [quoted]),
            (["findings", "--entity", entity[:3]], []),
            (["explain", "--db", "a.db", marks[0][:7]], [m for m in marks if m.startswith(marks[0][:7])]),
            (["explain", "--db", "a.db", ""], marks),
            (["show", "--db", "a.db", "--finding", marks[0][:7]], [m for m in marks if m.startswith(marks[0][:7])]),
            (["findings", "--db", "a.db", "--document", "informe"], ["informe-pqrs-2022.pdf"]),
            (["ingest", "inf"], ["informes"]),
            (["findings", "--db", "infor"], ["informes"]),
            (["extract", "-o", "i"], ["informes"]),
            (["export", "--as", "cs"], ["csv"]),
            (["load", "--in-pro"], ["--in-process"]),
            (["findings", "--nada", "x"], []),
            (["show", "--step", "rejill"], ["rejilla"]),
        ]
        for words, wanted in cases:
            expect(words, wanted, bash(*words))
        if shutil.which("fish"):
            def fish(line):
                script = f"source {scripts}/cotejo.fish; complete -C '{line}'"
                ran = subprocess.run(["fish", "--no-config", "-c", script], env=environment, capture_output=True, text=True)
                return [c.split("\t")[0] for c in (ran.stdout + ran.stderr).splitlines()]
            expect("fish: fin", ["findings"], fish("cotejo fin"))
            expect("fish: rule", ["total-no-cuadra"], fish("cotejo findings --rule total"))
            expect("fish: mark", [m for m in marks if m.startswith(marks[0][:7])], fish(f"cotejo explain --db a.db {marks[0][:7]}"))
        if shutil.which("zsh"):
            ran = subprocess.run(["zsh", "-n", str(scripts / "_cotejo")], capture_output=True, text=True)
            faults += [ran.stderr] if ran.stderr else []
    print("\n".join(faults) or f"{len(cases)} lines were completed as they should be")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
