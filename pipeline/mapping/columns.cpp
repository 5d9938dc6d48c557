#include "pipeline/mapping/columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "pipeline/mapping/read_table_words.h"
#include "pipeline/mapping/vocabulary.h"
#include "pipeline/normalise/dates.h"
#include "pipeline/normalise/text.h"

namespace cotejo::mapping {
namespace {

// A head with what the vocabulary's sections make of it.
struct Head {
  std::vector<std::string> levels;  // as printed
  std::vector<std::string> folded;  // of each level
  std::string joined;               // the folded levels, a space between them
  bool percent_sign = false;
  std::string general;  // [columnas]
  std::string budget;   // [columnas.saldo], then [columnas.presupuesto]
  std::string pqrs;
  std::string field;  // [columnas.compromisos]
};

// The joined head as a whole, then its innermost level that is an entry as a whole, then the innermost that holds one,
// then the joined head when it holds one.
std::string look_up(const Vocabulary& vocabulary, std::string_view section, const Head& head) {
  if (std::string found = vocabulary.exact(section, head.joined); !found.empty()) return found;
  for (auto level = head.folded.rbegin(); level != head.folded.rend(); ++level) {
    if (std::string found = vocabulary.exact(section, *level); !found.empty()) return found;
  }
  if (!head.folded.empty()) {
    if (std::string found = vocabulary.meaning(section, head.folded.back()); !found.empty()) return found;
  }
  return vocabulary.meaning(section, head.joined);
}

Head head_of(const Sheet& sheet, int header_rows, int column, const Vocabulary& vocabulary) {
  Head head;
  head.levels = head_levels(sheet, header_rows, column);
  for (const std::string& level : head.levels) {
    head.percent_sign |= level.find('%') != std::string::npos;
    std::string folded = normalise::fold(level);
    if (folded.empty()) continue;
    if (!head.joined.empty()) head.joined += ' ';
    head.joined += folded;
    head.folded.push_back(std::move(folded));
  }
  if (head.joined.empty()) return head;
  head.general = look_up(vocabulary, "columnas", head);
  head.budget = look_up(vocabulary, "columnas.saldo", head);
  if (head.budget.empty()) head.budget = look_up(vocabulary, "columnas.presupuesto", head);
  if (head.budget == "ninguna") head.budget.clear();
  head.pqrs = look_up(vocabulary, "columnas.pqrs", head);
  head.field = look_up(vocabulary, "columnas.compromisos", head);
  return head;
}

bool holds(const Vocabulary& vocabulary, std::string_view section, std::string_view meaning, std::string_view folded) {
  const auto& entries = vocabulary.section(section);
  return std::any_of(entries.begin(), entries.end(), [&](const Vocabulary::Entry& entry) {
    return entry.meaning == meaning && has_words(folded, entry.folded);
  });
}

bool is_percent(const Head& head, const ColumnValues& values, const Vocabulary& vocabulary) {
  if (values.money > 0) return false;
  if (values.percents * 2 > values.figures()) return true;
  return values.numeric() && (head.percent_sign || holds(vocabulary, "columnas.porcentaje", "porcentaje", head.joined));
}

// Figures of money: signs, or a head of a budget stage over figures as large as money is.
constexpr double kLargeAsMoney = 100'000;  // pesos; no budget line of a public body is smaller throughout

struct TableEvidence {
  int budget_columns = 0;
  int distinct_measures = 0;
  int pqrs_columns = 0;
  bool money = false;
  bool code_column = false;
  bool contracts = false;
  std::set<std::string> fields;
};

TableEvidence evidence_of(const std::vector<Head>& heads, const ColumnsReading& reading, const Vocabulary& vocabulary) {
  TableEvidence evidence;
  std::set<std::string> measures;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    const ColumnValues& values = reading.values[i];
    const Head& head = heads[i];
    evidence.money |= values.money > 0 || (values.numeric() && !head.budget.empty() && values.largest >= kLargeAsMoney);
    evidence.contracts |= head.general == "contrato";
    const bool percent = is_percent(head, values, vocabulary);
    if (values.numeric() && !percent) {
      if (!head.budget.empty()) {
        ++evidence.budget_columns;
        measures.insert(head.budget);
      }
      if (!head.pqrs.empty()) ++evidence.pqrs_columns;
    }
    evidence.code_column |= head.general == "codigo" || values.codes * 2 > std::max(values.filled, 1);
    if (!values.numeric() && !head.field.empty() && (values.mostly_text() || values.filled > 0)) {
      evidence.fields.insert(head.field);
    }
  }
  evidence.distinct_measures = static_cast<int>(measures.size());
  return evidence;
}

// Labels that are budget measures, with figures of money beside them: the table runs the other way.
int measure_rows(const Sheet& sheet, int header_rows, const Vocabulary& vocabulary) {
  int rows = 0;
  for (int row = header_rows; row < sheet.rows; ++row) {
    bool money = false;
    for (int column = 1; column < sheet.columns; ++column) money |= sheet.shape(row, column) == Shape::money;
    if (money && !vocabulary.exact("columnas.presupuesto", sheet.fold(row, 0)).empty()) ++rows;
  }
  return rows;
}

std::string kind_of(const TableEvidence& evidence, int rows_of_measures, std::string_view title,
                    std::string_view heading, const Vocabulary& vocabulary) {
  std::string told = vocabulary.meaning("tablas", title);
  if (told.empty()) told = vocabulary.meaning("tablas", heading);
  const bool commitment = evidence.fields.contains("compromiso");
  const auto other_fields = evidence.fields.size() - (commitment ? 1 : 0);
  const bool budget = evidence.money && !evidence.contracts && (evidence.budget_columns > 0 || rows_of_measures > 0);
  if (budget && (evidence.distinct_measures >= 3 || !commitment || other_fields < 2)) return "presupuesto";
  if (commitment && other_fields >= 1) return "compromisos";
  if (evidence.pqrs_columns > 0 && told == "pqrs" && !evidence.money) return "pqrs";
  if (commitment && told == "compromisos") return "compromisos";
  return "otra";
}

// What the role of a column is, once the kind of its table is known.
class Roles {
 public:
  Roles(std::string kind, bool money, const Vocabulary& vocabulary)
      : kind_(std::move(kind)), money_(money), vocabulary_(vocabulary) {}

