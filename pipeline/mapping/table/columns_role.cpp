#include "pipeline/mapping/table/columns_role.h"

#include <fmt/format.h>

#include <utility>

#include "pipeline/mapping/words/words_of.h"
#include "pipeline/mapping/words/vocabulary.h"
#include "pipeline/normalise/dates/dates.h"

namespace cotejo::mapping {
namespace {

std::string by_head(std::string_view meaning) {
  return fmt::format("el encabezado significa «{}»", meaning);
}

std::string by_head(const HeadMeaning& found) {
  switch (found.likeness) {
    case Likeness::abbreviated:
      return fmt::format("el encabezado abrevia «{}»", found.entry);
    case Likeness::similar:
      return fmt::format("el encabezado se parece a «{}»", found.entry);
    case Likeness::none:
    case Likeness::whole:
    case Likeness::inside:
      break;
  }
  return by_head(found.meaning);
}

class RoleReader {
 public:
  RoleReader(const ColumnHead& head, const ColumnValues& values, std::string_view kind, bool money,
             const Vocabulary& vocabulary)
      : head_(head), values_(values), kind_(kind), money_(money), vocabulary_(vocabulary) {}

  ColumnReading read() {
    for (const std::string& level : head_.levels) column_.head += (column_.head.empty() ? "" : " / ") + level;
    column_.vigencia = single_year(head_.joined);
    find_period();
    const bool empty_amount = values_.only_dashes() && kind_ == "presupuesto" && !head_.budget.meaning.empty();
    if (is_percent(head_, values_, vocabulary_)) {
      percent();
    } else if (values_.numeric() || empty_amount) {
      figures();
    } else {
      words();
    }
    return std::move(column_);
  }

 private:
  void set(ColumnRole role, std::string measure, std::string why, bool known) {
    column_.role = role;
    column_.measure = std::move(measure);
    column_.why = std::move(why);
    column_.known = known;
  }

  void find_period() {
    constexpr std::size_t kLongestPeriod = 40;  // bytes: "Cuatrimestre septiembre - diciembre"
    for (auto level = head_.levels.rbegin(); level != head_.levels.rend() && column_.period.empty(); ++level) {
      if (level->size() <= kLongestPeriod && normalise::year_part_of(*level).first_month != 0) column_.period = *level;
    }
    for (std::size_t i = head_.folded.size(); i-- > 0 && column_.period.empty();) {
      if (vocabulary_.inside("columnas.periodo", head_.folded[i]) != nullptr) column_.period = head_.levels.back();
    }
  }

  void percent() {
    column_.unit = model::Unit::percent;
    const std::string why = values_.percents > 0 ? "sus valores llevan %" : "el encabezado habla de porcentaje";
    const bool other = head_.general == "participacion" || head_.general == "diferencia";
    if (kind_ == "compromisos" && !head_.field.empty()) {
      const std::string field = head_.field == "avance" ? "porcentaje" : head_.field;
      return set(ColumnRole::percent, field, why + "; " + by_head(field), true);
    }
    if (!other && vocabulary_.inside("columnas.porcentaje_ejecucion", head_.joined) != nullptr) {
      return set(ColumnRole::percent, "porcentaje_ejecucion", why + "; " + by_head("porcentaje_ejecucion"), true);
    }
    set(ColumnRole::percent, "", why, head_.percent_sign || !head_.general.empty());
  }

  [[nodiscard]] bool is_money() const {
    if (values_.money > 0 || head_.general == "valor") return true;
    if (kind_ != "presupuesto") return money_ && !head_.budget.meaning.empty() && values_.largest >= kLargeAsMoney;
    const bool frame =
        head_.general == "total" || head_.general == "diferencia" || column_.vigencia != 0 || !column_.period.empty();
    return !head_.budget.meaning.empty() || frame || values_.largest >= kLargeAsMoney;
  }

