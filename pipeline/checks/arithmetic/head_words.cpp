#include "pipeline/checks/arithmetic/head_words.h"

#include "pipeline/checks/arithmetic/figures.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {

std::string last_head(const std::string& head) {
  const std::size_t slash = head.rfind(" / ");
  return slash == std::string::npos ? head : head.substr(slash + 3);
}

bool head_says_total(const std::string& head) {
  for (const std::string& word : normalise::folded_words(last_head(head))) {
    if (word == "total" || word == "totales" || word == "subtotal" || word == "acumulado") return true;
  }
  return says_total(last_head(head));
}

bool head_says_difference(const mapping::ColumnReading& column) {
  if (column.role == mapping::ColumnRole::difference) return true;
  if (column.measure == model::Measure::saldo || column.measure == model::Measure::reservas ||
      column.measure == model::Measure::cuentas_por_pagar)
    return true;
  const std::string folded = " " + normalise::fold(column.head) + " ";
  for (const char* word : {" diferencia ", " variacion ", " saldo ", " por ejecutar ", " disponible ", " por recaudar ",
                           " por comprometer ", " por pagar ", " disponibilidad "}) {
    if (folded.find(word) != std::string::npos) return true;
  }
  return false;
}

bool head_says_count(const std::string& head) {
  for (const std::string& word : normalise::folded_words(last_head(head)))
    for (const char* stem : {"cant", "total", "recib", "solicitud", "radicad", "presentad", "numero"})
      if (word.starts_with(stem)) return true;
  return false;
}

bool head_says_state(const std::string& head) {
  for (const std::string& word : normalise::folded_words(last_head(head)))
    for (const char* stem : {"aprobad",  "negad",  "rechazad",  "tramite",   "tte",      "ttte",      "pendiente",
                             "respuest", "rpta",   "resuelt",   "respond",   "atendid",  "cerrad",    "abiert",
                             "oportun",  "vencid", "trasladad", "finalizad", "culminad", "gestionad", "termino"})
      if (word.starts_with(stem)) return true;
  return false;
}

bool head_says_changes(const std::string& head) {
  std::string folded = normalise::fold(last_head(head));
  std::erase(folded, ' ');
  return folded.find("modificacion") != std::string::npos;
}

bool head_says_both_ways(const std::string& head) {
  bool added = false, taken = false;
  for (const std::string& word : normalise::folded_words(head)) {
    for (const char* stem : {"adicion", "credito"}) added = added || word.starts_with(stem);
    for (const char* stem : {"reduccion", "contracredito", "aplazamiento"}) taken = taken || word.starts_with(stem);
  }
  return added && taken;
}

}  // namespace cotejo::checks
