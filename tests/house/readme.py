#!/usr/bin/env python3
"""Fails when the README speaks of a command, an option or a rule that the program does not have, or leaves one out.

usage: readme.py PROJECT_FOLDER COTEJO
"""
import os
import re
import subprocess
import sys
from pathlib import Path


def main():
    root, program = Path(sys.argv[1]), sys.argv[2]
    readme = (root / "README.md").read_text(encoding="utf-8")
    faults = []

    def output(*arguments):
        done = subprocess.run([program, "--lang", "es", *arguments], capture_output=True, text=True, stdin=subprocess.DEVNULL)
        return done.stdout

    overview = output("--help")
    commands = set(re.findall(r"^  ([a-z]+) {4,}\S", overview, re.M))
    if not commands:
        faults.append("cotejo --help names no command")
    spoken = set(re.findall(r"^cotejo ([a-z]+)", readme, re.M))
    for row in re.findall(r"^\| (`.+?) \|", readme.split("## Usar")[1].split("\n## ")[0], re.M):
        spoken |= set(re.findall(r"`([a-z]+)(?: [^`]*)?`", row))
    faults += [f"README speaks of «cotejo {c}», which is not a command" for c in sorted(spoken - commands)]
    faults += [f"README leaves out «cotejo {c}»" for c in sorted(commands - spoken)]
    for line in re.findall(r"^cotejo [a-z]+ .*$", readme, re.M):
        line = line.split("#")[0]
        command = line.split()[1]
        known = output(command, "--help")
        faults += [f"README: «{option}» is no option of {command}" for option in re.findall(r"\s(--?[a-z][a-z-]*)", line) if option not in known]
    for script in ("samples/run", "tests/run"):
        if f"\n{script}\n" not in readme or not os.access(root / script, os.X_OK):
            faults.append(f"README's command {script} is not there, or cannot be run")
    sources = (root / "pipeline/checks/rules/rules.cpp").read_text(encoding="utf-8")
    rules = set(re.findall(r'\{\s*"([a-z-]+)"', sources))
    told = set(re.findall(r"`([a-z]+-[a-z-]+)`", readme.split("## Qué señala")[1].split("\n## ")[0]))
    told |= set(re.findall(r"^\| `([a-z]+)` \|", readme.split("## Qué señala")[1].split("\n## ")[0], re.M))
    faults += [f"README leaves out the rule {r}" for r in sorted(rules - told)]
    faults += [f"README tells of {r}, which is no rule" for r in sorted(told - rules)]
    print("\n".join(faults) or f"{len(commands)} commands and {len(rules)} rules are as the README says")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
