#include "pipeline/mapping/rows/rows.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "base/digits.h"
#include "base/marks.h"
#include "base/utf8.h"
#include "pipeline/mapping/rows/tolerances.h"
#include "pipeline/mapping/table/budget_code.h"
#include "pipeline/mapping/words/tokens.h"
#include "pipeline/mapping/words/vocabulary.h"
#include "pipeline/mapping/words/words_of.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::rows;

// A code that may stand before the words of a label: certain by itself, or long enough not to be a running number.
bool is_leading_code(const CodeReading& reading) {
  if (reading.code.empty() || reading.rest.empty()) return false;
  if (is_certain_code(reading.code)) return true;
  if (reading.code.find_first_not_of("0123456789") == std::string::npos)
    return reading.code.size() >= kShortestBareCode;
  return reading.code.find('.') != std::string::npos && reading.code.back() != '.' && reading.code.find('.') > 0;
}

// Dots that lead to the figure belong to no name: "Servicios públicos…………". An ellipsis stays.
std::string without_leader(std::string label) {
  constexpr std::string_view kEllipsis = "\u2026";
  std::size_t end = label.size();
  while (end > 0) {
    if (label[end - 1] == '.' || label[end - 1] == '_' || label[end - 1] == ' ') {
      --end;
    } else if (std::string_view(label).substr(0, end).ends_with(kEllipsis)) {
      end -= kEllipsis.size();
    } else {
      break;
    }
  }
  if (label.size() - end >= kFewestBytes) label.resize(end);
  return label;
}

// The sign that opens an item of a list belongs to no name: "• Gastos generales". A star may be a note's mark.
std::string without_bullet(std::string label) {
  const char32_t first = base::first_code_point(label);
  if (first == U'*' || !base::is_bullet(first)) return label;
  const std::size_t words = label.find(' ');
  return words == std::string::npos ? label : label.substr(label.find_first_not_of(' ', words));
}

// Digits alone before words, two to five of them and no year.
bool is_short_code(const CodeReading& reading) {
  return base::all_digits(reading.code) && reading.code.size() >= kShortestShortCode &&
         reading.code.size() <= kLongestShortCode && only_year(reading.code) == 0 &&
         !normalise::fold(reading.rest).empty();
}

// 1, 2, 3 … or 10, 11, 12 …, without a zero before: the numbers of a list.
bool counts_up(const std::set<std::string>& codes) {
  std::set<int> numbers;
  for (const std::string& code : codes) {
    if (code.front() == '0') return false;
    numbers.insert(std::stoi(code));
  }
  return *numbers.rbegin() <= kLongestList &&
         *numbers.rbegin() - *numbers.begin() + 1 == static_cast<int>(codes.size());
}

bool holds_stages(const std::vector<ColumnReading>& columns) {
  return std::any_of(columns.begin(), columns.end(), [](const ColumnReading& column) {
    return column.role == ColumnRole::amount && model::is_of_budget(column.measure);
  });
}

class RowReader {
 public:
  RowReader(const Sheet& sheet, int header_rows, const std::vector<ColumnReading>& columns,
            const Vocabulary& vocabulary)
      : sheet_(sheet), header_rows_(header_rows), columns_(columns), vocabulary_(vocabulary) {
    for (int c = 0; c < sheet.columns; ++c) {
      const ColumnReading& column = columns[static_cast<std::size_t>(c)];
      has_figures_ |= holds_figures(column);
      if (column.role == ColumnRole::code && !column.classifier && code_column_ < 0) code_column_ = c;
      if (column.role == ColumnRole::label && column.time == TimeLabel::vigencia) year_column_ = c;
    }
    label_column_ = label_column_of(sheet, header_rows, columns);
    const bool may_hold_codes = code_column_ < 0 && label_column_ >= 0;
    codes_in_labels_ = may_hold_codes && mostly_leading_codes(label_column_);
    short_codes_ = may_hold_codes && !codes_in_labels_ && holds_stages(columns) && mostly_short_codes(label_column_);
  }

