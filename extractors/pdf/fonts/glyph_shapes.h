#pragma once

#include <vector>

namespace cotejo::pdf {

// A glyph drawn in black and white, rows from the top without padding.
struct GlyphPicture {
  int width = 0;  // pixels
  int height = 0;
  std::vector<char> ink;  // 1 where it is
};

// The white areas that its ink closes in: two in an 8, one in a 6, none in a 5.
[[nodiscard]] int holes_in(const GlyphPicture& glyph);

// Whether a font draws what it says: the characters that it claims are held against the holes of their glyphs, which
// are the same in every common face and for which no language need be known.
class ShapeProof {
 public:
  void compare(char32_t claimed, int holes);
  // Whether so many glyphs cannot be what is claimed that the map is wrong: digits for digits, or letters for letters.
  [[nodiscard]] bool contradicts() const;
  // Whether so many agree, and none does not, that the rest need not be looked at.
  [[nodiscard]] bool convinces() const;

 private:
  struct Tally {
    int compared = 0, impossible = 0;
  };
  Tally digits_, letters_;
};

}  // namespace cotejo::pdf
