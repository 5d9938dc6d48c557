#pragma once

#include <memory>
#include <vector>

#include "extractors/ocr/ink/digit_marks.h"
#include "extractors/ocr/engine/engine.h"

namespace cotejo::ocr {

// Compares digits of figures with the shapes that the page's own digits have. Where the ink is clearly another digit
// than what was read, that one is taken and the first reading stays among the alternatives; where it lies between two,
// the other one becomes an alternative and the word doubtful; where all agree the word is sure. Dust read as a sign at
// a figure's ends goes, points that were overlooked come back, and figures get the height of their digits.
class DigitCheck {
 public:
  // Learns the shapes from all the figures of the page, and compares each. `page` is evened and without rules; it must
  // outlive this.
  DigitCheck(const PageImage& page, std::vector<PixelWord>& words);

  // Compares a figure that was read anew, if there are as many marks in its box as it has digits.
  void compare(PixelWord& word) const;
  // The same for a word read from another picture than the page's; its boxes are places on that one.
  void compare(const PageImage& picture, PixelWord& word) const;

  // Tells by its shape what digit a doubtful sign in a column of figures is: dust beside a lone 0 makes a y of it.
  void settle_signs(std::vector<PixelWord>& words) const;

  DigitCheck(DigitCheck&&) noexcept;
  ~DigitCheck();

 private:
  struct Learnt;
  void compare(const Marks& marks, PixelWord& word) const;
  std::unique_ptr<Learnt> learnt_;
};

}  // namespace cotejo::ocr
