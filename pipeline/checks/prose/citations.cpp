#include "pipeline/checks/prose/citations.h"

#include <algorithm>
#include <array>

#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {

bool cited(std::string_view text, std::size_t offset) {
  static constexpr std::array kActs{
      "ley",        "leyes",     "decreto",   "decretos",    "resolucion", "resoluciones", "acuerdo",
      "acuerdos",   "circular",  "articulo",  "articulos",   "art",        "sentencia",    "conpes",
      "ordenanza",  "radicado",  "oficio",    "oficios",     "acta",       "contrato",     "convenio",
      "memorando",  "norma",     "iso",       "proposicion", "estatuto",   "constitucion", "numeral",
      "expediente", "directiva", "documento", "concepto",    "auto"};
  std::size_t from = offset;
  std::size_t words = 0;
  while (from > 0 && words < 14) {
    const char c = text[from - 1];
    if (c == ';' || c == '\n' ||
        (c == '.' && from < text.size() && text[from] == ' ' && from + 1 < offset &&
         !(text[from + 1] >= '0' && text[from + 1] <= '9') && words > 3)) {
      break;
    }
    if (c == ' ') ++words;
    --from;
  }
  for (const std::string& word : normalise::folded_words(text.substr(from, offset - from))) {
    if (std::find(kActs.begin(), kActs.end(), word) != kActs.end()) return true;
  }
  return false;
}

}  // namespace cotejo::checks
