#!/usr/bin/env python3
"""Makes broken, strange and hostile PDFs out of sound ones.

usage: make_broken.py OUTPUT_FOLDER [SOUND.pdf …] [--count N] [--seed N]

Mutations of the sound files (cut, bytes flipped, pieces spliced, doubled, taken out, lengths and numbers falsified) until
there are N files, and always the hand-made ones of this script: bombs, nesting, cycles, giant and empty pages, thousands
of pages, wrong streams, scripts, attachments, forms, and (where qpdf is installed) encryption with and without an empty
password. The same arguments make the same files.
"""
import argparse
import random
import re
import shutil
import subprocess
import zlib
from pathlib import Path


def pdf(objects, root=1, extra=b""):
    """A PDF of numbered objects (bytes each), with a right cross reference table."""
    out, offsets = bytearray(b"%PDF-1.5\n"), []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return bytes(out + b"trailer\n<< /Size %d /Root %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, extra, table))


def stream(data, extra=b"", length=None):
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data) if length is None else length, extra, data)


FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def one_page(content=b"BT /F 12 Tf 72 720 Td (Hola) Tj ET", box=b"[0 0 612 792]", catalog=b"", page=b"", more=()):
    """A page of the given content stream object or bytes."""
    body = content if b"stream" in content else stream(content)
    return pdf([b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                b"<< /Type /Page /Parent 2 0 R /MediaBox %s /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> %s >>" % (box, page),
                body, FONT, *more])


def deflate(data, level=9):
    return zlib.compress(data, level)


def image_page(width, height, bits, data, image_filter=b""):
    image = stream(data, b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent %d %s"
                   % (width, height, bits, image_filter))
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>",
                stream(b"q 612 0 0 792 0 0 cm /I Do Q"), image])


def many_pages(count):
    kids = b" ".join(b"%d 0 R" % (5 + i) for i in range(count))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 3 0 R /Resources << /Font << /F 4 0 R >> >> >>"
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count),
                stream(b"BT /F 12 Tf 72 720 Td (Hola) Tj ET"), FONT] + [page] * count)