  RowReading read(int row) const {
    RowReading reading;
    if (row < header_rows_ || repeats_head(row)) {
      reading.role = RowRole::header;
      return reading;
    }
    name(row, reading);
    reading.role = role_of(row, reading);
    if (year_column_ >= 0) reading.vigencia = single_year(sheet_.fold(row, year_column_));
    return reading;
  }

 private:
  bool mostly_leading_codes(int column) const {
    int codes = 0;
    int filled = 0;
    for (int row = header_rows_; row < sheet_.rows; ++row) {
      if (!sheet_.origin(row, column) || sheet_.fold(row, column).empty()) continue;
      if (!total_word(sheet_.fold(row, column)).empty()) continue;
      ++filled;
      codes += is_leading_code(read_code(sheet_.cell(row, column)->text)) ? 1 : 0;
    }
    return codes > 0 && codes * 2 >= filled;
  }

  // "110 - Tesoro Municipal", "120 Judicial": before most labels, none twice, and not the numbers 1, 2, 3 … of a list.
  bool mostly_short_codes(int column) const {
    std::set<std::string> codes;
    int filled = 0;
    for (int row = header_rows_; row < sheet_.rows; ++row) {
      if (!sheet_.origin(row, column) || sheet_.fold(row, column).empty()) continue;
      if (!total_word(sheet_.fold(row, column)).empty()) continue;
      ++filled;
      const CodeReading code = read_code(sheet_.cell(row, column)->text);
      if (is_short_code(code) && !codes.insert(code.code).second) return false;
    }
    const int count = static_cast<int>(codes.size());
    return count >= kFewestShortCodes && count * 5 >= filled * 4 && !counts_up(codes);
  }

  // The code before a label's words, if labels have one here.
  [[nodiscard]] bool leads(const CodeReading& code) const {
    return (codes_in_labels_ && is_leading_code(code)) || (short_codes_ && is_short_code(code));
  }

  bool repeats_head(int row) const {
    if (header_rows_ == 0) return false;
    for (int head = 0; head < header_rows_; ++head) {
      bool same = true;
      int texts = 0;
      for (int column = 0; same && column < sheet_.columns; ++column) {
        same = sheet_.fold(row, column) == sheet_.fold(head, column);
        texts += sheet_.fold(row, column).empty() ? 0 : 1;
      }
      if (same && texts > 1) return true;
    }
    return false;
  }

  std::string total_word(std::string_view folded) const {
    const Vocabulary::Entry* entry = vocabulary_.at_start("filas.total", folded);
    return entry == nullptr ? std::string{} : entry->meaning;
  }

  void name(int row, RowReading& reading) const {
    if (code_column_ >= 0) {
      if (const model::Cell* cell = sheet_.cell(row, code_column_); cell != nullptr) {
        const CodeReading code = read_code(cell->text);
        const bool alone = cell->column_span == 1 || code.rest.empty() || is_leading_code(code);
        if (!code.code.empty() && alone) {
          reading.code = code.code;
          if (label_column_ < 0 || label_column_ == code_column_) reading.label = one_line(code.rest);
        }
      }
    }
    if (label_column_ >= 0 && reading.label.empty()) {
      if (const model::Cell* cell = sheet_.cell(row, label_column_); cell != nullptr) {
        reading.label = without_leader(one_line(cell->text));
        if (const CodeReading code = read_code(cell->text); leads(code)) {
          reading.code = code.code;
          reading.label = one_line(code.rest);
        }
        if (reading.label == reading.code) reading.label.clear();
      }
    }
    if (reading.label.empty()) reading.label = first_words(row, reading.code);
    reading.label = without_bullet(std::move(reading.label));
  }

