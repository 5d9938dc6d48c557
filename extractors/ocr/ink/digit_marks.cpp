#include "extractors/ocr/ink/digit_marks.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include "base/median.h"
#include "extractors/ocr/ink/tolerances.h"
#include "extractors/ocr/picture/ink_levels.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::digit_marks;

constexpr double kWhite = 255;
constexpr int kBand = 32;  // pixels of height that one list of marks stands for
constexpr std::string_view kDigits = "0123456789", kTallSigns = "$%()/";

PixelBox joined(const PixelBox& a, const PixelBox& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

// Pieces of one digit lie over each other: a broken loop, a lost waist.
std::vector<PixelBox> pieces_joined(std::vector<PixelBox> marks) {
  std::sort(marks.begin(), marks.end(),
            [](const PixelBox& a, const PixelBox& b) { return a.x0 != b.x0 ? a.x0 < b.x0 : a.y0 < b.y0; });
  std::vector<PixelBox> whole;
  for (const PixelBox& mark : marks) {
    if (!whole.empty()) {
      PixelBox& last = whole.back();
      const int shared = std::min(last.x1, mark.x1) - std::max(last.x0, mark.x0);
      if (2 * shared > std::min(last.width(), mark.width())) {
        last = joined(last, mark);
        continue;
      }
    }
    whole.push_back(mark);
  }
  return whole;
}

// Of digits, among marks that are signs too: the middle one of those that are neither small nor among so many tall
// signs.
int usual_height(const std::vector<PixelBox>& marks, std::size_t tall_signs) {
  int tallest = 0;
  for (const PixelBox& mark : marks) tallest = std::max(tallest, mark.height());
  std::vector<int> heights;
  for (const PixelBox& mark : marks)
    if (mark.height() > kNoSign.of(tallest)) heights.push_back(mark.height());
  std::sort(heights.begin(), heights.end());
  heights.resize(std::max<std::size_t>(1, heights.size() - std::min(heights.size(), tall_signs)));
  return base::median(std::move(heights));
}

// How many digits a mark is: two or three that touch are wider than any one.
int digits_in(const PixelBox& mark, int usual) {
  return mark.width() > kTwoWide * usual
             ? std::max(2, static_cast<int>(std::lround(mark.width() / (kUsualWidth * usual))))
             : 1;
}

}  // namespace

Marks::Marks(const Image& gray) : gray_(gray) {
  const Image ink = ink_of(gray, ink_level::faint);
  bands_.resize(static_cast<std::size_t>(height(gray) / kBand + 1));
  if (!ink) return;
  BOXA* boxes = pixConnCompBB(ink.get(), 8);
  const int count = boxaGetCount(boxes);
  for (int i = 0; i < count; ++i) {
    l_int32 x = 0, y = 0, w = 0, h = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h);
    if (w * h < 2) continue;
    bands_[static_cast<std::size_t>((y + h / 2) / kBand)].push_back(boxes_.size());
    boxes_.push_back({x, y, x + w, y + h});
  }
  boxaDestroy(&boxes);
}

std::vector<PixelBox> Marks::in(PixelBox box) const {
  std::vector<PixelBox> found;
  const auto last = static_cast<int>(bands_.size()) - 1;
  for (int band = std::clamp(box.y0 / kBand, 0, last); band <= std::clamp(box.y1 / kBand, 0, last); ++band) {
    for (const std::size_t index : bands_[static_cast<std::size_t>(band)]) {
      const PixelBox& mark = boxes_[index];
      const int x = (mark.x0 + mark.x1) / 2, y = (mark.y0 + mark.y1) / 2;
      if (x >= box.x0 && x < box.x1 && y >= box.y0 && y < box.y1) found.push_back(mark);
    }
  }
  return found;
}

Patch Marks::patch(PixelBox box) const {
  Patch patch{};
  const int words = pixGetWpl(gray_.get());
  const l_uint32* data = pixGetData(gray_.get());
  // One scale both ways: a 1 stays narrow.
  const double scale = static_cast<double>(box.height()) / kPatchHeight;
  const double middle = (box.x0 + box.x1) / 2.0;
  const int w = width(gray_), h = height(gray_);
  for (int row = 0; row < kPatchHeight; ++row) {
    const double y0 = box.y0 + row * scale, y1 = y0 + scale;
    for (int column = 0; column < kPatchWidth; ++column) {
      const double x0 = middle + (column - kPatchWidth / 2.0) * scale, x1 = x0 + scale;
      double sum = 0;
      for (int y = std::max(0, static_cast<int>(y0)); y < std::min<double>(h, y1); ++y) {
        const double high = std::min(y1, y + 1.0) - std::max<double>(y0, y);
        const l_uint32* line = data + static_cast<std::ptrdiff_t>(y) * words;
        for (int x = std::max({0, box.x0, static_cast<int>(std::floor(x0))});
             x < std::min<double>(std::min(w, box.x1), x1); ++x) {
          const double part = high * (std::min(x1, x + 1.0) - std::max<double>(x0, x));
          if (part <= 0) continue;
          sum += part * (255 - static_cast<int>(GET_DATA_BYTE(line, x)));
        }
      }

      patch[static_cast<std::size_t>(row * kPatchWidth + column)] =
          static_cast<std::uint8_t>(std::clamp(sum / (scale * scale), 0.0, kWhite));
    }
  }
  return patch;
}