def hand_made():
    """Name → bytes."""
    text = b"BT /F 12 Tf 72 720 Td (Hola) Tj ET "
    files = {
        "nothing": b"", "one-byte": b"%", "only-head": b"%PDF-1.7\n", "only-tail": b"trailer << >>\nstartxref\n0\n%%EOF",
        "html": b"<!DOCTYPE html><html><body>404</body></html>", "zip": b"PK\x03\x04" + bytes(100), "zeros": bytes(5000),
        "head-late": b"x" * 900 + one_page(), "head-too-late": b"x" * 5000 + one_page(),
        "no-pages": pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"]),
        "count-lies-high": pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>",
                                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>"]),
        "count-negative": pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count -5 >>",
                               b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>"]),
        "pages-in-a-circle": pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"]),
        "root-is-itself": pdf([b"1 0 R"]), "root-missing": pdf([b"<< >>"], root=77),
        "xref-in-a-circle": one_page().replace(b"trailer\n<<", b"trailer\n<< /Prev 9 "),
        "page-giant": one_page(box=b"[0 0 1000000000 1000000000]"), "page-huge": one_page(box=b"[0 0 14400 14400]"),
        "page-empty-box": one_page(box=b"[0 0 0 0]"), "page-negative": one_page(box=b"[612 792 0 0]"),
        "page-not-numbers": one_page(box=b"[/a (b) null 7]"), "page-nan": one_page(box=b"[0 0 1e999 nan]"),
        "rotate-odd": one_page(page=b"/Rotate 37"), "rotate-huge": one_page(page=b"/Rotate 99999999999999"),
        "user-unit": one_page(page=b"/UserUnit 1000000"),
        "thousands-of-pages": many_pages(3000),
        "deep-arrays": one_page(catalog=b"/X " + b"[" * 100000 + b"]" * 100000),
        "deep-dictionaries": one_page(catalog=b"/X " + b"<< /A " * 20000 + b"1" + b" >>" * 20000),
        "deep-saves": one_page(b"q " * 200000 + text), "deep-text": one_page(b"BT " * 100000),
        "many-operands": one_page(b"1 " * 500000 + b"m " + text),
        "long-string": one_page(b"BT /F 12 Tf 72 720 Td (" + b"a" * 2000000 + b") Tj ET"),
        "unended-string": one_page(b"BT /F 12 Tf 72 720 Td (nunca acaba"),
        "many-words": one_page(b"BT /F 1 Tf 1 TL 0 790 Td " + b"(a b c d e f g h i j) Tj T* " * 30000 + b"ET"),
        "many-rules": one_page(b"0 0 m 600 0 l S " * 100000 + text),
        "many-boxes": one_page(b"".join(b"%d %d 3 3 re S " % (i % 600, i // 600 * 5) for i in range(60000))),
        "many-curves": one_page(b"0 0 m 1 2 3 4 5 6 c S " * 100000),
        "infinite-numbers": one_page(b"1e308 1e308 m -1e308 1e308 l S 9999999999999999999999 0 0 1 0 0 cm " + text),
        "font-size-huge": one_page(b"BT /F 1e30 Tf 72 720 Td (Hola) Tj ET"),
        "font-size-zero": one_page(b"BT /F 0 Tf 72 720 Td (Hola) Tj ET"),
        "font-missing": one_page(b"BT /Nada 12 Tf 72 720 Td (Hola) Tj ET"),
        "bomb-content": one_page(stream(deflate(b" " * 200_000_000), b"/Filter /FlateDecode")),
        "bomb-twice": one_page(stream(deflate(deflate(b"0 0 m " * 20_000_000)), b"/Filter [/FlateDecode /FlateDecode]")),
        "bomb-image": image_page(30000, 30000, 8, deflate(bytes(60_000_000)), b"/Filter /FlateDecode"),
        "image-too-large": image_page(2_000_000_000, 2_000_000_000, 16, b"abc"),
        "image-short": image_page(1000, 1000, 8, b"abc"), "image-no-size": image_page(0, 0, 8, b""),
        "image-jpeg-broken": image_page(100, 100, 8, b"\xff\xd8\xff\xe0" + bytes(200), b"/Filter /DCTDecode"),
        "image-jbig2-broken": image_page(100, 100, 1, bytes(range(256)), b"/Filter /JBIG2Decode"),
        "image-jpx-broken": image_page(100, 100, 8, b"\x00\x00\x00\x0cjP  \r\n\x87\n" + bytes(100), b"/Filter /JPXDecode"),
        "image-ccitt-broken": image_page(5000, 5000, 1, bytes(range(256)) * 20, b"/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 5000 >>"),
        "image-white": image_page(1700, 2200, 8, deflate(b"\xff" * (1700 * 2200)), b"/Filter /FlateDecode"),
        "image-noise": image_page(850, 1100, 8, deflate(random.Random(7).randbytes(850 * 1100), 1), b"/Filter /FlateDecode"),
        "length-too-long": one_page(stream(text, length=10_000_000)), "length-negative": one_page(stream(text, length=-5)),
        "filter-unknown": one_page(stream(text, b"/Filter /Nada")), "filter-wrong": one_page(stream(text, b"/Filter /FlateDecode")),
        "filters-many": one_page(stream(text, b"/Filter [" + b"/ASCIIHexDecode " * 5000 + b"]")),
        "predictor-odd": one_page(stream(deflate(text), b"/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 2000000000 /Colors 99 >>")),
        "lzw-broken": one_page(stream(bytes(range(256)) * 10, b"/Filter /LZWDecode")),
        "form-in-a-circle": one_page(b"/X Do", page=b"/Resources << /XObject << /X 6 0 R >> /Font << /F 5 0 R >> >>", more=(
            stream(b"/X Do /X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"),)),
        "pattern-in-a-circle": one_page(b"/Pattern cs /P scn 0 0 600 700 re f", page=b"/Resources << /Pattern << /P 6 0 R >> >>", more=(
            stream(b"/Pattern cs /P scn 0 0 9 9 re f", b"/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 0.0001 /YStep 0.0001 /Resources << /Pattern << /P 6 0 R >> >>"),)),
        "script": one_page(catalog=b"/OpenAction << /S /JavaScript /JS (while (true) app.alert\\(1\\)) >> /AA << /WC << /S /JavaScript /JS (x) >> >>"),
        "launch": one_page(catalog=b"/OpenAction << /S /Launch /F (/bin/sh) >>"),
        "link-outside": one_page(page=b"/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 99 99] /A << /S /URI /URI (http://192.0.2.1/) >> >>]"),
        "stream-outside": one_page(b"<< /Length 0 /F (/etc/passwd) /FFilter /ASCIIHexDecode >>\nstream\n\nendstream"),
        "attachment": one_page(catalog=b"/Names << /EmbeddedFiles << /Names [(anexo.exe) 6 0 R] >> >>", more=(
            b"<< /Type /Filespec /F (anexo.exe) /UF (anexo.exe) /EF << /F 7 0 R >> >>", stream(b"MZ", b"/Type /EmbeddedFile"))),
        "form-fields": one_page(catalog=b"/AcroForm << /Fields [6 0 R] /NeedAppearances true >>", page=b"/Annots [6 0 R]", more=(
            b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (campo) /V (valor) /Rect [72 600 300 620] /DA (/F 12 Tf) /Parent 6 0 R >>",)),
        "xfa": one_page(catalog=b"/AcroForm << /XFA (<xml/>) /Fields [] >>"),
        "outline-in-a-circle": one_page(catalog=b"/Outlines 6 0 R", more=(b"<< /First 6 0 R /Last 6 0 R /Next 6 0 R >>",)),
        "structure-in-a-circle": one_page(catalog=b"/StructTreeRoot 6 0 R /MarkInfo << /Marked true >>", more=(
            b"<< /Type /StructTreeRoot /K 6 0 R /ParentTree 6 0 R >>",)),
        "to-unicode-broken": one_page(b"BT /G 12 Tf 72 720 Td (Hola) Tj ET", page=b"/Resources << /Font << /G 6 0 R >> >>", more=(
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 7 0 R >>",
            stream(b"begincmap 1 beginbfrange <00> <ffffffff> <0000> endbfrange endcmap"))),
        "font-file-broken": one_page(b"BT /G 12 Tf 72 720 Td (Hola) Tj ET", page=b"/Resources << /Font << /G 6 0 R >> >>", more=(
            b"<< /Type /Font /Subtype /TrueType /BaseFont /Roto /FontDescriptor 7 0 R /FirstChar 0 /LastChar 255 /Widths [] >>",
            b"<< /Type /FontDescriptor /FontName /Roto /FontFile2 8 0 R >>", stream(b"\x00\x01\x00\x00" + bytes(range(200))))),
        "type3-in-a-circle": one_page(b"BT /G 12 Tf 72 720 Td (aaaa) Tj ET", page=b"/Resources << /Font << /G 6 0 R >> >>", more=(
            b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /CharProcs << /a 7 0 R >> /Encoding << /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [9] /Resources << /Font << /G 6 0 R >> >> >>",
            stream(b"9 0 d0 BT /G 1 Tf (a) Tj ET"))),
        "object-streams-in-a-circle": pdf([b"<< /Type /Catalog /Pages 2 0 R >>", stream(b"2 0 << >>", b"/Type /ObjStm /N 1 /First 4 /Extends 2 0 R")]),
        "encrypted-oddly": one_page().replace(b"trailer\n<<", b"trailer\n<< /Encrypt << /Filter /Standard /V 99 /R 99 /O (x) /U (x) /P -1 >> "),
        "name-strange": one_page(catalog=b"/Names << /EmbeddedFiles << /Names [(\\377\\376../../etc/passwd) 6 0 R] >> >>", more=(
            b"<< /Type /Filespec /F (../../etc/passwd) /EF << >> >>",)),
        "title-strange": one_page().replace(b"trailer\n<<", b"trailer\n<< /Info << /Title (\xfe\xff\xd8\x00\x00) /CreationDate (D:99999999999999) >> "),
    }
    files.update(structures())
    files.update(contents())
    return files


def with_resources(content, resources, more, page=b""):
    """A page whose resources are given; `more` are objects from 6 on."""
    return one_page(content, page=b"/Resources << %s >> %s" % (resources, page), more=more)


def xref_stream(widths, data, index=b"", size=5):
    """A page whose cross references stand in a stream of these widths and bytes."""
    body = one_page()
    start = body.index(b"xref\n")
    stream_at = len(body[:start])
    return body[:start] + b"9 0 obj\n" + stream(data, b"/Type /XRef /Size %d /Root 1 0 R /W %s %s" % (size, widths, index)) + \
        b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % stream_at


def structures():
    """Files whose skeleton is wrong: cross references, page trees, boxes, trailers. Name → bytes."""
    sound = one_page()
    text = stream(b"BT /F 12 Tf 72 720 Td (Hola) Tj ET")
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> %s >>"
    catalog = b"<< /Type /Catalog /Pages 2 0 R >>"

    def tree(pages, page_object=page % b"", more=()):
        return pdf([catalog, pages, page_object, text, FONT, *more])

    revisions = bytearray(sound)
    for _ in range(300):
        at = len(revisions)
        revisions += b"xref\n0 0\ntrailer\n<< /Size 6 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (
            revisions.rindex(b"xref\n0"), at)
    deep = [catalog, b"<< /Type /Pages /Kids [6 0 R] /Count 1 >>", page % b"", text, FONT]
    for i in range(3000):
        deep.append(b"<< /Type /Pages /Parent %d 0 R /Kids [%d 0 R] /Count 1 >>" % (i + 5 if i else 2, i + 7 if i < 2999 else 3))
    return {
        "xref-missing": sound[:sound.index(b"xref\n0")] + b"trailer\n<< /Size 6 /Root 1 0 R >>\n",
        "xref-offsets-wrong": sound.replace(b"00000000", b"00000123"), "xref-start-wrong": sound.replace(b"startxref\n", b"startxref\n9"),
        "xref-size-huge": sound.replace(b"/Size 6", b"/Size 2147483647"), "xref-count-huge": sound.replace(b"xref\n0 6", b"xref\n0 999999999"),
        "xref-stream-no-width": xref_stream(b"[0 0 0]", bytes(30)), "xref-stream-width-huge": xref_stream(b"[1 2147483647 1]", bytes(30)),
        "xref-stream-width-negative": xref_stream(b"[1 -2 1]", bytes(30)), "xref-stream-short": xref_stream(b"[1 4 2]", b"\1"),
        "xref-stream-index-odd": xref_stream(b"[1 2 1]", bytes(30), b"/Index [-5 2147483647 7]"),
        "xref-stream-of-itself": xref_stream(b"[1 2 1]", b"\2\0\7\0" * 9, size=9),
        "root-absent": sound.replace(b"/Root 1 0 R", b""), "root-is-a-page": sound.replace(b"/Root 1 0 R", b"/Root 3 0 R"),
        "trailer-absent": sound[:sound.index(b"trailer")], "tail-absent": sound[:sound.index(b"startxref")],
        "head-of-version-9": sound.replace(b"%PDF-1.5", b"%PDF-9.9"), "head-without-version": sound.replace(b"%PDF-1.5", b"%PDF-"),
        "byte-order-mark": b"\xef\xbb\xbf" + sound, "line-ends-cr": sound.replace(b"\n", b"\r"),
        "tail-of-rubbish": sound + random.Random(5).randbytes(70000), "twice": sound + sound, "revisions-many": bytes(revisions),
        "kids-are-itself": tree(b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"), "kids-null": tree(b"<< /Type /Pages /Kids [null 3 0 R 99 0 R 4 0 R] /Count 4 >>"),
        "kids-not-a-list": tree(b"<< /Type /Pages /Kids 3 0 R /Count 1 >>"), "kids-same-page-often": tree(b"<< /Type /Pages /Kids [" + b"3 0 R " * 500 + b"] /Count 500 >>"),
        "count-2-to-31": tree(b"<< /Type /Pages /Kids [3 0 R] /Count 2147483648 >>"), "count-absent": tree(b"<< /Type /Pages /Kids [3 0 R] >>"),
        "count-a-name": tree(b"<< /Type /Pages /Kids [3 0 R] /Count /Uno >>"), "tree-3000-deep": pdf(deep),
        "page-without-type": tree(b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", (page % b"").replace(b"/Type /Page ", b"")),
        "page-its-own-parent": tree(b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", (page % b"").replace(b"/Parent 2 0 R", b"/Parent 3 0 R")),
        "page-without-box": tree(b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", (page % b"").replace(b"/MediaBox [0 0 612 792]", b"")),
        "page-is-null": tree(b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", b"null"),
        "pages-100000": many_pages(100000), "crop-outside": one_page(page=b"/CropBox [9000 9000 9999 9999]"), "crop-empty": one_page(page=b"/CropBox [5 5 5 5]"),
        "rotate-itself": one_page(page=b"/Rotate 3 0 R"), "rotate-a-list": one_page(page=b"/Rotate [90]"),
        "box-far-away": one_page(box=b"[1e9 1e9 1000000612 1000000792]"), "box-tiny": one_page(box=b"[0 0 0.001 0.001]"), "box-narrow": one_page(box=b"[0 0 0.5 14000]"),
        "length-is-itself": one_page(b"<< /Length 4 0 R >>\nstream\nq Q\nendstream"), "contents-with-nulls": sound.replace(b"/Contents 4 0 R", b"/Contents [null 4 0 R 77 0 R 3 0 R (x)]"),
        "contents-a-name": sound.replace(b"/Contents 4 0 R", b"/Contents /Nada"), "contents-often": sound.replace(b"/Contents 4 0 R", b"/Contents [" + b"4 0 R " * 3000 + b"]"),
        "object-stream-huge": one_page(more=(stream(deflate(b"7 0 << >>"), b"/Type /ObjStm /N 2147483647 /First 4 /Filter /FlateDecode"),)),
        "object-numbers-huge": sound.replace(b"5 0 obj", b"4294967295 65536 obj"), "generation-huge": sound.replace(b"3 0 obj", b"3 99999999999 obj"),
        "names-in-a-circle": one_page(catalog=b"/Names << /EmbeddedFiles 6 0 R /Dests 6 0 R /JavaScript 6 0 R >>", more=(b"<< /Kids [6 0 R 6 0 R] >>",)),
        "labels-in-a-circle": one_page(catalog=b"/PageLabels 6 0 R", more=(b"<< /Kids [6 0 R] >>",)),
        "layers-rubbish": one_page(b"/OC /X BDC BT /F 12 Tf 72 720 Td (Hola) Tj ET EMC", catalog=b"/OCProperties << /OCGs [6 0 R null 7] /D << /Order [[[[]]]] /OFF 6 0 R >> >>", more=(b"<< /Type /OCG /Name 6 0 R >>",)),
        "attachment-named-in-utf16": one_page(catalog=b"/Names << /EmbeddedFiles << /Names [(\xfe\xff\0a\0\n\xd8=\xde\0) 6 0 R] >> >>", more=(b"<< /Type /Filespec /UF (\xfe\xff\0a\0\n\xd8=\xde\0) /EF << >> >>",)),
        "info-in-a-circle": sound.replace(b"trailer\n<<", b"trailer\n<< /Info << /Title 6 0 R /Author [[]] /Producer << >> >> "),
        "zip-with-a-pdf": b"PK\x03\x04\x14\0\0\0\0\0" + bytes(16) + b"\x05\0\0\0a.pdf" + sound,
    }


def contents():
    """Files whose pages draw what is wrong: fonts, images, annotations, colours, patterns. Name → bytes."""
    show = b"BT /G 12 Tf 72 720 Td (Hola) Tj <0041004200430020> Tj ET"
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 600 700] "

    def font(*objects):
        return with_resources(show, b"/Font << /G 6 0 R /F 5 0 R >>", objects)

    def cid(cmap, more=b""):
        return font(b"<< /Type /Font /Subtype /Type0 /BaseFont /Roto /Encoding %s /DescendantFonts [7 0 R] %s >>" % (cmap, more),
                    b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Roto /CIDSystemInfo << /Registry (A) /Ordering (B) /Supplement 0 >> /W [0 [] 5 999999999 1 [1 2 (x)]] >>",
                    stream(b"/CIDInit /ProcSet findresource begin begincmap /Roto usecmap 1 begincodespacerange <00> <FFFFFFFF> endcodespacerange 1 begincidrange <0000> <ffffffff> 0 endcidrange endcmap", b"/Type /CMap /CMapName /Roto /UseCMap 8 0 R"))

    annotations = b" ".join(b"<< /Type /Annot /Subtype /%s /Rect %s /AP << /N 6 0 R >> >>" % it for it in (
        (b"Square", b"[0 0 0 0]"), (b"Stamp", b"[1e30 -1e30 nan 5]"), (b"Ink", b"[(a) null]"), (b"Widget", b"7"), (b"Nada", b"[9 9 1 1]")))
    files = {
        "annotations-odd": one_page(page=b"/Annots [%s null 3 0 R 99 0 R]" % annotations, more=(stream(b"/X Do q", form + b"/Resources << /XObject << /X 6 0 R >> >>"),)),
        "annotations-are-the-page": one_page(page=b"/Annots 3 0 R"), "annotations-many": one_page(page=b"/Annots [" + b"<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] >> " * 20000 + b"]"),
        "cid-without-unicode": cid(b"/Identity-H"), "cmap-of-itself": cid(b"8 0 R"), "cmap-unknown": cid(b"/Nada-H"), "unicode-of-itself": cid(b"/Identity-H", b"/ToUnicode 6 0 R"),
        "unicode-endless": cid(b"/Identity-H", b"/ToUnicode 8 0 R"), "font-is-itself": font(b"6 0 R"), "font-empty": font(b"<< >>"),
        "font-widths-odd": font(b"<< /Type /Font /Subtype /TrueType /BaseFont /A /FirstChar -9 /LastChar 2147483647 /Widths [1e30 (x) null] >>"),
        "font-encoding-odd": font(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Differences [-1 /a 999999 /b (c) 65 /uniD800 /g99999 /.notdef] >> >>"),
        "type3-without-procs": font(b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 0 0] /FontMatrix [0 0 0 0 0 0] /Encoding << /Differences [72 /H] >> /FirstChar 72 /LastChar 72 /Widths [1e9] >>"),
        "type3-matrix-huge": font(b"<< /Type /Font /Subtype /Type3 /FontBBox [-1e9 -1e9 1e9 1e9] /FontMatrix [1e9 0 0 1e9 0 0] /CharProcs << /H 7 0 R >> /Encoding << /Differences [72 /H] >> /FirstChar 72 /LastChar 72 /Widths [1] >>", stream(b"1 0 0 0 1e9 1e9 d1 0 0 1e9 1e9 re f")),
        "text-matrix-odd": one_page(b"BT /F 12 Tf 0 0 0 0 0 0 Tm (nada) Tj 1e30 0 0 1e30 1e30 1e30 Tm (lejos) Tj 12 0 0 12 72 720 Tm (Hola) Tj ET"),
        "text-everywhere": one_page(b"BT /F 12 Tf " + b"".join(b"1 0 0 1 %d %d Tm (x) Tj " % (i * 7919 % 600, i * 104729 % 780) for i in range(40000)) + b"ET"),
        "text-turned": one_page(b"BT /F 12 Tf " + b"".join(b"0.%d 0.5 -0.5 0.%d 300 400 Tm (girado) Tj " % (i % 10, i % 10) for i in range(2000)) + b"ET"),
        "image-100000": image_page(100000, 100000, 1, deflate(bytes(1000)), b"/Filter /FlateDecode"),
        "image-1-by-million": image_page(1, 1000000, 8, deflate(bytes(1000000)), b"/Filter /FlateDecode"),
        "image-bits-odd": image_page(100, 100, 13, bytes(20000)), "image-negative": image_page(-100, -100, 8, bytes(10000)),
        "image-jpeg-huge": image_page(100, 100, 8, b"\xff\xd8\xff\xc0\0\x0b\x08\xff\xff\xff\xff\x01\x01\x11\0" + bytes(100), b"/Filter /DCTDecode"),
        "image-jbig2-huge": image_page(100, 100, 1, b"\0\0\0\0\x30\0\x01\0\0\0\x13\x7f\xff\xff\xff\x7f\xff\xff\xff" + bytes(11), b"/Filter /JBIG2Decode"),
        "image-jpx-huge": image_page(100, 100, 8, b"\xff\x4f\xff\x51\0\x29\0\0\x7f\xff\xff\xff\x7f\xff\xff\xff" + bytes(16) + b"\0\0\0\x01\0\0\0\x01" + bytes(40), b"/Filter /JPXDecode"),
        "image-ccitt-columns": image_page(1000, 1000, 1, bytes(range(256)) * 9, b"/Filter /CCITTFaxDecode /DecodeParms << /K 0 /Columns 2147483647 /Rows 2147483647 >>"),
        "image-inline-unended": one_page(b"BI /W 100 /H 100 /BPC 8 /CS /G ID abc"), "image-inline-huge": one_page(b"BI /W 2147483647 /H 2147483647 /BPC 8 /CS /G ID abc EI " + b"q Q"),
        "image-mask-of-itself": image_page(100, 100, 8, bytes(10000), b"/SMask 5 0 R /Mask 5 0 R"),
        "image-often": with_resources(b"".join(b"q 0.%03d 0 0 700 %d 0 cm /I Do Q " % (i % 999 + 1, i % 600) for i in range(20000)), b"/XObject << /I 6 0 R >>",
                                      (stream(bytes(64), b"/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8"),)),
        "forms-doubling": with_resources(b"/X Do", b"/XObject << /X 6 0 R >>", tuple(
            stream(b"/X Do /X Do" if i < 40 else b"0 0 m 9 9 l S", form + b"/Resources << /XObject << /X %d 0 R >> >>" % (i + 7)) for i in range(41))),
        "soft-mask-of-itself": with_resources(b"/S gs 0 0 600 700 re f", b"/ExtGState << /S << /SMask << /S /Luminosity /G 6 0 R >> >> >>",
                                              (stream(b"/S gs 0 0 9 9 re f", form + b"/Group << /S /Transparency >> /Resources << /ExtGState << /S << /SMask << /S /Luminosity /G 6 0 R >> >> >> >>"),)),
        "colours-in-a-circle": with_resources(b"/C cs 0.5 scn 0 0 99 99 re f", b"/ColorSpace << /C 6 0 R >>", (b"[/Separation /X 6 0 R 7 0 R]", b"<< /FunctionType 3 /Domain [0 1] /Functions [7 0 R] /Bounds [] /Encode [0 1] >>")),
        "colours-indexed-huge": with_resources(b"/C cs 7 scn 0 0 99 99 re f", b"/ColorSpace << /C [/Indexed /DeviceRGB 2147483647 (x)] >>", ()),
        "profile-broken": with_resources(b"/C cs 1 0 0 scn 0 0 99 99 re f", b"/ColorSpace << /C [/ICCBased 6 0 R] >>", (stream(bytes(range(256)), b"/N 99"),)),
        "shading-huge": with_resources(b"/S sh", b"/Shading << /S 6 0 R >>", (stream(random.Random(3).randbytes(90000), b"/ShadingType 7 /ColorSpace /DeviceRGB /BitsPerCoordinate 32 /BitsPerComponent 16 /BitsPerFlag 8 /Decode [-1e9 1e9 -1e9 1e9 0 1 0 1 0 1]"),)),
        "shading-function-huge": with_resources(b"/S sh", b"/Shading << /S << /ShadingType 1 /ColorSpace /DeviceGray /Function 6 0 R >> >>", (stream(b"{ " + b"dup mul " * 20000 + b"}", b"/FunctionType 4 /Domain [0 1 0 1] /Range [0 1]"),)),
        "dashes-tiny": one_page(b"[0.000001 0.000001] 0 d 0 0 m 600 700 l S " * 20), "line-width-huge": one_page(b"1e30 w 0 0 m 600 700 l S 0 0 m 5 5 l S"),
        "clips-many": one_page(b"0 0 600 700 re W n " * 30000), "operators-unknown": one_page(b"nada " * 100000), "brackets-open": one_page(b"[ << " * 20000),
        "marks-deep": one_page(b"/P << /MCID 0 >> BDC " * 50000 + b"BT /F 12 Tf 72 720 Td (Hola) Tj ET"),
    }
    return files


def mutate(data, rng, others):
    data = bytearray(data)
    for _ in range(rng.choice([1, 1, 2, 5])):
        if len(data) < 20:
            break
        at, size = rng.randrange(len(data)), rng.choice([1, 4, 64, 1024])
        kind = rng.randrange(9)
        if kind == 0:
            del data[at:]
        elif kind == 1:
            for _ in range(rng.choice([1, 10, 200])):
                data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
        elif kind == 2:
            other = rng.choice(others)
            start = rng.randrange(len(other))
            data[at:at + size] = other[start:start + size]
        elif kind == 3:
            del data[at:at + size]
        elif kind == 4:
            data[at:at] = data[at:at + size]
        elif kind == 5:
            data[at:at + size] = bytes(size)
        elif kind == 6:
            data[at:at + size] = rng.randbytes(size)
        else:
            numbers = list(re.finditer(rb"(?<![\d.])\d+(?![\d.])", bytes(data)))
            if numbers:
                number = rng.choice(numbers)
                data[number.start():number.end()] = rng.choice([b"0", b"-1", b"1", b"65536", b"2147483647", b"4294967296", b"99999999999999999999", b"1e9"])
    return bytes(data)


def encrypted(folder, sound):
    if not shutil.which("qpdf"):
        return
    for name, user, owner in (("open", "", "dueno"), ("closed", "secreto", "dueno")):
        for bits in ("40", "128", "256"):
            more = ["--allow-weak-crypto"] if bits != "256" else []
            subprocess.run(["qpdf", *more, "--encrypt", user, owner, bits, "--", sound, folder / f"encrypted-{name}-{bits}.pdf"], check=False)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("sound", type=Path, nargs="*")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    made = hand_made()
    for name, data in made.items():
        (arguments.folder / f"{name}.pdf").write_bytes(data)
    sound = [path.read_bytes() for path in sorted(arguments.sound)]
    # Its own strange files are sound enough to be spoiled further; large ones would only take time.
    pool = sound * 4 + [data for data in made.values() if 200 < len(data) < 20000]
    rng = random.Random(arguments.seed)
    for i in range(max(0, arguments.count - len(made))):
        (arguments.folder / f"mutated-{i:04}.pdf").write_bytes(mutate(rng.choice(pool), rng, pool))
    plain = arguments.folder / "sound.pdf"
    plain.write_bytes(one_page())
    encrypted(arguments.folder, plain)


if __name__ == "__main__":
    main()
