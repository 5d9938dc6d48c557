#include "pipeline/mapping/commitments_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "pipeline/mapping/cell_figure.h"
#include "pipeline/mapping/prose_tokens.h"
#include "pipeline/mapping/read_table_words.h"
#include "pipeline/normalise/dates.h"
#include "pipeline/normalise/text.h"

namespace cotejo::mapping {
namespace {

using Field = CommitmentField;

// The texts of one commitment, before they are read.
struct Draft {
  int row = -1;
  int text_cell = -1;
  std::string component;                   // of a section row, when no column gives it
  std::array<std::vector<int>, 18> cells;  // cell indices by field, each once
  std::vector<int> stages;                 // marked columns
  std::vector<int> periods;
  std::string more_text;  // of rows that go on with it
};

std::string last_day(int year, int month) {
  constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return fmt::format("{:04}-{:02}-{:02}", year, month,
                     month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)]);
}

// "y legalidad", "- y generar alertas".
bool begins_small(std::string_view text) {
  const std::size_t first = text.find_first_not_of("-, ");
  return first != std::string_view::npos && text[first] >= 'a' && text[first] <= 'z';
}

class RowsReader {
 public:
  RowsReader(const Vocabulary& vocabulary, const model::Table& table, const TableReading& reading,
             const CommitmentColumns& columns, int vigencia)
      : vocabulary_(vocabulary),
        table_(table),
        reading_(reading),
        columns_(columns),
        vigencia_(reading.vigencia != 0 ? reading.vigencia : vigencia) {}

  void read(std::vector<model::Commitment>& commitments) {
    int first = columns_.header_rows;
    if (columns_.goes_on && first < table_.rows && !commitments.empty() && ends_one(first)) {
      // The page break cut the last commitment of the table before.
      commitments.back().text += " " + text_of(index(first, columns_.text));
      ++first;
    }
    for (int r = first; r < table_.rows; ++r) read_row(r);
    const bool numbered = numbers_stand_in_text();
    for (const Draft& draft : drafts_) commitments.push_back(made(draft, numbered));
  }

 private:
  [[nodiscard]] int index(int row, int column) const { return reading_.at(row, column).cell; }
  [[nodiscard]] const model::Cell* cell(int row, int column) const {
    const int i = index(row, column);
    return i < 0 ? nullptr : &table_.cells[static_cast<std::size_t>(i)];
  }
  [[nodiscard]] std::string text_of(int cell_index) const {
    return cell_index < 0 ? std::string() : one_line(table_.cells[static_cast<std::size_t>(cell_index)].text);
  }

  void read_row(int row) {
    const int text_cell = index(row, columns_.text);
    if (text_cell >= 0 && !drafts_.empty() && drafts_.back().text_cell == text_cell) {
      take_fields(drafts_.back(), row);  // another row of the same merged cell
      return;
    }
    if (is_section(row)) {
      component_ = section_text(row);
      return;
    }
    if (left_out(row)) return;
    const std::string text = text_of(text_cell);
    if (text.empty()) {
      if (!drafts_.empty() && !has_number(row) && row > columns_.header_rows) take_fields(drafts_.back(), row);
      return;
    }
    if (goes_on(row, text)) {
      drafts_.back().more_text += " " + text;
      return;
    }
    Draft draft;
    draft.row = row;
    draft.text_cell = text_cell;
    draft.component = component_;
    take_fields(draft, row);
    drafts_.push_back(std::move(draft));
  }

  // One cell over the words and most columns: a title inside the table.
  [[nodiscard]] bool is_section(int row) const {
    const model::Cell* here = cell(row, columns_.text);
    int filled = 0;
    int wide = 0;
    int last = -1;
    for (int c = 0; c < table_.columns; ++c) {
      const int i = index(row, c);
      if (i < 0 || i == last) continue;
      last = i;
      const model::Cell& other = table_.cells[static_cast<std::size_t>(i)];
      if (other.text.empty() || other.row != row) continue;
      ++filled;
      wide = std::max(wide, other.column_span);
    }
    if (filled != 1) return false;
    if (wide * 2 > table_.columns && wide > 1) return true;
    // A row with nothing but a component, in a table whose commitments have more to say.
    return (here == nullptr || here->text.empty()) && component_cell(row) >= 0;
  }

