#!/usr/bin/env python3
"""Fails when a header of ours does not compile alone. One that its own source includes before anything else is compiled
alone by every build; the others are tried here.

usage: headers.py PROJECT_FOLDER COMPILER
"""
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path


def comes_first(header, root):
    """Whether the source of the same name includes this header before all others."""
    source = header.with_suffix(".cpp")
    first = re.search(r'^#include [<"]([^>"]+)', source.read_text(encoding="utf-8"), re.M) if source.exists() else None
    return first is not None and first[1] == header.relative_to(root).as_posix()


def main():
    root, compiler = Path(sys.argv[1]), sys.argv[2]
    headers = sorted(p for layer in ("base", "model", "extractors", "pipeline", "cli") for p in (root / layer).rglob("*.h"))
    left = [header for header in headers if not comes_first(header, root)]

    def compile_alone(header):
        source = f'#include "{header.relative_to(root).as_posix()}"\n'
        done = subprocess.run([compiler, "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Werror", "-I", str(root), "-x", "c++", "-"],
                              input=source, capture_output=True, text=True)
        return header, done

    failed = 0
    with ThreadPoolExecutor(2) as pool:
        for header, done in pool.map(compile_alone, left):
            if done.returncode:
                failed += 1
                print(f"{header.relative_to(root)} does not compile alone:\n{done.stderr}")
    print(f"{len(headers)} headers, {len(left)} tried, {failed} failed")
    return 1 if failed or not headers else 0


if __name__ == "__main__":
    sys.exit(main())
