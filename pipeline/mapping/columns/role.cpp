#include "pipeline/mapping/columns/role.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/mapping/columns/head.h"
#include "pipeline/mapping/columns/tolerances.h"
#include "pipeline/mapping/words/phrases.h"
#include "pipeline/mapping/words/tokens.h"
#include "pipeline/mapping/words/vocabulary.h"
#include "pipeline/mapping/words/words_of.h"
#include "pipeline/normalise/dates/dates.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::role;

using model::Measure;
using model::TableKind;

std::string by_head(std::string_view meaning) {
  return fmt::format("el encabezado significa «{}»", meaning);
}

std::string by_head(CommitmentField field) {
  return by_head(commitment_field_name(field));
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

bool is_date(CommitmentField field) {
  return field == CommitmentField::due || field == CommitmentField::due_from;
}

class RoleReader {
 public:
  RoleReader(const ColumnHead& head, const ColumnValues& values, TableKind kind, bool money,
             const Vocabulary& vocabulary)
      : head_(head), values_(values), kind_(kind), money_(money), vocabulary_(vocabulary) {}

  ColumnReading read() {
    for (const std::string& level : head_.levels) column_.head += (column_.head.empty() ? "" : " / ") + level;
    column_.vigencia = year_of_head();
    find_period();
    const bool empty_amount = values_.only_dashes() && kind_ == TableKind::budget && !head_.budget.meaning.empty();
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
  void set(ColumnRole role, std::string why, bool known) {
    column_.role = role;
    column_.why = std::move(why);
    column_.known = known;
  }
  void set(ColumnRole role, Measure measure, std::string why) {
    column_.measure = measure;
    set(role, std::move(why), true);
  }
  void set(ColumnRole role, CommitmentField field, std::string why, bool known = true) {
    column_.field = field;
    set(role, std::move(why), known);
  }
  void set(TimeLabel time, std::string why) {
    column_.time = time;
    set(ColumnRole::label, std::move(why), true);
  }
  void set_identifier() {
    column_.identifier = true;
    set(ColumnRole::text, by_head(head_.general), true);
  }

  // The innermost level that names a year: a caption over all columns may name several ("Comparativo 2013 - 2014").
  [[nodiscard]] int year_of_head() const {
    if (const int year = single_year(head_.joined); year != 0) return year;
    for (auto level = head_.folded.rbegin(); level != head_.folded.rend(); ++level) {
      if (!years_in(*level).empty()) return single_year(*level);
    }
    return 0;
  }

  // "Variación" under a caption that names a stage.
  [[nodiscard]] bool is_difference() const {
    return head_.general == "diferencia" && head_.levels.size() > 1 &&
           budget_meaning(vocabulary_, head_text({head_.levels.back()}), false).meaning.empty();
  }

  void find_period() {
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
    if (kind_ == TableKind::commitments && head_.field != CommitmentField::none) {
      const CommitmentField field =
          head_.field == CommitmentField::progress ? CommitmentField::progress_percent : head_.field;
      return set(ColumnRole::percent, field, why + "; " + by_head(field));
    }
    if (!other && vocabulary_.inside("columnas.porcentaje_ejecucion", head_.joined) != nullptr) {
      return set(ColumnRole::percent, Measure::porcentaje_ejecucion, why + "; " + by_head("porcentaje_ejecucion"));
    }
    set(ColumnRole::percent, why, head_.percent_sign || !head_.general.empty());
  }

  [[nodiscard]] bool is_money() const {
    if (values_.money > 0 || head_.general == "valor") return true;
    if (kind_ != TableKind::budget) return money_ && !head_.budget.meaning.empty() && values_.largest >= kLargeAsMoney;
    const bool frame =
        head_.general == "total" || head_.general == "diferencia" || column_.vigencia != 0 || !column_.period.empty();
    return !head_.budget.meaning.empty() || frame || values_.largest >= kLargeAsMoney;
  }

  void figures() {
    const bool bare = values_.money == 0 && values_.bare_digits > 0 && values_.bare_digits * 2 > values_.figures();
    if (values_.filled > 0 && values_.years * 2 > values_.filled) {
      return set(TimeLabel::vigencia, "sus valores son años");
    }
    if (head_.general == "codigo" && values_.money == 0 && (head_.budget.meaning.empty() || bare)) {
      return set(ColumnRole::code, by_head("codigo"), true);
    }
    const bool small = values_.money == 0 && values_.largest < kLargeAsMoney;
    if (kind_ == TableKind::budget && small && head_.general == "etiqueta" && head_.budget.meaning.empty()) {
      column_.classifier = true;
      return set(ColumnRole::code, "cifras de un clasificador, por su encabezado", true);
    }
    if (small && head_.general == "numero") return set(ColumnRole::number, by_head("numero"), true);
    if (bare && (head_.general == "contrato" || head_.general == "documento")) {
      return set_identifier();
    }
    const bool amount = is_money();
    const ColumnRole role = amount ? ColumnRole::amount : ColumnRole::count;
    column_.unit = amount ? model::Unit::cop : model::Unit::count;
    if (kind_ == TableKind::commitments && !amount && head_.field != CommitmentField::none)
      return set(role, head_.field, by_head(head_.field));
    if (is_difference()) return set(ColumnRole::difference, by_head("diferencia"), true);
    if (amount && !head_.budget.meaning.empty())
      return set(role, model::measure_named(head_.budget.meaning), by_head(head_.budget));
    if (!amount && head_.pqrs != Measure::none && (kind_ == TableKind::petitions || head_.general.empty())) {
      return set(role, head_.pqrs, by_head(model::name_of(head_.pqrs)));
    }
    if (head_.general == "diferencia") return set(ColumnRole::difference, by_head("diferencia"), true);
    column_.sum = head_.general == "total";
    if (column_.sum) return set(role, by_head("total"), true);
    if (column_.vigencia != 0) return set(role, "cifras bajo un año", true);
    if (!column_.period.empty()) return set(role, "cifras bajo una parte del año", true);
    if (!head_.general.empty()) return set(role, by_head(head_.general), true);
    set(role, amount ? "sus valores son dinero" : "sus valores son cifras",
        head_.of_plans || head_.pqrs != Measure::none || head_.budget.likeness != Likeness::none);
  }

  void words() {
    const int half = values_.filled / 2;
    const bool filled = values_.filled > 0;
    if (filled && values_.marks > half)
      return set(ColumnRole::mark, head_.field, "sus valores son marcas", head_.field != CommitmentField::none);
    if (filled && values_.years > half) return set(TimeLabel::vigencia, "sus valores son años");
    if (kind_ == TableKind::commitments && head_.field != CommitmentField::none) {
      const ColumnRole role = is_date(head_.field)                     ? ColumnRole::date
                              : head_.field == CommitmentField::number ? ColumnRole::number
                                                                       : ColumnRole::text;
      return set(role, head_.field, by_head(head_.field));
    }
    if (filled && values_.dates > half) {
      return set(ColumnRole::date, CommitmentField::due,
                 head_.general == "fecha" ? by_head("fecha") : "sus valores son fechas", head_.general == "fecha");
    }
    if (head_.general == "vigencia" || head_.general == "periodo") {
      return set(head_.general == "vigencia" ? TimeLabel::vigencia : TimeLabel::period, by_head(head_.general));
    }
    if (head_.general == "fecha") return set(ColumnRole::date, CommitmentField::due, by_head("fecha"));
    if (head_.general == "numero") return set(ColumnRole::number, by_head("numero"), true);
    if (head_.general == "codigo" && !(values_.mostly_text() && values_.codes == 0)) {
      return set(ColumnRole::code, by_head("codigo"), true);
    }
    if (head_.general == "codigo")
      return set(ColumnRole::label, "el encabezado habla de un código y sus valores son palabras", true);
    if (head_.general == "contrato" || head_.general == "documento") {
      return set_identifier();
    }
    if (filled && values_.codes > half) return set(ColumnRole::code, "sus valores son códigos", head_.joined.empty());
    if (head_.general == "etiqueta") return set(ColumnRole::label, by_head("etiqueta"), true);
    const bool plan = kind_ == TableKind::commitments || kind_ == TableKind::other;
    if (plan && head_.field != CommitmentField::none) return set(ColumnRole::text, head_.field, by_head(head_.field));
    const bool known = head_.joined.empty() || !head_.general.empty() || head_.of_plans ||
                       head_.pqrs != Measure::none || head_.budget.likeness != Likeness::none;
    if (values_.texts > 0) return set(plan ? ColumnRole::text : ColumnRole::label, "sus valores son palabras", known);
    set(ColumnRole::unknown, filled ? "ni el encabezado ni los valores lo dicen" : "no tiene valores", known);
  }

  const ColumnHead& head_;
  const ColumnValues& values_;
  TableKind kind_;
  bool money_;
  const Vocabulary& vocabulary_;
  ColumnReading column_;
};

// The measure of petitions that a head names; one that only counts ("Cantidad", "PQRSD") counts those received.
Measure petitions_head(const HeadText& head, const Vocabulary& vocabulary) {
  const Measure measure = model::measure_named(meaning_of(vocabulary, "pqrs.medida", head, false).meaning);
  if (measure != Measure::none || head.folded.empty()) return measure;
  const std::string& inner = head.folded.back();
  const bool counts = inner.size() > 2 && !vocabulary.exact("pqrs.cantidad", inner).empty();
  return counts || !vocabulary.exact("pqrs.tema", inner).empty() ? Measure::recibidas : Measure::none;
}

// What a column of commitments a head names, where it is no word of any table ("Descripción", "Código", "Valor").
CommitmentField commitments_head(const ColumnHead& head, std::string_view field) {
  if (field == "numero" && head.general == "codigo") return CommitmentField::none;
  if (field == "meta_producto") return CommitmentField::text;
  if (field == "dependencia") return CommitmentField::responsible;
  if (field == "producto") return CommitmentField::goal;
  if (field == "formula") return CommitmentField::indicator;
  if (field == "periodicidad") return CommitmentField::due;
  if (field == "ejecutado") return CommitmentField::progress;
  if (field == "periodos") return CommitmentField::none;
  return commitment_field_named(field);  // none for "tema", "ajeno"
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

namespace {

// Heads of several columns that stand in one cell over them all ("COMPROMISOS CAUSADO VALOR GIRADO"): of which of them
// a column is, the cell does not tell.
bool names_several_stages(const model::Cell& cell, const Vocabulary& vocabulary) {
  if (cell.column_span < 2) return false;
  const std::vector<Token> tokens = tokens_of(cell.text);
  const PhraseIndex& stages = vocabulary.phrases("columnas.presupuesto");
  std::set<std::string_view> named;
  for (std::size_t at = 0; at < tokens.size();) {
    const PhraseIndex::Match match = stages.at(tokens, at, tokens.size());
    if (!match.meaning.empty() && match.meaning != "ninguna") named.insert(match.meaning);
    at += std::max<std::size_t>(match.words, 1);
  }
  return named.size() > 1;
}

}  // namespace

ColumnHead column_head(const Sheet& sheet, int header_rows, int column, bool money, const Vocabulary& vocabulary) {
  ColumnHead head{
      head_text(head_levels(sheet, header_rows, column,
                            [&](const model::Cell& cell) { return names_several_stages(cell, vocabulary); })),
      {},
      {}};
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

ColumnReading read_column(const ColumnHead& head, const ColumnValues& values, TableKind kind, bool money,
                          const Vocabulary& vocabulary) {
  return RoleReader(head, values, kind, money, vocabulary).read();
}

}  // namespace cotejo::mapping
