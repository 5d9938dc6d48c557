// What surrounds a figure: the decimal sign, the unit and the scale that its column, table or document have.
#include <algorithm>
#include <array>
#include <initializer_list>

#include "base/digits.h"
#include "pipeline/normalise/numbers/numbers.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::normalise {

using model::Unit;

NumberReading in_context(const NumberReading& plain, std::string_view text, const NumberContext& context) {
  if (plain.kind == NumberKind::dash || plain.kind == NumberKind::number) {
    const bool bare = plain.amount.unit == Unit::count && !plain.currency_sign;
    const bool money = context.unit == Unit::cop || context.unit == Unit::usd;
    const bool rescaled = context.scale != 0 && !plain.scaled && plain.kind == NumberKind::number;
    const bool same_money = context.unit != Unit::usd && !rescaled;
    if (plain.currency_sign ? same_money : !(bare && money && rescaled)) {
      NumberReading reading = plain;
      if (bare) reading.amount.unit = context.unit;
      return reading;
    }
  } else if (plain.kind != NumberKind::ambiguous && (plain.kind != NumberKind::text || context.unit == Unit::count)) {
    return plain;
  }
  return read_number(text, context);  // among texts, a project's number is an amount where the column says so
}

NumberReading closed_by(DecimalMark mark, const NumberReading& reading, std::string_view text) {
  if (reading.kind != NumberKind::ambiguous || mark == DecimalMark::unknown) return reading;
  std::size_t sign = std::string_view::npos;  // the last between two digits
  for (std::size_t i = 0; i + 1 < text.size(); ++i)
    if ((text[i] == '.' || text[i] == ',') && base::is_digit(text[i + 1])) sign = i;
  if (sign == std::string_view::npos) return reading;
  NumberReading closed = reading;
  closed.kind = NumberKind::number;
  closed.amount = (mark == DecimalMark::comma) == (text[sign] == ',') ? reading.as_decimal : reading.as_groups;
  closed.as_decimal = closed.as_groups = {};
  return closed;
}

DecimalMark deduce_mark(const std::vector<std::string>& texts) {
  // Percentages come from a spreadsheet's own setting: they speak only where no other figure does.
  std::array<int, 3> figures{};
  std::array<int, 3> percentages{};
  for (const std::string& text : texts) {
    const NumberReading reading = read_number(text);
    if (reading.kind != NumberKind::number) continue;
    auto& votes = reading.amount.unit == Unit::percent ? percentages : figures;
    ++votes[static_cast<std::size_t>(reading.shown)];
  }
  for (const auto& votes : {figures, percentages}) {
    const int comma = votes[static_cast<std::size_t>(DecimalMark::comma)];
    const int point = votes[static_cast<std::size_t>(DecimalMark::point)];
    if (comma != point) return comma > point ? DecimalMark::comma : DecimalMark::point;
    if (comma > 0) return DecimalMark::unknown;
  }
  return DecimalMark::unknown;
}

std::optional<int> scale_of(std::string_view text) {
  std::string opened;  // a parenthesis begins a caption of its own: "Apropiación (millones de pesos)"
  for (const char c : text) c == '(' ? opened.append(" cifras ") : opened.append(1, c);
  const std::vector<std::string> words = folded_words(opened);
  const auto word = [&](std::size_t i) { return i < words.size() ? std::string_view(words[i]) : std::string_view(); };
  const auto one_of = [](std::string_view a, std::initializer_list<std::string_view> set) {
    return std::find(set.begin(), set.end(), a) != set.end();
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    // Only a scale that stands for the whole: "cifras en millones", "(miles de pesos)", never "8.540 millones".
    const std::string_view before = i == 0 ? "cifras" : word(i - 1);
    if (!one_of(before, {"en", "cifras", "valores", "valor", "monto", "pesos", "cop", "usd", "expresado", "expresados",
                         "expresadas", "expresada"})) {
      continue;
    }
    std::size_t next = i + 1;
    std::optional<int> scale;
    if (one_of(word(i), {"miles", "mil", "millardos"}) && one_of(word(next), {"millones", "de"}) &&
        (word(next) == "millones" || word(next + 1) == "millones")) {
      scale = 9;
      next += word(next) == "millones" ? 1 : 2;
    } else if (word(i) == "miles") {
      scale = 3;
    } else if (one_of(word(i), {"millones", "millon", "mill", "mills", "mm"})) {
      scale = 6;
    } else if (one_of(word(i), {"billones", "billon"})) {
      scale = 12;
    } else if (one_of(before, {"en", "cifras"}) && one_of(word(i), {"pesos", "cop", "dolares", "usd"})) {
      scale = 0;
    }
    if (!scale) continue;
    const bool of_things = word(next) == "de" && !one_of(word(next + 1), {"pesos", "cop", "dolares", "usd", "moneda"});
    if (!of_things) return scale;
  }
  return std::nullopt;
}

}  // namespace cotejo::normalise
