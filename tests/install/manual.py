#!/usr/bin/env python3
"""Holds the manual pages to what --help says: the same entries with the same words, in both languages, for the program and every
command; and that groff, where it is installed, finds no fault in them.

usage: manual.py COTEJO
"""
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path


def help_of(program, language, *words):
    return subprocess.run([program, "--lang", language, *words, "--help"], capture_output=True, text=True, stdin=subprocess.DEVNULL, check=True).stdout


def entries_of_help(text):
    """(name, words) of what stands in columns: «  --page N      Página, desde 1», wrapped or not."""
    found = []
    for line in text.splitlines():
        if re.match(r"  \S", line) and not line.startswith("  cotejo "):
            name, _, rest = line.strip().partition("  ")
            found.append([name, rest])
        elif line.startswith(" " * 28) and found:
            found[-1][1] += " " + line
        elif line and not line.startswith(" "):
            if found and not line.endswith(":"):
                break  # the foot
    return [(name, " ".join(words.split())) for name, words in found]


def entries_of_page(text):
    plain = re.sub(r"\\f[BR]", "", text).replace("\\-", "-").replace("\\&", "").replace("\\e", "\\")
    return [(name, " ".join(words.split())) for name, words in re.findall(r"^\.TP\n(.+)\n(.+)", plain, re.M)]


def faults_of(program, folder):
    faults = []
    for language, pages in (("en", folder / "man1"), ("es", folder / "es" / "man1")):
        whole = help_of(program, language)
        commands = re.findall(r"^  ([a-z]+) {4,}\S", whole, re.M)
        wanted = {"cotejo.1"} | {f"cotejo-{c}.1" for c in commands}
        there = {p.name for p in pages.iterdir()}
        faults += [f"{language}: {name} is missing, or is of no command" for name in sorted(wanted ^ there)]
        for page, words in [("cotejo.1", [])] + [(f"cotejo-{c}.1", [c]) for c in commands]:
            said, written = entries_of_help(help_of(program, language, *words)), entries_of_page((pages / page).read_text())
            if len(said) < 2:
                faults.append(f"{language} {page}: --help was not understood: {said}")
            faults += [f"{language} {page}: {entry} is only in one of --help and the page" for entry in sorted(set(said) ^ set(written))]
            if shutil.which("groff"):
                ran = subprocess.run(["groff", "-k", "-man", "-ww", "-z", str(pages / page)], capture_output=True, text=True)
                faults += [f"{language} {page}: {line}" for line in ran.stderr.splitlines() if "cannot select font" not in line]
    return faults


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([program, "manual", folder], check=True)
        faults = faults_of(program, Path(folder))
        first = next(iter(sorted((Path(folder) / "es" / "man1").glob("cotejo-*.1"))))
        first.write_text(first.read_text().replace(".TP\n", ".TP\nmal ", 1))
        assert faults or faults_of(program, Path(folder)), "sees no fault"
    print("\n".join(faults) or "the manual pages say what --help says")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
