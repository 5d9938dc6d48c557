#!/usr/bin/env python3
"""Fails when CONTRIBUTING's map is not the list of rooms that layering.py holds, or when a file that it names is not there.

usage: contributing.py PROJECT_FOLDER
"""
import re
import sys
from pathlib import Path

import layering

# Paths are told by how they begin; those that the reader is to write are followed by "(new)".
PATH = re.compile(r"`((?:base|model|extractors|pipeline|cli|tests|samples|\.ci)/[\w./-]+|[A-Z]\w+\.(?:md|txt|json))`( \(new\))?")


def faults_of(text, root):
    faults = []
    rooms = re.findall(r"^\| `([^`]+)` \| \S", text.split("## Where things live")[1].split("\n## ")[0].split("\n### ")[0], re.M)
    faults += [f"the map leaves out {room}" for room in layering.ROOMS if room not in rooms]
    faults += [f"the map tells of {room}, which is no room" for room in rooms if room not in layering.ROOMS]
    if not faults and rooms != layering.ROOMS:
        faults.append("the map is in another order than the list of rooms")
    for path, new in PATH.findall(text):
        if not new and not (root / path).exists():
            faults.append(f"{path} is named, and is not there")
        if new and (root / path).exists():
            faults.append(f"{path} is said to be new, and is there")
    return faults


def main():
    root = Path(sys.argv[1])
    faults = faults_of((root / "CONTRIBUTING.md").read_text(encoding="utf-8"), root)
    print("\n".join(faults) or f"the map names {len(layering.ROOMS)} rooms, and every file that is named is there")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
