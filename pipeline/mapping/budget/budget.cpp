#include "pipeline/mapping/budget/budget.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "base/digits.h"
#include "pipeline/mapping/budget/budget_class.h"
#include "pipeline/mapping/budget/percent.h"
#include "pipeline/mapping/budget/tolerances.h"
#include "pipeline/mapping/table/budget_code.h"
#include "pipeline/mapping/table/cell_source.h"
#include "pipeline/mapping/words/vocabulary.h"
#include "pipeline/mapping/words/words_of.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::budget;

using model::Measure;
using model::TableKind;
using normalise::NumberKind;

bool is_entry(const RowReading& row) {
  return row.role == RowRole::line || row.role == RowRole::subtotal || row.role == RowRole::total;
}

// Columns of money say their own stage.
bool says_stages(const std::vector<ColumnReading>& columns) {
  return std::any_of(columns.begin(), columns.end(), [](const ColumnReading& column) {
    return column.role == ColumnRole::amount && column.measure != Measure::none;
  });
}

// "Ingresos y egresos": what it says of spending is not of all that stands under it.
bool speaks_of_income(std::string_view text) {
  const std::string folded = normalise::fold(text);
  return has_words(folded, "ingresos") || has_words(folded, "ingreso");
}

class TableMapper {
 public:
  TableMapper(const model::Bundle& bundle, const TableReading& reading, const Vocabulary& vocabulary)
      : table_(bundle.tables[static_cast<std::size_t>(reading.table)]),
        reading_(reading),
        columns_(reading.columns),
        vocabulary_(vocabulary) {}

  BudgetClaim map() {
    claim_.kind = reading_.kind;
    if (reading_.kind == TableKind::other || reading_.kind == TableKind::petitions) {
      leave_all_out();
      return std::move(claim_);
    }
    find_years();
    class_ = budget_class_of(reading_, normalise::fold(table_.title), vocabulary_);
    if (reading_.kind == TableKind::budget) {
      title_measure_ = measure_of_words(normalise::fold(table_.title));
      says_stages_ = says_stages(columns_);
      if (is_stage_of_spending(title_measure_) && speaks_of_income(table_.title)) title_measure_ = Measure::none;
      columns_ = with_named_percentages(reading_);
    }
    for (std::size_t c = 0; c < columns_.size(); ++c) map_column(static_cast<int>(c));
    tell_carried();
    claim_.columns = std::move(columns_);
    return std::move(claim_);
  }

 private:
  Measure measure_of_words(std::string_view folded) const {
    std::string measure = vocabulary_.meaning("columnas.saldo", folded);
    if (measure.empty()) measure = vocabulary_.meaning("columnas.presupuesto", folded);
    return model::measure_named(measure);
  }

  // Where the stages run down the rows a label may hold more than the stage's name; elsewhere it must be nothing else,
  // for budget lines are named like stages too ("Recursos de libre disponibilidad").
  Measure row_measure(const RowReading& row) const {
    if (row.label.size() > kLongestName) return {};
    const std::string folded = normalise::fold(row.label);
    if (reading_.transposed) return measure_of_words(folded);
    return model::measure_named(vocabulary_.exact("columnas.presupuesto", folded));
  }

  void find_years() {
    std::set<int> rows;
    std::set<int> columns;
    for (const RowReading& row : reading_.rows) {
      if (is_entry(row) && row.vigencia != 0) rows.insert(row.vigencia);
    }
    for (const ColumnReading& column : columns_) {
      if (column.vigencia != 0) columns.insert(column.vigencia);
    }
    years_in_rows_ = rows.size() > 1;
    years_in_columns_ = columns.size() > 1;
    // "Apropiación 2012", "Compromisos 2012", "Por ejecutar": one year is said, and of all.
    vigencia_ = reading_.vigencia != 0 || columns.size() != 1 || !rows.empty() ? reading_.vigencia : *columns.begin();
  }

  // VAN and VIENEN are no lines: told, so that no figure is lost in silence.
  void tell_carried() {
    for (std::size_t r = 0; r < reading_.rows.size(); ++r) {
      const RowReading& row = reading_.rows[r];
      if (row.role == RowRole::carried)
        claim_.left_out.push_back(
            fmt::format("fila {} «{}»: sumas llevadas de una hoja a otra, no son una línea", r, row.label));
    }
  }

  void leave_all_out() {
    for (const ColumnReading& column : columns_) {
      if (column.role == ColumnRole::amount) leave_out(column, "dinero de una tabla que no es de presupuesto");
    }
  }