  void figures() {
    const bool bare = values_.money == 0 && values_.bare_digits > 0 && values_.bare_digits * 2 > values_.figures();
    if (values_.filled > 0 && values_.years * 2 > values_.filled) {
      return set(ColumnRole::label, "vigencia", "sus valores son años", true);
    }
    if (head_.general == "codigo" && values_.money == 0 && (head_.budget.meaning.empty() || bare)) {
      return set(ColumnRole::code, "codigo", by_head("codigo"), true);
    }
    const bool small = values_.money == 0 && values_.largest < kLargeAsMoney;
    if (kind_ == "presupuesto" && small && head_.general == "etiqueta" && head_.budget.meaning.empty()) {
      return set(ColumnRole::code, "clasificador", "cifras de un clasificador, por su encabezado", true);
    }
    if (small && head_.general == "numero") return set(ColumnRole::number, "numero", by_head("numero"), true);
    if (bare && (head_.general == "contrato" || head_.general == "documento")) {
      return set(ColumnRole::text, head_.general, by_head(head_.general), true);
    }
    const bool amount = is_money();
    const ColumnRole role = amount ? ColumnRole::amount : ColumnRole::count;
    column_.unit = amount ? model::Unit::cop : model::Unit::count;
    if (kind_ == "compromisos" && !amount && !head_.field.empty())
      return set(role, head_.field, by_head(head_.field), true);
    if (amount && !head_.budget.meaning.empty()) return set(role, head_.budget.meaning, by_head(head_.budget), true);
    if (!amount && !head_.pqrs.empty() && (kind_ == "pqrs" || head_.general.empty())) {
      return set(role, head_.pqrs, by_head(head_.pqrs), true);
    }
    if (head_.general == "diferencia") return set(ColumnRole::difference, "", by_head("diferencia"), true);
    if (head_.general == "total") return set(role, "total", by_head("total"), true);
    if (column_.vigencia != 0) return set(role, "", "cifras bajo un año", true);
    if (!column_.period.empty()) return set(role, "", "cifras bajo una parte del año", true);
    if (!head_.general.empty()) return set(role, "", by_head(head_.general), true);
    set(role, "", amount ? "sus valores son dinero" : "sus valores son cifras",
        head_.of_plans || !head_.pqrs.empty() || head_.budget.likeness != Likeness::none);
  }

  void words() {
    const int half = values_.filled / 2;
    const bool filled = values_.filled > 0;
    if (filled && values_.marks > half)
      return set(ColumnRole::mark, head_.field, "sus valores son marcas", !head_.field.empty());
    if (filled && values_.years > half) return set(ColumnRole::label, "vigencia", "sus valores son años", true);
    if (kind_ == "compromisos" && !head_.field.empty()) {
      const ColumnRole role = head_.field.starts_with("fecha") ? ColumnRole::date
                              : head_.field == "numero"        ? ColumnRole::number
                                                               : ColumnRole::text;
      return set(role, head_.field, by_head(head_.field), true);
    }
    if (filled && values_.dates > half) {
      return set(ColumnRole::date, "fecha", head_.general == "fecha" ? by_head("fecha") : "sus valores son fechas",
                 head_.general == "fecha");
    }
    if (head_.general == "vigencia" || head_.general == "periodo") {
      return set(ColumnRole::label, head_.general, by_head(head_.general), true);
    }
    if (head_.general == "fecha") return set(ColumnRole::date, "fecha", by_head("fecha"), true);
    if (head_.general == "numero") return set(ColumnRole::number, "numero", by_head("numero"), true);
    if (head_.general == "codigo" && !(values_.mostly_text() && values_.codes == 0)) {
      return set(ColumnRole::code, "codigo", by_head("codigo"), true);
    }
    if (head_.general == "codigo")
      return set(ColumnRole::label, "", "el encabezado habla de un código y sus valores son palabras", true);
    if (head_.general == "contrato" || head_.general == "documento") {
      return set(ColumnRole::text, head_.general, by_head(head_.general), true);
    }
    if (filled && values_.codes > half)
      return set(ColumnRole::code, "codigo", "sus valores son códigos", head_.joined.empty());
    if (head_.general == "etiqueta") return set(ColumnRole::label, "", by_head("etiqueta"), true);
    const bool plan = kind_ == "compromisos" || kind_ == "otra";
    if (plan && !head_.field.empty()) return set(ColumnRole::text, head_.field, by_head(head_.field), true);
    const bool known = head_.joined.empty() || !head_.general.empty() || head_.of_plans || !head_.pqrs.empty() ||
                       head_.budget.likeness != Likeness::none;
    if (values_.texts > 0)
      return set(plan ? ColumnRole::text : ColumnRole::label, "", "sus valores son palabras", known);
    set(ColumnRole::unknown, "", filled ? "ni el encabezado ni los valores lo dicen" : "no tiene valores", known);
  }

