#include "pipeline/mapping/table/separators.h"

#include <algorithm>
#include <array>
#include <optional>

namespace cotejo::mapping {
namespace {

using normalise::DecimalMark;
using normalise::NumberKind;
using normalise::NumberReading;

class Votes {
 public:
  void count(const NumberReading& number) { ++votes_[static_cast<std::size_t>(number.shown)]; }
  [[nodiscard]] DecimalMark winner() const {
    const int comma = votes_[static_cast<std::size_t>(DecimalMark::comma)];
    const int point = votes_[static_cast<std::size_t>(DecimalMark::point)];
    if (comma == point) return DecimalMark::unknown;
    return comma > point ? DecimalMark::comma : DecimalMark::point;
  }

 private:
  std::array<int, 3> votes_{};  // by DecimalMark
};

}  // namespace

DecimalMark mark_of(const Sheet& sheet, const std::vector<int>& columns) {
  Votes votes;
  for (std::size_t i = 0; i < sheet.numbers.size(); ++i) {
    const bool here = std::find(columns.begin(), columns.end(), sheet.table->cells[i].column) != columns.end();
    if (here && is_figure(sheet.shapes[i])) votes.count(sheet.numbers[i]);
  }
  return votes.winner();
}

DecimalMark mark_of(const std::vector<Sheet>& sheets) {
  Votes votes;
  for (const Sheet& sheet : sheets) {
    for (std::size_t i = 0; i < sheet.numbers.size(); ++i) {
      if (is_figure(sheet.shapes[i])) votes.count(sheet.numbers[i]);
    }
  }
  return votes.winner();
}

DecimalMark mark_that_groups(std::string_view text) {
  const std::size_t sign = text.find_last_of(".,");
  if (sign == std::string_view::npos) return DecimalMark::unknown;
  return text[sign] == '.' ? DecimalMark::comma : DecimalMark::point;
}

bool adds_up_in_groups(const Sheet& sheet, const std::vector<RowReading>& rows, int column) {
  std::optional<model::Micro> total;
  model::Micro sum = 0;
  int lines = 0;
  bool open = false;
  for (int r = 0; r < sheet.rows; ++r) {
    const RowRole role = rows[static_cast<std::size_t>(r)].role;
    if (!sheet.origin(r, column) || (role != RowRole::line && role != RowRole::total)) continue;
    const NumberReading& number = sheet.numbers[static_cast<std::size_t>(sheet.at(r, column))];
    if (number.kind != NumberKind::number && number.kind != NumberKind::ambiguous) continue;
    const bool ambiguous = number.kind == NumberKind::ambiguous;
    open = open || ambiguous;
    const model::Micro value = model::micro((ambiguous ? number.as_groups : number.amount).value);
    if (role == RowRole::total) {
      if (total) return false;
      total = value;
    } else {
      sum += value;
      ++lines;
    }
  }
  return open && total && lines >= 2 && sum == *total;
}

DecimalMark mark_by_evenness(const Sheet& sheet, int column) {
  DecimalMark grouped = DecimalMark::unknown;
  int small = 0;  // whole figures of up to three digits, zero aside: zeros are often printed bare
  for (std::size_t i = 0; i < sheet.numbers.size(); ++i) {
    if (sheet.table->cells[i].column != column) continue;
    if (sheet.shapes[i] != Shape::number && sheet.shapes[i] != Shape::money) continue;
    const NumberReading& number = sheet.numbers[i];
    if (number.kind == NumberKind::ambiguous) {
      const DecimalMark mark = mark_that_groups(sheet.table->cells[i].text);
      if (grouped != DecimalMark::unknown && grouped != mark) return DecimalMark::unknown;
      grouped = mark;
    } else if (number.kind == NumberKind::number && number.shown == DecimalMark::unknown) {
      const std::int64_t value = number.amount.value.mantissa;
      if (number.amount.value.exponent != 0 || value >= 1000 || value <= -1000) return DecimalMark::unknown;
      small += value != 0 ? 1 : 0;
    }
  }
  return small > 0 ? grouped : DecimalMark::unknown;
}

}  // namespace cotejo::mapping
