#!/usr/bin/env python3
"""Keeps tolerances where they are named: fails on a decimal number in a source of a room, for what is measured and judged
by stands in the room's tolerances.h, with its unit by type and its reason by comment. Free are the numbers of plain
arithmetic, and constants that a header declares by name for others to use.

usage: tolerances.py PROJECT_FOLDER
"""
import re
import sys
from pathlib import Path

LAYERS = ["base", "model", "extractors", "pipeline"]
# Nothing, the whole, a half, both; a hundred for percentages, ten for digits, points an inch; and what a whole number of
# 64 bits holds.
ARITHMETIC = {0, 0.5, 1, 2, 10, 72, 100, 9e18}
NUMBER = re.compile(r"(?<![\w.])(\d+\.\d*|\.\d+|\d+(?=[eE]))(?:[eE]([-+]?\d+))?[fFlL]?(?![\w.])")
# Strings first: what looks like a comment in one is none.
NO_CODE = re.compile(r'R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])\'(?:\\.|[^\'\\\n])+\'|//[^\n]*|/\*.*?\*/', re.S)


def code_of(text):
    """The text without strings, characters and comments, line for line."""
    return NO_CODE.sub(lambda found: "\n" * found[0].count("\n"), text)


def is_arithmetic(mantissa, exponent):
    """Powers of ten stand for the rounding of a double, or for more than any page holds."""
    value = float(mantissa) * 10 ** int(exponent or 0)
    return value in ARITHMETIC or (exponent is not None and float(mantissa) == 1)


def faults_in(name, text):
    faults, declares = [], False
    for number, line in enumerate(code_of(text).split("\n"), 1):
        # A declaration may run over several lines.
        declares = name.endswith(".h") and (declares or line.startswith("inline constexpr "))
        for found in NUMBER.finditer("" if declares else line):
            if not is_arithmetic(found[1], found[2]):
                faults.append(f"{name}:{number}: {found[0]} is named in no tolerances.h: {line.strip()}")
        declares = declares and ";" not in line
    return faults


def faults_of(root):
    """Every fault of the tree below root, a line each, and the number of sources."""
    sources = sorted(p for layer in LAYERS for p in (root / layer).rglob("*")
                     if p.suffix in (".h", ".cpp") and p.name != "tolerances.h")
    faults = []
    for path in sources:
        faults += faults_in(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))
    return faults, len(sources)


def main():
    faults, sources = faults_of(Path(sys.argv[1]))
    print("\n".join(faults) or f"{sources} sources leave their tolerances to tolerances.h")
    return 1 if faults or not sources else 0


if __name__ == "__main__":
    sys.exit(main())
