#!/usr/bin/env python3
"""The report for who takes an office over: its figures are the base's, each with the place where it is printed; a browser
and LibreOffice make files of it that hold the same text."""
import html.parser
import re
import shutil
import zipfile

from kit import Judgement, export, judge, rows, run


class Reader(html.parser.HTMLParser):
    """Checks that what is opened is closed, and keeps texts, links and pictures."""
    ALONE = {"meta", "br", "img", "link", "hr"}

    def __init__(self):
        super().__init__()
        self.open, self.faults, self.links, self.pictures, self.text = [], [], [], [], ""

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == "a":
            self.links.append(values["href"])
        if tag == "img":
            self.pictures.append(values["src"][:30])
        if tag == "script" or any(name.startswith("on") for name in values):
            self.faults.append(f"a script: {tag} {values}")
        for name in ("src", "href"):
            if re.match(r"https?:", values.get(name, "")):
                self.faults.append(f"is not whole by itself: {values[name]}")
        if tag not in self.ALONE:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing, line {self.getpos()[0]}")

    def handle_data(self, data):
        if "style" not in self.open:
            self.text += data


def spanish(value):
    return f"{value:,.0f}".replace(",", ".")


def main(program, base, _build, folder):
    decided = folder / "decidida.db"
    shutil.copy(base, decided)
    run(program, "accept", "1", "--db", decided, "--author", "Ana <Pérez>", "--note", "es & queda así")
    run(program, "dismiss", "2", "--db", decided, "--author", "Ana", "--note", "no aplica")
    out = export(program, decided, "informe", folder / "informe")
    judgement = Judgement()
    text = (folder / "informe/informe.html").read_text(encoding="utf-8")
    reader = Reader()
    reader.feed(text)
    judgement.equal((reader.open, reader.faults), ([], []), "HTML")
    for title in ("1. Qué se leyó y qué no", "2. Presupuesto por etapa y vigencia", "3. Asuntos pendientes", "4. Peticiones",
                  "5. Contratos, planta y procesos", "6. Hallazgos", "Anexo. Los originales"):
        judgement.true(title in reader.text, f"no section «{title}»")
    for row in rows(decided, "SELECT max(valor) FROM presupuesto WHERE nivel = 'total' AND unidad = 'COP' AND medida IN ('apropiacion_definitiva', 'compromisos', 'recaudo') AND clase IN ('gastos', 'ingresos') GROUP BY documento_id, vigencia, clase, medida"):
        judgement.true(spanish(row[0]) in reader.text, f"the total {spanish(row[0])} is not told")
    for row in rows(decided, "SELECT ruta, sha256, paginas, documento_id FROM documentos"):
        judgement.true(row["sha256"] in reader.text, f"{row['ruta']}: no SHA-256")
    pages = {(row["ruta"], row["pagina"]) for row in rows(decided, "SELECT ruta, pagina FROM paginas")}
    places = [re.fullmatch(r"(.+)#page=(\d+)", link) for link in reader.links]
    judgement.true(len(places) > 50 and all(places), "links that lead to no page")
    judgement.equal({(place[1], int(place[2])) for place in places} - pages, set(), "places that are not there")
    findings = rows(decided, "SELECT count(*) FROM hallazgos")[0][0]
    judgement.equal(len(re.findall(r"N\.º \d+ \(", reader.text)), min(findings, 60), "findings that are shown")
    judgement.true("Ana <Pérez>" in reader.text and "es & queda así" in reader.text, "the decision is not told")
    judgement.true(sum(it.startswith("data:image/png") for it in reader.pictures) >= findings - 2, "clipped pictures are missing")
    judgement.true(any(it.startswith("data:image/svg") for it in reader.pictures), "no plot")
    files = {path.name for path in (folder / "informe").iterdir()} - {".cotejo-export"}
    for name, program_name in (("informe.pdf", "Chromium"), ("informe.docx", "LibreOffice")):
        judgement.true(name in files or program_name in out, f"neither {name} nor why not")
    if "informe.pdf" in files and shutil.which("pdftotext"):
        printed = run("pdftotext", folder / "informe/informe.pdf", "-")
        judgement.true("Anexo. Los originales" in printed and spanish(rows(decided, "SELECT max(valor) FROM presupuesto WHERE nivel = 'total' AND clase = 'gastos'")[0][0]) in printed, "the PDF lacks text")
    export(program, decided, "informe", folder / "el mismo, en otra parte")
    for name in sorted(files):
        other = folder / "el mismo, en otra parte" / name
        judgement.true(other.exists() and (folder / "informe" / name).read_bytes() == other.read_bytes(), f"{name}: other bytes in another place")
    if "informe.pdf" in files:
        links = re.findall(rb"/URI\s*\(((?:[^()\\]|\\.)*)\)", (folder / "informe/informe.pdf").read_bytes())
        judgement.equal({re.sub(r"\\(.)", r"\1", link.decode()) for link in links}, set(reader.links), "links of the PDF")
    if "informe.docx" in files:
        document = zipfile.ZipFile(folder / "informe/informe.docx").read("word/document.xml").decode()
        judgement.true("Asuntos pendientes" in document and "<w:tbl>" in document, "the DOCX lacks text or tables")
    judgement.equal(files - {"informe.html", "informe.pdf", "informe.docx"}, set(), "files that should not be there")
    judgement.end()


judge(main)
