#ifdef COTEJO_POPPLER_PRIVATE

#include "extractors/pdf/fonts/font_proof.h"

#include <ft2build.h>
#include FT_FREETYPE_H

#include <poppler/GfxFont.h>
#include <poppler/GlobalParams.h>
#include <poppler/fofi/FoFiTrueType.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/digits.h"
#include "base/letters.h"
#include "extractors/pdf/fonts/glyph_shapes.h"
#include "extractors/pdf/fonts/tolerances.h"

namespace cotejo::pdf {

using namespace tolerances::font_proof;

struct FontProofs::Faces {
  FT_Library library = nullptr;
  Faces() { FT_Init_FreeType(&library); }
  ~Faces() {
    if (library != nullptr) FT_Done_FreeType(library);
  }
};

namespace {

constexpr int kSimpleCodes = 0x100;  // of a font in one byte

// Fonts of signs claim letters for them, as their encodings always did.
bool draws_signs(std::string name) {
  std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
  static constexpr std::array<std::string_view, 4> signs{"dings", "dingbat", "symbol", "awesome"};
  return std::any_of(signs.begin(), signs.end(),
                     [&](std::string_view sign) { return name.find(sign) != std::string::npos; });
}

bool plain_character(Unicode c) {
  return base::is_digit(static_cast<char32_t>(c)) || base::small_letter(c) || base::capital(c);
}

// A code of the font's text and the one character that it is said to stand for.
struct Claim {
  CharCode code = 0;
  Unicode character = 0;
};

// Nothing where the bytes stand for several characters or none.
std::optional<Claim> claimed(const GfxFont& font, const std::array<char, 2>& bytes, int length) {
  const Unicode* text = nullptr;
  int count = 0;
  double dx = 0, dy = 0, ox = 0, oy = 0;
  Claim claim;
  const int taken = font.getNextChar(bytes.data(), length, &claim.code, &text, &count, &dx, &dy, &ox, &oy);
  if (taken != length || count != 1) return std::nullopt;
  claim.character = text[0];
  return claim;
}

// What the font says of one of its codes, which take one byte each, or two.
std::optional<Claim> claim_of(const GfxFont& font, int code) {
  if (font.isCIDFont()) return claimed(font, {static_cast<char>(code >> 8), static_cast<char>(code & 0xFF)}, 2);
  return claimed(font, {static_cast<char>(code), 0}, 1);
}

// A font that is not embedded is drawn by the names of its glyphs: they tell what is seen.
bool names_contradict(const Gfx8BitFont& font) {
  int other = 0;
  for (int code = 0; code < kSimpleCodes; ++code) {
    const char* name = font.getCharName(code);
    const std::optional<Claim> claim = claim_of(font, code);
    if (name == nullptr || !claim) continue;
    const Unicode drawn = globalParams->mapNameToUnicodeText(name);
    if (plain_character(drawn) && drawn != claim->character) ++other;
  }
  return other >= kFewestNames;
}

struct CloseFace {
  void operator()(FT_Face face) const { FT_Done_Face(face); }
};
using Face = std::unique_ptr<FT_FaceRec_, CloseFace>;

// Which glyph of the file a code draws.
class Glyphs {
 public:
  Glyphs(GfxFont& font, const std::vector<unsigned char>& file, FT_Face face) : font_(font), face_(face) {
    const auto* bytes = file.data();
    const int size = static_cast<int>(file.size());
    if (font.getType() == fontTrueType || font.getType() == fontTrueTypeOT) {
      if (const auto program = FoFiTrueType::make(bytes, size))
        keep(static_cast<Gfx8BitFont&>(font).getCodeToGIDMap(program.get()), 256);
    } else if (font.getType() == fontCIDType0COT) {
      int count = 0;
      if (const auto program = FoFiTrueType::make(bytes, size)) keep(program->getCIDToGIDMap(&count), count);
    } else if (font.getType() == fontCIDType2 || font.getType() == fontCIDType2OT) {
      const auto& cid = static_cast<const GfxCIDFont&>(font);
      if (cid.getCIDToGID() != nullptr) map_.assign(cid.getCIDToGID(), cid.getCIDToGID() + cid.getCIDToGIDLen());
    }
  }

