"""A signed act of 2019 as an office scanner gives it: one turned, slightly soiled gray picture and no text."""
import io
import random
import subprocess
import tempfile
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter
from reportlab.lib import colors
from reportlab.lib.pagesizes import letter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import HRFlowable

from figures import group, in_words, pesos
from page import SUBTITLE, TITLE, Report

FILE = "acta-presupuesto-2019-escaneada.pdf"
DPI = 200


def draw(path, slips):
    lines = [("Gastos de personal", 2_486_350_000, 2_401_127_834), ("Adquisición de bienes y servicios", 1_173_480_000, 1_029_645_218),
             ("Transferencias corrientes", 918_206_000, 918_206_000), ("Servicio de la deuda pública", 640_915_000, 612_330_471),
             ("Inversión en vías terciarias", 1_852_700_000, 1_744_096_385), ("Inversión en agua potable", 2_037_145_000, 1_688_412_907)]
    budget, spent = sum(line[1] for line in lines), sum(line[2] for line in lines)
    text = str(budget)
    wrong = int(text[:2] + str((int(text[2]) + 3) % 10) + text[3:])
    slips.plant(FILE, 1, "total-no-cuadra", str(wrong), str(budget), pesos(wrong),
                "TOTAL, apropiación definitiva: un dígito errado en el original", "digito-errado")
    slips.all[-1]["texto"] = pesos(wrong)  # a picture has no text to look in
    report = Report(path, "Acta", "MUNICIPIO DE LA ESPERANZA", "Secretaría de Hacienda", "Acta de cierre presupuestal 2019")
    report.text("ACTA DE CIERRE PRESUPUESTAL", look=TITLE)
    report.text("Vigencia 2019", look=SUBTITLE)
    report.text(
        "En la Secretaría de Hacienda se reunieron los responsables de presupuesto, contabilidad y tesorería para verificar la "
        "ejecución del presupuesto de gastos con corte a 31 de diciembre de 2019. Los compromisos de la vigencia ascendieron a "
        f"{in_words(spent)} (${group(spent)}).")
    rows = [["Concepto", "Apropiación definitiva", "Compromisos"]]
    rows += [[name, pesos(a), pesos(c)] for name, a, c in lines] + [["TOTAL", pesos(wrong), pesos(spent)]]
    report.table("Tabla 1. Ejecución de gastos a 31 de diciembre de 2019", rows, [210, 125, 125], align="lrr", size=10, rule=0.75, bold_rows=[7],
                 source="Cifras en pesos.")
    report.text("Se deja constancia de que los saldos fueron conciliados con los registros de tesorería. Para constancia firman los "
                "que intervinieron.")
    report.gap(60)
    report.add(HRFlowable(width=170, thickness=0.8, color=colors.black, hAlign="LEFT"))
    report.text("Profesional de Presupuesto")
    report.save()


def make(folder, slips):
    with tempfile.TemporaryDirectory() as scratch:
        clean = Path(scratch) / "clean.pdf"
        draw(clean, slips)
        subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", "-singlefile", str(clean), str(Path(scratch) / "page")], check=True)
        page = Image.open(Path(scratch) / "page.pgm").convert("L")
    page = page.rotate(0.6, resample=Image.BICUBIC, fillcolor=255).filter(ImageFilter.GaussianBlur(0.6))
    page = page.point([38 + value * 205 // 255 for value in range(256)])  # gray ink on yellowed paper
    chance = random.Random(2019)
    grain = Image.frombytes("L", page.size, chance.randbytes(page.width * page.height)).filter(ImageFilter.GaussianBlur(0.9))
    page = ImageChops.add(page, grain.point([value * 28 // 255 for value in range(256)]), offset=-14)
    pixels = page.load()
    for _ in range(260):  # dust on the glass
        x, y = chance.randrange(2, page.width - 2), chance.randrange(2, page.height - 2)
        for dx in range(chance.randrange(1, 3)):
            pixels[x + dx, y] = chance.randrange(60, 120)
    picture = io.BytesIO()
    page.save(picture, "JPEG", quality=42, dpi=(DPI, DPI))
    canvas = Canvas(str(folder / FILE), pagesize=letter, invariant=1)
    canvas.setTitle("Documento escaneado")
    canvas.drawImage(ImageReader(io.BytesIO(picture.getvalue())), 0, 0, *letter)
    canvas.showPage()
    canvas.save()