  [[nodiscard]] int component_cell(int row) const {
    for (int c = 0; c < table_.columns; ++c) {
      const int i = index(row, c);
      if (columns_.columns[static_cast<std::size_t>(c)].field == Field::component && i >= 0 &&
          !table_.cells[static_cast<std::size_t>(i)].text.empty())
        return i;
    }
    return -1;
  }

  [[nodiscard]] std::string section_text(int row) const {
    for (int c = 0; c < table_.columns; ++c) {
      const std::string text = text_of(index(row, c));
      if (!text.empty()) return text;
    }
    return {};
  }

  [[nodiscard]] bool left_out(int row) const {
    if (reading_.rows.size() == static_cast<std::size_t>(table_.rows)) {
      const RowRole role = reading_.rows[static_cast<std::size_t>(row)].role;
      if (role == RowRole::total || role == RowRole::subtotal || role == RowRole::blank) return true;
    }
    const std::string text = text_of(index(row, columns_.text));
    const std::string folded = normalise::fold(text);
    if (folded == "total" || folded == "totales" || begins_with_words(folded, "total")) return true;
    return repeats_head(row) || (!folded.empty() && signs(text, folded));
  }

  // "ELABORADO POR: …", "Firma", "Cargo: …" below a plan. One word of those signs only by itself or before a colon:
  // "Proyecto de vivienda" is a commitment.
  [[nodiscard]] bool signs(const std::string& text, const std::string& folded) const {
    const std::string first = normalise::fold(text.substr(0, text.find(':')));
    const auto& entries = vocabulary_.section("compromisos.firma");
    return std::any_of(entries.begin(), entries.end(), [&](const auto& entry) {
      return first == entry.folded ||
             (entry.folded.find(' ') != std::string::npos && begins_with_words(folded, entry.folded));
    });
  }

  [[nodiscard]] bool repeats_head(int row) const {
    int filled = 0;
    for (int c = 0; c < table_.columns; ++c) {
      const model::Cell* here = cell(row, c);
      if (here == nullptr || here->text.empty()) continue;
      ++filled;
      if (!std::binary_search(columns_.head_words.begin(), columns_.head_words.end(), normalise::fold(here->text)))
        return false;
    }
    return filled > 0 && !columns_.head_words.empty();
  }

  [[nodiscard]] bool has_number(int row) const {
    for (int c = 0; c < table_.columns; ++c) {
      if (columns_.columns[static_cast<std::size_t>(c)].field == Field::number && !text_of(index(row, c)).empty())
        return true;
    }
    return false;
  }

  // Words that begin small in a row with nothing else of its own are the end of the row above, cut by a page or a line.
  [[nodiscard]] bool goes_on(int row, const std::string& text) const {
    return !drafts_.empty() && begins_small(text) && has_nothing_else(row, false);
  }

  // The same in the first row of a table that goes on; there the progress may be cut too.
  [[nodiscard]] bool ends_one(int row) const {
    return begins_small(text_of(index(row, columns_.text))) && has_nothing_else(row, true);
  }

  [[nodiscard]] bool has_nothing_else(int row, bool but_progress) const {
    for (int c = 0; c < table_.columns; ++c) {
      const model::Cell* here = cell(row, c);
      if (c == columns_.text || here == nullptr || here->row != row || here->text.empty()) continue;
      const Field field = columns_.columns[static_cast<std::size_t>(c)].field;
      if (field != Field::none && !(but_progress && field == Field::progress)) return false;
    }
    return true;
  }

  void take_fields(Draft& draft, int row) {
    for (int c = 0; c < table_.columns; ++c) {
      const CommitmentColumn& column = columns_.columns[static_cast<std::size_t>(c)];
      const int i = index(row, c);
      if (i < 0 || c == columns_.text || i == draft.text_cell || column.field == Field::none) continue;
      const model::Cell& here = table_.cells[static_cast<std::size_t>(i)];
      if (here.text.empty()) continue;
      if (column.field == Field::stage_mark || column.field == Field::period_mark) {
        std::vector<int>& marks = column.field == Field::stage_mark ? draft.stages : draft.periods;
        const bool marked = is_marked(row, c);
        // A mark cell merged over several columns marks each of them.
        if (marked && std::find(marks.begin(), marks.end(), c) == marks.end()) marks.push_back(c);
        continue;
      }
      std::vector<int>& cells = draft.cells[static_cast<std::size_t>(column.field)];
      if (std::find(cells.begin(), cells.end(), i) == cells.end()) cells.push_back(i);
    }
  }