  [[nodiscard]] FT_UInt of(CharCode code) const {
    if (!map_.empty()) return code < map_.size() ? static_cast<FT_UInt>(map_[code]) : 0;
    if (font_.isCIDFont()) return code;  // FreeType takes bare CFF glyphs by their CID
    const char* name = static_cast<const Gfx8BitFont&>(font_).getCharName(static_cast<int>(code));
    return name != nullptr && FT_HAS_GLYPH_NAMES(face_) ? FT_Get_Name_Index(face_, name) : 0;
  }

 private:
  void keep(int* map, int count) {
    if (map != nullptr) map_.assign(map, map + std::max(0, count));
    gfree(map);
  }
  GfxFont& font_;
  FT_Face face_;
  std::vector<int> map_;
};

// Nothing where the glyph is empty: a subset leaves out what its document does not show.
std::optional<GlyphPicture> drawn(FT_Face face, FT_UInt glyph) {
  if (FT_Load_Glyph(face, glyph, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP) != 0) return std::nullopt;
  if (FT_Render_Glyph(face->glyph, FT_RENDER_MODE_MONO) != 0) return std::nullopt;
  const FT_Bitmap& bitmap = face->glyph->bitmap;
  GlyphPicture picture{static_cast<int>(bitmap.width), static_cast<int>(bitmap.rows), {}};
  if (picture.width < kLeastSide || picture.height < kLeastSide || picture.width > kMostSide ||
      picture.height > kMostSide)
    return std::nullopt;
  for (int y = 0; y < picture.height; ++y)
    for (int x = 0; x < picture.width; ++x)
      picture.ink.push_back((bitmap.buffer[y * bitmap.pitch + x / 8] >> (7 - x % 8)) & 1);
  return picture;
}

bool shapes_contradict(GfxFont& font, FT_Library library, XRef* xref) {
  if (library == nullptr) return false;
  const std::optional<std::vector<unsigned char>> file = font.readEmbFontFile(xref);
  if (!file || file->empty() || file->size() > kLargestFile) return false;
  FT_Face opened = nullptr;
  if (FT_New_Memory_Face(library, file->data(), static_cast<FT_Long>(file->size()), 0, &opened) != 0) return false;
  const Face face(opened);
  if (FT_Set_Pixel_Sizes(opened, 0, kGlyphPixels) != 0) return false;
  const Glyphs glyphs(font, *file, opened);
  ShapeProof proof;
  // A font in two bytes has no code beyond its glyphs in all but old Asian encodings.
  const int codes =
      font.isCIDFont() ? static_cast<int>(std::min<FT_Long>(kMostCodes, opened->num_glyphs)) : kSimpleCodes;
  for (int code = 0; code < codes && !proof.convinces(); ++code) {
    const std::optional<Claim> claim = claim_of(font, code);
    if (!claim || claim->character > 0x7F || !plain_character(claim->character)) continue;
    const FT_UInt glyph = glyphs.of(claim->code);
    if (glyph == 0) continue;
    if (const std::optional<GlyphPicture> picture = drawn(opened, glyph))
      proof.compare(claim->character, holes_in(*picture));
  }
  return proof.contradicts();
}

}  // namespace

FontProofs::FontProofs(XRef* xref) : xref_(xref) {}
FontProofs::~FontProofs() = default;

bool FontProofs::lies(GfxFont& font) {
  if (!font.hasToUnicodeCMap() || font.getType() == fontType3) return false;
  const auto [place, is_new] = known_.try_emplace({font.getID()->num, font.getID()->gen}, false);
  if (!is_new || draws_signs(font.getName().value_or(""))) return place->second;
  Ref embedded;
  if (font.getEmbeddedFontID(&embedded)) {
    if (!faces_) faces_ = std::make_unique<Faces>();
    place->second = shapes_contradict(font, faces_->library, xref_);
  } else if (!font.isCIDFont()) {
    place->second = names_contradict(static_cast<const Gfx8BitFont&>(font));
  }
  return place->second;
}

}  // namespace cotejo::pdf

#endif
