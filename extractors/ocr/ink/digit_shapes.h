#pragma once

#include <optional>
#include <vector>

#include "extractors/ocr/ink/digit_marks.h"
#include "extractors/ocr/ink/whitening.h"

namespace cotejo::ocr {

// A digit that was read, with its ink.
struct ReadDigit {
  char digit = '0';
  Patch patch{};
};

// How a digit's ink compares with what else was read on the page.
struct Likeness {
  char digit = '0';  // what it looks like most
  double lead = 0;   // over the next one: 1 when it is exactly its shape, 0 when it lies half way to the other's
  char next = '\0';  // that other one; '\0' when only one digit is known by shape
  bool far = false;  // farther from its shape than its digits are: a hint, and no more
};

// The shapes of the digits of one page. Reports set their figures in one or two faces, so that all fives of a page look
// alike: the mean of many has none of the noise that makes a single one look like a 6, and how they differ from it
// tells what of a difference is the print's. What was read wrongly here and there does not weigh in a mean, and a shape
// made of nothing but misreadings is known by a larger one of another digit that it equals.
class DigitShapes {
 public:
  explicit DigitShapes(const std::vector<ReadDigit>& digits);

  // Whether a shape of this digit is known.
  [[nodiscard]] bool knows(char digit) const;

  // What the ink is, among the digits known; nothing when it is like none of them.
  [[nodiscard]] std::optional<Likeness> like(const Patch& patch) const;

  // The digits known, that of the nearest shape first, however far it is: what an ink that is like none may have been.
  [[nodiscard]] std::vector<char> by_nearness(const Patch& patch) const;

  // How the ink leans between two digits: 1 is the shape of `a`, 0 that of `b`, 0.5 half way. Nothing when either is
  // not known.
  [[nodiscard]] std::optional<double> between(const Patch& patch, char a, char b) const;

 private:
  struct Shape {
    char digit = '0';
    int count = 0;
    double spread = 0;  // the usual distance of its digits from the mean
    std::vector<float> mean;
    std::vector<float> whitened;  // the mean
  };
  struct Nearest;
  std::vector<Shape> shapes_;
  std::vector<float> weights_;          // of each place of a patch: little where digits of one shape differ
  std::optional<Whitening> whitening_;  // of how they differ
  [[nodiscard]] Nearest nearest_of_each(const Patch& patch, char only = '\0') const;
  [[nodiscard]] double lean(const Shape& a, double from_a, const Shape& b, double from_b) const;
  void weigh(const std::vector<ReadDigit>& digits);
  void whiten(const std::vector<ReadDigit>& digits);
};

}  // namespace cotejo::ocr