  ColumnReading read(const Head& head, const ColumnValues& values) const {
    ColumnReading column;
    for (const std::string& level : head.levels) column.head += (column.head.empty() ? "" : " / ") + level;
    column.vigencia = single_year(head.joined);
    for (auto level = head.levels.rbegin(); level != head.levels.rend() && column.period.empty(); ++level) {
      if (normalise::year_part_of(*level).first_month != 0) column.period = *level;
    }
    if (is_percent(head, values, vocabulary_)) {
      percent(head, values, column);
    } else if (values.numeric() || (values.filled == 0 && is_amount_head(head))) {
      figures(head, values, column);
    } else if (values.filled > 0 && (values.codes * 2 > values.filled)) {
      set(column, ColumnRole::code, "codigo", "sus valores son códigos");
    } else {
      words(head, values, column);
    }
    return column;
  }

 private:
  static void set(ColumnReading& column, ColumnRole role, std::string measure, std::string why) {
    column.role = role;
    column.measure = std::move(measure);
    column.why = std::move(why);
  }
  static std::string by_head(std::string_view meaning) { return fmt::format("el encabezado significa «{}»", meaning); }

  bool is_amount_head(const Head& head) const { return kind_ == "presupuesto" && !head.budget.empty(); }

  void percent(const Head& head, const ColumnValues& values, ColumnReading& column) const {
    column.unit = model::Unit::percent;
    const std::string why = values.percents > 0 ? "sus valores llevan %" : "el encabezado habla de porcentaje";
    set(column, ColumnRole::percent, "", why);
    column.known = head.percent_sign || !head.general.empty();
    const bool other = head.general == "participacion" || head.general == "diferencia";
    if (kind_ == "compromisos" && !head.field.empty()) {
      set(column, ColumnRole::percent, head.field == "avance" ? "avance_porcentaje" : head.field,
          why + "; " + by_head(head.field));
      column.known = true;
    } else if (!other && holds(vocabulary_, "columnas.porcentaje", "porcentaje_ejecucion", head.joined)) {
      set(column, ColumnRole::percent, "porcentaje_ejecucion", why + "; " + by_head("porcentaje_ejecucion"));
      column.known = true;
    }
  }

