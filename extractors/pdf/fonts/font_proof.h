#pragma once

#include <map>
#include <memory>
#include <utility>

class GfxFont;
class XRef;

namespace cotejo::pdf {

// What a font says that is contradicted by its own glyphs: some character, which one must be seen.
inline constexpr char32_t untrusted = 0xFFFD;

// Tells fonts whose text cannot be trusted: those that carry a table of what their glyphs stand for (ToUnicode) which
// the glyphs themselves contradict. A font is looked at once a document, whatever page it is met on, so that pages read
// by different processes are read alike.
class FontProofs {
 public:
  explicit FontProofs(XRef* xref);
  ~FontProofs();
  [[nodiscard]] bool lies(GfxFont& font);

 private:
  XRef* xref_;
  std::map<std::pair<int, int>, bool> known_;  // by the font's object
  struct Faces;
  std::unique_ptr<Faces> faces_;  // FreeType, opened when the first font is looked at
};

}  // namespace cotejo::pdf
