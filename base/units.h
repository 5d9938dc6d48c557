#pragma once

namespace cotejo::base {

// What a tolerance is measured in, so that none is applied in another unit. Each is constant and says its reason where
// it is declared.

// Lengths on the page, 1/72 inch: where pens, rounding and scans decide.
struct Points {
  double value = 0;
  constexpr operator double() const { return value; }
};

// Text sizes: where type decides.
struct Em {
  double value = 0;
  [[nodiscard]] constexpr double of(double text_size) const { return value * text_size; }
};

// Of some whole, mostly from 0 to 1: a width, a height, a number of things.
struct Share {
  double value = 0;
  [[nodiscard]] constexpr double of(double whole) const { return value * whole; }
};

}  // namespace cotejo::base
