#include "extractors/archival/substitutes.h"

#include <fmt/format.h>
#include <fontconfig/fontconfig.h>
#include <ft2build.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <qpdf/QPDF.hh>
#include <string_view>
#include FT_FREETYPE_H
#include FT_TRUETYPE_TABLES_H

namespace cotejo::archival {
namespace {

using Object = QPDFObjectHandle;

// PDF counts in thousandths of a font's size.
constexpr double kSize = 1000;
// By how much the width of a letter may differ: what rounding to thousandths does, and what PDF/A allows.
constexpr double kRounding = 1;
constexpr int kFirstCode = 32, kLastCode = 255;
// Flags of a font descriptor.
constexpr int kFixedPitch = 1, kSerif = 2, kNonsymbolic = 32, kItalic = 64;

struct Family {
  std::string_view printed;  // how a document's name for it begins, without spaces and signs, in small letters
  std::string_view ours;
  int flags;
};
// The longer name first.
constexpr std::array kFamilies{Family{"arial", "Liberation Sans", 0},
                               Family{"helvetica", "Liberation Sans", 0},
                               Family{"timesnewroman", "Liberation Serif", kSerif},
                               Family{"times", "Liberation Serif", kSerif},
                               Family{"couriernew", "Liberation Mono", kFixedPitch},
                               Family{"courier", "Liberation Mono", kFixedPitch}};

struct Wanted {
  const Family* family = nullptr;
  bool bold = false, italic = false;
};

bool take(std::string& name, std::string_view part) {
  const std::size_t at = name.find(part);
  if (at == std::string::npos) return false;
  name.erase(at, part.size());
  return true;
}

// «ABCDEF+Arial,Bold», «TimesNewRomanPS-BoldMT»; nothing for what is another cut of it, as «Arial Narrow» is.
std::optional<Wanted> wanted_of(const std::string& base_font) {
  const std::size_t plus = base_font.find('+');
  std::string name;
  for (const char c : base_font.substr(plus == 6 ? plus + 1 : 0)) {
    if (c >= 'A' && c <= 'Z') name += static_cast<char>(c - 'A' + 'a');
    if (c >= 'a' && c <= 'z') name += c;
    if (c >= '0' && c <= '9') return std::nullopt;
  }
  for (const Family& family : kFamilies) {
    if (!name.starts_with(family.printed)) continue;
    Wanted wanted{&family};
    name.erase(0, family.printed.size());
    wanted.bold = take(name, "bold");
    wanted.italic = take(name, "italic") || take(name, "oblique");
    for (const char* nothing : {"psmt", "ps", "mt", "roman", "regular", "normal"})
      static_cast<void>(take(name, nothing));
    return name.empty() ? std::optional(wanted) : std::nullopt;
  }
  return std::nullopt;
}

// The file that has exactly this font; empty where the machine has another at best.
std::string file_of(const Wanted& wanted) {
  FcPattern* asked = FcPatternCreate();
  const std::string family(wanted.family->ours);
  FcPatternAddString(asked, FC_FAMILY, reinterpret_cast<const FcChar8*>(family.c_str()));
  FcPatternAddInteger(asked, FC_WEIGHT, wanted.bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
  FcPatternAddInteger(asked, FC_SLANT, wanted.italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
  FcConfigSubstitute(nullptr, asked, FcMatchPattern);
  FcDefaultSubstitute(asked);
  FcResult result{};
  FcPattern* match = FcFontMatch(nullptr, asked, &result);
  const auto text = [&](const char* key) {
    FcChar8* value = nullptr;
    return match != nullptr && FcPatternGetString(match, key, 0, &value) == FcResultMatch
               ? std::string(reinterpret_cast<const char*>(value))
               : std::string();
  };
  const auto number = [&](const char* key) {
    int value = -1;
    if (match != nullptr) FcPatternGetInteger(match, key, 0, &value);
    return value;
  };
  std::string file;
  if (text(FC_FAMILY) == family && text(FC_FONTFORMAT) == "TrueType" &&
      (number(FC_WEIGHT) >= FC_WEIGHT_BOLD) == wanted.bold && (number(FC_SLANT) > FC_SLANT_ROMAN) == wanted.italic)
    file = text(FC_FILE);
  if (match != nullptr) FcPatternDestroy(match);
  FcPatternDestroy(asked);
  return file;
}

// What WinAnsiEncoding means by a code.
char32_t character_of(int code) {
  constexpr std::array<char16_t, 32> kUpper{0x20AC, 0x2022, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                            0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x2022, 0x017D, 0x2022,
                                            0x2022, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                            0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x2022, 0x017E, 0x0178};
  constexpr int kUpperFirst = 0x80, kDelete = 0x7F, kNoBreak = 0xA0, kSoftHyphen = 0xAD;
  if (code == kDelete) return kUpper[1];
  if (code == kNoBreak) return U' ';
  if (code == kSoftHyphen) return U'-';
  const int upper = code - kUpperFirst;
  return upper >= 0 && upper < static_cast<int>(kUpper.size()) ? kUpper[static_cast<std::size_t>(upper)]
                                                               : static_cast<char32_t>(code);
}

// Whether all codes mean what WinAnsiEncoding says.
bool plain_codes(Object font) {
  Object encoding = font.getKey("/Encoding");
  if (encoding.isDictionary()) {
    if (encoding.hasKey("/Differences")) return false;
    encoding = encoding.getKey("/BaseEncoding");
  }
  return encoding.isName() && encoding.getName() == "/WinAnsiEncoding";
}

using Widths = std::array<double, kLastCode - kFirstCode + 1>;

// Whether the document sets its letters as this font does. 0 stands for a code that is not used.
bool same_measures(Object font, const Widths& ours) {
  Object widths = font.getKey("/Widths"), first = font.getKey("/FirstChar");
  if (!widths.isArray() || !first.isInteger()) return font.getKey("/Widths").isNull();  // one of the fourteen
  for (int i = 0; i < widths.getArrayNItems(); ++i) {
    Object width = widths.getArrayItem(i);
    const long long code = first.getIntValue() + i;
    if (code < kFirstCode || code > kLastCode || !width.isNumber() || width.getNumericValue() == 0) continue;
    if (std::abs(width.getNumericValue() - ours[static_cast<std::size_t>(code - kFirstCode)]) > kRounding) return false;
  }
  return true;
}

// One of our fonts, opened, and its program in the document.
struct Face {
  FT_Face face = nullptr;
  Widths widths{};
  Object program;
};

}  // namespace

struct Substitutes::Faces {
  FT_Library library = nullptr;
  std::map<std::string, Face> by_file;

  Faces() { FT_Init_FreeType(&library); }
  ~Faces() {
    for (auto& [file, it] : by_file)
      if (it.face != nullptr) FT_Done_Face(it.face);
    if (library != nullptr) FT_Done_FreeType(library);
  }
  Faces(const Faces&) = delete;
  Faces& operator=(const Faces&) = delete;

  // nullptr where it cannot be used.
  Face* of(const std::string& file, QPDF& pdf) {
    if (const auto known = by_file.find(file); known != by_file.end())
      return known->second.face == nullptr ? nullptr : &known->second;
    Face& it = by_file[file];
    if (file.empty() || library == nullptr || FT_New_Face(library, file.c_str(), 0, &it.face) != 0) {
      it.face = nullptr;
      return nullptr;
    }
    for (int code = kFirstCode; code <= kLastCode; ++code) {
      if (FT_Load_Glyph(it.face, FT_Get_Char_Index(it.face, character_of(code)), FT_LOAD_NO_SCALE) != 0) continue;
      it.widths[static_cast<std::size_t>(code - kFirstCode)] =
          std::round(static_cast<double>(it.face->glyph->metrics.horiAdvance) * kSize / it.face->units_per_EM);
    }
    std::ifstream bytes(file, std::ios::binary);
    const std::string program{std::istreambuf_iterator<char>(bytes), std::istreambuf_iterator<char>()};
    it.program = pdf.makeIndirectObject(Object::newStream(&pdf, program));
    it.program.getDict().replaceKey("/Length1", Object::newInteger(static_cast<long long>(program.size())));
    return &it;
  }
};

namespace {

// How high a line of it is stays what the document says, so that its text is read in the order in which it was.
Object descriptor_of(Object before, const Face& it, const Family& family, const std::string& name) {
  const auto measure = [&](long units) {
    return Object::newInteger(std::lround(static_cast<double>(units) * kSize / it.face->units_per_EM));
  };
  const auto* post = static_cast<const TT_Postscript*>(FT_Get_Sfnt_Table(it.face, FT_SFNT_POST));
  const auto* os2 = static_cast<const TT_OS2*>(FT_Get_Sfnt_Table(it.face, FT_SFNT_OS2));
  const bool italic = (it.face->style_flags & FT_STYLE_FLAG_ITALIC) != 0;
  constexpr int kStem = 80;  // nothing is drawn by it where the font is there
  Object box = Object::newArray();
  for (const FT_Pos edge : {it.face->bbox.xMin, it.face->bbox.yMin, it.face->bbox.xMax, it.face->bbox.yMax})
    box.appendItem(measure(edge));
  Object descriptor = before.isDictionary() ? before.shallowCopy() : Object::newDictionary();
  const auto where_missing = [&](const char* key, Object value) {
    if (!descriptor.hasKey(key)) descriptor.replaceKey(key, value);
  };
  where_missing("/FontBBox", box);
  where_missing("/ItalicAngle",
                Object::newInteger(post == nullptr ? 0 : static_cast<long long>(post->italicAngle >> 16)));
  where_missing("/Ascent", measure(it.face->ascender));
  where_missing("/Descent", measure(it.face->descender));
  where_missing("/CapHeight", measure(os2 == nullptr ? it.face->ascender : os2->sCapHeight));
  where_missing("/StemV", Object::newInteger(kStem));
  descriptor.replaceKey("/Type", Object::newName("/FontDescriptor"));
  descriptor.replaceKey("/FontName", Object::newName(name));
  descriptor.replaceKey("/Flags", Object::newInteger(kNonsymbolic | family.flags | (italic ? kItalic : 0)));
  descriptor.replaceKey("/FontFile2", it.program);
  return descriptor;
}

}  // namespace

Substitutes::Substitutes(QPDF& pdf) : pdf_(pdf), faces_(std::make_unique<Faces>()) {}
Substitutes::~Substitutes() = default;

std::set<std::string> Substitutes::told() const {
  std::set<std::string> all;
  for (const auto& [ours, theirs] : drawn_)
    all.insert(
        fmt::format("con letras de {} en lugar de las de {}, que el original no trae", ours, fmt::join(theirs, ", ")));
  return all;
}

bool Substitutes::embed(Object font) {
  Object kind = font.getKey("/Subtype"), base = font.getKey("/BaseFont");
  if (!kind.isName() || !base.isName() || (kind.getName() != "/TrueType" && kind.getName() != "/Type1")) return false;
  const std::string printed = base.getName().substr(1);
  const std::optional<Wanted> wanted = wanted_of(printed);
  if (!wanted || !plain_codes(font)) return false;
  const Face* face = faces_->of(file_of(*wanted), pdf_);
  if (face == nullptr || !same_measures(font, face->widths)) return false;
  const char* own = FT_Get_Postscript_Name(face->face);
  const std::string name = std::string("/") + (own == nullptr ? "Liberation" : own);
  font.replaceKey("/Subtype", Object::newName("/TrueType"));
  font.replaceKey("/BaseFont", Object::newName(name));
  font.replaceKey("/Encoding", Object::newName("/WinAnsiEncoding"));
  font.replaceKey("/FirstChar", Object::newInteger(kFirstCode));
  font.replaceKey("/LastChar", Object::newInteger(kLastCode));
  Object widths = Object::newArray();
  for (const double width : face->widths) widths.appendItem(Object::newInteger(std::lround(width)));
  font.replaceKey("/Widths", widths);
  font.replaceKey("/FontDescriptor",
                  pdf_.makeIndirectObject(descriptor_of(font.getKey("/FontDescriptor"), *face, *wanted->family, name)));
  drawn_[std::string(wanted->family->ours)].insert("«" + printed + "»");
  return true;
}

}  // namespace cotejo::archival
