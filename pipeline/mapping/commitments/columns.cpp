#include "pipeline/mapping/commitments/columns.h"

#include <algorithm>
#include <array>
#include <utility>

#include "pipeline/mapping/commitments/head.h"
#include "pipeline/mapping/commitments/headless.h"
#include "pipeline/mapping/commitments/inherit.h"
#include "pipeline/mapping/commitments/period_heads.h"
#include "pipeline/mapping/commitments/shape.h"
#include "pipeline/mapping/commitments/status_marks.h"
#include "pipeline/mapping/text/periods.h"
#include "pipeline/normalise/dates/dates.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

class ColumnsReader {
 public:
  ColumnsReader(const Vocabulary& vocabulary, const model::Table& table, const TableReading& reading)
      : vocabulary_(vocabulary), table_(table), reading_(reading) {}

  std::optional<CommitmentColumns> read(const std::vector<CommitmentColumns>& before, bool plan) {
    columns_.columns.resize(static_cast<std::size_t>(table_.columns));
    find_places();
    columns_.header_rows = commitment_header_rows(vocabulary_, table_, reading_);
    for (int c = 0; c < table_.columns; ++c) read_head(c);
    find_month_letters();
    find_status_marks(vocabulary_, table_, reading_, columns_);
    find_beginnings();
    if (!knows_heads()) {
      if (auto columns = inherited(before)) return columns;
      return plan ? headless_columns(vocabulary_, table_, reading_, columns_) : std::nullopt;
    }
    for (int c = 0; c < table_.columns; ++c) correct_by_content(c);
    choose_text();
    settle_weak_fields();
    keep_one_number();
    if (columns_.text < 0 || !speaks_of_commitments()) return std::nullopt;
    keep_head_words();
    return columns_;
  }

 private:
  [[nodiscard]] const model::Cell* cell(int row, int column) const {
    const int index = reading_.at(row, column).cell;
    return index < 0 ? nullptr : &table_.cells[static_cast<std::size_t>(index)];
  }

  void read_head(int column) {
    heads_.push_back(read_column_head(vocabulary_, table_, reading_, columns_.header_rows, column));
    set_field(column);
  }

  // "Fecha iniciación metas": when it begins.
  void find_beginnings() {
    for (CommitmentColumn& column : columns_.columns) {
      const std::string head = normalise::fold(column.head);
      if (column.field == CommitmentField::due && (" " + head).find(" inici") != std::string::npos)
        column.field = CommitmentField::due_from;
    }
  }

  // Twelve heads of one letter side by side: E F M A M J J A S O N D.
  void find_month_letters() {
    std::vector<std::string> inner;
    for (const ColumnHead& head : heads_) inner.push_back(normalise::fold(head.inner));
    for (std::size_t first = 0; first < heads_.size(); ++first) {
      const bool same = month_letters_at(inner, first);
      for (std::size_t i = 0; same && i < kMonths; ++i) {
        CommitmentColumn& column = columns_.columns[first + i];
        column.field = CommitmentField::period_mark;
        column.first_month = column.last_month = static_cast<int>(i) + 1;
        column.label = month_name(column.first_month);
        heads_[first + i].meaning.clear();
      }
    }
  }

  void set_field(int column) {
    const ColumnHead& head = heads_[static_cast<std::size_t>(column)];
    CommitmentColumn& out = columns_.columns[static_cast<std::size_t>(column)];
    out.head = head.inner;
    const bool reached = head.meaning == "ejecutado" || head.meaning == "avance";
    out.field = reached && lies_ahead(head.inner) ? CommitmentField::product : field_of(head.meaning);
    if ((out.field == CommitmentField::progress || out.field == CommitmentField::executed) && head.percent)
      out.field = CommitmentField::progress_percent;
    set_mark(head, column, out);
  }

  // A column of marks is told by a group head ("Etapas", "Mes", "Cuatrimestre") or by its own head being a stage, a
  // part of the year or a date, and by its cells, which are short or empty.
  void set_mark(const ColumnHead& head, int column, CommitmentColumn& out) {
    const ColumnShape& shape = shape_of(column);
    if (shape.texts > 0 || head.inner.empty()) return;
    const std::string inner = normalise::fold(head.inner);
    if (head.group == "etapas" && inner != head.group) {
      out.field = CommitmentField::stage_mark;
    } else if (shape.marks > 0 && head.group.empty() && vocabulary_.meaning("compromisos.etapa", inner) == "etapa") {
      out.field = CommitmentField::stage_mark;
    }
    if (out.field == CommitmentField::stage_mark) {
      out.label = head.inner;
      return;
    }
    const normalise::YearPart part = part_under(head, table_, reading_, columns_.header_rows, column);
    const bool dated = !normalise::find_dates(head.inner, reading_.vigencia).empty();
    const bool marked = shape.filled == 0 || shape.most(shape.marks);
    if ((part.first_month != 0 || dated) && (!head.group.empty() || marked || head.grouped)) {
      out.field = CommitmentField::period_mark;
      out.first_month = part.first_month;
      out.last_month = part.last_month;
      out.label = period_column_label(head.inner, part);
    }
  }

