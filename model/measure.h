#pragma once

#include <cstdint>
#include <string_view>

namespace cotejo::model {

// What a figure measures: the values of presupuesto.medida and of pqrs.medida.
enum class Measure : std::uint8_t {
  none,
  apropiacion_inicial,
  adiciones,
  reducciones,
  creditos,
  contracreditos,
  aplazamientos,
  apropiacion_definitiva,
  cdp,
  compromisos,
  obligaciones,
  pagos,
  reservas,
  cuentas_por_pagar,
  saldo,
  recaudo,
  ejecucion,  // executed, the report does not say at which stage
  porcentaje_ejecucion,
  // of petitions
  recibidas,
  respondidas,
  en_termino,
  fuera_de_termino,
  pendientes,
  vencidas,
  trasladadas,
};

// As the views print it; empty for none.
[[nodiscard]] std::string_view name(Measure measure);
// none for words that name no measure.
[[nodiscard]] Measure measure_named(std::string_view name);

[[nodiscard]] constexpr bool is_of_petitions(Measure measure) {
  return measure >= Measure::recibidas;
}
[[nodiscard]] constexpr bool is_of_budget(Measure measure) {
  return measure != Measure::none && !is_of_petitions(measure);
}

// What a table is about: the values of tablas.tipo.
enum class TableKind : std::uint8_t { other, budget, petitions, commitments };

[[nodiscard]] std::string_view name(TableKind kind);
// other for words that name no kind.
[[nodiscard]] TableKind table_kind_named(std::string_view name);

}  // namespace cotejo::model