  // Figures of a month stand beside those of the year so far, or one month beside another: of the vigencia are only
  // the accumulated ones.
  bool is_part_of_year(const ColumnReading& column) const {
    if (column.period.empty()) return false;
    return std::any_of(columns_.begin(), columns_.end(), [&](const ColumnReading& other) {
      return &other != &column && other.role == column.role && other.vigencia == column.vigencia &&
             ((other.measure == column.measure && other.field == column.field && other.sum == column.sum) ||
              (column.plain() && other.sum));
    });
  }

  void map_column(int c) {
    const ColumnReading& column = columns_[static_cast<std::size_t>(c)];
    const bool money = column.role == ColumnRole::amount;
    if (!money && column.role != ColumnRole::percent) return;
    if (!money && column.measure != Measure::porcentaje_ejecucion) {
      if (reading_.kind == TableKind::budget) leave_out(column, "porcentaje que no se sabe de qué es");
      return;
    }
    if (money && column.sum && years_in_columns_) {
      return leave_out(column, "suma varias vigencias y no es de ninguna");
    }
    if (money && column.other_money) return leave_out(column, "dinero que no es pesos ni dólares");
    if (class_ == BudgetClass::ingresos && is_stage_of_spending(column.measure))
      return leave_out(column, "en un presupuesto de ingresos no es etapa del gasto");
    if (is_part_of_year(column)) return leave_out(column, "es de una parte del año y no de toda la vigencia");
    const Measure own = column.measure;
    if (own == Measure::none && reading_.kind != TableKind::budget)
      return leave_out(column, "dinero sin etapa presupuestal");
    int mapped = 0;
    for (int r = reading_.header_rows; r < static_cast<int>(reading_.rows.size()); ++r) {
      const CellReading& place = reading_.at(r, c);
      if (place.origin && is_entry(reading_.rows[static_cast<std::size_t>(r)])) mapped += map_cell(r, c, own) ? 1 : 0;
    }
    if (mapped == 0 && own == Measure::none)
      leave_out(column, "ni el encabezado ni las filas dicen qué etapa presupuestal es");
  }

  bool map_cell(int r, int c, Measure column_measure) {
    const CellReading& place = reading_.at(r, c);
    const model::Cell& cell = table_.cells[static_cast<std::size_t>(place.cell)];
    if (place.number.kind != NumberKind::number && place.number.kind != NumberKind::dash) {
      if (place.number.kind == NumberKind::ambiguous)
        leave_out(cell, "no se sabe si el signo separa miles o decimales");
      return false;
    }
    if (!place.number.rest.empty() && base::is_digit(place.number.rest.front())) {
      leave_out(cell, "hay más de una cifra en la celda");
      return false;
    }
    const int target = cell.row_span > 1 ? row_of_shared(r, cell) : r;
    if (target < 0) return false;
    const ColumnReading& column = columns_[static_cast<std::size_t>(c)];
    const RowReading& row = reading_.rows[static_cast<std::size_t>(target)];
    if (row.code.empty() && row.label.empty() && row.vigencia == 0 && column.vigencia == 0) {
      leave_out(cell, "su fila no tiene código ni nombre");
      return false;
    }
    model::BudgetEntry entry;
    entry.description = row.label;
    Measure measure = column_measure;
    if (measure == Measure::none) measure = row_measure(row);
    if (measure == Measure::none && !reading_.transposed) {
      measure = title_measure_of(column);
      if (column.vigencia == 0 && !column.sum && !column.head.empty()) entry.description += " / " + column.head;
    }
    if (measure == Measure::none) return false;
    entry.measure = measure;
    if (row.role == RowRole::total && years_in_rows_ && row.vigencia == 0 && column.vigencia == 0) {
      leave_out(cell, "suma varias vigencias y no es de ninguna");
      return false;
    }
    entry.vigencia = vigencia_of(column, row);
    entry.code = row.code;
    entry.bpin = bpin_of_row(target, row.code);
    entry.amount = place.number.amount;
    if (place.number.kind == NumberKind::dash) entry.amount.unit = column.unit;
    if (column.role == ColumnRole::percent) entry.amount.unit = model::Unit::percent;
    entry.total = row.role != RowRole::line;
    entry.level = level_of(row);
    entry.budget_class = class_of(row);
    entry.doubt = reason_of(place.doubt);
    entry.source = source_of(cell, reading_.table, target, c);
    if (!entry.doubt.empty()) entry.source.confidence = std::min(entry.source.confidence, kDoubtful);
    claim_.records.push_back(std::move(entry));
    return true;
  }

