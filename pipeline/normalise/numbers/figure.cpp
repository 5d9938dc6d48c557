#include "pipeline/normalise/numbers/figure.h"

#include <algorithm>
#include <array>
#include <utility>

#include "pipeline/normalise/text/word_beginnings.h"

namespace cotejo::normalise {
namespace {

using model::Decimal;
using model::Unit;

constexpr int kMostDecimals = 6;  // of a Decimal
constexpr int kMostExponent = 12;

struct ScaleWord {
  std::string_view word;
  int power;
};
// Longest first, as they are tried in this order.
constexpr std::array<ScaleWord, 14> kScaleWords{{{"miles de millones", 9},
                                                 {"mil billones", 15},
                                                 {"mil millones", 9},
                                                 {"mil millon", 9},
                                                 {"mil", 3},
                                                 {"millones", 6},
                                                 {"millon", 6},
                                                 {"mills", 6},
                                                 {"mill", 6},
                                                 {"mlls", 6},
                                                 {"mllns", 6},
                                                 {"billones", 12},
                                                 {"billon", 12},
                                                 {"bill", 12}}};

struct MoneyWord {
  std::string_view word;
  Unit unit;
};
constexpr std::array<MoneyWord, 12> kMoneyWords{{{"pesos", Unit::cop},
                                                 {"peso", Unit::cop},
                                                 {"de pesos", Unit::cop},
                                                 {"cop", Unit::cop},
                                                 {"m/cte", Unit::cop},
                                                 {"m/l", Unit::cop},
                                                 {"mcte", Unit::cop},
                                                 {"mtce", Unit::cop},
                                                 {"moneda corriente", Unit::cop},
                                                 {"moneda legal", Unit::cop},
                                                 {"usd", Unit::usd},
                                                 {"dolares", Unit::usd}}};

bool read_scale(const Skeleton& text, std::size_t at, bool money, Tail& tail) {
  for (const ScaleWord& scale : kScaleWords) {
    if (const std::size_t length = phrase_at(text, at, scale.word)) {
      tail.scale = scale.power;
      tail.end = at + length;
      return true;
    }
  }
  if (money && phrase_at(text, at, "mm") != 0) {  // without a currency sign it is a unit of length
    tail.scale = 6;
    tail.end = at + 2;
    return true;
  }
  return false;
}

bool read_money_word(const Skeleton& text, std::size_t at, Tail& tail) {
  const bool of = phrase_at(text, at, "de") != 0;
  const std::size_t word = of ? skip_spaces(text, at + 2) : at;
  for (const MoneyWord& money : kMoneyWords) {
    if (const std::size_t length = phrase_at(text, word, money.word)) {
      tail.money = tail.money.value_or(money.unit);
      tail.end = word + length;
      return true;
    }
  }
  return false;
}

bool read_percent(const Skeleton& text, std::size_t at, Tail& tail) {
  if (text[at] == '%') {
    tail.end = at + 1;
  } else if (const std::size_t length = phrase_at(text, at, "por ciento")) {
    tail.end = at + length;
  } else if (phrase_at(text, at, "porciento") != 0) {
    tail.end = at + std::string_view("porciento").size();
  } else {
    return false;
  }
  tail.percent = true;
  return true;
}

}  // namespace

std::optional<Currency> currency_at(const Skeleton& text, std::size_t begin) {
  struct Sign {
    std::string_view chars;
    Unit unit;
  };
  const char first = text[begin];
  if (first != '$' && first != 'u' && first != 'c') return std::nullopt;
  // Longest first: "us$" before "us" would be read as a word.
  static constexpr std::array<Sign, 12> kSigns{{{"usd$", Unit::usd},
                                                {"us $", Unit::usd},
                                                {"us$", Unit::usd},
                                                {"u$s", Unit::usd},
                                                {"$us", Unit::usd},
                                                {"usd", Unit::usd},
                                                {"cop$", Unit::cop},
                                                {"cop $", Unit::cop},
                                                {"$col", Unit::cop},
                                                {"col$", Unit::cop},
                                                {"cop", Unit::cop},
                                                {"$", Unit::cop}}};
  const std::string_view rest = std::string_view(text.chars).substr(std::min(begin, text.size()));
  for (const Sign& sign : kSigns) {
    if (sign.chars[0] != first) continue;
    if (rest.substr(0, sign.chars.size()) != sign.chars) continue;
    const std::size_t end = begin + sign.chars.size();
    if (is_letter(sign.chars.back()) && is_letter(text[end])) continue;
    return Currency{end, sign.unit};
  }
  return std::nullopt;
}

Tail read_tail(const Skeleton& text, std::size_t begin, bool money) {
  // Percent, scale and money words, and what may stand before them.
  static constexpr WordBeginnings kBeginnings{"por", "mil", "mm",  "mlls", "mllns", "bil", "pes", "de", "cop",
                                              "m",   "mct", "mtc", "mon",  "usd",   "dol", "us",  "u"};
  Tail tail;
  tail.end = begin;
  const std::size_t first = skip_spaces(text, begin);
  if (text[first] != '%' && !kBeginnings.may_begin(std::string_view(text.chars).substr(std::min(first, text.size())))) {
    return tail;
  }
  if (read_percent(text, skip_spaces(text, begin), tail)) return tail;
  read_scale(text, skip_spaces(text, begin), money, tail);
  for (int words = 0; words < 3; ++words) {  // "pesos", "COP", "m/cte": no figure has more of them
    const std::size_t at = skip_spaces(text, tail.end);
    if (read_money_word(text, at, tail)) continue;
    if (const auto sign = text[at] == 'u' ? currency_at(text, at) : std::nullopt; sign && !tail.money) {
      tail.money = sign->unit;
      tail.end = sign->end;
      continue;
    }
    break;
  }
  return tail;
}

std::optional<Decimal> scaled(const Decimal& value, int scale) {
  Decimal result = value;
  int exponent = value.exponent + scale;
  for (; exponent > kMostExponent; --exponent) {
    if (__builtin_mul_overflow(result.mantissa, std::int64_t{10}, &result.mantissa)) return std::nullopt;
  }
  if (exponent < -kMostDecimals) return std::nullopt;
  result.exponent = static_cast<std::int8_t>(exponent);
  return result;
}

std::optional<Decimal> sum(const Decimal& a, const Decimal& b) {
  Decimal coarse = a.exponent >= b.exponent ? a : b;
  const Decimal& fine = a.exponent >= b.exponent ? b : a;
  for (; coarse.exponent > fine.exponent; --coarse.exponent) {
    if (__builtin_mul_overflow(coarse.mantissa, std::int64_t{10}, &coarse.mantissa)) return std::nullopt;
  }
  if (__builtin_add_overflow(coarse.mantissa, fine.mantissa, &coarse.mantissa)) return std::nullopt;
  return coarse;
}

NumberReading compose(const DigitRun& digits, const Tail& tail, std::optional<Unit> sign_unit, bool negative,
                      const NumberContext& context) {
  NumberReading reading;
  reading.kind = NumberKind::text;
  if (digits.kind == DigitRun::Kind::malformed) return reading;
  std::optional<Unit> money = sign_unit ? sign_unit : tail.money;
  if (money == Unit::cop && !tail.money && context.unit == Unit::usd)
    money = Unit::usd;                                                       // "$" under "cifras en dólares"
  if (sign_unit == Unit::cop && tail.money == Unit::usd) money = Unit::usd;  // "$ 500 USD"
  const Unit unit = tail.percent ? Unit::percent : money.value_or(context.unit);
  const bool is_money = unit == Unit::cop || unit == Unit::usd;
  const int scale = tail.scale != 0 ? tail.scale : is_money ? context.scale : 0;
  reading.scaled = tail.scale != 0;
  reading.currency_sign = money.has_value();
  reading.shown = digits.shown;
  const auto amount = [&](Decimal value) -> std::optional<model::Amount> {
    if (negative) value.mantissa = -value.mantissa;
    const auto result = scaled(value, scale);
    return result ? std::optional(model::Amount{*result, unit}) : std::nullopt;
  };
  const auto settle = [&](const Decimal& value) {
    if (const auto result = amount(value)) {
      reading.kind = NumberKind::number;
      reading.amount = *result;
    }
  };
  if (digits.kind == DigitRun::Kind::number) {
    settle(digits.value);
  } else if (unit == Unit::percent) {
    settle(digits.as_decimal);  // thousands of percent are not printed with a separator
    reading.shown = digits.last_separator == ',' ? DecimalMark::comma : DecimalMark::point;
  } else if (money && scale == 0) {
    settle(digits.as_groups);  // no money is printed to the thousandth of a peso
  } else if (context.mark != DecimalMark::unknown) {
    settle((context.mark == DecimalMark::comma) == (digits.last_separator == ',') ? digits.as_decimal
                                                                                  : digits.as_groups);
  } else {
    const auto as_decimal = amount(digits.as_decimal);
    const auto as_groups = amount(digits.as_groups);
    if (as_decimal && as_groups) {
      reading.kind = NumberKind::ambiguous;
      reading.as_decimal = *as_decimal;
      reading.as_groups = *as_groups;
    }
  }
  return reading;
}

}  // namespace cotejo::normalise
