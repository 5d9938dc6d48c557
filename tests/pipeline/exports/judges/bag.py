#!/usr/bin/env python3
"""sha256sum and sha512sum hold a BagIt package to its manifests, and so does `cotejo verify`; a spoiled package fails."""
import shutil
import subprocess
import xml.etree.ElementTree as xml

from kit import DATE, Judgement, export, judge, need, rows, run

PREMIS = "{http://www.loc.gov/premis/v3}"


def verified(program, bag):
    done = subprocess.run([program, "verify", bag], capture_output=True, text=True)
    return done.returncode, done.stdout


def check_tags(bag, judgement):
    """RFC 8493, sections 2.1 and 2.2."""
    judgement.equal((bag / "bagit.txt").read_text(), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", "bagit.txt")
    info = dict(line.split(": ", 1) for line in (bag / "bag-info.txt").read_text().splitlines())
    payload = [path for path in (bag / "data").rglob("*") if path.is_file()]
    judgement.equal(info["Payload-Oxum"], f"{sum(path.stat().st_size for path in payload)}.{len(payload)}", "Payload-Oxum")
    judgement.equal(info["Bagging-Date"], DATE, "Bagging-Date")
    listed = [line.split("  ", 1)[1] for line in (bag / "manifest-sha256.txt").read_text().splitlines()]
    judgement.equal(sorted(listed), sorted(path.relative_to(bag).as_posix() for path in payload), "payload that is listed")


def check_premis(bag, base, judgement):
    root = xml.parse(bag / "data/premis.xml").getroot()
    order = [child.tag.removeprefix(PREMIS) for child in root]
    judgement.equal(order, sorted(order, key=["object", "event", "agent"].index), "order of PREMIS")
    objects = {node.findtext(f".//{PREMIS}objectIdentifierValue") for node in root.iter(PREMIS + "object")}
    events = {node.findtext(f".//{PREMIS}eventIdentifierValue"): node for node in root.iter(PREMIS + "event")}
    agents = {node.findtext(f".//{PREMIS}agentIdentifierValue") for node in root.iter(PREMIS + "agent")}
    hashes = {row[0] for row in rows(base, "SELECT sha256 FROM documentos")}
    judgement.equal({node.text for node in root.iter(PREMIS + "messageDigest")}, hashes, "digests in PREMIS")
    for identifier, event in events.items():
        judgement.true(event.findtext(f".//{PREMIS}linkingObjectIdentifierValue") in objects, f"{identifier}: of no object")
        judgement.true(event.findtext(f".//{PREMIS}linkingAgentIdentifierValue") in agents, f"{identifier}: of no agent")
    types = [event.findtext(PREMIS + "eventType") for event in events.values()]
    documents = len(hashes)
    judgement.equal(types.count("metadata extraction"), documents, "readings")
    judgement.equal(types.count("normalization"), documents, "copies")
    judgement.equal(types.count("optical character recognition"), rows(base, "SELECT count(DISTINCT documento_id) FROM paginas WHERE origen IN ('ocr', 'mixto')")[0][0], "recognitions")
    judgement.true(types.count("decision") >= 1 and "Ana Pérez" in agents, "decision of a person")


def spoil(program, bag, folder, judgement):
    def changed(path):
        path.write_bytes(path.read_bytes() + b"x")

    def unlist(bag, algorithm):
        manifest = bag / f"manifest-{algorithm}.txt"
        manifest.write_text("".join(line for line in manifest.open() if "premis.xml" not in line))

    def link(bag, path, target):
        (bag / path).unlink(missing_ok=True)
        (bag / path).symlink_to(target)

    for what, act, told in (
            ("a changed file", lambda bag: changed(next((bag / "data/originales").iterdir())), "cambió"),
            ("a changed tag file", lambda bag: changed(bag / "bag-info.txt"), "cambió"),
            ("a missing file", lambda bag: (bag / "data/premis.xml").unlink(), "no está"),
            ("a file of nobody's", lambda bag: (bag / "data/otro.txt").write_text("x"), "sin anotar"),
            ("a file that only one manifest names", lambda bag: unlist(bag, "sha512"), "sin anotar data/premis.xml"),
            ("a link in place of a file", lambda bag: (shutil.copy(bag / "data/premis.xml", folder / "fuera.xml"), link(bag, "data/premis.xml", folder / "fuera.xml")), "«data/premis.xml» es un enlace"),
            ("a link to a folder", lambda bag: link(bag, "data/otra", folder), "«data/otra» es un enlace"),
            ("a manifest that leads out", lambda bag: (bag / "manifest-sha256.txt").open("a").write("0  data/../../x\n"), "manifest-sha256.txt"),
            ("no manifest", lambda bag: [path.unlink() for path in bag.glob("manifest-*")], "manifiesto")):
        copy = folder / "estropeado"
        shutil.copytree(bag, copy)
        act(copy)
        status, out = verified(program, copy)
        judgement.true(status == 3 and told in out, f"{what} is not told: {status} {out[-300:]}")
        shutil.rmtree(copy)


def main(program, base, _build, folder):
    need("sha256sum"), need("sha512sum")
    decided = folder / "decidida.db"
    shutil.copy(base, decided)
    run(program, "accept", "1", "--db", decided, "--author", "Ana Pérez", "--note", "revisado")
    bag = folder / "paquete del 100% «año»"
    export(program, decided, "bagit", bag)
    judgement = Judgement()
    for algorithm in ("sha256", "sha512"):
        for kind in ("manifest", "tagmanifest"):
            run(f"{algorithm}sum", "-c", "--strict", "--quiet", f"{kind}-{algorithm}.txt", cwd=bag)
    judgement.equal(len(list((bag / "data/originales").iterdir())), rows(base, "SELECT count(*) FROM documentos")[0][0], "originals")
    for part in ("pdfa", "alto", "datos/datapackage.json", "base/metadata.json", "premis.xml"):
        judgement.true((bag / "data" / part).exists(), f"no {part}")
    check_tags(bag, judgement)
    check_premis(bag, base, judgement)
    judgement.equal(verified(program, bag)[0], 0, "verdict of cotejo verify")
    spoil(program, bag, folder, judgement)
    judgement.equal(verified(program, folder)[0], 4, "verdict on what is no package")
    judgement.end()


judge(main)