  static CommitmentField field_of(const std::string& meaning) {
    // Marks, and tema, meta_producto, dependencia, periodicidad …, are settled later.
    const CommitmentField field = commitment_field_named(meaning);
    const bool mark = field == CommitmentField::stage_mark || field == CommitmentField::period_mark;
    return mark ? CommitmentField::none : field;
  }

  // What stands in a column below the head; kept, for each column is asked about several times.
  const ColumnShape& shape_of(int column) {
    if (shapes_.empty()) shapes_.resize(static_cast<std::size_t>(table_.columns));
    std::optional<ColumnShape>& shape = shapes_[static_cast<std::size_t>(column)];
    if (!shape) shape = column_shape(vocabulary_, table_, reading_, columns_.header_rows, column);
    return *shape;
  }

  [[nodiscard]] bool knows_heads() const {
    const auto known =
        std::count_if(heads_.begin(), heads_.end(), [](const ColumnHead& head) { return !head.meaning.empty(); });
    return known >= 2 || (known == 1 && columns_.has(CommitmentField::period_mark));
  }

  // A table whose first row is already a commitment goes on from the one before when it has as many columns, and words
  // where that one has the words of its commitments.
  std::optional<CommitmentColumns> inherited(const std::vector<CommitmentColumns>& before) {
    for (auto it = before.rbegin(); it != before.rend(); ++it) {
      if (!take_columns(*it, table_, columns_)) continue;
      columns_.header_rows = 0;
      columns_.goes_on = true;
      shapes_.clear();
      const ColumnShape& words = shape_of(columns_.text);
      if (words.most(words.words())) return columns_;
    }
    return std::nullopt;
  }

  void find_places() {
    columns_.last_page = table_.last_page;
    for (const model::Cell& cell : table_.cells) {
      if (cell.column_span != 1 || cell.column < 0 || cell.column >= table_.columns) continue;
      CommitmentColumn& column = columns_.columns[static_cast<std::size_t>(cell.column)];
      if (column.x1 > column.x0) continue;
      column.x0 = cell.box.x0;
      column.x1 = cell.box.x1;
    }
  }

  void correct_by_content(int column) {
    CommitmentColumn& out = columns_.columns[static_cast<std::size_t>(column)];
    using Field = CommitmentField;
    constexpr std::array kCorrected{Field::text,     Field::unit,   Field::number,   Field::component,
                                    Field::executed, Field::status, Field::progress, Field::progress_percent};
    if (std::find(kCorrected.begin(), kCorrected.end(), out.field) == kCorrected.end()) return;
    const ColumnShape& shape = shape_of(column);
    const std::string& meaning = heads_[static_cast<std::size_t>(column)].meaning;
    if (out.field == CommitmentField::text && shape.most(shape.serials)) out.field = CommitmentField::number;
    if (out.field == CommitmentField::text && shape.filled > 0 && shape.numbers + shape.percents > 0 &&
        !shape.most(shape.words()))  // "Compromiso 2016" over "1,25": what is to be reached
      out.field = columns_.has(CommitmentField::goal) ? CommitmentField::none : CommitmentField::goal;
    if (out.field == CommitmentField::unit && shape.most(shape.numbers) && !columns_.has(CommitmentField::goal))
      out.field = CommitmentField::goal;  // "Unidad de medida de la meta" over how many of them
    if (out.field == CommitmentField::progress && shape.most(shape.percents))
      out.field = CommitmentField::progress_percent;
    if (out.field == CommitmentField::executed && shape.most(shape.percents))
      out.field = CommitmentField::progress_percent;
    if (out.field == CommitmentField::executed && shape.most(shape.texts)) out.field = CommitmentField::progress;
    if (out.field == CommitmentField::progress_percent && !shape.most(shape.percents + shape.numbers) &&
        shape.filled > 0) {
      out.field = meaning == "porcentaje" ? CommitmentField::status : CommitmentField::progress;
    }
    if (out.field == CommitmentField::status && shape.most(shape.percents))
      out.field = CommitmentField::progress_percent;
    if (out.field == CommitmentField::number && shape.most(shape.texts)) out.field = CommitmentField::none;
    if (out.field == CommitmentField::component && shape.most(shape.serials)) {  // "Subcomponente" over "…" and "1.1"
      out.field = columns_.has(CommitmentField::number) ? CommitmentField::none : CommitmentField::number;
    }
  }

