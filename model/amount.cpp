#include "model/amount.h"

#include <algorithm>
#include <array>

namespace cotejo::model {
namespace {

// 1 for exponents below 0; those of a Decimal, added to 6, go from 0 to 18.
Micro power_of_ten(int exponent) {
  static constexpr auto kPowers = [] {
    std::array<Micro, 39> powers{1};  // all that a Micro holds
    for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
    return powers;
  }();
  return kPowers[static_cast<std::size_t>(std::clamp(exponent, 0, static_cast<int>(kPowers.size()) - 1))];
}

// Digits of a whole number, at least one.
template <class Whole>
std::string digits(Whole value) {
  std::string text;
  for (; value > 0; value /= 10) text += static_cast<char>('0' + static_cast<int>(value % 10));
  if (text.empty()) text = "0";
  std::reverse(text.begin(), text.end());
  return text;
}

}  // namespace

Micro micro(const Decimal& value) {
  return Micro{value.mantissa} * power_of_ten(value.exponent + 6);
}

double Decimal::to_double() const {
  return static_cast<double>(micro(*this)) / static_cast<double>(kMicro);
}

std::string Decimal::to_string() const {
  std::string text = micro_to_string(micro(*this));
  if (exponent >= 0) return text;
  const std::size_t point = text.find('.');  // keep the decimals that were printed: 23,50 stays 23.50
  std::size_t decimals = point == std::string::npos ? 0 : text.size() - point - 1;
  if (point == std::string::npos) text += '.';
  for (; decimals < static_cast<std::size_t>(-exponent); ++decimals) text += '0';
  return text;
}

std::string micro_to_string(Micro value) {
  const bool negative = value < 0;
  if (negative) value = -value;
  std::string fraction;
  const Micro left = value / kMicro;
  auto rest = static_cast<std::int64_t>(value - left * kMicro);
  for (std::int64_t place = kMicro / 10; place > 0 && rest > 0; place /= 10) {
    fraction += static_cast<char>('0' + static_cast<int>(rest / place));
    rest %= place;
  }
  // Divisions of 128 bits are slow, and nearly every amount fits 64.
  const std::string whole = left <= INT64_MAX ? digits(static_cast<std::int64_t>(left)) : digits(left);
  return (negative ? "-" : "") + whole + (fraction.empty() ? "" : "." + fraction);
}

std::optional<std::int64_t> Amount::centavos() const {
  const Micro all = micro(value);
  const Micro per_centavo = kMicro / 100;
  if (all % per_centavo != 0) return std::nullopt;
  const Micro centavos = all / per_centavo;
  if (centavos > INT64_MAX || centavos < INT64_MIN) return std::nullopt;
  return static_cast<std::int64_t>(centavos);
}

Interval Amount::rounded() const {
  const Micro v = micro(value);
  if (value.exponent == 0 && unit != Unit::percent) return {v, v};
  const Micro half = power_of_ten(value.exponent + 6) / 2;
  return {v - half, v + half};
}

Interval Amount::truncated() const {
  const Micro v = micro(value);
  const Micro step = power_of_ten(value.exponent + 6) - 1;
  return v >= 0 ? Interval{v, v + step} : Interval{v - step, v};
}

}  // namespace cotejo::model
