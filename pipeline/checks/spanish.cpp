#include "pipeline/checks/spanish.h"

#include <algorithm>

#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {

std::string written(model::Micro value, model::Unit unit) {
  std::string plain = model::micro_to_string(value < 0 ? -value : value);
  std::string fraction;
  const std::size_t point = plain.find('.');
  if (point != std::string::npos) {
    fraction = "," + plain.substr(point + 1);
    plain.resize(point);
    if (fraction.size() == 2 && unit != model::Unit::count && unit != model::Unit::percent) fraction += '0';
  }
  for (std::ptrdiff_t i = static_cast<std::ptrdiff_t>(plain.size()) - 3; i > 0; i -= 3) {
    plain.insert(static_cast<std::size_t>(i), ".");
  }
  const std::string number = (value < 0 ? "-" : "") + plain + fraction;
  switch (unit) {
    case model::Unit::cop:
      return "$ " + number;
    case model::Unit::usd:
      return "US$ " + number;
    case model::Unit::percent:
      return number + " %";
    case model::Unit::count:
      return number;
  }
  return number;
}

std::string written(const model::Amount& amount) {
  return written(model::micro(amount.value), amount.unit);
}

std::string guillemets(std::string_view text, std::size_t limit) {
  std::string line = normalise::clean(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  if (line.size() > limit) {
    std::size_t cut = line.rfind(' ', limit);
    if (cut == std::string::npos || cut < limit / 2) {
      cut = limit;
      while (cut > 0 && (static_cast<unsigned char>(line[cut]) & 0xC0U) == 0x80U) --cut;  // not inside a character
    }
    line.resize(cut);
    line += " …";
  }
  return "«" + line + "»";
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

}  // namespace cotejo::checks
