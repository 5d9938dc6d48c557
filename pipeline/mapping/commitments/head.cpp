#include "pipeline/mapping/commitments/head.h"

#include <algorithm>
#include <string>

#include "pipeline/mapping/columns/meaning.h"
#include "pipeline/mapping/commitments/period_heads.h"
#include "pipeline/mapping/commitments/tolerances.h"
#include "pipeline/mapping/text/periods.h"
#include "pipeline/mapping/words/phrases.h"
#include "pipeline/mapping/words/tokens.h"
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

// A head that the vocabulary does not know as it stands may be cut by its narrow column ("Responsabl e"),
// abbreviated, or a sign; a longer text is a sentence and no head.
std::string head_meaning(const Vocabulary& vocabulary, const std::string& text, const std::string& words) {
  constexpr std::string_view kSection = "compromisos.columna";
  if (text == "#") return vocabulary.meaning(kSection, "numero");
  std::string meaning = vocabulary.meaning(kSection, words);
  // A head that the first row ran into is told by what it begins with: "Actividad Hacer seguimiento a los planes".
  if (std::count(words.begin(), words.end(), ' ') >= kLongHead && vocabulary.exact(kSection, words).empty()) {
    const Vocabulary::Entry* first = vocabulary.at_start(kSection, words);
    if (first != nullptr) meaning = first->meaning;
  }
  if (meaning.empty()) meaning = cut_head_meaning(vocabulary, words);
  if (meaning.empty() && text.size() <= kLongestHead)
    meaning = meaning_of(vocabulary, kSection, head_text({text}), true).meaning;
  return meaning;
}

std::string group_text(const model::Table& table, const TableReading& reading, int header_rows, int column) {
  for (int r = 0; r < header_rows; ++r) {
    const model::Cell* here = cell_at(table, reading, r, column);
    if (here != nullptr && !here->text.empty() && here->column_span < table.columns) return one_line(here->text);
  }
  return {};
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

ColumnHead read_column_head(const Vocabulary& vocabulary, const model::Table& table, const TableReading& reading,
                            int header_rows, int column) {
  ColumnHead head;
  int last = -1;
  for (int r = 0; r < header_rows; ++r) {
    const int index = reading.at(r, column).cell;
    if (index < 0 || index == last) continue;
    last = index;
    const model::Cell& here = table.cells[static_cast<std::size_t>(index)];
    // A title over the whole table names no column.
    if (here.text.empty() || (here.column_span >= table.columns && table.columns > 1)) continue;
    head.inner = one_line(here.text);
    head.grouped = head.grouped || here.column_span > 1;
    head.percent = head.percent || here.text.find('%') != std::string::npos;
    const std::string meaning = head_meaning(vocabulary, here.text, normalise::fold(here.text));
    if (meaning == "etapas" || meaning == "periodos") head.group = meaning;
    // "Programación" over "I", "II", "III", "IV": parts of the year, not dates.
    if (meaning == "fecha" && here.column_span > 1) {
      head.group = "periodos";
      head.group_columns = here.column_span;
      head.group_column = column - here.column;
    }
    // "Reporte y seguimiento" over eleven columns says what none of them is.
    head.from_group = meaning.empty() ? head.from_group && !head.meaning.empty() : here.column_span >= kWideGroup;
    if (!meaning.empty()) head.meaning = meaning;
  }
  if (head.from_group && head.group.empty()) head.meaning.clear();
  return head;
}

normalise::YearPart part_under(const ColumnHead& head, const model::Table& table, const TableReading& reading,
                               int header_rows, int column) {
  const std::string inner = normalise::fold(head.inner);
  if (const int month = normalise::month_of(inner)) return {month, month};
  const normalise::YearPart alone = normalise::year_part_of(head.inner);
  if (alone.first_month != 0 || head.group.empty()) return alone;
  if (head.group_columns > 0) return part_in_group(head.group_columns, head.group_column, inner);
  return normalise::year_part_of(group_text(table, reading, header_rows, column) + " " + head.inner);
}

}  // namespace cotejo::mapping
