#include "extractors/archival/text_layer.h"

#include <fmt/format.h>

#include <map>
#include <memory>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <string>

#include "base/utf8.h"
#include "extractors/archival/glyphless_font.h"

namespace cotejo::archival {
namespace {

using model::Point;
using model::Word;
using Object = QPDFObjectHandle;

// Of the font, in parts of its size: how far each glyph goes on.
constexpr double kAdvance = 0.5;
constexpr const char* kFontName = "/CotejoInvisible";
constexpr char32_t kUnknown = 0xFFFD;

// From the page as it is shown (points from its top left) to the page's own space.
class Placing {
 public:
  explicit Placing(QPDFPageObjectHelper page) {
    Object crop = page.getCropBox(false);
    if (crop.isRectangle()) box_ = crop.getArrayAsRectangle();
    Object turned = page.getAttribute("/Rotate", false);
    if (turned.isInteger()) rotation_ = ((turned.getIntValueAsInt() % 360) + 360) % 360;
  }

  [[nodiscard]] Point own(Point shown) const {
    switch (rotation_) {
      case 90:
        return {box_.llx + shown.y, box_.lly + shown.x};
      case 180:
        return {box_.urx - shown.x, box_.lly + shown.y};
      case 270:
        return {box_.urx - shown.y, box_.ury - shown.x};
      default:
        return {box_.llx + shown.x, box_.ury - shown.y};
    }
  }

 private:
  Object::Rectangle box_;
  int rotation_ = 0;
};

// Where a word's text begins on its foot line, and the corners above that place and at its end.
struct Span {
  Point start, end, above;
};

Span span_of(const Word& word) {
  const model::Rect& box = word.box;
  switch (word.rotation) {
    case 90:
      return {{box.x0, box.y0}, {box.x0, box.y1}, {box.x1, box.y0}};
    case 180:
      return {{box.x1, box.y0}, {box.x0, box.y0}, {box.x1, box.y1}};
    case 270:
      return {{box.x1, box.y1}, {box.x1, box.y0}, {box.x0, box.y1}};
    default:
      return {{box.x0, box.y1}, {box.x1, box.y1}, {box.x0, box.y0}};
  }
}

// The word as codes of two bytes, a space behind it where there is one.
std::string codes_of(const Word& word, std::size_t& count) {
  std::string hex;
  const auto add = [&](char32_t c) {
    // Characters of more than two bytes are no codes of this font.
    hex += fmt::format("{:04X}", static_cast<unsigned>(c > 0xFFFF ? kUnknown : c));
  };
  count = 0;
  for (std::size_t at = 0; at < word.text.size(); ++count) add(base::next_code_point(word.text, at));
  if (word.space_after) add(U' ');
  return hex;
}

// A word stretched over its box: in a coordinate system whose units are its width and its height.
std::string shown(const Word& word, const Placing& placing) {
  std::size_t count = 0;
  const std::string codes = codes_of(word, count);
  if (count == 0 || word.box.empty()) return {};
  const Span span = span_of(word);
  const Point start = placing.own(span.start), end = placing.own(span.end), above = placing.own(span.above);
  const double advance = kAdvance * static_cast<double>(count);
  return fmt::format("{:.5f} {:.5f} {:.5f} {:.5f} {:.3f} {:.3f} Tm <{}> Tj\n", (end.x - start.x) / advance,
                     (end.y - start.y) / advance, above.x - start.x, above.y - start.y, start.x, start.y, codes);
}

Object stream(QPDF& pdf, std::string_view bytes) {
  return pdf.makeIndirectObject(Object::newStream(&pdf, std::string(bytes)));
}

// The font as PDF has it: every code is the one glyph, and means the character of that number.
Object font_of(QPDF& pdf) {
  Object program = stream(pdf, glyphless_font());
  program.getDict().replaceKey("/Length1", Object::newInteger(static_cast<long long>(glyphless_font().size())));
  Object descriptor = Object::parse(
      "<< /Type /FontDescriptor /FontName /GlyphLessFont /Flags 5 /FontBBox [0 0 500 1000] /ItalicAngle 0 "
      "/Ascent 1000 /Descent -1 /CapHeight 1000 /StemV 80 >>");
  descriptor.replaceKey("/FontFile2", program);
  std::string glyphs;
  for (int i = 0; i < 0x10000; ++i) glyphs += std::string_view("\0\1", 2);
  Object descendant = Object::parse(
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /GlyphLessFont /DW 500 "
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>");
  descendant.replaceKey("/FontDescriptor", pdf.makeIndirectObject(descriptor));
  descendant.replaceKey("/CIDToGIDMap", stream(pdf, glyphs));
  Object font = Object::parse("<< /Type /Font /Subtype /Type0 /BaseFont /GlyphLessFont /Encoding /Identity-H >>");
  Object descendants = Object::newArray();
  descendants.appendItem(pdf.makeIndirectObject(descendant));
  font.replaceKey("/DescendantFonts", descendants);
  font.replaceKey("/ToUnicode", stream(pdf,
                                       "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                                       "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                                       "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                                       "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
                                       "1 beginbfrange\n<0000> <FFFF> <0000>\nendbfrange\n"
                                       "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"));
  return pdf.makeIndirectObject(font);
}

void add_font(QPDFPageObjectHelper page, Object font) {
  Object resources = page.getAttribute("/Resources", true);
  if (!resources.isDictionary()) {
    resources = Object::newDictionary();
    page.getObjectHandle().replaceKey("/Resources", resources);
  }
  // A dictionary of fonts may be another page's, too.
  Object fonts = resources.getKey("/Font");
  fonts = fonts.isDictionary() ? fonts.shallowCopy() : Object::newDictionary();
  fonts.replaceKey(kFontName, font);
  resources.replaceKey("/Font", fonts);
}

}  // namespace

void lay_words(QPDF& pdf, const std::vector<model::Page>& pages) {
  std::vector<QPDFPageObjectHelper> all = QPDFPageDocumentHelper(pdf).getAllPages();
  Object font;
  for (const model::Page& page : pages) {
    if (page.number < 1 || page.number > static_cast<int>(all.size())) continue;
    QPDFPageObjectHelper target = all[static_cast<std::size_t>(page.number - 1)];
    const Placing placing(target);
    std::string text;
    for (const Word& word : page.words)
      if (word.origin == model::Origin::ocr && !word.hidden) text += shown(word, placing);
    if (text.empty()) continue;
    if (!font.isInitialized()) font = font_of(pdf);
    add_font(target, font);
    // What the page draws stands between the two, so that nothing that it sets moves our words.
    target.addPageContents(stream(pdf, "q\n"), true);
    target.addPageContents(stream(pdf, fmt::format("\nQ\nq\nBT\n3 Tr\n{} 1 Tf\n{}ET\nQ\n", kFontName, text)), false);
  }
}

}  // namespace cotejo::archival