  // The first words of the row before its figures: "Total:" often stands in the code's column.
  std::string first_words(int row, std::string_view code) const {
    for (int column = 0; column < sheet_.columns; ++column) {
      const model::Cell* cell = sheet_.cell(row, column);
      if (cell == nullptr) continue;
      const Shape shape = sheet_.shape(row, column);
      if (is_figure(shape) && holds_figures(columns_[static_cast<std::size_t>(column)])) return {};
      if (shape == Shape::text || shape == Shape::year) {
        std::string text = one_line(cell->text);
        if (text != code && !text.empty() && read_code(text).code != code) return text;
        if (code.empty()) return text;
      }
    }
    return {};
  }

  bool is_carried(const RowReading& reading) const {
    return reading.code.empty() && vocabulary_.at_start("filas.arrastre", normalise::fold(reading.label)) != nullptr;
  }

  RowRole role_of(int row, const RowReading& reading) const {
    int filled = 0;
    int figures = 0;
    int first = -1;
    int span = 0;
    for (int column = 0; column < sheet_.columns; ++column) {
      const model::Cell* cell = sheet_.cell(row, column);
      if (cell == nullptr || cell->column != column) continue;
      const Shape shape = sheet_.shape(row, column);
      if (shape == Shape::blank || shape == Shape::none) continue;
      const bool own = cell->row == row;
      if (own && (is_figure(shape) || shape == Shape::dash) &&
          holds_figures(columns_[static_cast<std::size_t>(column)]))
        ++figures;
      if (!own) continue;
      ++filled;
      if (first < 0) {
        first = column;
        span = cell->column_span;
      }
    }
    if (filled == 0) return RowRole::blank;
    if (figures > 0 && is_carried(reading)) return RowRole::carried;
    if (figures > 0 || !has_figures_) {
      const std::string total = total_of(row, reading);
      if (!total.empty()) return total == "subtotal" ? RowRole::subtotal : RowRole::total;
    }
    if (filled > 1 || figures > 0)
      return figures == 0 && has_figures_ && is_chapter(row, reading) ? RowRole::section : RowRole::line;
    const std::string& folded = sheet_.fold(row, first);
    const bool outside = span >= sheet_.columns || row + 1 == sheet_.rows;
    if (outside && vocabulary_.at_start("filas.nota", folded) != nullptr) return RowRole::note;
    const bool wide = span * 2 > sheet_.columns;
    return wide || (has_figures_ && first <= std::max(label_column_, 0)) ? RowRole::section : RowRole::line;
  }

  // A row of code and name with nothing else: the head of the lines below it.
  bool is_chapter(int row, const RowReading& reading) const {
    if (reading.label.empty()) return false;
    for (int column = 0; column < sheet_.columns; ++column) {
      const ColumnRole role = columns_[static_cast<std::size_t>(column)].role;
      if (role == ColumnRole::code || role == ColumnRole::label || role == ColumnRole::number) continue;
      if (!sheet_.fold(row, column).empty() && sheet_.cell(row, column)->row == row) return false;
    }
    return true;
  }

  std::string total_of(int row, const RowReading& reading) const {
    for (int column = 0; column < sheet_.columns; ++column) {
      const model::Cell* cell = sheet_.cell(row, column);
      const Shape shape = sheet_.shape(row, column);
      if (cell == nullptr || cell->row != row || shape != Shape::text) continue;
      if (holds_figures(columns_[static_cast<std::size_t>(column)]) && column > label_column_ && column > code_column_)
        break;
      std::string_view folded = sheet_.fold(row, column);
      if (std::string word = total_word(folded); !word.empty()) return word;
      if (!reading.code.empty()) {
        // "2.1 TOTAL FUNCIONAMIENTO" in one cell
        const CodeReading code = read_code(cell->text);
        if (!code.code.empty() && !code.rest.empty()) {
          const auto words = words_of(folded);
          for (std::size_t i = 0; i < words.size(); ++i) {
            if (words[i].find_first_not_of("0123456789") == std::string_view::npos) continue;
            const auto begin = static_cast<std::size_t>(words[i].data() - folded.data());
            if (std::string word = total_word(folded.substr(begin)); !word.empty()) return word;
            break;
          }
        }
      }
    }
    return {};
  }

