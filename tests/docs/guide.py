#!/usr/bin/env python3
"""Runs every command of the guides, in their order, over the sample reports; fails on one that is not understood or cannot work, on a
picture that no command makes, and on a link that leads nowhere. With --write the pictures of docs/imagenes are made anew.

usage: guide.py PROJECT COTEJO [--write]
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

GUIDES = ("guia.md", "guide.md")
FINE = (0, 1, 3)  # nothing to report, findings, something was read in part


def commands_of(text):
    blocks = re.findall(r"^```sh\n(.*?)^```", text, re.M | re.S)
    return [line for block in blocks for line in block.splitlines() if line.strip()]


def run(guide, root, program, folder):
    """The first fault, or ""."""
    for report in (root / "samples").glob("*.pdf"):
        (folder / "informes").mkdir(exist_ok=True)
        shutil.copy(report, folder / "informes")
    environment = {**os.environ, "PATH": f"{program.parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
    environment.pop("COTEJO_DB", None)
    lines = commands_of((root / "docs" / guide).read_text(encoding="utf-8"))
    if len(lines) < 10:
        return f"{guide}: only {len(lines)} commands were found"
    fine = " || ".join(f"[ $s -eq {status} ]" for status in FINE)
    script = "".join(f'{line}\ns=$?; {{ {fine}; }} || {{ echo "{guide}, command {i}: ends with $s" >&2; exit 9; }}\n' for i, line in enumerate(lines, 1))
    done = subprocess.run(["bash", "-c", script], cwd=folder, env=environment, capture_output=True, text=True)
    return "" if done.returncode == 0 else done.stderr.strip() or f"{guide}: ends with {done.returncode}"


def main():
    root, program = Path(sys.argv[1]), Path(sys.argv[2])
    faults, count = [], 0
    if shutil.which("sqlite3") is None:
        print("skipped: sqlite3 is not installed")
        return 77
    for guide in GUIDES:
        text = (root / "docs" / guide).read_text(encoding="utf-8")
        count += len(commands_of(text))
        with tempfile.TemporaryDirectory() as folder:
            fault = run(guide, root, program, Path(folder))
            faults += [fault] if fault else []
            for picture in re.findall(r"\(imagenes/([\w-]+\.png)\)", text):
                made = Path(folder) / picture
                if not made.exists():
                    faults.append(f"{guide}: no command makes {picture}")
                elif "--write" in sys.argv[3:]:
                    shutil.copy(made, root / "docs/imagenes" / picture)
        for link in re.findall(r"\]\(([^)#]+)\)", text):
            if not (root / "docs" / link).exists():
                faults.append(f"{guide}: {link} is not there")
    print("\n".join(faults) or f"{count} commands of the guides do what they say")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
