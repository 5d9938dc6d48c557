#!/usr/bin/env python3
"""Fails when the built page of the review workbench (cli/review/page/dist) was not built from the sources beside it, was
changed by hand, or holds what its own policy forbids: scripts or styles within the page, other hosts, maps of sources.

usage: page.py PROJECT_FOLDER
       page.py --seal PAGE_FOLDER     prints what dist/index.html is to say of sources and of what was built (seal.mjs)
"""
import hashlib
import re
import sys
import tempfile
from pathlib import Path

SOURCES = ("index.html", "package.json", "package-lock.json", "tsconfig.json", "vite.config.ts", "seal.mjs", "src", "public")
SEAL = re.compile(r'\s*<meta name="sealed" content="([^"]*)" />')
# Names of XML namespaces are no addresses: nothing is asked of them.
HOST = re.compile(r"(?:https?:)?//(?!www\.w3\.org/)[\w-]+\.[\w.-]+")
LARGEST = 300_000  # bytes of all that is built: it is kept in the repository and in the program


def digest(root, names):
    """SHA-256 of files, each with its name; folders stand for all that is in them. The seal itself is left out."""
    total = hashlib.sha256()
    files = [path for name in names for path in ([root / name] if (root / name).is_file() else sorted((root / name).rglob("*")))]
    for path in sorted(path for path in files if path.is_file()):
        content = SEAL.sub("", path.read_text(encoding="utf-8")).encode()
        total.update(f"{path.relative_to(root).as_posix()}\0{len(content)}\0".encode() + content)
    return total.hexdigest()


def seal(page):
    return f"sources {digest(page, SOURCES)} built {digest(page, ['dist'])}"


def faults_of(page):
    dist = page / "dist"
    html = (dist / "index.html").read_text(encoding="utf-8")
    faults = []
    said = SEAL.search(html)
    if not said:
        return ["dist/index.html does not say what it was built from: npm run build"]
    sources, built = re.fullmatch(r"sources (\w+) built (\w+)", said[1]).groups()
    if sources != digest(page, SOURCES):
        faults.append("dist was built from other sources than those that stand beside it: npm ci && npm run build")
    if built != digest(page, ["dist"]):
        faults.append("dist is not what was built: npm ci && npm run build")
    if re.search(r"<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=", html):
        faults.append("dist/index.html holds a script or a style of its own, which its policy forbids")
    files = [path for path in dist.rglob("*") if path.is_file()]
    for path in files:
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".map" or "sourceMappingURL" in text:
            faults.append(f"{path.relative_to(page)} holds or names a map of sources")
        faults += [f"{path.relative_to(page)} names another host: {host}" for host in sorted(set(HOST.findall(text)))]
    if sum(path.stat().st_size for path in files) > LARGEST:
        faults.append(f"dist is larger than {LARGEST} bytes")
    if re.search(r'"resolved"', (page / "package-lock.json").read_text(encoding="utf-8")):
        faults.append("package-lock.json names where packages were taken from (.npmrc keeps that out)")
    return faults


def sees_faults():
    """Whether a page that was changed after it was built is told, each way."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder)
        for name, text in {"src/a.ts": "1", "package-lock.json": "{}", "dist/assets/app.js": "1", "dist/index.html": "<html>"}.items():
            (page / name).parent.mkdir(parents=True, exist_ok=True)
            (page / name).write_text(text)
        html = page / "dist/index.html"
        if faults_of(page) != ["dist/index.html does not say what it was built from: npm run build"]:
            return False
        html.write_text(f'<html>\n    <meta name="sealed" content="{seal(page)}" />')
        clean = faults_of(page) == []
        (page / "src/a.ts").write_text("2")
        stale = len(faults_of(page)) == 1
        (page / "dist/assets/app.js").write_text("fetch('https://example.org/x')")
        return clean and stale and len(faults_of(page)) == 3


def main():
    if sys.argv[1] == "--seal":
        print(seal(Path(sys.argv[2])))
        return 0
    if not sees_faults():
        print("page.py sees nothing")
        return 1
    faults = faults_of(Path(sys.argv[1]) / "cli/review/page")
    print("\n".join(faults) or "the built page of the review workbench is what its sources make")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
