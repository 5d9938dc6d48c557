#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "model/names.h"

namespace cotejo::model {

// An exact decimal number as it was printed: mantissa × 10^exponent. The exponent is the place of the last digit that
// was printed, so the value carries its own precision: "8.540 millones" is 8540 × 10^6, "23,50" is 2350 × 10^-2.
// |mantissa| stays below 9.2e18, exponent within [-6, 12]; readers refuse what does not fit.
struct Decimal {
  std::int64_t mantissa = 0;
  std::int8_t exponent = 0;

  [[nodiscard]] double to_double() const;
  // Plain digits: no thousands separators, a point for decimals, no trailing exponent ("-1234.50").
  [[nodiscard]] std::string to_string() const;
  friend bool operator==(const Decimal&, const Decimal&) = default;  // same digits, same precision
};

// Sums and comparisons are done in whole millionths, which hold every Decimal exactly.
__extension__ using Micro = __int128;
inline constexpr std::int64_t kMicro = 1'000'000;
[[nodiscard]] Micro micro(const Decimal& value);
// The plain text of a number of millionths, without trailing zeros after the point.
[[nodiscard]] std::string micro_to_string(Micro value);

// What a printed figure counts.
enum class Unit : std::uint8_t { count, cop, usd, percent };
template <>
inline constexpr std::array<std::string_view, 4> kNames<Unit>{"", "COP", "USD", "%"};

// The closed interval of true values that a printed figure stands for, in millionths.
struct Interval {
  Micro low = 0;
  Micro high = 0;
  [[nodiscard]] bool meets(const Interval& other) const { return low <= other.high && other.low <= high; }
  friend Interval operator+(const Interval& a, const Interval& b) { return {a.low + b.low, a.high + b.high}; }
  friend Interval operator-(const Interval& a, const Interval& b) { return {a.low - b.high, a.high - b.low}; }
};

// A printed figure with its unit. Money is pesos or dollars; a percentage is in percent (23 means 23 %).
struct Amount {
  Decimal value;
  Unit unit = Unit::count;

  // Money in whole centavos; nothing when it was printed finer than a centavo or does not fit.
  [[nodiscard]] std::optional<std::int64_t> centavos() const;
  // v ± u/2 where u = 10^exponent (DOMAIN: XBRL Calculations 1.1). A figure printed to the unit stands for itself: an
  // exponent of 0 gives [v, v] for counts and pesos, half a unit either way otherwise.
  [[nodiscard]] Interval rounded() const;
  // [v, v + u): where the report truncates.
  [[nodiscard]] Interval truncated() const;
  friend bool operator==(const Amount&, const Amount&) = default;
};

}  // namespace cotejo::model
