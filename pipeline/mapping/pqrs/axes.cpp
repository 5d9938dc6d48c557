#include "pipeline/mapping/pqrs/axes.h"

#include <algorithm>
#include <array>
#include <set>

#include "pipeline/mapping/pqrs/counts.h"
#include "pipeline/mapping/pqrs/lines.h"
#include "pipeline/mapping/words/tokens.h"
#include "pipeline/mapping/words/tolerances.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

using model::Measure;

bool is_year(std::int64_t count) {
  return count >= tolerances::year::kFirst && count <= tolerances::year::kLast;
}

class AxesReader {
 public:
  AxesReader(const PqrsWords& words, const model::Table& table, const TableReading& reading)
      : words_(words),
        table_(table),
        reading_(reading),
        labels_(table.cells.size()),
        known_(table.cells.size(), false) {}

  PqrsAxes read(bool without_counts) {
    axes_.rows.resize(static_cast<std::size_t>(table_.rows));
    axes_.columns.resize(static_cast<std::size_t>(table_.columns));
    find_header();
    find_label_columns();
    read_columns();
    if (axes_.value_columns.empty() && !without_counts) return std::move(axes_);
    read_rows();
    name_unknown_things();
    find_answers();
    count_evidence();
    return std::move(axes_);
  }

 private:
  [[nodiscard]] const model::Cell* cell(int row, int column) const {
    const int index = reading_.at(row, column).cell;
    return index < 0 ? nullptr : &table_.cells[static_cast<std::size_t>(index)];
  }
  const PqrsLabel& label(int row, int column) {
    static const PqrsLabel none;
    const int index = reading_.at(row, column).cell;
    if (index < 0) return none;
    const auto i = static_cast<std::size_t>(index);
    if (!known_[i]) {
      labels_[i] = words_.read(table_.cells[i].text);
      known_[i] = true;
    }
    return labels_[i];
  }

  [[nodiscard]] bool holds_number(int row, int column) const {
    if (const auto count = count_in(table_, reading_, row, column)) return !is_year(*count);
    const CellReading& found = reading_.at(row, column);
    return found.number.kind == normalise::NumberKind::number && found.number.amount.unit == model::Unit::percent;
  }

  // Leading rows without a figure belong to the head, whatever the extractor took for it.
  void find_header() {
    int rows = std::clamp(reading_.header_rows, 0, table_.rows);
    while (rows + 1 < table_.rows) {
      bool figure = false;
      bool words = false;
      for (int c = 0; c < table_.columns; ++c) {
        figure = figure || holds_number(rows, c);
        const model::Cell* here = cell(rows, c);
        const bool text = here != nullptr && !here->text.empty();
        words = words || (text && (c > 0 || here->column_span > 1));
      }
      if (figure || !words) break;
      ++rows;
    }
    axes_.header_rows = rows;
    axes_.title = one_line(table_.title);
    for (int r = 0; r < rows; ++r) {
      const model::Cell* here = cell(r, 0);
      if (here != nullptr && here->column_span >= table_.columns && here->row == r) add_title(here->text);
    }
  }

  void add_title(const std::string& text) {
    const std::string line = one_line(text);
    if (line.empty() || axes_.title.find(line) != std::string::npos) return;
    axes_.title += axes_.title.empty() ? line : " / " + line;
  }

  void find_label_columns() {
    bool at_left = true;
    for (int c = 0; c < table_.columns; ++c) {
      int figures = 0;
      int texts = 0;
      int years = 0;
      int serial = 0;
      for (int r = axes_.header_rows; r < table_.rows; ++r) {
        const model::Cell* here = cell(r, c);
        if (here == nullptr || here->row != r || here->text.empty()) continue;
        const auto count = count_in(table_, reading_, r, c);
        if (count && is_year(*count)) ++years;
        if (count && *count == figures + 1) ++serial;
        holds_number(r, c) || count ? ++figures : ++texts;
      }
      bool label = texts > figures || (figures > 0 && years == figures);
      for (int r = 0; r < axes_.header_rows; ++r) label = label || label_names(r, c);
      const bool next_is_text = at_left && c + 1 < table_.columns && axes_.label_columns.empty() && serial >= 2 &&
                                serial == figures && has_text_below(c + 1);
      if (at_left && next_is_text) continue;  // a running number
      if (at_left && label) {
        axes_.label_columns.push_back(c);
      } else {
        at_left = at_left && figures + texts == 0;
        if (figures > 0 && figures >= texts) axes_.value_columns.push_back(c);
      }
    }
  }

  bool label_names(int row, int column) {
    const PqrsLabel& head = label(row, column);
    const model::Cell* here = cell(row, column);
    return head.names != PqrsAxis::none && here != nullptr && here->column_span == 1;
  }

  bool has_text_below(int column) {
    int texts = 0;
    for (int r = axes_.header_rows; r < table_.rows; ++r) {
      const model::Cell* here = cell(r, column);
      if (here != nullptr && !here->text.empty() && !count_in(table_, reading_, r, column)) ++texts;
    }
    return texts >= 2;
  }

