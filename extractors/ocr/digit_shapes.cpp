#include "extractors/ocr/digit_shapes.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace cotejo::ocr {

namespace {

constexpr int kFewest = 4;           // digits that make a shape
constexpr std::size_t kFaces = 3;    // shapes of one digit: light, bold, and what was misread
constexpr double kSameShape = 0.86;  // correlation with a mean; a poor scan's digits of one face have 0.88 and more
constexpr double kMisread = 0.955;   // of two means: two digits of one face have less
constexpr double kNoDigit = 0.7;     // less is no digit at all: a stroke, a blot
constexpr double kUnlike = 2;        // times as far from the shape as its own digits are: of another face
constexpr double kLeastOff =
    0.2 * kPatchWidth * kPatchHeight;  // from the mean, of clean print: a level's noise in each place
constexpr std::size_t kMostDigits = 20000;
// A box of ink is cut to whole pixels: the same digit lies a pixel to this or that side in it.
constexpr int kShift = 1;

using Mean = std::vector<float>;

double correlation(const Mean& a, const Mean& b) {
  double sum_a = 0, sum_b = 0;
  const auto n = static_cast<double>(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) sum_a += a[i], sum_b += b[i];
  double ab = 0, aa = 0, bb = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const double x = a[i] - sum_a / n, y = b[i] - sum_b / n;
    ab += x * y, aa += x * x, bb += y * y;
  }
  return aa > 0 && bb > 0 ? ab / std::sqrt(aa * bb) : 0;
}

Mean moved(const Patch& patch, int dx, int dy) {
  Mean ink(patch.size(), 0.0F);
  for (int y = std::max(0, -dy); y < kPatchHeight - std::max(0, dy); ++y)
    for (int x = std::max(0, -dx); x < kPatchWidth - std::max(0, dx); ++x)
      ink[static_cast<std::size_t>(y * kPatchWidth + x)] =
          patch[static_cast<std::size_t>((y + dy) * kPatchWidth + x + dx)];
  return ink;
}

// The sum of squares by which a patch is off a mean where it lies on it best, and how it lies then.
struct Fit {
  double off = -1;
  int dx = 0, dy = 0;
};
Fit fit(const Patch& patch, const Mean& mean, const Mean& weights) {
  Fit best;
  for (int dy = -kShift; dy <= kShift; ++dy)
    for (int dx = -kShift; dx <= kShift; ++dx) {
      float sum = 0;
      for (int y = 0; y < kPatchHeight; ++y) {
        const int from_y = y + dy;
        for (int x = 0; x < kPatchWidth; ++x) {
          const int from_x = x + dx;
          const bool inside = from_y >= 0 && from_y < kPatchHeight && from_x >= 0 && from_x < kPatchWidth;
          const float ink = inside ? patch[static_cast<std::size_t>(from_y * kPatchWidth + from_x)] : 0.0F;
          const auto place = static_cast<std::size_t>(y * kPatchWidth + x);
          const float off = ink - mean[place];
          sum += weights[place] * off * off;
        }
      }
      if (best.off < 0 || sum < best.off) best = {sum, dx, dy};
    }
  return best;
}

}  // namespace

double DigitShapes::distance(const Patch& patch, const Shape& shape) const {
  return fit(patch, shape.mean, weights_).off;
}

double DigitShapes::lean(const Shape& a, double from_a, const Shape& b, double from_b) const {
  double apart = 0;
  for (std::size_t i = 0; i < weights_.size(); ++i) {
    const double way = a.mean[i] - b.mean[i];
    apart += weights_[i] * way * way;
  }
  return apart > 0 ? 0.5 + (from_b - from_a) / (2 * apart) : 0.5;
}

void DigitShapes::weigh(const std::vector<ReadDigit>& digits) {
  constexpr float kLeastSpread = 24;  // levels: a scan's own noise
  std::vector<double> spread(weights_.size(), 0.0);
  double count = 0;
  for (const ReadDigit& read : digits) {
    double least = 0;
    const Shape* shape = nearest(read.patch, read.digit, least);
    if (shape == nullptr) continue;
    const Fit how = fit(read.patch, shape->mean, weights_);
    const Mean ink = moved(read.patch, how.dx, how.dy);
    for (std::size_t i = 0; i < spread.size(); ++i) {
      const double off = ink[i] - shape->mean[i];
      spread[i] += off * off;
    }
    ++count;
  }
  if (count == 0) return;
  for (std::size_t i = 0; i < spread.size(); ++i)
    weights_[i] = 1 / (static_cast<float>(spread[i] / count) + kLeastSpread * kLeastSpread);
}