  const ColumnHead& head_;
  const ColumnValues& values_;
  std::string_view kind_;
  bool money_;
  const Vocabulary& vocabulary_;
  ColumnReading column_;
};

// The measure of petitions that a head names; one that only counts ("Cantidad", "PQRSD") counts those received.
std::string petitions_head(const HeadText& head, const Vocabulary& vocabulary) {
  std::string measure = meaning_of(vocabulary, "pqrs.medida", head, false).meaning;
  if (!measure.empty() || head.folded.empty()) return measure;
  const std::string& inner = head.folded.back();
  const bool counts = inner.size() > 2 && !vocabulary.exact("pqrs.cantidad", inner).empty();
  return counts || !vocabulary.exact("pqrs.tema", inner).empty() ? "recibidas" : "";
}

// What a column of commitments a head names, where it is no word of any table ("Descripción", "Código", "Valor").
std::string commitments_head(const ColumnHead& head, const std::string& field) {
  if (field == "tema" || field == "ajeno" || field == "periodos") return {};
  if (field == "numero" && head.general == "codigo") return {};
  if (field == "meta_producto") return "compromiso";
  if (field == "dependencia") return "responsable";
  if (field == "producto") return "meta";
  if (field == "formula") return "indicador";
  if (field == "periodicidad") return "fecha";
  if (field == "ejecutado") return "avance";
  return field;
}

// "no aprobada", "No oportunas": a denial. "No. aprobado" and "No actividad" count.
bool denies(const HeadText& head) {
  if (head.levels.empty() || head.levels.front().size() < 3 || head.levels.front()[2] != ' ') return false;
  const std::vector<std::string_view> words = words_of(head.joined);
  if (words.size() < 2 || words[0] != "no") return false;
  std::string_view word = words[1];
  if (word.ends_with('s')) word.remove_suffix(1);
  for (const std::string_view ending : {"ada", "ado", "ida", "ido", "una", "uno"})
    if (word.size() > ending.size() + 1 && word.ends_with(ending)) return true;
  return false;
}

}  // namespace

ColumnHead column_head(const Sheet& sheet, int header_rows, int column, bool money, const Vocabulary& vocabulary) {
  ColumnHead head{head_text(head_levels(sheet, header_rows, column)), {}, {}, {}, {}, false};
  head.general = meaning_of(vocabulary, "columnas", head, false).meaning;
  // "No." alone is an entry; "No. de actividad" begins with it, and "Saldo no aforado" only holds it.
  const bool numbered = begins_with_words(head.joined, "no") || begins_with_words(head.joined, "nro");
  if (head.general.empty() && numbered && !denies(head)) head.general = "numero";
  head.budget = budget_meaning(vocabulary, head, money);
  head.pqrs = petitions_head(head, vocabulary);
  const std::string field = meaning_of(vocabulary, "compromisos.columna", head, false).meaning;
  head.field = commitments_head(head, field);
  head.of_plans = !field.empty();
  return head;
}

bool is_percent(const ColumnHead& head, const ColumnValues& values, const Vocabulary& vocabulary) {
  if (values.money > 0) return false;
  if (values.percents * 2 > values.figures()) return true;
  return values.numeric() && (head.percent_sign || vocabulary.inside("columnas.porcentaje", head.joined) != nullptr);
}

ColumnReading read_column(const ColumnHead& head, const ColumnValues& values, std::string_view kind, bool money,
                          const Vocabulary& vocabulary) {
  return RoleReader(head, values, kind, money, vocabulary).read();
}

}  // namespace cotejo::mapping