  void read_columns() {
    const bool letters = letter_columns() >= 3;
    for (const int c : axes_.value_columns) {
      PqrsLine& line = axes_.columns[static_cast<std::size_t>(c)];
      PqrsAxis group = PqrsAxis::none;
      int last = -1;
      for (int r = 0; r < axes_.header_rows; ++r) {
        const int index = reading_.at(r, c).cell;
        if (index < 0 || index == last) continue;
        last = index;
        const model::Cell& here = table_.cells[static_cast<std::size_t>(index)];
        if (here.column_span >= table_.columns) continue;  // part of the title
        const PqrsLabel& head = label(r, c);
        axes_.subject = axes_.subject || head.subject;
        if (head.names != PqrsAxis::none && head.names != PqrsAxis::period)
          group = head.names == PqrsAxis::state ? PqrsAxis::none : head.names;
        const std::string letter = letters ? words_.type_of_letter(head.folded) : std::string();
        if (!letter.empty()) {
          line.text = head.text;
          line.label = line.type = line.key = letter;
          line.axis = PqrsAxis::kind;
        } else {
          add_label(line, head, group);
        }
      }
      line.blank = line.text.empty();
      line.percent = line.percent || mostly_percent(c);
    }
    find_generic_heads();
    find_open_in_time();
    std::erase_if(axes_.value_columns, [&](int c) { return axes_.columns[static_cast<std::size_t>(c)].percent; });
  }

  // "No. de peticiones" beside no other type counts petitions as such.
  void find_generic_heads() {
    int types = 0;
    for (const int c : axes_.value_columns) types += axes_.columns[static_cast<std::size_t>(c)].type.empty() ? 0 : 1;
    if (types != 1) return;
    for (const int c : axes_.value_columns) {
      PqrsLine& line = axes_.columns[static_cast<std::size_t>(c)];
      if (line.type.empty() || axes_.header_rows == 0 || !label(axes_.header_rows - 1, c).counting) continue;
      line.label.clear();
      line.axis = PqrsAxis::none;
      line.type.clear();
      line.counts = true;
    }
  }

  // "En términos" beside "Contestadas a tiempo": those that still may be answered in time.
  void find_open_in_time() {
    PqrsLine* bare = nullptr;
    bool answered = false;
    for (const int c : axes_.value_columns) {
      PqrsLine& line = axes_.columns[static_cast<std::size_t>(c)];
      if (line.measure != Measure::en_termino || line.percent) continue;
      const std::string folded = normalise::fold(line.text);
      const Vocabulary::Entry* entry = words_.measures.longest(folded);
      const bool whole = entry != nullptr && entry->folded == folded;
      const bool answers = folded.find("resp") != std::string::npos || folded.find("contest") != std::string::npos ||
                           folded.find("resuel") != std::string::npos || folded.find("atend") != std::string::npos ||
                           folded.find("oport") != std::string::npos;
      answered = answered || answers;
      if (whole && !answers) bare = &line;
    }
    if (answered && bare != nullptr) bare->measure = Measure::pendientes;
  }

  int letter_columns() {
    std::set<std::string> types;
    for (const int c : axes_.value_columns) {
      if (axes_.header_rows == 0) break;
      types.insert(words_.type_of_letter(label(axes_.header_rows - 1, c).folded));
    }
    types.erase("");
    return static_cast<int>(types.size());
  }

  [[nodiscard]] bool mostly_percent(int column) const {
    int percent = 0;
    int counts = 0;
    for (int r = axes_.header_rows; r < table_.rows; ++r) {
      const normalise::NumberReading& number = reading_.at(r, column).number;
      if (number.kind == normalise::NumberKind::number && number.amount.unit == model::Unit::percent) ++percent;
      if (count_in(table_, reading_, r, column)) ++counts;
    }
    return percent > counts;
  }

  [[nodiscard]] bool is_label_column(int column) const {
    return std::find(axes_.label_columns.begin(), axes_.label_columns.end(), column) != axes_.label_columns.end();
  }

  void read_rows() {
    for (const int c : axes_.label_columns) {
      PqrsAxis names = PqrsAxis::none;
      std::string head_text;
      for (int r = 0; r < axes_.header_rows; ++r) {
        const PqrsLabel& head = label(r, c);
        axes_.subject = axes_.subject || head.subject;
        axes_.foreign = axes_.foreign || (head.foreign && head.names == PqrsAxis::none);
        if (head.names == PqrsAxis::none) continue;
        axes_.of_petitions = axes_.of_petitions || head.of_petitions;
        names = head.names == PqrsAxis::state ? PqrsAxis::measure : head.names;
        head_text = head.text;
      }
      for (int r = axes_.header_rows; r < table_.rows; ++r) {
        const model::Cell* here = cell(r, c);
        if (here == nullptr || here->text.empty()) continue;
        if (here->column < c && is_label_column(here->column)) continue;  // one label over two columns
        PqrsLine part;
        add_label(part, label(r, c), names == PqrsAxis::period ? PqrsAxis::none : names);
        if (names == PqrsAxis::period && part.period.empty() && !part.total) {  // "Trimestre" over "I", "II"
          part.period = period_label(head_text + " " + here->text);
          part.unknown = part.unknown && part.period.empty();
        }
        join_lines(axes_.rows[static_cast<std::size_t>(r)], part);
      }
      const bool better =
          axes_.row_axis == PqrsAxis::none || (axes_.row_axis == PqrsAxis::period && names != PqrsAxis::period);
      if (names != PqrsAxis::none && better) axes_.row_axis = names;
    }
    for (int r = axes_.header_rows; r < table_.rows; ++r) {
      PqrsLine& line = axes_.rows[static_cast<std::size_t>(r)];
      const RowRole role =
          reading_.rows.size() == axes_.rows.size() ? reading_.rows[static_cast<std::size_t>(r)].role : RowRole::line;
      if ((role == RowRole::total || role == RowRole::subtotal) && line.label.empty() && line.period.empty())
        line.total = true;
      line.blank = line.text.empty();
    }
  }

