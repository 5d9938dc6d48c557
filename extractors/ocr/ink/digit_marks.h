#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "extractors/ocr/engine/engine.h"

namespace cotejo::ocr {

// A digit's ink, brought to one size: its height fills the patch, its middle stands in the middle.
constexpr int kPatchWidth = 14, kPatchHeight = 16;
using Patch = std::array<std::uint8_t, kPatchWidth * kPatchHeight>;  // 255 is ink, rows from the top

// A digit of a figure as it stands in the picture.
struct DigitMark {
  PixelBox box;
  Patch patch{};
};

// The small signs of a figure: points, commas, dashes, dust.
struct SmallMark {
  PixelBox box;
  std::size_t digits_before = 0;
};

// The ink of a word that is a figure, from the left.
struct FigureMarks {
  std::vector<DigitMark> digits;
  std::vector<SmallMark> signs;
  int top = 0, bottom = 0;  // of its digits
};

// The connected marks of a picture, to be looked up by place.
class Marks {
 public:
  // `gray` is evened and without rules; it must outlive this.
  explicit Marks(const Image& gray);

  // The marks in a word's box. Digits are those of full height, but for the tall signs that were read around them; two
  // that touch are cut where they are thinnest. No digits come where the ink is no row of digits (a stroke through it).
  [[nodiscard]] FigureMarks of(const PixelWord& word) const;

  // All whose middle lies in a box; single pixels are none.
  [[nodiscard]] std::vector<PixelBox> in(PixelBox box) const;

  // The one mark in a box that is about as high as digits are, whatever dust lies around it; nothing when there are
  // more.
  [[nodiscard]] std::optional<DigitMark> lone_digit(const PixelBox& box, int digit_height) const;

 private:
  const Image& gray_;
  std::vector<PixelBox> boxes_;                  // by band of their middle, then x
  std::vector<std::vector<std::size_t>> bands_;  // indices into boxes_, by the height of their middle
  [[nodiscard]] Patch patch(PixelBox box) const;
  [[nodiscard]] std::vector<PixelBox> parted(PixelBox box, int count) const;
};

}  // namespace cotejo::ocr
