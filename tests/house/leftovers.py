#!/usr/bin/env python3
"""Fails where a source still holds what was put in to look at it while working: prints past the program's own streams,
and variables of the environment that are not among those that the program is known to ask for.

usage: leftovers.py PROJECT
"""
import re
import sys
from pathlib import Path

KNOWN = {"HOME", "PATH", "USER", "NO_COLOR", "TESSDATA_PREFIX", "COTEJO_DB", "DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR"}
ROOMS = ("base", "model", "extractors", "pipeline", "cli")
PRINT = re.compile(r"\b(?:std::)?f?printf\s*\(|\bstd::puts\s*\(")
VARIABLE = re.compile(r"\bgetenv\s*\(\s*\"([^\"]*)\"")


def faults_in(text):
    """The numbers of the lines that hold such a thing, with what it is."""
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if PRINT.search(line):
            found.append((number, "prints past the program's streams"))
        for name in VARIABLE.findall(line):
            if name not in KNOWN:
                found.append((number, f"asks for the variable {name}, which is not among the known ones"))
    return found


def main():
    assert [n for n, _ in faults_in('fprintf(stderr, "x");\nint a;\nif (getenv("DBG")) {')] == [1, 3], "sees nothing"
    root = Path(sys.argv[1])
    faults = [f"{path.relative_to(root)}:{number}: {what}"
              for room in ROOMS for path in sorted((root / room).rglob("*")) if path.suffix in (".cpp", ".h")
              for number, what in faults_in(path.read_text())]
    print("\n".join(faults) or "no source holds what was put in to look at it")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