  void figures(const Head& head, const ColumnValues& values, ColumnReading& column) const {
    const bool bare = values.bare_digits > 0 && values.money == 0 && values.bare_digits * 2 > values.figures();
    if (values.years * 2 > values.filled) return set(column, ColumnRole::label, "vigencia", "sus valores son años");
    column.known = true;
    if (head.general == "codigo" && values.money == 0 && (head.budget.empty() || bare)) {
      return set(column, ColumnRole::code, "codigo", by_head("codigo"));
    }
    if (values.money == 0 && head.general == "numero" && values.largest < kLargeAsMoney) {
      return set(column, ColumnRole::number, "numero", by_head("numero"));
    }
    if (values.money == 0 && head.general == "contrato")
      return set(column, ColumnRole::text, "contrato", by_head("contrato"));
    const bool amount = values.money > 0 || (money_ && kind_ == "presupuesto") ||
                        (money_ && !head.budget.empty() && values.largest >= kLargeAsMoney);
    const ColumnRole role = amount ? ColumnRole::amount : ColumnRole::count;
    column.unit = amount ? model::Unit::cop : model::Unit::count;
    const std::string& measure = amount ? head.budget : head.pqrs;
    if (kind_ == "compromisos" && !amount && !head.field.empty())
      return set(column, role, head.field, by_head(head.field));
    if (!measure.empty() && (amount || kind_ == "pqrs" || head.general.empty())) {
      return set(column, role, measure, by_head(measure));
    }
    if (head.general == "diferencia") return set(column, ColumnRole::difference, "", by_head("diferencia"));
    if (head.general == "total") return set(column, role, "total", by_head("total"));
    if (column.vigencia != 0) return set(column, role, "", "cifras bajo un año");
    if (!column.period.empty()) return set(column, role, "", "cifras bajo una parte del año");
    if (head.general == "cantidad") return set(column, role, "", by_head("cantidad"));
    column.known = !head.pqrs.empty() || !head.general.empty();
    set(column, role, "", amount ? "sus valores son dinero" : "sus valores son cifras");
  }

  void words(const Head& head, const ColumnValues& values, ColumnReading& column) const {
    column.known = !head.general.empty() || !head.field.empty();
    const bool plan = kind_ == "compromisos" || kind_ == "otra";
    if (values.filled > 0 && values.marks * 2 > values.filled)
      return set(column, ColumnRole::mark, head.field, "sus valores son marcas");
    if (values.filled > 0 && values.years * 2 > values.filled) {
      return set(column, ColumnRole::label, "vigencia", "sus valores son años");
    }
    if (kind_ == "compromisos" && !head.field.empty()) {
      const bool date = head.field.starts_with("fecha");
      const ColumnRole role = date ? ColumnRole::date : head.field == "numero" ? ColumnRole::number : ColumnRole::text;
      return set(column, role, head.field, by_head(head.field));
    }
    if (head.general == "vigencia" || head.general == "periodo") {
      return set(column, ColumnRole::label, head.general, by_head(head.general));
    }
    if (head.general == "fecha" || (values.dates > 0 && values.dates * 2 > values.filled)) {
      return set(column, ColumnRole::date, "fecha",
                 head.general == "fecha" ? by_head("fecha") : "sus valores son fechas");
    }
    if (head.general == "codigo") return set(column, ColumnRole::code, "codigo", by_head("codigo"));
    if (head.general == "numero") return set(column, ColumnRole::number, "numero", by_head("numero"));
    if (head.general == "etiqueta") return set(column, ColumnRole::label, "", by_head("etiqueta"));
    if (head.general == "contrato") return set(column, ColumnRole::text, "contrato", by_head("contrato"));
    if (plan && !head.field.empty()) return set(column, ColumnRole::text, head.field, by_head(head.field));
    if (values.texts > 0)
      return set(column, plan ? ColumnRole::text : ColumnRole::label, "", "sus valores son palabras");
    column.known |= head.joined.empty();
    set(column, ColumnRole::unknown, "",
        values.filled == 0 ? "no tiene valores" : "ni el encabezado ni los valores lo dicen");
  }

  std::string kind_;
  bool money_;
  const Vocabulary& vocabulary_;
};

}  // namespace

ColumnsReading read_columns(const Sheet& sheet, int header_rows, std::string_view title, std::string_view heading,
                            const Vocabulary& vocabulary) {
  ColumnsReading reading;
  std::vector<Head> heads;
  for (int column = 0; column < sheet.columns; ++column) {
    heads.push_back(head_of(sheet, header_rows, column, vocabulary));
    reading.values.push_back(values_of(sheet, header_rows, column));
  }
  const TableEvidence evidence = evidence_of(heads, reading, vocabulary);
  const int rows_of_measures = measure_rows(sheet, header_rows, vocabulary);
  reading.kind = kind_of(evidence, rows_of_measures, title, heading, vocabulary);
  reading.transposed = reading.kind == "presupuesto" && rows_of_measures > 0 && evidence.budget_columns == 0;
  const Roles roles(reading.kind, evidence.money, vocabulary);
  for (std::size_t i = 0; i < heads.size(); ++i) reading.columns.push_back(roles.read(heads[i], reading.values[i]));
  // The first column of words is what the rows are about, when no head says which is.
  const auto is_label = [](const ColumnReading& column) {
    return column.role == ColumnRole::label && column.measure.empty();
  };
  if (std::none_of(reading.columns.begin(), reading.columns.end(), is_label)) {
    const auto first = std::find_if(reading.columns.begin(), reading.columns.end(), [](const ColumnReading& column) {
      return column.role == ColumnRole::text && column.measure.empty();
    });
    if (first != reading.columns.end()) first->role = ColumnRole::label;
  }
  return reading;
}

}  // namespace cotejo::mapping