  [[nodiscard]] int find_meaning(std::string_view meaning, bool with_words) {
    for (int c = 0; c < table_.columns; ++c) {
      if (heads_[static_cast<std::size_t>(c)].meaning != meaning) continue;
      const ColumnShape& shape = shape_of(c);
      if (!with_words || shape.most(shape.texts)) return c;
    }
    return -1;
  }

  // "Asunto pendiente" beside "Acciones por realizar": what is to be done is the commitment, and the matter what it is
  // about.
  void put_matters_beside_actions() {
    std::vector<int> matters;
    bool actions = false;
    for (int c = 0; c < table_.columns; ++c) {
      if (columns_.columns[static_cast<std::size_t>(c)].field != CommitmentField::text) continue;
      const std::string head = normalise::fold(heads_[static_cast<std::size_t>(c)].inner);
      const bool action = head.starts_with("accion") || head.starts_with("actividad") || head.starts_with("tarea");
      const bool matter = head.starts_with("asunto") || head.starts_with("tema");
      actions = actions || (action && shape_of(c).most(shape_of(c).texts));
      if (matter) matters.push_back(c);
    }
    if (!actions) return;
    for (const int c : matters) {
      columns_.columns[static_cast<std::size_t>(c)].field = CommitmentField::none;
      heads_[static_cast<std::size_t>(c)].meaning = "tema";
    }
  }

  // The commitment's own words: the column headed so; else the goal of product; else a theme, a product or a goal in
  // words.
  void choose_text() {
    put_matters_beside_actions();
    int best_words = -1;
    for (int c = 0; c < table_.columns; ++c) {
      CommitmentColumn& column = columns_.columns[static_cast<std::size_t>(c)];
      if (column.field != CommitmentField::text) continue;
      const ColumnShape& shape = shape_of(c);
      if (columns_.text < 0 || shape.texts > best_words) {
        if (columns_.text >= 0) columns_.columns[static_cast<std::size_t>(columns_.text)].field = CommitmentField::none;
        columns_.text = c;
        best_words = shape.texts;
      } else {
        column.field = CommitmentField::none;
      }
    }
    strong_ = columns_.text >= 0;
    for (const std::string_view meaning : {"meta_producto", "tema", "producto", "meta", "componente", "indicador"}) {
      if (columns_.text >= 0) break;
      columns_.text = find_meaning(meaning, true);
      strong_ = columns_.text >= 0 && meaning == "meta_producto";
    }
    if (columns_.text >= 0) columns_.columns[static_cast<std::size_t>(columns_.text)].field = CommitmentField::text;
  }

  void settle_weak_fields() {
    const bool goal = columns_.has(CommitmentField::goal);
    const bool responsible = columns_.has(CommitmentField::responsible);
    const bool due = columns_.has(CommitmentField::due);
    for (int c = 0; c < table_.columns; ++c) {
      CommitmentColumn& column = columns_.columns[static_cast<std::size_t>(c)];
      const std::string& meaning = heads_[static_cast<std::size_t>(c)].meaning;
      if (column.field != CommitmentField::none || c == columns_.text) continue;
      const bool before_text = heads_[static_cast<std::size_t>(c)].inner.empty() && c + 1 == columns_.text;
      if (meaning.empty() && !before_text && !groups_rows(c)) continue;
      const ColumnShape& shape = shape_of(c);
      if (meaning.empty() && groups_rows(c) && !columns_.has(CommitmentField::component) && shape.numbers == 0)
        column.field = CommitmentField::component;
      if (meaning == "meta_producto")
        column.field = goal || shape.most(shape.texts) ? CommitmentField::product : CommitmentField::goal;
      if (meaning == "tema" && strong_ && shape.filled > 0 &&
          !shape.most(shape.numbers + shape.percents + shape.serials))
        column.field = CommitmentField::subject;
      if (meaning == "dependencia" && !responsible) column.field = CommitmentField::responsible;
      if (meaning == "periodicidad" && !due) column.field = CommitmentField::due;
      if (meaning == "periodos" && !due && !shape.most(shape.marks)) column.field = CommitmentField::due;
      // "Actividades" over two columns, the first of which holds "1.1", "1.2" …
      if (meaning == "compromiso" && shape.most(shape.serials)) column.field = CommitmentField::number;
      if (before_text && shape.most(shape.serials)) column.field = CommitmentField::number;
    }
  }

