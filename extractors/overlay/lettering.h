#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace cotejo::overlay {

// Letters as pixels, by FreeType, in the system's plain font (as Fontconfig names it for "sans").
class Lettering {
 public:
  // `size`: the letters' em in pixels. Where the system has no font at all, every letter is nothing, zero wide.
  explicit Lettering(int size);
  Lettering(Lettering&&) noexcept;
  Lettering& operator=(Lettering&&) noexcept;
  ~Lettering();

  [[nodiscard]] int line_height() const;  // pixels from base line to base line
  [[nodiscard]] int ascent() const;       // pixels from the base line to the top of the highest letter
  // Pixels that the text is wide. `text` is UTF-8; what is not is left out.
  [[nodiscard]] int width(std::string_view text) const;

  // A letter's picture: `cover` has rows of `columns` bytes, 255 where ink is full.
  struct Glyph {
    int left = 0, top = 0;  // from the pen on the base line to the picture's upper left corner, top upwards
    int columns = 0, rows = 0;
    int advance = 0;  // to the next letter
    std::vector<std::uint8_t> cover;
  };
  [[nodiscard]] std::vector<Glyph> glyphs(std::string_view text) const;

 private:
  struct Face;
  std::unique_ptr<Face> face_;
};

}  // namespace cotejo::overlay