  const Sheet& sheet_;
  int header_rows_;
  const std::vector<ColumnReading>& columns_;
  const Vocabulary& vocabulary_;
  bool has_figures_ = false;
  bool codes_in_labels_ = false;
  bool short_codes_ = false;
  int code_column_ = -1;
  int label_column_ = -1;
  int year_column_ = -1;
};

// An average or a time among counts ("Tiempo promedio de respuesta (días)") is no line that adds to them.
void set_apart(const Vocabulary& vocabulary, std::vector<RowReading>& rows) {
  std::vector<RowReading*> others;
  int lines = 0;
  for (RowReading& row : rows) {
    if (row.role != RowRole::line) continue;
    ++lines;
    const std::string folded = normalise::fold(row.label);
    if (vocabulary.at_start("filas.ajena", folded) != nullptr) others.push_back(&row);
  }
  if (static_cast<int>(others.size()) * 2 >= lines) return;
  for (RowReading* row : others) row->role = RowRole::note;
}

}  // namespace

int label_column_of(const Sheet& sheet, int header_rows, const std::vector<ColumnReading>& columns) {
  int best = -1;
  std::size_t most = 0;
  bool best_known = false;  // a head that the vocabulary knows names the rows better than identifiers do
  for (int column = 0; column < sheet.columns; ++column) {
    const ColumnReading& reading = columns[static_cast<std::size_t>(column)];
    if (reading.role != ColumnRole::label || !reading.plain()) continue;
    std::set<std::string_view> texts;
    for (int row = header_rows; row < sheet.rows; ++row) {
      if (!sheet.fold(row, column).empty()) texts.insert(sheet.fold(row, column));
    }
    if (best < 0 || (reading.known != best_known ? reading.known : texts.size() > most)) {
      best = column;
      most = texts.size();
      best_known = reading.known;
    }
  }
  return best;
}

bool holds_figures(const ColumnReading& column) {
  return column.role == ColumnRole::amount || column.role == ColumnRole::count || column.role == ColumnRole::percent ||
         column.role == ColumnRole::difference;
}

std::vector<RowReading> read_rows(const Sheet& sheet, int header_rows, const std::vector<ColumnReading>& columns,
                                  const Vocabulary& vocabulary) {
  const RowReader reader(sheet, header_rows, columns, vocabulary);
  const int label_column = label_column_of(sheet, header_rows, columns);
  std::vector<RowReading> rows;
  std::string section;
  int section_year = 0;
  for (int row = 0; row < sheet.rows; ++row) {
    RowReading reading = reader.read(row);
    if (reading.role == RowRole::section) {
      section = reading.label;
      for (int column = 0; column < sheet.columns; ++column) {
        if (const int year = single_year(sheet.fold(row, column)); year != 0) section_year = year;
      }
      reading.vigencia = section_year;
    } else if (reading.role != RowRole::header) {
      reading.section = section;
      // Label columns left of the main one, mostly merged over several rows, name the groups.
      for (int column = 0; column < label_column; ++column) {
        const ColumnReading& other = columns[static_cast<std::size_t>(column)];
        if (other.role != ColumnRole::label || !other.plain()) continue;
        const model::Cell* cell = sheet.cell(row, column);
        if (cell == nullptr || sheet.fold(row, column).empty() || cell->column_span > 1) continue;
        reading.section += (reading.section.empty() ? "" : " / ") + one_line(cell->text);
      }
      if (reading.vigencia == 0 && label_column >= 0) reading.vigencia = only_year(sheet.fold(row, label_column));
      if (reading.vigencia == 0) reading.vigencia = section_year;
    }
    rows.push_back(std::move(reading));
  }
  set_apart(vocabulary, rows);
  return rows;
}

}  // namespace cotejo::mapping
