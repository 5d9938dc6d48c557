#!/usr/bin/env python3
"""Fails when an include breaks the layering: model < extractors < pipeline < cli, and each library in its own folder;
and when something is kept in the project's top folder that has no place there.

usage: layering.py PROJECT_FOLDER
"""
import re
import subprocess
import sys
from pathlib import Path

LAYERS = ["model", "extractors", "pipeline", "cli"]
# library header pattern -> where it may be included; headers of ours stay free of all but the standard library
HOMES = [
    (r"sqlite3\.h", r"model/store/.*\.cpp$"),
    (r"(poppler/|cpp/poppler|poppler-|[A-Z]\w*Dev\.h$|PDFDoc|GlobalParams|Gfx|Page\.h$|Object\.h$|Catalog\.h$)", r"extractors/pdf/.*\.cpp$"),
    (r"(tesseract/|leptonica/|allheaders)", r"extractors/.*\.cpp$"),
    (r"(ft2build|fontconfig/)", r"extractors/overlay/.*\.cpp$"),
    (r"unicode/", r"pipeline/normalise/.*\.cpp$"),
    (r"CLI/", r"cli/.*\.cpp$"),
    (r"seccomp\.h", r"pipeline/worker/.*\.cpp$"),
    (r"regex$", r"(?!)"),  # calls itself for each character: a long line overflows the stack (pipeline/checks/scan.h)
]
TOP_LEVEL = {"CMakeLists.txt", "README.md", "CMakePresets.json", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", ".ci", ".clang-format",
             ".gitignore", "samples", "tests", *LAYERS}


def strangers(root):
    """Names in the top folder that the repository keeps and should not; none where there is no repository to ask."""
    try:
        kept = subprocess.run(["git", "-C", str(root), "ls-files"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return []
    return sorted({name.split("/")[0] for name in kept.splitlines()} - TOP_LEVEL)


def main():
    root = Path(sys.argv[1])
    faults, seen = [f"{name}: has no place in the top folder" for name in strangers(root)], 0
    for path in sorted(p for layer in LAYERS for p in (root / layer).rglob("*") if p.suffix in (".h", ".cpp")):
        name = path.relative_to(root).as_posix()
        seen += 1
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if "Document::open(" in line and not re.match(r"extractors/|pipeline/worker/", name):
                faults.append(f"{name}:{number}: a PDF is opened by a worker process alone (pipeline/worker)")
            match = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
            if not match:
                continue
            header = match[2]
            if match[1] == '"':
                layer = header.split("/")[0]
                if layer in LAYERS and LAYERS.index(layer) > LAYERS.index(name.split("/")[0]):
                    faults.append(f"{name}:{number}: {name.split('/')[0]} may not include {header}")
            for pattern, home in HOMES:
                if match[1] == "<" and re.match(pattern, header) and not re.search(home, name):
                    faults.append(f"{name}:{number}: {header} may only be included by {home}")
    if not seen:
        faults.append("no sources found: is the project folder right?")
    print("\n".join(faults) or f"{seen} files keep the layering")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