  // Left of the words, with cells over several rows: what the rows under one such cell belong to, whatever its head.
  [[nodiscard]] bool groups_rows(int column) const {
    if (column >= columns_.text || heads_[static_cast<std::size_t>(column)].inner.empty()) return false;
    for (int r = columns_.header_rows; r < table_.rows; ++r) {
      const model::Cell* here = cell(r, column);
      const model::Cell* words = cell(r, columns_.text);
      if (here != nullptr && here->row_span > 1 && here->column_span == 1 && !here->text.empty() && words != nullptr &&
          words->row_span < here->row_span)
        return true;
    }
    return false;
  }

  // "No." over the numbers, and "No." over how many there are: the number stands before the words.
  void keep_one_number() {
    int best = -1;
    const auto nearer = [&](int column) {
      return best < 0 || (column < columns_.text && (best > columns_.text || column > best));
    };
    for (int c = 0; c < table_.columns; ++c) {
      CommitmentColumn& column = columns_.columns[static_cast<std::size_t>(c)];
      if (column.field != CommitmentField::number) continue;
      const bool serial = shape_of(c).most(shape_of(c).serials);
      if (nearer(c) && (best < 0 || serial)) {
        if (best >= 0) columns_.columns[static_cast<std::size_t>(best)].field = CommitmentField::none;
        best = c;
      } else {
        column.field = CommitmentField::none;
      }
    }
  }

  [[nodiscard]] bool speaks_of_commitments() {
    const ColumnShape& words = shape_of(columns_.text);
    // Short ones ("Capacitación") still are words; figures are not.
    if (!words.most(words.words()) && words.numbers + words.percents > 0) return false;
    using Field = CommitmentField;
    const bool who = columns_.has(Field::responsible);
    const bool when = columns_.has(Field::due) || columns_.has(Field::due_from) || columns_.has(Field::period_mark);
    const bool how = columns_.has(Field::progress) || columns_.has(Field::progress_percent) ||
                     columns_.has(Field::status) || columns_.has(Field::status_mark) || columns_.has(Field::stage_mark);
    const bool reached = columns_.has(Field::goal) && columns_.has(Field::executed);
    const bool measured = columns_.has(Field::goal) || columns_.has(Field::indicator);
    if (strong_) return who || when || how || reached;
    return (who ? 1 : 0) + (when ? 1 : 0) + (how ? 1 : 0) + (reached || measured ? 1 : 0) >= 2;
  }

  void keep_head_words() {
    for (int r = 0; r < columns_.header_rows; ++r) {
      for (int c = 0; c < table_.columns; ++c) {
        const int index = reading_.at(r, c).cell;
        if (index < 0) continue;
        std::string words = normalise::fold(table_.cells[static_cast<std::size_t>(index)].text);
        if (!words.empty()) columns_.head_words.push_back(std::move(words));
      }
    }
    std::sort(columns_.head_words.begin(), columns_.head_words.end());
    columns_.head_words.erase(std::unique(columns_.head_words.begin(), columns_.head_words.end()),
                              columns_.head_words.end());
  }

  const Vocabulary& vocabulary_;
  const model::Table& table_;
  const TableReading& reading_;
  std::vector<ColumnHead> heads_;
  std::vector<std::optional<ColumnShape>> shapes_;
  CommitmentColumns columns_;
  bool strong_ = false;
};

}  // namespace

std::optional<CommitmentColumns> read_commitment_columns(const Vocabulary& vocabulary, const model::Table& table,
                                                         const TableReading& reading,
                                                         const std::vector<CommitmentColumns>& before, bool plan) {
  if (table.rows < 1 || table.columns < 2) return std::nullopt;
  if (reading.grid.size() != static_cast<std::size_t>(table.rows) * static_cast<std::size_t>(table.columns))
    return std::nullopt;
  if (reading.columns.size() != static_cast<std::size_t>(table.columns)) return std::nullopt;
  return ColumnsReader(vocabulary, table, reading).read(before, plan);
}

}  // namespace cotejo::mapping
