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
