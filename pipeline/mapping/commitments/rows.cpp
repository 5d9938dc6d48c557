#include "pipeline/mapping/commitments/rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "pipeline/mapping/commitments/record.h"
#include "pipeline/mapping/table/cell_figure.h"
#include "pipeline/mapping/words/tokens.h"
#include "pipeline/mapping/words/words_of.h"
#include "pipeline/normalise/dates/dates.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

using Field = CommitmentField;

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

  void read(CommitmentsClaim& claim) {
    int first = columns_.header_rows;
    if (columns_.goes_on && first < table_.rows && ends_one(first)) {
      // The page break cut the last commitment of the table before.
      claim.ends_last = text_of(index(first, columns_.text));
      ++first;
    }
    for (int r = first; r < table_.rows; ++r) read_row(r);
    const bool numbered = numbers_stand_in_text();
    CommitmentMaker maker(table_, reading_, columns_, vigencia_);
    for (const CommitmentDraft& draft : drafts_) {
      for (model::Commitment& commitment : maker.make_all(draft, numbered))
        claim.records.push_back(std::move(commitment));
    }
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
    CommitmentDraft draft;
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

  void take_fields(CommitmentDraft& draft, int row) {
    for (int c = 0; c < table_.columns; ++c) {
      const CommitmentColumn& column = columns_.columns[static_cast<std::size_t>(c)];
      const int i = index(row, c);
      if (i < 0 || c == columns_.text || i == draft.text_cell || column.field == Field::none) continue;
      const model::Cell& here = table_.cells[static_cast<std::size_t>(i)];
      if (here.text.empty()) continue;
      const bool state = column.field == Field::status_mark;
      if (state || column.field == Field::stage_mark || column.field == Field::period_mark) {
        std::vector<int>& marks = state                               ? draft.states
                                  : column.field == Field::stage_mark ? draft.stages
                                                                      : draft.periods;
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
    for (const CommitmentDraft& draft : drafts_) {
      const LeadingNumber lead = split_number(text_of(draft.text_cell));
      if (!lead.number.empty() && lead.marked) ++numbered;
    }
    return numbered * 2 > drafts_.size();
  }

  const Vocabulary& vocabulary_;
  const model::Table& table_;
  const TableReading& reading_;
  const CommitmentColumns& columns_;
  int vigencia_;
  std::string component_;
  std::vector<CommitmentDraft> drafts_;
};

}  // namespace

void map_commitment_rows(const Vocabulary& vocabulary, const model::Table& table, const TableReading& reading,
                         const CommitmentColumns& columns, int vigencia, CommitmentsClaim& claim) {
  if (columns.text < 0 || columns.columns.size() != static_cast<std::size_t>(table.columns)) return;
  RowsReader(vocabulary, table, reading, columns, vigencia).read(claim);
}

}  // namespace cotejo::mapping
