#!/usr/bin/env python3
"""Holds the rooms of the project: fails when an include goes up the list of rooms below, when a library's headers show
outside their own folder, when units include each other in a ring, when a room is crowded, and when something is kept in
the top folder that has no place there.

usage: layering.py PROJECT_FOLDER
"""
import re
import subprocess
import sys
from pathlib import Path

# Every folder of sources, lowest first: a room includes only itself and what stands above it in this list.
ROOMS = """
base
model  model/codec  model/store/sql  model/store  model/store/review  model/store/archive  model/store/merge
extractors/pdf/fonts  extractors/pdf/painted  extractors/pdf
extractors/layout
extractors/tables/lines  extractors/tables/cells  extractors/tables/aside  extractors/tables/areas  extractors/tables/ruled
extractors/tables/white  extractors/tables/half_ruled  extractors/tables/heads  extractors/tables/logical  extractors/tables/ledger  extractors/tables
extractors/ocr/picture  extractors/ocr/layer  extractors/ocr/rules  extractors/ocr/engine  extractors/ocr/clean
extractors/ocr/figures  extractors/ocr/ink  extractors/ocr/again  extractors/ocr
extractors/overlay  extractors/archival
pipeline/normalise/text  pipeline/normalise/dates  pipeline/normalise/numbers  pipeline/normalise/amount_words
pipeline/mapping/words  pipeline/mapping/text  pipeline/mapping/table  pipeline/mapping/columns  pipeline/mapping/rows
pipeline/mapping/prose  pipeline/mapping/budget
pipeline/mapping/pqrs  pipeline/mapping/commitments  pipeline/mapping/kinds
pipeline/mapping/document  pipeline/mapping
pipeline/checks/arithmetic  pipeline/checks/relations  pipeline/checks/faults  pipeline/checks  pipeline/checks/prose  pipeline/checks/wording  pipeline/checks/rules
pipeline/checks/rules/tables  pipeline/checks/rules/text  pipeline/checks/rules/records
pipeline/reading  pipeline/worker  pipeline/run/files  pipeline/run  pipeline/run/merge
pipeline/exports/output  pipeline/exports/tables  pipeline/exports/pages  pipeline/exports/archive  pipeline/exports/report  pipeline/exports
cli/console  cli/review/web  cli/review/desk  cli/review/api  cli/review  cli/commands  cli/commands/merge  cli
""".split()
LAYERS = ["base", "model", "extractors", "pipeline", "cli"]
# The most sources (headers among them) that one room holds before it is two.
CROWDED = 26
# library header pattern -> where it may be included; headers of ours stay free of all but the standard library
HOMES = [
    (r"sqlite3\.h", r"model/store/.*\.cpp$"),
    (r"(poppler/|cpp/poppler|poppler-|[A-Z]\w*Dev\.h$|PDFDoc|GlobalParams|Gfx|Page\.h$|Object\.h$|Catalog\.h$)", r"extractors/pdf/.*\.cpp$"),
    (r"(tesseract/|leptonica/|allheaders)", r"extractors/.*\.cpp$"),
    (r"ft2build", r"extractors/(pdf|overlay|archival)/.*\.cpp$"),
    (r"fontconfig/", r"extractors/(overlay|archival)/.*\.cpp$"),
    (r"unicode/", r"pipeline/normalise/.*\.cpp$"),
    (r"CLI/", r"cli/.*\.cpp$"),
    (r"httplib", r"cli/review/web/server\.cpp$"),
    (r"xlsxwriter", r"pipeline/exports/.*\.cpp$"),
    (r"(qpdf/|lcms2)", r"extractors/archival/.*\.cpp$"),
    (r"pugixml", r"pipeline/exports/.*\.cpp$"),
    (r"seccomp\.h", r"pipeline/worker/.*\.cpp$"),
    (r"regex$", r"(?!)"),  # calls itself for each character: a long line overflows the stack (pipeline/checks/prose/scan.h)
]
TOP_LEVEL = {"CMakeLists.txt", "README.md", "CMakePresets.json", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", ".ci", ".clang-format",
             ".gitignore", "docs", "packaging", "samples", "tests", *LAYERS}


def strangers(root):
    """Names in the top folder that the repository keeps and should not; none where there is no repository to ask."""
    try:
        kept = subprocess.run(["git", "-C", str(root), "ls-files"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return []
    return sorted({name.split("/")[0] for name in kept.splitlines()} - TOP_LEVEL)


def room_of(name):
    return name.rsplit("/", 1)[0]


def file_faults(name, text):
    """Faults of one source, and the headers of ours that it includes."""
    faults, own = [], []
    for number, line in enumerate(text.splitlines(), 1):
        if "Document::open(" in line and not re.match(r"extractors/|pipeline/(reading|worker)/", name):
            faults.append(f"{name}:{number}: a PDF is opened by a worker process alone (pipeline/worker)")
        match = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
        if not match:
            continue
        header = match[2]
        if match[1] == '"':
            own.append(header)
            if room_of(header) in ROOMS and room_of(name) in ROOMS and ROOMS.index(room_of(header)) > ROOMS.index(room_of(name)):
                faults.append(f"{name}:{number}: {room_of(name)} may not include {header}")
            continue
        for pattern, home in HOMES:
            if re.match(pattern, header) and not re.search(home, name):
                faults.append(f"{name}:{number}: {header} may only be included by {home}")
    return faults, own


def rings(includes):
    """Units (a header and its source) that include each other, by Tarjan's search for strong components."""
    index, low, stack, found = {}, {}, [], []

    def visit(unit):
        index[unit] = low[unit] = len(index)
        stack.append(unit)
        for other in sorted(includes.get(unit, ())):
            if other not in index:
                visit(other)
                low[unit] = min(low[unit], low[other])
            elif other in stack:
                low[unit] = min(low[unit], index[other])
        if low[unit] == index[unit]:
            ring = stack[stack.index(unit):]
            del stack[stack.index(unit):]
            if len(ring) > 1:
                found.append(ring)

    sys.setrecursionlimit(10000)
    for unit in sorted(includes):
        if unit not in index:
            visit(unit)
    return found


def faults_of(root):
    """Every fault of the tree below root, a line each, and the sources of each room."""
    faults, includes, rooms = [f"{name}: has no place in the top folder" for name in strangers(root)], {}, {}
    for path in sorted(p for layer in LAYERS for p in (root / layer).rglob("*") if p.suffix in (".h", ".cpp")):
        name = path.relative_to(root).as_posix()
        rooms.setdefault(room_of(name), []).append(name)
        more, own = file_faults(name, path.read_text(encoding="utf-8"))
        faults += more
        unit = name.rsplit(".", 1)[0]
        includes.setdefault(unit, set()).update({h.rsplit(".", 1)[0] for h in own} - {unit})
    faults += [f"{room}: is not in the list of rooms" for room in rooms if room not in ROOMS]
    faults += [f"{room}: named in the list of rooms, holds nothing" for room in ROOMS if room not in rooms]
    faults += [f"{room}: {len(names)} sources are more than {CROWDED}: two subjects?" for room, names in rooms.items() if len(names) > CROWDED]
    faults += ["include each other: " + " ".join(ring) for ring in rings(includes)]
    return faults, rooms


def main():
    faults, rooms = faults_of(Path(sys.argv[1]))
    print("\n".join(faults) or f"{sum(map(len, rooms.values()))} files in {len(rooms)} rooms keep the layering")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