  // The caption's stage is of columns that say nothing but a year or a total; where other columns say their own, one
  // that does not is of something else ("Ejecución de reservas": "Valor acta de cancelación"; "2014": "Recaudo",
  // "Cartera").
  [[nodiscard]] Measure title_measure_of(const ColumnReading& column) const {
    const bool beside = std::any_of(columns_.begin(), columns_.end(), [&](const ColumnReading& other) {
      return other.role == ColumnRole::amount && other.measure != Measure::none && other.vigencia == column.vigencia;
    });
    const bool bare = column.sum || (column.vigencia != 0 && !beside);
    return says_stages_ && !bare ? Measure::none : title_measure_;
  }

  static model::Level level_of(const RowReading& row) {
    if (row.role == RowRole::total) return model::Level::total;
    return row.role == RowRole::line ? model::Level::line : model::subtotal_level(row.level + 1);
  }

  // A table of income and spending tells by its parts.
  [[nodiscard]] BudgetClass class_of(const RowReading& row) const {
    if (class_ != BudgetClass::none) return class_;
    const BudgetClass own = budget_class_of(normalise::fold(row.section), vocabulary_);
    return own != BudgetClass::none || row.role != RowRole::total
               ? own
               : budget_class_of(normalise::fold(row.label), vocabulary_);
  }

  int vigencia_of(const ColumnReading& column, const RowReading& row) const {
    if (column.vigencia != 0) return column.vigencia;
    if (years_in(normalise::fold(column.head)).size() > 1) return 0;  // "2020 - 2023": of no single one
    return row.vigencia != 0 ? row.vigencia : vigencia_;
  }

  const std::string& bpin_of_row(int r, const std::string& code) {
    if (bpins_.empty()) bpins_.resize(reading_.rows.size());
    std::optional<std::string>& bpin = bpins_[static_cast<std::size_t>(r)];
    if (!bpin) bpin = find_bpin(r, code);
    return *bpin;
  }

  std::string find_bpin(int r, const std::string& code) const {
    if (std::string bpin = bpin_of(code); !bpin.empty()) return bpin;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (columns_[c].role != ColumnRole::code) continue;
      const CellReading& place = reading_.at(r, static_cast<int>(c));
      if (place.cell < 0) continue;
      const std::string& text = table_.cells[static_cast<std::size_t>(place.cell)].text;
      if (std::string bpin = bpin_of(read_code(text).code); !bpin.empty()) return bpin;
    }
    return {};
  }

  // The row that a figure merged over several rows belongs to: the total among them; -1 when none of them can claim it.
  int row_of_shared(int r, const model::Cell& cell) {
    const int last = std::min(r + cell.row_span, static_cast<int>(reading_.rows.size()));
    int lines = 0;
    int line = -1;
    for (int i = r; i < last; ++i) {
      const RowReading& row = reading_.rows[static_cast<std::size_t>(i)];
      if (row.role == RowRole::total || row.role == RowRole::subtotal) return i;
      if (row.role != RowRole::line) continue;
      ++lines;
      if (line < 0) line = i;
    }
    if (lines <= 1) return line;
    leave_out(cell, fmt::format("es de {} filas en común y de ninguna por sí sola", lines));
    return -1;
  }

  void leave_out(const ColumnReading& column, std::string_view why) {
    claim_.left_out.push_back(fmt::format("columna «{}»: {}", column.head, why));
  }
  void leave_out(const model::Cell& cell, std::string_view why) {
    claim_.left_out.push_back(fmt::format("«{}» (fila {}, columna {}): {}", cell.text, cell.row, cell.column, why));
  }

  const model::Table& table_;
  const TableReading& reading_;
  std::vector<ColumnReading> columns_;
  const Vocabulary& vocabulary_;
  BudgetClaim claim_;
  Measure title_measure_ = Measure::none;
  bool says_stages_ = false;
  BudgetClass class_ = BudgetClass::none;          // of the whole table
  std::vector<std::optional<std::string>> bpins_;  // of the rows, found when asked for
  int vigencia_ = 0;                               // where neither column nor row tell
  bool years_in_rows_ = false;
  bool years_in_columns_ = false;
};

}  // namespace

BudgetClaim claim_budget(const model::Bundle& bundle, const TableReading& reading, const Vocabulary& vocabulary) {
  return TableMapper(bundle, reading, vocabulary).map();
}

}  // namespace cotejo::mapping
