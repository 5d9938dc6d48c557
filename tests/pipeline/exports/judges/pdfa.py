#!/usr/bin/env python3
"""veraPDF's engine holds the archival copies to PDF/A-2b, and Poppler says where their invisible words stand: of a scan,
and of the same scan lying on its side; and what a report without fonts says."""
import collections
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as xml
from pathlib import Path

from kit import HERE, Judgement, export, judge, need, node_modules, rows, run, skip

HTML = "{http://www.w3.org/1999/xhtml}"
ALTO = "{http://www.loc.gov/standards/alto/ns-v4#}"
NEAR = 1.5  # points, of a word's edges
JARS = ("jaxb-api", "jaxb-runtime", "javax.activation", "istack-commons-runtime", "txw2")


def words_of_copy(copy):
    text = run("pdftotext", "-bbox", copy, "-")
    return [(node.text or "", tuple(float(node.get(name)) for name in ("xMin", "yMin", "xMax", "yMax")))
            for node in xml.fromstring(re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", text)).iter(HTML + "word")]


def words_of_alto(folder):
    for page in sorted(folder.iterdir()):
        for node in xml.parse(page).iter(ALTO + "String"):
            left, top, width, height = (float(node.get(name)) * 72 / 1200 for name in ("HPOS", "VPOS", "WIDTH", "HEIGHT"))
            yield node.get("CONTENT"), (left, top, left + width, top + height)


def check_places(copy, alto, judgement):
    ours, theirs = collections.defaultdict(list), collections.defaultdict(list)
    for text, box in words_of_alto(alto):
        ours[text].append(box)
    for text, box in words_of_copy(copy):
        theirs[text].append(box)
    once = [text for text in ours if len(ours[text]) == 1]
    found = [text for text in once if len(theirs[text]) == 1]
    judgement.true(len(once) > 40 and len(found) > 0.9 * len(once), f"{copy.name}: {len(found)} of {len(once)} words are found")
    for text in found:
        off = max(abs(a - b) for a, b in zip(ours[text][0], theirs[text][0]))
        judgement.true(off <= NEAR, f"{copy.name}: «{text}» is {off:.1f} points off")


def check_scans(program, folder, scan, judgement):
    """Copies of a scan as it is and turned; gives the copies."""
    reports = folder / "escaneados"
    reports.mkdir()
    shutil.copy(scan, reports / "derecho.pdf")
    for turn in (90, 180, 270):
        run("qpdf", scan, f"--rotate=+{turn}:1", reports / f"girado-{turn}.pdf")
    base = folder / "escaneados.db"
    subprocess.run([program, "ingest", reports, "--db", base, "-j2"], capture_output=True, check=False)
    export(program, base, "alto", folder / "alto")
    export(program, base, "pdf", folder / "copias-de-escaneados")
    copies = sorted((folder / "copias-de-escaneados").glob("*.pdf"))
    judgement.equal(len(copies), 4, "copies of scans")
    for copy in copies:
        check_places(copy, folder / "alto" / copy.stem, judgement)
    return copies


def check_text(base, copies, judgement):
    """A digital report's copy says word for word what the report says."""
    for row in rows(base, "SELECT d.sha256, p.path FROM document d JOIN document_path p ON p.document_id = d.id WHERE NOT EXISTS (SELECT 1 FROM page WHERE document_id = d.id AND origin <> 'texto')"):
        copy = next(path for path in copies if path.stem.endswith(row[0][:8]))
        judgement.equal(run("pdftotext", copy, "-"), run("pdftotext", row[1], "-"), f"{copy.name}: text")
        info = run("pdfinfo", "-meta", copy)
        judgement.true(f"urn:sha256:{row[0]}" in info, f"{copy.name}: does not name its original")


def report_without_fonts(path, words):
    """A line of the words in each of the fonts that producers leave out, by their measures alone."""
    fonts = ["/Type1 /BaseFont /Helvetica", "/Type1 /BaseFont /Times-BoldItalic", "/TrueType /BaseFont /Arial,Bold",
             "/TrueType /BaseFont /TimesNewRoman,Italic", "/Type1 /BaseFont /Courier-Oblique"]
    named = " ".join(f"/F{i} << /Type /Font /Subtype {font} /Encoding /WinAnsiEncoding >>" for i, font in enumerate(fonts))
    lines = b"".join(b"BT /F%d 11 Tf 72 %d Td (%s) Tj ET\n" % (i, 700 - 30 * i, words.encode("cp1252")) for i in range(len(fonts)))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
               b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << " + named.encode() + b" >> >> >>",
               b"<< /Length %d >>\nstream\n%sendstream" % (len(lines), lines)]
    body = b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % (i + 1, it) for i, it in enumerate(objects))
    path.write_bytes(body + b"trailer\n<< /Root 1 0 R /Size 5 >>\nstartxref\n0\n%%EOF\n")


def check_fonts(program, folder, judgement):
    """A report that brings no fonts gets letters of the same measures; gives its copy, none without such letters."""
    if "Liberation Sans" not in run("fc-list", ":", "family"):
        return []
    report, base = folder / "sin-fuentes.pdf", folder / "sin-fuentes.db"
    report_without_fonts(report, "Ejecución 2021: $ 1.234.567 – «cumplió» el 98 %")
    subprocess.run([program, "ingest", report, "--db", base], capture_output=True, check=False)
    export(program, base, "pdf", folder / "copias-sin-fuentes")
    copies = list((folder / "copias-sin-fuentes").glob("*.pdf"))
    judgement.equal(len(copies), 1, "copies of a report without fonts")
    for copy in copies:
        seen, wanted = words_of_copy(copy), words_of_copy(report)
        judgement.equal([text for text, _ in seen], [text for text, _ in wanted], "words of a report without fonts")
        off = max((abs(a[0] - b[0]) for (_, a), (_, b) in zip(seen, wanted)), default=0)
        judgement.true(off < 0.1, f"a word of the report without fonts begins {off:.2f} points off")
    return copies


def main(program, base, build, folder):
    need("java"), need("javac"), need("pdftotext"), need("qpdf")
    jars = [Path(f"/usr/share/java/{name}.jar") for name in JARS]
    if not all(jar.exists() for jar in jars):
        skip("libjaxb-java is not installed")
    engine = node_modules(build) / "@opendataloader/pdf/lib/opendataloader-pdf-cli.jar"
    judgement = Judgement()
    export(program, base, "pdf", folder / "copias")
    copies = sorted((folder / "copias").glob("*.pdf"))
    judgement.equal(len(copies), rows(base, "SELECT count(*) FROM documentos")[0][0], "copies")
    check_text(base, copies, judgement)
    scan = rows(base, "SELECT path FROM document_path WHERE path LIKE '%escaneada.pdf'")[0][0]
    copies += check_scans(program, folder, scan, judgement)
    copies += check_fonts(program, folder, judgement)
    original = folder / "original.pdf"
    shutil.copy(scan, original)
    words = ["java", "-cp", ":".join(map(str, [engine, *jars])), HERE / "PdfaJudge.java"]
    judged = subprocess.run([*words, *copies, original], capture_output=True, text=True)
    verdicts = dict(reversed(line.split(" ", 1)) for line in judged.stdout.splitlines() if line[:3] in ("ok ", "no "))
    for copy in copies:
        judgement.equal(verdicts.get(str(copy)), "ok", f"{copy.name}: verdict")
    # What has not been made an archival copy is told from one.
    judgement.equal(verdicts.get(str(original)), "no", "verdict on the original")
    if judgement.faults:
        print(judged.stdout, judged.stderr, file=sys.stderr)
    judgement.end()


judge(main)
