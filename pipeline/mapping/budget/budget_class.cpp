#include "pipeline/mapping/budget/budget_class.h"

#include <set>
#include <string>

#include "pipeline/mapping/words/vocabulary.h"
#include "pipeline/mapping/words/words_of.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
using model::Measure;

bool is_stage_of_spending(Measure measure) {
  return measure == Measure::cdp || measure == Measure::compromisos || measure == Measure::obligaciones ||
         measure == Measure::pagos;
}

BudgetClass budget_class_of(std::string_view folded, const Vocabulary& vocabulary) {
  std::set<BudgetClass> found;
  for (const Vocabulary::Entry& entry : vocabulary.section("presupuesto.clase")) {
    const bool here = entry.whole_only ? folded == entry.folded : has_words(folded, entry.folded);
    if (here) found.insert(model::named<BudgetClass>(entry.meaning).value_or(BudgetClass::none));
  }
  // "Ejecución de gastos, reservas": what is left of an earlier vigencia is the narrower word.
  for (const BudgetClass narrower : {BudgetClass::reservas, BudgetClass::cuentas_por_pagar}) {
    if (found.contains(narrower) && !found.contains(BudgetClass::ingresos)) found.erase(BudgetClass::gastos);
  }
  return found.size() == 1 ? *found.begin() : BudgetClass::none;
}

BudgetClass budget_class_of(const TableReading& reading, std::string_view folded_title, const Vocabulary& vocabulary) {
  if (const BudgetClass told = budget_class_of(folded_title, vocabulary); told != BudgetClass::none) return told;
  bool collected = false;
  bool spent = false;
  bool accrued_only = true;  // "Devengado" beside "Percibido": what income is owed, not what is to be paid
  for (const ColumnReading& column : reading.columns) {
    collected = collected || column.measure == Measure::recaudo;
    if (!is_stage_of_spending(column.measure)) continue;
    spent = true;
    const std::string head = normalise::fold(column.head);
    accrued_only = accrued_only && (has_words(head, "devengado") || has_words(head, "causado"));
  }
  if (collected && spent && accrued_only) return BudgetClass::ingresos;
  if (collected == spent) return BudgetClass::none;
  return collected ? BudgetClass::ingresos : BudgetClass::gastos;
}

}  // namespace cotejo::mapping