  // Anything but a printed zero or dash schedules the period: "X", "1", "25%", "2 informes".
  [[nodiscard]] bool is_marked(int row, int column) const {
    const normalise::NumberReading number = figure_at(table_, reading_, row, column);
    if (number.kind == normalise::NumberKind::dash || number.kind == normalise::NumberKind::not_available) return false;
    return number.kind != normalise::NumberKind::number || number.amount.value.mantissa != 0;
  }

  // "1.Designar …", "2.Hacer …": the number belongs to the words' column when most rows begin with one and no column
  // has it.
  [[nodiscard]] bool numbers_stand_in_text() const {
    if (columns_.has(Field::number)) return false;
    std::size_t numbered = 0;
    for (const Draft& draft : drafts_) {
      const LeadingNumber lead = split_number(text_of(draft.text_cell));
      if (!lead.number.empty() && lead.marked) ++numbered;
    }
    return numbered * 2 > drafts_.size();
  }

  [[nodiscard]] std::string joined(const Draft& draft, Field field) const {
    std::string out;
    for (const int i : draft.cells[static_cast<std::size_t>(field)]) {
      const std::string text = text_of(i);
      if (text.empty() || out == text) continue;
      out += out.empty() ? text : "; " + text;
    }
    return out;
  }

  model::Commitment made(const Draft& draft, bool numbered) {
    model::Commitment out;
    out.number = joined(draft, Field::number);
    out.text = text_of(draft.text_cell) + draft.more_text;
    if (numbered) {
      LeadingNumber lead = split_number(out.text);
      if (!lead.number.empty() && lead.marked && !lead.text.empty()) {
        out.number = std::move(lead.number);
        out.text = std::move(lead.text);
      }
    }
    out.component = component_of(draft);
    out.responsible = joined(draft, Field::responsible);
    out.indicator = joined(draft, Field::indicator);
    out.status = joined(draft, Field::status);
    set_due(draft, out);
    set_goal(draft, out);
    set_progress(draft, out);
    out.stages = marked_labels(draft.stages);
    out.periods = marked_labels(draft.periods);
    set_source(draft, out.source);
    return out;
  }

  std::string component_of(const Draft& draft) {
    std::string own = joined(draft, Field::component);
    // A component is printed once, beside the first of its commitments: below it the column is blank.
    if (own.empty() && columns_.has(Field::component)) own = last_component_;
    last_component_ = own;
    if (own.empty()) return draft.component;
    return own;
  }

  void set_due(const Draft& draft, model::Commitment& out) const {
    out.due_text = joined(draft, Field::due);
    const std::string from = joined(draft, Field::due_from);
    out.due = normalise::span_of(out.due_text, vigencia_);
    if (!from.empty()) {
      const model::DaySpan begin = normalise::span_of(from, vigencia_);
      if (!begin.from.empty()) out.due.from = begin.from;
      if (out.due.to.empty() && !columns_.has(Field::due)) out.due.to = begin.to;
      if (out.due_text.empty()) out.due_text = from;
    }
    if (!out.due_text.empty() || draft.periods.empty()) return;
    int first = 13;
    int last = 0;
    for (const int c : draft.periods) {
      const CommitmentColumn& column = columns_.columns[static_cast<std::size_t>(c)];
      if (column.first_month != 0) {
        first = std::min(first, column.first_month);
        last = std::max(last, column.last_month);
        continue;
      }
      const model::DaySpan day = normalise::span_of(column.head, vigencia_);
      if (!day.to.empty() && day.to > out.due.to) out.due.to = day.to;
      if (!day.from.empty() && (out.due.from.empty() || day.from < out.due.from)) out.due.from = day.from;
    }
    if (last != 0 && vigencia_ != 0) {
      out.due.from = fmt::format("{:04}-{:02}-01", vigencia_, first);
      out.due.to = last_day(vigencia_, last);
    }
  }

