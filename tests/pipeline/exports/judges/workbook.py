#!/usr/bin/env python3
"""LibreOffice opens the workbook and reads back what the base holds: amounts as numbers, codes as texts; and findings lead
to the pictures of their evidence."""
import struct
import urllib.parse
import xml.etree.ElementTree as xml

from kit import Judgement, export, judge, need, rows, run

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
XLINK = "{http://www.w3.org/1999/xlink}"
SHEETS = {"Hallazgos": "hallazgos", "Presupuesto": "presupuesto", "PQRS": "pqrs", "Compromisos": "compromisos",
          "Contratos": "contratos", "Planta": "planta", "Documentos": "documentos", "Tablas": "tablas"}
# Texts of findings that are shown as numbers where the finding compares amounts.
AMOUNTS = {"valor_reportado", "valor_esperado", "diferencia"}


def value_of(cell):
    kind = cell.get(OFFICE + "value-type")
    if kind in ("float", "percentage", "currency"):
        return float(cell.get(OFFICE + "value"))
    return "\n".join("".join(p.itertext()) for p in cell.iter(TEXT + "p"))


def sheet_rows(sheet):
    """Its rows as lists of values, without the empty ones that fill it up."""
    for row in sheet.iter(TABLE + "table-row"):
        values = []
        for cell in row:
            if cell.tag != TABLE + "table-cell":
                continue
            values += [value_of(cell)] * min(int(cell.get(TABLE + "number-columns-repeated", "1")), 64)
        while values and values[-1] == "":
            values.pop()
        if values:
            yield from [values] * min(int(row.get(TABLE + "number-rows-repeated", "1")), 100000)


def plain(text):
    """As a cell shows it: LibreOffice keeps runs of spaces apart, and so are they not compared."""
    return " ".join(str(text).split())


def compare(sheet, name, view, base, judgement):
    seen = list(sheet_rows(sheet))
    wanted = rows(base, f"SELECT * FROM {view}")
    judgement.equal(len(seen) - 1, len(wanted), f"{name}: rows")
    if not wanted:
        return
    columns = list(wanted[0].keys())
    judgement.equal(seen[0][:len(columns)], columns, f"{name}: heads")
    if "documento_id" in columns and ("pagina" in columns or "pagina_inicial" in columns):
        judgement.equal(seen[0][len(columns)], "abrir", f"{name}: head of links")
    for number, (row, original) in enumerate(zip(seen[1:], wanted), 2):
        for at, column in enumerate(original.keys()):
            value = row[at] if at < len(row) else ""
            place = f"{name}, row {number}, {column}"
            if original[column] is None:
                judgement.equal(value, "", place)
            elif isinstance(original[column], (int, float)):
                judgement.true(isinstance(value, float) and abs(value - original[column]) <= 1e-9 * abs(value), f"{place}: {value!r}, not {original[column]!r}")
            elif column in AMOUNTS and isinstance(value, float):
                judgement.equal(value, float(original[column]), place)
            else:
                judgement.equal(plain(value), plain(original[column]), place)


def judge_pictures(sheet, base, opened, folder, judgement):
    """Every finding leads to a PNG of its own, where LibreOffice says that the link leads."""
    leads = {}
    for row in sheet.iter(TABLE + "table-row"):
        cells = list(row.iter(TABLE + "table-cell"))
        for link in row.iter(TEXT + "a"):
            leads[int(value_of(cells[0]))] = (opened.parent / urllib.parse.unquote(link.get(XLINK + "href"))).resolve()
    placed = rows(base, "SELECT DISTINCT h.hallazgo_id FROM hallazgos h JOIN evidencias e USING (hallazgo_id, documento_id, pagina)")
    judgement.true(len(placed) > 10, "findings with a place on their page")
    judgement.equal(sorted(leads), sorted(row[0] for row in placed), "findings that lead to a picture")
    judgement.equal({path for path in folder.iterdir()} - {folder / ".cotejo-export"}, set(leads.values()), "pictures")
    judgement.equal(len(set(leads.values())), len(leads), "a picture of its own")
    for path in leads.values():
        head = path.read_bytes()[:24] if path.exists() else b""
        judgement.equal(head[:8], b"\x89PNG\r\n\x1a\n", path.name)
        wide, high = struct.unpack(">II", head[16:24].ljust(8, b"\0"))
        judgement.true(100 <= wide <= 2000 and 50 <= high <= 2000, f"{path.name}: {wide} × {high}")


def main(program, base, _build, folder):
    office = need("soffice", "libreoffice")

    def opened(name, *more):
        export(program, base, "xlsx", folder / f"{name}.xlsx", *more)
        (folder / "opened").mkdir(exist_ok=True)
        run(office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "fods", "--outdir",
            folder / "opened", folder / f"{name}.xlsx", timeout=100)
        return folder / f"opened/{name}.fods"

    def sheets_of(book):
        return {sheet.get(TABLE + "name"): sheet for sheet in xml.parse(book).iter(TABLE + "table")}

    sheets = sheets_of(opened("libro"))
    judgement = Judgement()
    judgement.equal(list(sheets)[0], "Resumen", "first sheet")
    for name, view in SHEETS.items():
        judgement.true(name in sheets, f"no sheet {name}")
        if name in sheets:
            compare(sheets[name], name, view, base, judgement)
    book = opened("año #1 100%", "--evidence")
    judge_pictures(sheets_of(book)["Hallazgos"], base, book, folder / "año #1 100%-evidencias", judgement)
    judgement.end()


judge(main)
