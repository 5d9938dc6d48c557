#include "pipeline/mapping/commitments/head.h"

#include <algorithm>
#include <string>

#include "pipeline/mapping/commitments/tolerances.h"
#include "pipeline/mapping/text/periods.h"
#include "pipeline/mapping/words/phrases.h"
#include "pipeline/normalise/dates/dates.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::head;

constexpr std::string_view kMonthLetters = "efmamjjasond";

enum class HeadName : std::uint8_t { none, within, whole };

const model::Cell* cell_at(const model::Table& table, const TableReading& reading, int row, int column) {
  const int index = reading.at(row, column).cell;
  return index < 0 ? nullptr : &table.cells[static_cast<std::size_t>(index)];
}

HeadName names_column(const Vocabulary& vocabulary, const model::Cell& cell, const model::Cell* over) {
  const std::string text = normalise::fold(cell.text);
  if (std::count(text.begin(), text.end(), ' ') >= kMostHeadWords) return HeadName::none;
  const bool grouped = over != nullptr && over->column_span > 1;  // "Cuatrimestre" over "1", "2", "3"
  if (grouped && text.size() == 1 && text[0] >= '1' && text[0] <= '9') return HeadName::whole;
  if (normalise::month_of(text) != 0) return HeadName::whole;
  if (over != nullptr && vocabulary.meaning("compromisos.etapa", text) == "etapa") return HeadName::whole;
  const bool month_letter =
      grouped && text.size() == 1 && std::string_view("efmajsond").find(text[0]) != std::string_view::npos;
  if (month_letter || normalise::year_part_of(text).first_month != 0) return HeadName::whole;
  if (period_label(text, over != nullptr ? 1 : 0).part()) return HeadName::whole;
  if (vocabulary.meaning("compromisos.columna", text).empty())
    return cut_head_meaning(vocabulary, text).empty() ? HeadName::none : HeadName::whole;
  return vocabulary.exact("compromisos.columna", text).empty() ? HeadName::within : HeadName::whole;
}

// The heads of one row, folded, by column; empty under a head that is wider.
std::vector<std::string> heads_of_row(const model::Table& table, const TableReading& reading, int row) {
  std::vector<std::string> heads(static_cast<std::size_t>(table.columns));
  for (int c = 0; c < table.columns; ++c) {
    const model::Cell* here = cell_at(table, reading, row, c);
    if (here != nullptr && here->column_span == 1) heads[static_cast<std::size_t>(c)] = normalise::fold(here->text);
  }
  return heads;
}

int month_letters(const std::vector<std::string>& heads) {
  for (std::size_t first = 0; first < heads.size(); ++first) {
    if (month_letters_at(heads, first)) return static_cast<int>(kMonthLetters.size());
  }
  return 0;
}

}  // namespace

bool month_letters_at(const std::vector<std::string>& heads, std::size_t first) {
  if (first + kMonthLetters.size() > heads.size()) return false;
  for (std::size_t i = 0; i < kMonthLetters.size(); ++i) {
    if (heads[first + i] != kMonthLetters.substr(i, 1)) return false;
  }
  return true;
}

std::string cut_head_meaning(const Vocabulary& vocabulary, const std::string& folded) {
  if (folded.find(' ') == std::string::npos) return {};
  const Vocabulary::Entry* entry = vocabulary.phrases("compromisos.columna").same_letters(folded);
  return entry == nullptr ? std::string() : entry->meaning;
}

int commitment_header_rows(const Vocabulary& vocabulary, const model::Table& table, const TableReading& reading) {
  const int most = std::min(table.rows - 1, kMostHeadRows);
  int rows = 0;
  for (int r = 0; r < most; ++r) {
    int filled = 0;
    int names = 0;
    int whole = 0;
    int reach = r + 1;
    for (int c = 0; c < table.columns; ++c) {
      const model::Cell* here = cell_at(table, reading, r, c);
      if (here == nullptr || here->row != r || here->column != c || here->text.empty()) continue;
      if (here->column_span >= table.columns) continue;
      ++filled;
      const HeadName name = names_column(vocabulary, *here, r > 0 ? cell_at(table, reading, r - 1, c) : nullptr);
      if (name != HeadName::none) {
        ++names;
        reach = std::max(reach, r + here->row_span);
      }
      if (name == HeadName::whole) ++whole;
    }
    const int letters = month_letters(heads_of_row(table, reading, r));
    names += letters;
    whole += letters;
    // "Plan de acción" holds a word of a head, and is a row: below the first, heads are their words alone.
    const int telling = r == 0 ? names : whole;
    // Half of the heads are enough where the page itself sets the row off as a head.
    if (telling >= 2 && (telling * 2 > filled || (telling * 2 == filled && r < reading.header_rows))) {
      rows = std::min(reach, most);
    } else if (filled > 0 && r >= rows) {
      break;
    }
  }
  return rows;
}

}  // namespace cotejo::mapping
