#include "extractors/ocr/ink/digit_shapes.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "extractors/ocr/ink/tolerances.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::digit_shapes;

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

// A patch in all the ways that it may lie in its box.
constexpr int kShifts = 2 * kShift + 1;
using Laid = std::array<Mean, kShifts * kShifts>;
constexpr std::size_t kUnmoved = kShifts * kShifts / 2;
Laid laid(const Patch& patch) {
  Laid all;
  for (int dy = -kShift; dy <= kShift; ++dy)
    for (int dx = -kShift; dx <= kShift; ++dx)
      all[static_cast<std::size_t>((dy + kShift) * kShifts + dx + kShift)] = moved(patch, dx, dy);
  return all;
}

// The weighted sum of squares between two patches. Eight sums side by side, for one alone cannot be done in parallel.
float squares(const Mean& a, const Mean& b, const Mean& weights) {
  constexpr std::size_t kLanes = 8;
  static_assert(kPatchWidth * kPatchHeight % kLanes == 0);
  std::array<float, kLanes> sums{};
  for (std::size_t i = 0; i < static_cast<std::size_t>(kPatchWidth * kPatchHeight); i += kLanes)
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      const float off = a[i + lane] - b[i + lane];
      sums[lane] += weights[i + lane] * off * off;
    }
  float sum = 0;
  for (const float part : sums) sum += part;
  return sum;
}

// The sum of squares by which a patch is off a mean where it lies on it best, and how it lies then.
struct Fit {
  double off = -1;
  std::size_t how = kUnmoved;
};
Fit fit(const Laid& patch, const Mean& mean, const Mean& weights) {
  Fit best;
  for (std::size_t how = 0; how < patch.size(); ++how) {
    const float off = squares(patch[how], mean, weights);
    if (best.off < 0 || off < best.off) best = {off, how};
  }
  return best;
}

// The sum of squares between two patches.
double apart(const Mean& a, const Mean& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += static_cast<double>(a[i] - b[i]) * (a[i] - b[i]);
  return sum;
}

}  // namespace

// For each digit the shape of it that is nearest, and how far it is.
struct DigitShapes::Nearest {
  std::array<const Shape*, 10> shapes{};
  std::array<double, 10> off{};
};

DigitShapes::Nearest DigitShapes::nearest_of_each(const Patch& patch, char only) const {
  const Laid lying = laid(patch);
  Laid whitened;
  Nearest nearest;
  for (const Shape& shape : shapes_) {
    if (only != '\0' && shape.digit != only) continue;
    const std::size_t how = fit(lying, shape.mean, weights_).how;
    Mean& ink = whitened[how];
    if (ink.empty()) {
      ink = lying[how];
      whitening_->apply(ink);
    }
    const double off = apart(ink, shape.whitened);
    const auto value = static_cast<std::size_t>(shape.digit - '0');
    if (nearest.shapes[value] == nullptr || off < nearest.off[value])
      nearest.off[value] = off, nearest.shapes[value] = &shape;
  }
  return nearest;
}

double DigitShapes::lean(const Shape& a, double from_a, const Shape& b, double from_b) const {
  const double between = apart(a.whitened, b.whitened);
  return between > 0 ? 0.5 + (from_b - from_a) / (2 * between) : 0.5;
}

void DigitShapes::weigh(const std::vector<ReadDigit>& digits) {
  std::vector<double> spread(weights_.size(), 0.0);
  double count = 0;
  for (const ReadDigit& read : digits) {
    const Laid lying = laid(read.patch);
    const Shape* best = nullptr;
    Fit found;
    for (const Shape& shape : shapes_) {
      if (shape.digit != read.digit) continue;
      const Fit one = fit(lying, shape.mean, weights_);
      if (best == nullptr || one.off < found.off) best = &shape, found = one;
    }
    if (best == nullptr) continue;
    const Mean& ink = lying[found.how];
    for (std::size_t i = 0; i < spread.size(); ++i) {
      const double off = ink[i] - best->mean[i];
      spread[i] += off * off;
    }
    ++count;
  }
  if (count == 0) return;
  for (std::size_t i = 0; i < spread.size(); ++i)
    weights_[i] = 1 / (static_cast<float>(spread[i] / count) + kLeastSpread * kLeastSpread);
}

// Learns from digits that are what they were read as: a misreading is off in just the places that tell two digits
// apart, and they would come to count for little.
void DigitShapes::whiten(const std::vector<ReadDigit>& digits) {
  std::vector<Mean> off;
  std::vector<double> far;
  double sum = 0;
  for (const ReadDigit& read : digits) {
    Laid lying = laid(read.patch);
    const Shape* best = nullptr;
    Fit found;
    for (const Shape& shape : shapes_) {
      const Fit one = fit(lying, shape.mean, weights_);
      if (best == nullptr || one.off < found.off) best = &shape, found = one;
    }
    if (best == nullptr || best->digit != read.digit) continue;
    Mean& ink = lying[found.how];
    for (std::size_t i = 0; i < ink.size(); ++i) ink[i] -= best->mean[i];
    off.push_back(std::move(ink));
    far.push_back(found.off);
    sum += found.off;
  }
  std::vector<Mean> usual;
  for (std::size_t i = 0; i < off.size(); ++i)
    if (far[i] * static_cast<double>(off.size()) <= kOutlier * sum) usual.push_back(std::move(off[i]));
  whitening_.emplace(usual, weights_.size(), kLeastSpread);
  for (Shape& shape : shapes_) {
    shape.whitened = shape.mean;
    whitening_->apply(shape.whitened);
  }
}