DigitShapes::DigitShapes(const std::vector<ReadDigit>& read) : weights_(Patch{}.size(), 1.0F) {
  const std::vector<ReadDigit> digits(read.begin(), read.begin() + std::min(read.size(), kMostDigits));
  for (char digit = '0'; digit <= '9'; ++digit) {
    std::vector<Shape> faces;
    for (const ReadDigit& one : digits) {
      if (one.digit != digit) continue;
      Shape* best = nullptr;
      double most = 0;
      Mean lying;
      for (Shape& face : faces) {
        const Fit how = fit(one.patch, face.mean, weights_);
        Mean ink = moved(one.patch, how.dx, how.dy);
        const double like = correlation(ink, face.mean);
        if (like > most) most = like, best = &face, lying = std::move(ink);
      }
      if (best == nullptr || (most < kSameShape && faces.size() < kFaces)) {
        faces.push_back({digit, 1, 0, moved(one.patch, 0, 0)});
        continue;
      }
      ++best->count;
      for (std::size_t p = 0; p < lying.size(); ++p)
        best->mean[p] += (lying[p] - best->mean[p]) / static_cast<float>(best->count);
    }
    for (Shape& face : faces)
      if (face.count >= kFewest) shapes_.push_back(std::move(face));
  }
  // Misreadings that make a shape of their own: the same ink is far more often read as another digit.
  std::vector<bool> misread(shapes_.size());
  for (std::size_t i = 0; i < shapes_.size(); ++i)
    misread[i] = std::any_of(shapes_.begin(), shapes_.end(), [&](const Shape& other) {
      return other.digit != shapes_[i].digit && other.count > 3 * shapes_[i].count &&
             correlation(other.mean, shapes_[i].mean) > kMisread;
    });
  std::vector<Shape> sound;
  for (std::size_t i = 0; i < shapes_.size(); ++i)
    if (!misread[i]) sound.push_back(std::move(shapes_[i]));
  shapes_ = std::move(sound);
  weigh(digits);
  // How far a shape's own digits are from it.
  std::vector<double> sums(shapes_.size()), counts(shapes_.size());
  for (const ReadDigit& one : digits) {
    double off = 0;
    const Shape* shape = nearest(one.patch, one.digit, off);
    if (shape == nullptr) continue;
    const auto index = static_cast<std::size_t>(shape - shapes_.data());
    sums[index] += off, counts[index] += 1;
  }
  for (std::size_t i = 0; i < shapes_.size(); ++i) shapes_[i].spread = counts[i] > 0 ? sums[i] / counts[i] : 0;
}

bool DigitShapes::knows(char digit) const {
  return std::any_of(shapes_.begin(), shapes_.end(), [&](const Shape& shape) { return shape.digit == digit; });
}

const DigitShapes::Shape* DigitShapes::nearest(const Patch& patch, char digit, double& least) const {
  const Shape* best = nullptr;
  for (const Shape& shape : shapes_) {
    if (shape.digit != digit) continue;
    const double off = distance(patch, shape);
    if (best == nullptr || off < least) least = off, best = &shape;
  }
  return best;
}

std::optional<double> DigitShapes::between(const Patch& patch, char a, char b) const {
  double from_a = 0, from_b = 0;
  const Shape *left = nearest(patch, a, from_a), *right = nearest(patch, b, from_b);
  if (left == nullptr || right == nullptr) return std::nullopt;
  return lean(*left, from_a, *right, from_b);
}

std::vector<char> DigitShapes::by_nearness(const Patch& patch) const {
  std::vector<std::pair<double, char>> found;
  for (char digit = '0'; digit <= '9'; ++digit) {
    double off = 0;
    if (nearest(patch, digit, off) != nullptr) found.emplace_back(off, digit);
  }
  std::sort(found.begin(), found.end());
  std::vector<char> digits;
  for (const auto& [off, digit] : found) digits.push_back(digit);
  return digits;
}

std::optional<Likeness> DigitShapes::like(const Patch& patch) const {
  std::array<const Shape*, 10> shapes{};
  std::array<double, 10> off{};
  int best = -1;
  for (int value = 0; value < 10; ++value) {
    shapes[value] = nearest(patch, static_cast<char>('0' + value), off[value]);
    if (shapes[value] != nullptr && (best < 0 || off[value] < off[best])) best = value;
  }
  if (best < 0 || off[best] > kUnlike * std::max(shapes[best]->spread, kLeastOff)) return std::nullopt;
  const Fit how = fit(patch, shapes[best]->mean, weights_);
  if (correlation(moved(patch, how.dx, how.dy), shapes[best]->mean) < kNoDigit) return std::nullopt;
  Likeness likeness{shapes[best]->digit, 1, '\0'};
  for (int value = 0; value < 10; ++value) {
    if (value == best || shapes[value] == nullptr) continue;
    const double lead = 2 * lean(*shapes[best], off[best], *shapes[value], off[value]) - 1;
    if (likeness.next == '\0' || lead < likeness.lead) likeness.lead = lead, likeness.next = shapes[value]->digit;
  }
  likeness.lead = std::clamp(likeness.lead, 0.0, 1.0);
  return likeness;
}

}  // namespace cotejo::ocr