  // Where most labels are things of one kind, the others are too ("Otros", "Tutelas", "Chat institucional").
  void name_unknown_things() {
    axes_.row_axis = dominant_axis(axes_.rows, axes_.row_axis, rows_with_figures());
    axes_.column_axis = dominant_axis(axes_.columns, PqrsAxis::none, axes_.value_columns);
    // "PQRS por áreas": what the labels are. A title that only names an area does not say so.
    const Vocabulary::Entry* by = words_.dimensions.longest(normalise::fold(axes_.title));
    const PqrsAxis axis = by == nullptr ? PqrsAxis::none : axis_named(by->meaning);
    const bool says = by != nullptr && (by->folded.rfind("por ", 0) == 0 || axis == PqrsAxis::reason) &&
                      axis != PqrsAxis::period && axis != PqrsAxis::state;
    if (says && axes_.row_axis == PqrsAxis::none && !axes_.label_columns.empty()) axes_.row_axis = axis;
    give_axis(axes_.rows, axes_.row_axis, rows_with_figures(), true);
    give_axis(axes_.columns, axes_.column_axis, axes_.value_columns, false);
  }

  [[nodiscard]] std::vector<int> rows_with_figures() const {
    std::vector<int> rows;
    for (int r = axes_.header_rows; r < table_.rows; ++r) {
      if (!axes_.rows[static_cast<std::size_t>(r)].blank) rows.push_back(r);
    }
    return rows;
  }

  // Rows of "Sí" and "No" count answers to questions.
  void find_answers() {
    bool yes = false;
    bool no = false;
    for (const int c : axes_.label_columns) {
      for (int r = axes_.header_rows; r < table_.rows; ++r) {
        yes = yes || label(r, c).folded == "si";
        no = no || label(r, c).folded == "no";
      }
    }
    axes_.foreign = axes_.foreign || (yes && no);
  }

  void count_evidence() {
    std::set<std::string> things;
    std::set<Measure> measures;
    const auto look = [&](const PqrsLine& line) {
      if (!line.type.empty()) things.insert(line.type);
      if (line.measure != Measure::none) measures.insert(line.measure);
    };
    for (const int c : axes_.value_columns) look(axes_.columns[static_cast<std::size_t>(c)]);
    for (int r = axes_.header_rows; r < table_.rows; ++r) look(axes_.rows[static_cast<std::size_t>(r)]);
    axes_.things = static_cast<int>(things.size());
    axes_.measures = static_cast<int>(measures.size());
  }

  const PqrsWords& words_;
  const model::Table& table_;
  const TableReading& reading_;
  std::vector<PqrsLabel> labels_;  // of the table's cells, read when asked for
  std::vector<bool> known_;
  PqrsAxes axes_;
};

}  // namespace

namespace {

// Top and bottom of a row: of its cells of one row's height.
model::Rect row_box(const model::Table& table, int row) {
  model::Rect box;
  for (const model::Cell& cell : table.cells) {
    if (cell.row == row && cell.row_span == 1 && cell.page == table.first_page) box = model::united(box, cell.box);
  }
  return box;
}

}  // namespace

bool borrow_labels(const model::Table& table, PqrsAxes& axes, const model::Table& left, const PqrsAxes& left_axes) {
  bool any = false;
  for (int r = axes.header_rows; r < table.rows; ++r) {
    const model::Rect box = row_box(table, r);
    for (int l = left_axes.header_rows; l < left.rows; ++l) {
      const PqrsLine& line = left_axes.rows[static_cast<std::size_t>(l)];
      if (line.blank || overlap_y(box, row_box(left, l)) * 2 <= box.height()) continue;
      axes.rows[static_cast<std::size_t>(r)] = line;
      any = true;
      break;
    }
  }
  if (any) axes.row_axis = left_axes.row_axis;
  if (any) axes.things = left_axes.things;
  return any;
}

PqrsAxes read_pqrs_axes(const PqrsWords& words, const model::Table& table, const TableReading& reading) {
  return AxesReader(words, table, reading).read(false);
}

PqrsAxes read_pqrs_labels(const PqrsWords& words, const model::Table& table, const TableReading& reading) {
  return AxesReader(words, table, reading).read(true);
}

}  // namespace cotejo::mapping
