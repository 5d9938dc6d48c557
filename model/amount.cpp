#include "model/amount.h"

#include <algorithm>

namespace cotejo::model {
namespace {

Micro power_of_ten(int exponent) {
  Micro power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
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
  Micro rest = value % kMicro;
  for (Micro place = kMicro / 10; place > 0 && rest > 0; place /= 10) {
    fraction += static_cast<char>('0' + static_cast<int>(rest / place));
    rest %= place;
  }
  std::string whole;
  for (Micro left = value / kMicro; left > 0; left /= 10) whole += static_cast<char>('0' + static_cast<int>(left % 10));
  if (whole.empty()) whole = "0";
  std::reverse(whole.begin(), whole.end());
  return (negative ? "-" : "") + whole + (fraction.empty() ? "" : "." + fraction);
}

std::string unit_name(Unit unit) {
  switch (unit) {
    case Unit::count:
      return "";
    case Unit::cop:
      return "COP";
    case Unit::usd:
      return "USD";
    case Unit::percent:
      return "%";
  }
  return "";
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