DigitShapes::DigitShapes(const std::vector<ReadDigit>& read) : weights_(Patch{}.size(), 1.0F) {
  const std::vector<ReadDigit> digits(read.begin(), read.begin() + std::min(read.size(), kMostDigits));
  for (char digit = '0'; digit <= '9'; ++digit) {
    std::vector<Shape> faces;
    for (const ReadDigit& one : digits) {
      if (one.digit != digit) continue;
      Shape* best = nullptr;
      double most = 0;
      std::size_t how = kUnmoved;
      const Laid lying = laid(one.patch);
      for (Shape& face : faces) {
        const std::size_t found = fit(lying, face.mean, weights_).how;
        const double like = correlation(lying[found], face.mean);
        if (like > most) most = like, best = &face, how = found;
      }
      if (best == nullptr || (most < kSameShape && faces.size() < kFaces)) {
        faces.push_back({digit, 1, 0, lying[kUnmoved], {}});
        continue;
      }
      ++best->count;
      for (std::size_t p = 0; p < best->mean.size(); ++p)
        best->mean[p] += (lying[how][p] - best->mean[p]) / static_cast<float>(best->count);
    }
    for (Shape& face : faces)
      if (face.count >= kFewest) shapes_.push_back(std::move(face));
  }
  // Misreadings that make a shape of their own: the same ink is far more often read as another digit.
  std::vector<bool> misread(shapes_.size());
  for (std::size_t i = 0; i < shapes_.size(); ++i)
    misread[i] = std::any_of(shapes_.begin(), shapes_.end(), [&](const Shape& other) {
      return other.digit != shapes_[i].digit && other.count > kFarMore * shapes_[i].count &&
             correlation(other.mean, shapes_[i].mean) > kMisread;
    });
  std::vector<Shape> sound;
  for (std::size_t i = 0; i < shapes_.size(); ++i)
    if (!misread[i]) sound.push_back(std::move(shapes_[i]));
  shapes_ = std::move(sound);
  weigh(digits);
  whiten(digits);
  // How far a shape's own digits are from it.
  std::vector<double> sums(shapes_.size()), counts(shapes_.size());
  for (const ReadDigit& one : digits) {
    const Nearest near = nearest_of_each(one.patch, one.digit);
    const auto value = static_cast<std::size_t>(one.digit - '0');
    if (near.shapes[value] == nullptr) continue;
    const auto index = static_cast<std::size_t>(near.shapes[value] - shapes_.data());
    sums[index] += near.off[value], counts[index] += 1;
  }
  for (std::size_t i = 0; i < shapes_.size(); ++i) shapes_[i].spread = counts[i] > 0 ? sums[i] / counts[i] : 0;
}

bool DigitShapes::knows(char digit) const {
  return std::any_of(shapes_.begin(), shapes_.end(), [&](const Shape& shape) { return shape.digit == digit; });
}

std::optional<double> DigitShapes::between(const Patch& patch, char a, char b) const {
  const Nearest near = nearest_of_each(patch);
  const auto left = static_cast<std::size_t>(a - '0'), right = static_cast<std::size_t>(b - '0');
  if (near.shapes[left] == nullptr || near.shapes[right] == nullptr) return std::nullopt;
  return lean(*near.shapes[left], near.off[left], *near.shapes[right], near.off[right]);
}

std::vector<char> DigitShapes::by_nearness(const Patch& patch) const {
  const Nearest near = nearest_of_each(patch);
  std::vector<std::pair<double, char>> found;
  for (std::size_t value = 0; value < near.shapes.size(); ++value)
    if (near.shapes[value] != nullptr) found.emplace_back(near.off[value], near.shapes[value]->digit);
  std::sort(found.begin(), found.end());
  std::vector<char> digits;
  for (const auto& [off, digit] : found) digits.push_back(digit);
  return digits;
}

std::optional<Likeness> DigitShapes::like(const Patch& patch) const {
  const Nearest near = nearest_of_each(patch);
  const Shape* best = nullptr;
  double least = 0;
  for (std::size_t value = 0; value < near.shapes.size(); ++value)
    if (near.shapes[value] != nullptr && (best == nullptr || near.off[value] < least))
      best = near.shapes[value], least = near.off[value];
  if (best == nullptr) return std::nullopt;
  const double usual = std::max(best->spread, kLeastOffAPlace * kPatchWidth * kPatchHeight);
  // Within half the way to every other shape it is that digit, however alike the digits are that the shape is made of.
  const bool inside = std::none_of(near.shapes.begin(), near.shapes.end(), [&](const Shape* other) {
    return other != nullptr && other != best && apart(other->whitened, best->whitened) < 4 * least;
  });
  if (!inside && least > kNotLike * usual) return std::nullopt;
  const Laid lying = laid(patch);
  if (correlation(lying[fit(lying, best->mean, weights_).how], best->mean) < kNoDigit) return std::nullopt;
  const double trusted = kUnlike + (kUnlikeMany - kUnlike) * std::min(1.0, best->count / kMany);
  Likeness likeness{best->digit, 1, '\0', !inside && least > trusted * usual};
  for (std::size_t value = 0; value < near.shapes.size(); ++value) {
    const Shape* other = near.shapes[value];
    if (other == nullptr || other == best) continue;
    const double lead = 2 * lean(*best, least, *other, near.off[value]) - 1;
    if (likeness.next == '\0' || lead < likeness.lead) likeness.lead = lead, likeness.next = other->digit;
  }
  likeness.lead = std::clamp(likeness.lead, 0.0, 1.0);
  return likeness;
}

}  // namespace cotejo::ocr
