#!/usr/bin/env python3
"""ALTO and hOCR of every page: xmllint holds ALTO to its grammar, and Poppler's pdftotext says where the words stand."""
import collections
import re
import xml.etree.ElementTree as xml

from kit import HERE, Judgement, export, judge, need, rows, run

ALTO = "{http://www.loc.gov/standards/alto/ns-v4#}"
HTML = "{http://www.w3.org/1999/xhtml}"
POINTS = 72 / 1200  # of a unit of our ALTO
NEAR = 1.0          # points; a word's box is that of its font, which both programs take from the PDF


def box_of(node):
    left, top, width, height = (float(node.get(name)) * POINTS for name in ("HPOS", "VPOS", "WIDTH", "HEIGHT"))
    return left, top, left + width, top + height


def alto_words(page):
    return [(node.get("CONTENT"), box_of(node)) for node in page.iter(ALTO + "String")]


def inside(inner, outer, slack=0.2):
    return all(i >= o - slack for i, o in zip(inner[:2], outer[:2])) and all(i <= o + slack for i, o in zip(inner[2:], outer[2:]))


def check_nesting(node, box, judgement, place):
    """Every part lies in the part that holds it."""
    for child in node:
        own = box
        if child.tag in (ALTO + name for name in ("ComposedBlock", "TextBlock", "TextLine", "String")):
            own = box_of(child)
            judgement.true(box is None or inside(own, box), f"{place}: {child.get('ID')} at {own} is not in {box}")
        check_nesting(child, own, judgement, place)


def poppler_words(original, number):
    text = run("pdftotext", "-bbox", "-f", number, "-l", number, original, "-")
    text = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", text)
    return [(node.text or "", tuple(float(node.get(name)) for name in ("xMin", "yMin", "xMax", "yMax")))
            for node in xml.fromstring(text).iter(HTML + "word")]


def check_places(words, original, number, judgement, place):
    """Each word of ours whose text Poppler gives on the page once stands where Poppler has it."""
    theirs = collections.defaultdict(list)
    for text, box in poppler_words(original, number):
        theirs[text].append(box)
    ours = collections.Counter(text for text, _ in words)
    compared = 0
    for text, box in words:
        if ours[text] == 1 and len(theirs[text]) == 1:
            compared += 1
            off = max(abs(a - b) for a, b in zip(box, theirs[text][0]))
            judgement.true(off <= NEAR, f"{place}: «{text}» is {off:.1f} points off")
    judgement.true(compared > 8, f"{place}: only {compared} words could be compared")


def hocr_words(path):
    root = xml.parse(path).getroot()
    found = []
    for node in root.iter(HTML + "span"):
        if node.get("class") == "ocrx_word":
            box = re.match(r"bbox (\d+) (\d+) (\d+) (\d+); x_wconf (\d+)", node.get("title"))
            found.append(("".join(node.itertext()), tuple(int(box[i]) * 72 / 300 for i in (1, 2, 3, 4))))
    return found


def check_cells(page, base, document, number, judgement, place):
    """Cells with words are the cells that the base has on this page."""
    seen = collections.Counter(re.search(r"_r(\d+)_c(\d+)$", node.get("ID")).groups() for node in page.iter(ALTO + "TextBlock") if "_r" in node.get("ID"))
    wanted = collections.Counter((str(row[0]), str(row[1])) for row in rows(
        base, f"SELECT fila, columna FROM celdas WHERE documento_id = {document} AND pagina = {number} AND texto <> ''"))
    judgement.equal(sum((wanted - seen).values()) + sum((seen - wanted).values()), 0, f"{place}: cells that differ")


def main(program, base, _build, folder):
    need("xmllint"), need("pdftotext")
    export(program, base, "alto", folder / "alto")
    export(program, base, "hocr", folder / "hocr")
    judgement = Judgement()
    pages = sorted((folder / "alto").rglob("*.xml"))
    judgement.equal(len(pages), rows(base, "SELECT count(*) FROM paginas")[0][0], "pages")
    run("xmllint", "--noout", "--relaxng", HERE / "alto.rng", *pages)
    routes = {row["sha256"][:8]: row for row in rows(base, "SELECT * FROM documentos")}
    originals = {row[0]: row[1] for row in rows(base, "SELECT document_id, path FROM document_path")}
    for path in pages:
        document, number = routes[path.parent.name[-8:]], int(path.stem.split("-")[1])
        place = f"{path.parent.name}, page {number}"
        page = xml.parse(path).getroot()
        words = alto_words(page)
        check_nesting(page, None, judgement, place)
        check_cells(page, base, document["documento_id"], number, judgement, place)
        if not list(page.iter(ALTO + "String"))[0].get("WC") < "1":
            check_places(words, originals[document["documento_id"]], number, judgement, place)
        other = hocr_words(folder / "hocr" / path.parent.name / (path.stem + ".html"))
        judgement.equal([text for text, _ in other], [text for text, _ in words], f"{place}: words of hOCR")
        judgement.true(all(abs(a - b) < 0.3 for (_, one), (_, two) in zip(words, other) for a, b in zip(one, two)), f"{place}: places of hOCR")
    judgement.end()


judge(main)
