#include "pipeline/mapping/columns/columns.h"

#include <algorithm>
#include <array>
#include <set>

#include "pipeline/mapping/columns/role.h"
#include "pipeline/mapping/columns/tolerances.h"
#include "pipeline/mapping/words/vocabulary.h"
#include "pipeline/mapping/words/words_of.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::columns;

using model::TableKind;

// What the columns and rows together say about the kind of the table.
struct TableEvidence {
  int budget_columns = 0;             // figures under a stage of the budget
  std::set<model::Measure> measures;  // the stages
  int year_columns = 0;               // large figures under nothing but a year
  int pqrs_columns = 0;
  int measure_rows = 0;  // rows of money whose label is a stage
  int money_rows = 0;
  bool money = false;
  bool contracts = false;
  std::set<CommitmentField> fields;  // of commitments
};

TableEvidence evidence_of(const Sheet& sheet, int header_rows, const std::vector<ColumnHead>& heads,
                          const std::vector<ColumnValues>& all_values, int scale, const Vocabulary& vocabulary) {
  TableEvidence evidence;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    const ColumnValues& values = all_values[i];
    const ColumnHead& head = heads[i];
    const bool stage = !head.budget.meaning.empty();
    const bool names = !values.numeric() || values.bare_digits * 2 > values.figures();  // not a count of contracts
    evidence.contracts |= head.general == "contrato" && names;
    if (values.numeric() && !is_percent(head, values, vocabulary)) {
      evidence.budget_columns += stage ? 1 : 0;
      evidence.pqrs_columns += head.pqrs == model::Measure::none ? 0 : 1;
      const bool large = values.money > 0 || values.largest >= kLargeAsMoney || scale > 0;
      evidence.year_columns += large && only_year(head.joined) != 0 ? 1 : 0;
      if (stage) evidence.measures.insert(model::measure_named(head.budget.meaning));
      evidence.money |= values.money > 0 || (stage && (values.largest >= kLargeAsMoney || scale > 0));
    }
    if (head.field != CommitmentField::none && values.filled > 0 && values.money == 0)
      evidence.fields.insert(head.field);
  }
  evidence.money |= evidence.measures.size() >= kEnoughStages;
  for (int row = header_rows; row < sheet.rows; ++row) {
    bool money = false;
    for (int column = 1; column < sheet.columns; ++column) money |= sheet.shape(row, column) == Shape::money;
    evidence.money_rows += money ? 1 : 0;
    evidence.measure_rows += money && !vocabulary.exact("columnas.presupuesto", sheet.fold(row, 0)).empty() ? 1 : 0;
  }
  return evidence;
}

// In a table that runs the other way most rows of money are stages; in a balance sheet a few accounts are named like
// one.
bool stages_run_down(const TableEvidence& evidence) {
  return evidence.measure_rows > 0 && evidence.measure_rows * 2 >= evidence.money_rows;
}

// "Tabla 3. Pagos por concepto de gasto": the caption begins with the stage that its figures are of.
bool begins_with_stage(std::string_view title, const Vocabulary& vocabulary) {
  std::string_view rest = title;
  for (const std::string_view word : words_of(title)) {
    constexpr std::array<std::string_view, 6> kBefore{"tabla", "cuadro", "anexo", "grafico", "grafica", "no"};
    const bool number = word.find_first_not_of("0123456789") == std::string_view::npos;
    if (!number && std::find(kBefore.begin(), kBefore.end(), word) == kBefore.end()) break;
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
  }
  const Vocabulary::Entry* stage = vocabulary.at_start("columnas.presupuesto", rest);
  return stage != nullptr && stage->meaning != "ninguna";
}

// Years side by side under a caption that names the stage: "Pagos por concepto de gasto 2019 - 2021".
bool stage_over_years(const TableEvidence& evidence, TableKind told, std::string_view title,
                      const Vocabulary& vocabulary) {
  if (evidence.year_columns < 2 || evidence.contracts || told == TableKind::petitions) return false;
  if (begins_with_stage(title, vocabulary)) return true;
  if (told != TableKind::budget) return false;
  const std::string stage = vocabulary.meaning("columnas.presupuesto", title);
  return !stage.empty() && stage != "ninguna";
}

// Names and their amounts without a head, under a sentence that says of which stage they are: "constituyó reservas
// presupuestales sobre los siguientes conceptos y valores:".
bool is_introduced_list(const Sheet& sheet, const std::vector<ColumnHead>& heads,
                        const std::vector<ColumnValues>& values, std::string_view title, const Vocabulary& vocabulary) {
  const bool headless = heads.size() == 2 && heads[0].joined.empty() && heads[1].joined.empty();
  if (!headless || !values[0].mostly_text() || values[1].money == 0 || !values[1].numeric()) return false;
  if (!sheet.table->title.ends_with(':') && !has_words(title, "siguientes")) return false;
  if (has_words(title, "contratos") || has_words(title, "contrato") || has_words(title, "convenios")) return false;
  const std::string stage = vocabulary.meaning("columnas.presupuesto", title);
  return !stage.empty() && stage != "ninguna";
}

