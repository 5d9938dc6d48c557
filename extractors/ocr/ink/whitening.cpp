#include "extractors/ocr/ink/whitening.h"

#include <algorithm>
#include <cmath>

#include "extractors/ocr/ink/tolerances.h"

namespace cotejo::ocr {

namespace {

using namespace tolerances::whitening;

}  // namespace

Whitening::Whitening(const std::vector<std::vector<float>>& off, std::size_t size, float noise)
    : size_(size), columns_(size * size, 0.0F) {
  const std::size_t count = std::min(off.size(), kMostPatches);
  // The lower triangle, column by column.
  for (std::size_t p = 0; p < count; ++p) {
    const float* patch = off[p].data();
    for (std::size_t c = 0; c < size; ++c) {
      if (patch[c] == 0) continue;
      float* column = columns_.data() + c * size;
      for (std::size_t r = c; r < size; ++r) column[r] += patch[c] * patch[r];
    }
  }
  const double own = std::max(kLeastOwn, 1 - static_cast<double>(count) / (kEnough * static_cast<double>(size)));
  const auto shared = count > 0 ? static_cast<float>((1 - own) / static_cast<double>(count)) : 0.0F;
  for (std::size_t c = 0; c < size; ++c) {
    float* column = columns_.data() + c * size;
    const float variance = count > 0 ? column[c] / static_cast<float>(count) : 0.0F;
    for (std::size_t r = c + 1; r < size; ++r) column[r] *= shared;
    column[c] = variance + noise * noise;
  }
  // Cholesky's factorisation in place. The noise on the diagonal keeps it positive.
  for (std::size_t c = 0; c < size; ++c) {
    float* column = columns_.data() + c * size;
    const float root = std::sqrt(std::max(column[c], noise * noise / 4));
    for (std::size_t r = c; r < size; ++r) column[r] /= root;
    column[c] = root;
    for (std::size_t next = c + 1; next < size; ++next) {
      const float times = column[next];
      if (times == 0) continue;
      float* other = columns_.data() + next * size;
      for (std::size_t r = next; r < size; ++r) other[r] -= times * column[r];
    }
  }
}

void Whitening::apply(std::vector<float>& patch) const {
  for (std::size_t c = 0; c < size_; ++c) {
    const float* column = columns_.data() + c * size_;
    const float value = patch[c] /= column[c];
    if (value == 0) continue;
    for (std::size_t r = c + 1; r < size_; ++r) patch[r] -= value * column[r];
  }
}

}  // namespace cotejo::ocr
