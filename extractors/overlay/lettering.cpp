#include "extractors/overlay/lettering.h"

#include <fontconfig/fontconfig.h>
#include <ft2build.h>

#include <string>
#include FT_FREETYPE_H

#include "base/utf8.h"

namespace cotejo::overlay {

namespace {

// FreeType counts in 64ths of a pixel.
int whole(FT_Pos length) {
  return static_cast<int>((length + 32) >> 6);
}

// The file of the system's plain font; empty when it has none.
std::string plain_font() {
  FcPattern* wanted = FcNameParse(reinterpret_cast<const FcChar8*>("sans:scalable=true"));
  FcConfigSubstitute(nullptr, wanted, FcMatchPattern);
  FcDefaultSubstitute(wanted);
  FcResult result{};
  FcPattern* match = FcFontMatch(nullptr, wanted, &result);
  FcChar8* file = nullptr;
  std::string path;
  if (match != nullptr && FcPatternGetString(match, FC_FILE, 0, &file) == FcResultMatch)
    path = reinterpret_cast<const char*>(file);
  if (match != nullptr) FcPatternDestroy(match);
  FcPatternDestroy(wanted);
  return path;
}

}  // namespace

struct Lettering::Face {
  FT_Library library = nullptr;
  FT_Face face = nullptr;

  ~Face() {
    if (face != nullptr) FT_Done_Face(face);
    if (library != nullptr) FT_Done_FreeType(library);
  }
};

Lettering::Lettering(int size) : face_(std::make_unique<Face>()) {
  if (FT_Init_FreeType(&face_->library) != 0) return;
  const std::string path = plain_font();
  if (path.empty() || FT_New_Face(face_->library, path.c_str(), 0, &face_->face) != 0) {
    face_->face = nullptr;
    return;
  }
  FT_Set_Pixel_Sizes(face_->face, 0, static_cast<FT_UInt>(size));
}
Lettering::Lettering(Lettering&&) noexcept = default;
Lettering& Lettering::operator=(Lettering&&) noexcept = default;
Lettering::~Lettering() = default;

int Lettering::line_height() const {
  return face_->face == nullptr ? 0 : whole(face_->face->size->metrics.height);
}

int Lettering::ascent() const {
  return face_->face == nullptr ? 0 : whole(face_->face->size->metrics.ascender);
}

int Lettering::width(std::string_view text) const {
  int width = 0;
  for (std::size_t at = 0; face_->face != nullptr && at < text.size();)
    if (FT_Load_Char(face_->face, base::next_code_point(text, at), FT_LOAD_DEFAULT) == 0)
      width += whole(face_->face->glyph->advance.x);
  return width;
}

std::vector<Lettering::Glyph> Lettering::glyphs(std::string_view text) const {
  std::vector<Glyph> out;
  for (std::size_t at = 0; face_->face != nullptr && at < text.size();) {
    if (FT_Load_Char(face_->face, base::next_code_point(text, at), FT_LOAD_RENDER) != 0) continue;
    const FT_GlyphSlot slot = face_->face->glyph;
    Glyph glyph{slot->bitmap_left,
                slot->bitmap_top,
                static_cast<int>(slot->bitmap.width),
                static_cast<int>(slot->bitmap.rows),
                whole(slot->advance.x),
                {}};
    if (slot->bitmap.pixel_mode != FT_PIXEL_MODE_GRAY) glyph.columns = glyph.rows = 0;
    for (int y = 0; y < glyph.rows; ++y) {
      const unsigned char* row = slot->bitmap.buffer + static_cast<std::ptrdiff_t>(y) * slot->bitmap.pitch;
      glyph.cover.insert(glyph.cover.end(), row, row + glyph.columns);
    }
    out.push_back(std::move(glyph));
  }
  return out;
}

}  // namespace cotejo::overlay
