#!/usr/bin/env python3
"""Drives the review workbench of the built program in Chromium through all its flows (all.test.mjs).

usage: browser.py COTEJO SAMPLES WORK_FOLDER

The modules that the tests need are installed into the work folder from package-lock.json, once for each state of it.
Ends with 77, which is a test left out, where this machine has no browser or Node, or where the modules are not there and
no registry can be reached; says which.
"""
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

LEFT_OUT = 77
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
OLDEST_NODE = 18


def left_out(reason):
    print(f"left out: {reason}")
    sys.exit(LEFT_OUT)


def tools():
    found = {name: shutil.which(name) for name in ("node", "npm")}
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    for name, path in {**found, "chromium": browser}.items():
        if not path:
            left_out(f"{name} is not installed (.ci/install tests)")
    version = subprocess.run([found["node"], "--version"], capture_output=True, text=True, check=True).stdout
    if int(version.lstrip("v").split(".")[0]) < OLDEST_NODE:
        left_out(f"Node {version.strip()} is older than {OLDEST_NODE}")
    return found["node"], found["npm"], browser


def install(npm, source, work):
    """The tests and their modules in the work folder: modules are looked for beside the tests, and sources stay clean."""
    for path in source.iterdir():
        if path.suffix in (".mjs", ".json") or path.name == ".npmrc":
            shutil.copy(path, work / path.name)
    wanted = hashlib.sha256((source / "package-lock.json").read_bytes()).hexdigest()
    stamp = work / "installed"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    done = subprocess.run([npm, "ci", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=work, capture_output=True, text=True)
    if done.returncode != 0:
        print(done.stderr)
        left_out("npm could not install the modules of package-lock.json, and they are not there from before")
    stamp.write_text(wanted)


def main():
    program, samples, work = (Path(argument).resolve() for argument in sys.argv[1:4])
    node, npm, browser = tools()
    work.mkdir(parents=True, exist_ok=True)
    install(npm, Path(__file__).resolve().parent, work)
    environment = {**os.environ, "COTEJO_PROGRAM": str(program), "COTEJO_SAMPLES": str(samples), "COTEJO_CHROMIUM": browser}
    environment.pop("COTEJO_DB", None)
    return subprocess.run([node, "--test", "all.test.mjs"], cwd=work, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main())