std::vector<PixelBox> Marks::parted(PixelBox box, int count) const {
  const int words = pixGetWpl(gray_.get());
  const l_uint32* data = pixGetData(gray_.get());
  std::vector<PixelBox> parts;
  int from = box.x0;
  for (int i = 1; i <= count; ++i) {
    int to = box.x1;
    if (i < count) {
      const int expected = box.x0 + box.width() * i / count, reach = std::max(1, box.width() / count / 4);
      int least = -1;
      for (int x = std::max(from + 1, expected - reach); x <= std::min(box.x1 - 1, expected + reach); ++x) {
        int ink = 0;
        for (int y = box.y0; y < box.y1; ++y)
          ink += 255 - static_cast<int>(GET_DATA_BYTE(data + static_cast<std::ptrdiff_t>(y) * words, x));
        if (least < 0 || ink < least) least = ink, to = x;
      }
      if (least < 0) return {};
    }
    if (to <= from) return {};
    parts.push_back({from, box.y0, to, box.y1});
    from = to;
  }
  return parts;
}

std::optional<DigitMark> Marks::lone_digit(const PixelBox& box, int digit_height) const {
  std::optional<PixelBox> found;
  for (const PixelBox& mark : in({box.x0 - 1, box.y0 - 1, box.x1 + 1, box.y1 + 1})) {
    if (std::abs(mark.height() - digit_height) > std::max(1.0, kAbout.of(digit_height))) continue;
    if (found || mark.width() > kTwoWide * digit_height) return std::nullopt;
    found = mark;
  }
  return found ? std::optional(DigitMark{*found, patch(*found)}) : std::nullopt;
}

FigureMarks Marks::of(const PixelWord& word) const {
  const std::string& text = word.text;
  const std::size_t first = text.find_first_of(kDigits), last = text.find_last_of(kDigits);
  if (first == std::string::npos) return {};
  // A mark's middle decides: what hangs over from the next line has it outside.
  const std::vector<PixelBox> marks =
      pieces_joined(in({word.box.x0 - 1, word.box.y0 - 1, word.box.x1 + 1, word.box.y1 + 1}));
  if (marks.empty() || marks.size() > kMostMarks) return {};
  // Signs of full height stand before the digits (a currency, a bracket); those after them may come in pieces (%).
  const auto tall_signs = [](char c) { return kTallSigns.find(c) != std::string_view::npos; };
  auto before = std::count_if(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(first), tall_signs);
  const auto after = std::count_if(text.begin() + static_cast<std::ptrdiff_t>(last), text.end(), tall_signs);
  const auto wanted = static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return kDigits.find(c) != std::string_view::npos; }));
  const int usual = usual_height(marks, static_cast<std::size_t>(before + after));
  const auto is_tall = [&](const PixelBox& mark) { return mark.height() >= kFullHeight * usual; };
  // Were one of the signs out of the box, a digit would be taken for it.
  std::size_t tall = 0;
  for (const PixelBox& mark : marks)
    if (is_tall(mark)) tall += static_cast<std::size_t>(digits_in(mark, usual));
  if (before + after > 0 && tall < static_cast<std::size_t>(before) + wanted + (after > 0 ? 1 : 0)) return {};
  FigureMarks figure;
  std::vector<int> tops, bottoms;
  for (const PixelBox& mark : marks) {
    if (after > 0 && figure.digits.size() >= wanted) break;
    if (!is_tall(mark)) {
      if (before == 0) figure.signs.push_back({mark, figure.digits.size()});
      continue;
    }
    if (before > 0) {
      --before;
      continue;
    }
    if (mark.height() > kTooTall * usual) return {};
    const int count = digits_in(mark, usual);
    const std::vector<PixelBox> parts = count == 1 ? std::vector{mark} : parted(mark, count);
    if (parts.empty()) return {};
    for (const PixelBox& part : parts) figure.digits.push_back({part, patch(part)});
    tops.push_back(mark.y0);
    bottoms.push_back(mark.y1);
  }
  if (tops.empty()) return {};
  figure.top = base::median(tops);
  figure.bottom = base::median(bottoms);
  return figure;
}

}  // namespace cotejo::ocr