TableKind kind_of(const TableEvidence& evidence, std::string_view title, std::string_view heading,
                  const Vocabulary& vocabulary) {
  TableKind told = model::table_kind_named(vocabulary.meaning("tablas", title));
  if (told == TableKind::other) told = model::table_kind_named(vocabulary.meaning("tablas", heading));
  // Balances alone stand in a balance sheet: they are of the budget only where something else says so.
  const bool only_balances = evidence.measures == std::set{model::Measure::saldo} && told != TableKind::budget;
  const bool commitment = evidence.fields.contains(CommitmentField::text);
  const auto other_fields = evidence.fields.size() - (commitment ? 1 : 0);
  const bool budget = evidence.money && !evidence.contracts && !only_balances &&
                      (evidence.budget_columns > 0 || stages_run_down(evidence));
  if (budget && (evidence.measures.size() >= kEnoughStages || !commitment || other_fields < 2))
    return TableKind::budget;
  if (!commitment && stage_over_years(evidence, told, title, vocabulary)) return TableKind::budget;
  if (commitment && other_fields >= 1) return TableKind::commitments;
  if (evidence.pqrs_columns > 0 && told == TableKind::petitions && !evidence.money) return TableKind::petitions;
  if (commitment && told == TableKind::commitments) return TableKind::commitments;
  return TableKind::other;
}

// Digits alone under no head, left of the names of a budget's lines: undotted codes whose head stands over their names
// too. The other amounts are printed in groups.
bool is_headless_code(const ColumnHead& head, const ColumnValues& values, const ColumnHead& next,
                      const ColumnValues& next_values) {
  const bool bare = values.money == 0 && values.figures() > 1 && values.bare_digits == values.figures();
  return head.joined.empty() && bare && next_values.mostly_text() &&
         (next.general == "codigo" || next.general == "etiqueta" || next.joined.empty());
}

// "DE EJECUCIÓN" or "RECAUDADO" whose upper line, "PORCENTAJE" or "%", was not read with it: an execution of some tens
// beside millions is printed in percent, and so is a stage of some tens beside the same stage in millions.
void find_bare_percentages(ColumnsReading& reading) {
  using model::Measure;
  std::set<Measure> in_millions{};
  for (std::size_t i = 0; i < reading.columns.size(); ++i)
    if (reading.columns[i].role == ColumnRole::amount && reading.values[i].largest >= kMillions)
      in_millions.insert(reading.columns[i].measure);
  if (in_millions.empty()) return;
  for (std::size_t i = 0; i < reading.columns.size(); ++i) {
    ColumnReading& column = reading.columns[i];
    const ColumnValues& values = reading.values[i];
    const bool stage = column.measure == Measure::recaudo || column.measure == Measure::compromisos ||
                       column.measure == Measure::obligaciones || column.measure == Measure::pagos;
    if (column.measure != Measure::ejecucion && !(stage && in_millions.contains(column.measure))) continue;
    if (values.money > 0 || !values.numeric()) continue;
    if (values.largest <= 1 || values.largest > kLargestPercentage) continue;
    column.role = ColumnRole::percent;
    column.measure = Measure::porcentaje_ejecucion;
    column.unit = model::Unit::percent;
    column.why = "una ejecución de decenas junto a millones: es un porcentaje";
  }
}

}  // namespace

ColumnsReading read_columns(const Sheet& sheet, int header_rows, std::string_view title, std::string_view heading,
                            int scale, const Vocabulary& vocabulary) {
  ColumnsReading reading;
  std::vector<ColumnHead> heads;
  bool money = scale > 0;
  for (int column = 0; column < sheet.columns; ++column) {
    const ColumnValues values = values_of(sheet, header_rows, column);
    money |= values.numeric() && (values.money > 0 || values.largest >= kLargeAsMoney);
    reading.values.push_back(values);
  }
  for (int column = 0; column < sheet.columns; ++column) {
    const ColumnValues& values = reading.values[static_cast<std::size_t>(column)];
    const bool figures = values.numeric() || (values.filled > 0 && values.only_dashes());
    heads.push_back(column_head(sheet, header_rows, column, money && figures, vocabulary));
  }
  const TableEvidence evidence = evidence_of(sheet, header_rows, heads, reading.values, scale, vocabulary);
  reading.kind = kind_of(evidence, title, heading, vocabulary);
  if (reading.kind == TableKind::other && is_introduced_list(sheet, heads, reading.values, title, vocabulary))
    reading.kind = TableKind::budget;
  reading.transposed = reading.kind == TableKind::budget && evidence.budget_columns == 0 && stages_run_down(evidence);
  for (std::size_t i = 0; i < heads.size(); ++i) {
    reading.columns.push_back(read_column(heads[i], reading.values[i], reading.kind, evidence.money, vocabulary));
  }
  if (reading.kind == TableKind::budget && reading.columns.size() > 1 &&
      is_headless_code(heads[0], reading.values[0], heads[1], reading.values[1])) {
    ColumnReading& code = reading.columns[0];
    code.role = ColumnRole::code;
    code.unit = model::Unit::count;
    code.known = true;
    code.why = "cifras sin separadores ni encabezado, a la izquierda de los nombres";
  }
  find_bare_percentages(reading);
  // The first column of words is what the rows are about, when no head says which is.
  const auto is_label = [](const ColumnReading& column) { return column.role == ColumnRole::label && column.plain(); };
  if (std::none_of(reading.columns.begin(), reading.columns.end(), is_label)) {
    const auto first = std::find_if(reading.columns.begin(), reading.columns.end(), [](const ColumnReading& column) {
      return column.role == ColumnRole::text && column.plain();
    });
    if (first != reading.columns.end()) first->role = ColumnRole::label;
  }
  return reading;
}

}  // namespace cotejo::mapping
