#include "pipeline/checks/rules/rules.h"

#include <algorithm>

namespace cotejo::checks {

using enum model::Severity;

const std::vector<Rule>& rules() {
  static const std::vector<Rule> table{
      {"total-no-cuadra", error, total_no_cuadra, nullptr},
      {"fila-no-cuadra", error, fila_no_cuadra, nullptr},
      {"porcentaje-no-cuadra", warning, porcentaje_no_cuadra, nullptr},
      {"sobre-ejecucion", error, sobre_ejecucion, nullptr},
      {"letras-y-cifras", error, letras_y_cifras, nullptr},
      {"texto-no-cuadra", warning, texto_no_cuadra, nullptr},
      {"entre-tablas", error, entre_tablas, nullptr},
      {"entre-documentos", error, nullptr, entre_documentos},
      {"codigo-no-coincide", warning, codigo_no_coincide, nullptr},
      {"dato-faltante", warning, dato_faltante, nullptr},
      {"fecha-fuera-de-periodo", warning, fecha_fuera_de_periodo, nullptr},
      {"estado-y-avance", error, estado_y_avance, nullptr},
      {"meta-no-cumplida", info, meta_no_cumplida, nullptr},
      {"rotulo-no-coincide", warning, rotulo_no_coincide, nullptr},
      {"marcador-sin-llenar", warning, marcador_sin_llenar, nullptr},
      {"duplicado", warning, duplicado, nullptr},
      {"tabla-no-leida", warning, tabla_no_leida, nullptr},
      {"arrastre-no-cuadra", error, arrastre_no_cuadra, nullptr},
      {"cifra-dudosa", info, cifra_dudosa, nullptr},
      {"cifra-ilegible", warning, cifra_ilegible, nullptr},
  };
  return table;
}

}  // namespace cotejo::checks
