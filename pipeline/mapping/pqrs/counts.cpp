#include "pipeline/mapping/pqrs/counts.h"

#include <string>

#include "pipeline/mapping/pqrs/tolerances.h"
#include "pipeline/mapping/table/cell_figure.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::counts;

std::optional<std::int64_t> whole(const model::Amount& amount) {
  if (amount.unit != model::Unit::count) return std::nullopt;
  const model::Micro value = model::micro(amount.value);
  if (value < 0 || value % model::kMicro != 0) return std::nullopt;
  const auto count = static_cast<std::int64_t>(value / model::kMicro);
  if (count > kMostPetitions) return std::nullopt;
  return count;
}

// "23 (62%)", "12*": words beside the figure would make it something else ("5 días").
bool only_signs(const std::string& rest) {
  if (normalise::is_note_mark(rest)) return true;
  int letters = 0;
  for (const char c : rest)
    letters += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
  return letters == 0;
}

}  // namespace

std::optional<std::int64_t> count_in(const model::Table& table, const TableReading& reading, int row, int column) {
  const CellReading& place = reading.at(row, column);
  const normalise::NumberReading number = figure_at(table, reading, row, column);
  if (place.cell < 0 || number.currency_sign || !only_signs(number.rest)) return std::nullopt;
  switch (number.kind) {
    case normalise::NumberKind::number:
      if (const auto count = whole(number.amount)) return count;
      if (number.amount.unit == model::Unit::percent) return std::nullopt;
      break;
    case normalise::NumberKind::ambiguous:
      return whole(number.as_groups);
    case normalise::NumberKind::dash:
      return 0;
    default:
      return std::nullopt;
  }
  // "1.406" read with a decimal point for want of a better sign: counts are whole, so the point parts thousands.
  const normalise::NumberReading again = normalise::read_number(table.cells[static_cast<std::size_t>(place.cell)].text);
  return again.kind == normalise::NumberKind::ambiguous ? whole(again.as_groups) : std::nullopt;
}

}  // namespace cotejo::mapping