  void set_goal(const Draft& draft, model::Commitment& out) const {
    out.goal_text = joined(draft, Field::goal);
    const std::string product = joined(draft, Field::product);
    if (out.goal_text.empty()) out.goal_text = product;
    out.goal_unit = joined(draft, Field::unit);
    const std::vector<int>& goals = draft.cells[static_cast<std::size_t>(Field::goal)];
    const std::vector<int>& cells = goals.empty() ? draft.cells[static_cast<std::size_t>(Field::product)] : goals;
    if (cells.size() != 1) return;
    const model::Cell& here = table_.cells[static_cast<std::size_t>(cells.front())];
    const normalise::NumberReading number = figure_at(table_, reading_, here.row, here.column);
    if (number.kind != normalise::NumberKind::number) return;
    out.goal_value = number.amount.value;
    if (!out.goal_unit.empty()) return;
    out.goal_unit = number.amount.unit == model::Unit::percent ? "%" : trimmed(number.rest);
  }

  void set_progress(const Draft& draft, model::Commitment& out) const {
    out.progress_text = joined(draft, Field::progress);
    if (out.progress_text.empty()) out.progress_text = joined(draft, Field::executed);
    const std::vector<int>& percents = draft.cells[static_cast<std::size_t>(Field::progress_percent)];
    if (percents.empty()) {
      if (out.progress_text.empty()) out.progress_text = joined(draft, Field::remarks);
      return;
    }
    // Of several the last is the latest: reports print their follow-ups from left to right.
    const model::Cell& here = table_.cells[static_cast<std::size_t>(percents.back())];
    const normalise::NumberReading number = figure_at(table_, reading_, here.row, here.column);
    if (number.kind == normalise::NumberKind::number && number.amount.unit != model::Unit::cop)
      out.progress_percent = number.amount.value;
    if (out.progress_text.empty()) out.progress_text = one_line(here.text);
  }

  [[nodiscard]] std::string marked_labels(std::vector<int> marked) const {
    std::sort(marked.begin(), marked.end());
    std::string out;
    for (const int c : marked) {
      const std::string& label = columns_.columns[static_cast<std::size_t>(c)].label;
      out += out.empty() ? label : "; " + label;
    }
    return out;
  }

  void set_source(const Draft& draft, model::Source& source) const {
    const model::Cell& here = table_.cells[static_cast<std::size_t>(draft.text_cell)];
    source.page = here.page;
    source.box = here.box;
    source.table = reading_.table;
    source.row = draft.row;
    source.column = columns_.text;
    source.text = here.text;
    source.origin = here.origin;
    source.confidence = here.confidence;
  }

  const Vocabulary& vocabulary_;
  const model::Table& table_;
  const TableReading& reading_;
  const CommitmentColumns& columns_;
  int vigencia_;
  std::string component_;
  std::string last_component_;
  std::vector<Draft> drafts_;
};

}  // namespace

LeadingNumber split_number(std::string_view text) {
  LeadingNumber out;
  std::size_t at = 0;
  std::size_t digits = 0;
  std::size_t parts = 0;
  std::size_t end = 0;  // of the digits
  while (at < text.size()) {
    if (text[at] >= '0' && text[at] <= '9') {
      if (digits == 0) ++parts;
      if (++digits > 3) return out;  // a year or an amount
      end = ++at;
    } else if (text[at] == '.' && digits > 0) {
      digits = 0;
      ++at;
    } else {
      break;
    }
  }
  if (parts == 0 || end == 0) return out;
  const bool dot = at > end;
  std::size_t rest = at;
  while (rest < text.size() && text[rest] == ' ') ++rest;
  bool sign = false;
  if (rest < text.size() && (text[rest] == ')' || (text[rest] == '-' && !dot))) {
    sign = true;
    ++rest;
  }
  while (rest < text.size() && text[rest] == ' ') ++rest;
  if (rest < text.size() && (text[rest] == '%' || text[rest] == '/' || text[rest] == ',')) return out;
  out.number = std::string(text.substr(0, end));
  out.text = std::string(text.substr(rest));
  out.marked = dot || sign || parts > 1;
  return out;
}

void map_commitment_rows(const Vocabulary& vocabulary, const model::Table& table, const TableReading& reading,
                         const CommitmentColumns& columns, int vigencia, std::vector<model::Commitment>& commitments) {
  if (columns.text < 0 || columns.columns.size() != static_cast<std::size_t>(table.columns)) return;
  RowsReader(vocabulary, table, reading, columns, vigencia).read(commitments);
}

}  // namespace cotejo::mapping
