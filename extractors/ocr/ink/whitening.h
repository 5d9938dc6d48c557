#pragma once

#include <cstddef>
#include <vector>

namespace cotejo::ocr {

// How the places of a patch vary together, learnt from patches of one shape each: a digit that is printed a little
// fatter, or lies half a pixel lower, changes in many places at once, and that says nothing about which digit it is.
// Fisher's discriminant: distances between whitened patches count such changes once.
class Whitening {
 public:
  // `off` holds what each patch is off the mean of its shape, all of `size` places; `noise` is the level that each
  // place varies by of its own in any scan. With few patches, places are taken to vary each by itself.
  Whitening(const std::vector<std::vector<float>>& off, std::size_t size, float noise);

  // The patch in coordinates that vary by one each, none with another.
  void apply(std::vector<float>& patch) const;

 private:
  std::size_t size_;
  std::vector<float> columns_;  // of the lower triangular root of the covariance, each from its diagonal down
};

}  // namespace cotejo::ocr
