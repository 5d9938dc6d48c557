#include "pipeline/mapping/kinds/row_figures.h"

#include <algorithm>

#include "pipeline/mapping/columns/meaning.h"
#include "pipeline/mapping/table/cell_figure.h"
#include "pipeline/mapping/words/tokens.h"
#include "pipeline/mapping/words/vocabulary.h"
#include "pipeline/mapping/words/words_of.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

std::vector<std::string> levels_of(std::string_view head) {
  constexpr std::string_view kBetween = " / ";
  std::vector<std::string> levels;
  for (std::size_t at = 0; at <= head.size() && !head.empty();) {
    const std::size_t end = std::min(head.find(kBetween, at), head.size());
    levels.emplace_back(head.substr(at, end - at));
    at = end + kBetween.size();
  }
  return levels;
}

}  // namespace

HeadedColumns::HeadedColumns(const TableContext& context, std::string_view section)
    : table_(context.table()), reading_(context.reading) {
  for (const ColumnReading& column : reading_.columns) {
    levels_.push_back(levels_of(column.head));
    meanings_.push_back(meaning_of(context.vocabulary, section, head_text(levels_.back()), false).meaning);
  }
}

int HeadedColumns::of(std::string_view meaning) const {
  const auto found = std::find(meanings_.begin(), meanings_.end(), meaning);
  return found == meanings_.end() ? -1 : static_cast<int>(found - meanings_.begin());
}

std::string HeadedColumns::head(int column) const {
  const std::vector<std::string>& levels = levels_[static_cast<std::size_t>(column)];
  return levels.empty() ? std::string() : one_line(levels.back());
}

const model::Cell* HeadedColumns::cell(int row, int column) const {
  const int index = column < 0 ? -1 : reading_.at(row, column).cell;
  return index < 0 ? nullptr : &table_.cells[static_cast<std::size_t>(index)];
}

std::string HeadedColumns::text(int row, std::string_view meaning) const {
  const model::Cell* here = cell(row, of(meaning));
  return here == nullptr ? std::string() : one_line(here->text);
}

std::optional<model::Decimal> HeadedColumns::figure(int row, int column) const {
  const model::Cell* here = cell(row, column);
  if (here == nullptr || here->text.empty()) return std::nullopt;
  const normalise::NumberReading number = figure_at(table_, reading_, row, column);
  if (number.amount.unit == model::Unit::percent) return std::nullopt;
  if (number.kind == normalise::NumberKind::number || number.kind == normalise::NumberKind::dash)
    return number.amount.value;
  if (number.kind == normalise::NumberKind::ambiguous && !number.scaled) return number.as_groups.value;
  return std::nullopt;
}

std::optional<model::Decimal> HeadedColumns::figure(int row, std::string_view meaning) const {
  return figure(row, of(meaning));
}

std::optional<std::int64_t> HeadedColumns::count(int row, int column) const {
  const model::Cell* here = cell(row, column);
  if (here == nullptr || figure_at(table_, reading_, row, column).currency_sign) return std::nullopt;
  const std::optional<model::Decimal> value = figure(row, column);
  if (!value) return std::nullopt;
  const model::Micro micro = model::micro(*value);
  if (micro < 0 || micro % model::kMicro != 0) return std::nullopt;
  return static_cast<std::int64_t>(micro / model::kMicro);
}

bool HeadedColumns::is_entry(int row) const {
  const RowRole role = reading_.rows[static_cast<std::size_t>(row)].role;
  return row >= reading_.header_rows && (role == RowRole::line || role == RowRole::subtotal || role == RowRole::total);
}

bool HeadedColumns::is_total(int row) const {
  const RowRole role = reading_.rows[static_cast<std::size_t>(row)].role;
  if (role == RowRole::total || role == RowRole::subtotal) return true;
  for (int c = 0; c < table_.columns; ++c) {
    const model::Cell* here = cell(row, c);
    if (here == nullptr || here->text.empty()) continue;
    const std::string folded = normalise::fold(here->text);
    return begins_with_words(folded, "total") || begins_with_words(folded, "totales");
  }
  return false;
}

model::Source HeadedColumns::source(int row, int column) const {
  int at = column;
  for (int c = 0; c < table_.columns && (cell(row, at) == nullptr || cell(row, at)->text.empty()); ++c) at = c;
  const model::Cell* here = cell(row, at);
  if (here == nullptr) return {};
  return {here->page, here->box, reading_.table, row, at, -1, here->text, "", here->origin, here->confidence};
}

bool is_whole(const TableContext& context) {
  const auto rows = static_cast<std::size_t>(context.table().rows);
  const auto columns = static_cast<std::size_t>(context.table().columns);
  return context.reading.rows.size() == rows && context.reading.columns.size() == columns &&
         context.reading.grid.size() == rows * columns;
}

bool speaks_of(const TableContext& context, std::string_view section) {
  const auto holds = [&](std::string_view text) {
    return context.vocabulary.inside(section, normalise::fold(text)) != nullptr;
  };
  if (holds(context.table().title)) return true;
  for (const ColumnReading& column : context.reading.columns)
    if (holds(column.head)) return true;
  for (int r = 0; r < context.reading.header_rows; ++r) {
    const int index = context.reading.at(r, 0).cell;
    if (index >= 0 && holds(context.table().cells[static_cast<std::size_t>(index)].text)) return true;
  }
  return false;
}

}  // namespace cotejo::mapping
