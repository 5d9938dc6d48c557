"""How the sample reports look: fonts, running heads, page numbers, captions and ruled tables."""
from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_RIGHT
from reportlab.lib.pagesizes import landscape, letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Spacer, Table, TableStyle

FONTS = Path("/usr/share/fonts/truetype/liberation")
for name, file in {"Sans": "LiberationSans-Regular", "SansBold": "LiberationSans-Bold",
                   "SansItalic": "LiberationSans-Italic", "Narrow": "LiberationSansNarrow-Regular",
                   "NarrowBold": "LiberationSansNarrow-Bold"}.items():
    pdfmetrics.registerFont(TTFont(name, FONTS / f"{file}.ttf"))

SHADE = colors.HexColor("#D9E2F3")
LIGHT = colors.HexColor("#F2F2F2")
INK = colors.HexColor("#1F3864")


def style(name, **options):
    base = dict(fontName="Sans", fontSize=10, leading=13.5)
    base.update(options)
    return ParagraphStyle(name, **base)


BODY = style("body", alignment=TA_JUSTIFY, spaceAfter=7)
TITLE = style("title", fontName="SansBold", fontSize=15, leading=19, alignment=TA_CENTER, textColor=INK, spaceAfter=4)
SUBTITLE = style("subtitle", fontName="SansBold", fontSize=11, leading=14, alignment=TA_CENTER, spaceAfter=10)
HEADING = style("heading", fontName="SansBold", fontSize=12, leading=15, textColor=INK, spaceBefore=8, spaceAfter=5, keepWithNext=1)
CAPTION = style("caption", fontName="SansItalic", fontSize=9, leading=11, alignment=TA_CENTER, spaceBefore=4, spaceAfter=4, keepWithNext=1)
LOOSE_CAPTION = ParagraphStyle("loose", parent=CAPTION, keepWithNext=0)  # over a table that runs over pages
SOURCE = style("source", fontSize=8, leading=10, spaceBefore=3, spaceAfter=9, textColor=colors.HexColor("#444444"))


class NumberedCanvas(Canvas):
    """Draws running head and foot once the number of pages is known."""

    def __init__(self, *args, **options):
        self._decorate = options.pop("decorate")
        self._pages = []
        super().__init__(*args, **options)

    def showPage(self):
        self._pages.append(dict(self.__dict__))
        self._startPage()

    def save(self):
        for number, state in enumerate(self._pages, 1):
            self.__dict__.update(state)
            self._decorate(self, number, len(self._pages))
            super().showPage()
        super().save()


class Report:
    """One PDF: a story of paragraphs and tables under a running head."""

    def __init__(self, path, title, entity, office, head, wide=False, size=None, cover=False):
        self.path, self.title, self.entity, self.office, self.head = Path(path), title, entity, office, head
        self.size = size or (landscape(letter) if wide else letter)
        self.cover = cover
        self.margin = 1.6 * cm if wide else 2.3 * cm
        self.story = []

    @property
    def width(self):
        return self.size[0] - 2 * self.margin

    def add(self, *flowables):
        self.story.extend(flowables)

    def text(self, *paragraphs, look=BODY):
        self.story.extend(Paragraph(p, look) for p in paragraphs)

    def heading(self, text):
        self.text(text, look=HEADING)

    def gap(self, height):
        self.story.append(Spacer(1, height))

    def table(self, caption, rows, widths, heads=1, source=None, align=None, size=8, spans=(), bold_rows=(), shaded_rows=(),
              narrow=False, rule=0.5, extra=()):
        """A ruled table. `widths` are shares of the text width; `align` has l, c or r for each column."""
        if caption:
            self.text(caption, look=CAPTION if len(rows) < 30 else LOOSE_CAPTION)
        plain, bold = ("Narrow", "NarrowBold") if narrow else ("Sans", "SansBold")
        align = align or "l" * len(widths)
        looks = {"l": 0, "c": TA_CENTER, "r": TA_RIGHT}
        cells = []
        for index, row in enumerate(rows):
            head, strong = index < heads, index in bold_rows
            cells.append([Paragraph(str(text), style(
                "cell", fontName=bold if head or strong else plain, fontSize=size, leading=size * 1.18,
                alignment=TA_CENTER if head else looks[align[column]])) for column, text in enumerate(row)])
        total = sum(widths)
        table = Table(cells, colWidths=[w * self.width / total for w in widths], repeatRows=heads)
        table.setStyle(TableStyle(
            [("GRID", (0, 0), (-1, -1), rule, colors.HexColor("#404040")), ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
             ("BACKGROUND", (0, 0), (-1, heads - 1), SHADE), ("LEFTPADDING", (0, 0), (-1, -1), 2.5),
             ("RIGHTPADDING", (0, 0), (-1, -1), 2.5), ("TOPPADDING", (0, 0), (-1, -1), 1.8),
             ("BOTTOMPADDING", (0, 0), (-1, -1), 2.2)]
            + [("SPAN", *span) for span in spans] + [("BACKGROUND", (0, r), (-1, r), LIGHT) for r in shaded_rows] + list(extra)))
        self.story.append(table)
        self.text(source, look=SOURCE) if source else self.gap(8)

    def decorate(self, canvas, number, count):
        width, height = self.size
        if self.cover and number == 1:
            return
        canvas.setFillColor(colors.HexColor("#444444"))
        canvas.setFont("SansBold", 8.5)
        canvas.drawString(self.margin, height - 1.15 * cm, self.entity)
        canvas.setFont("Sans", 8.5)
        canvas.drawRightString(width - self.margin, height - 1.15 * cm, self.head)
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(0.8)
        canvas.line(self.margin, height - 1.35 * cm, width - self.margin, height - 1.35 * cm)
        canvas.setFont("Sans", 8)
        canvas.drawString(self.margin, 1.0 * cm, self.office)
        canvas.drawRightString(width - self.margin, 1.0 * cm, f"Página {number} de {count}")

    def save(self):
        width, height = self.size
        frame = Frame(self.margin, 1.5 * cm, self.width, height - 3.2 * cm, leftPadding=0, rightPadding=0)
        document = BaseDocTemplate(str(self.path), pagesize=self.size, title=self.title, author=self.entity, lang="es",
                                   invariant=1, pageTemplates=[PageTemplate(frames=[frame])])
        document.build(self.story, canvasmaker=lambda *a, **o: NumberedCanvas(*a, decorate=self.decorate, **o))
