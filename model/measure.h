#pragma once

#include <cstdint>
#include <string_view>

#include "model/names.h"

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

template <>
inline constexpr std::array<std::string_view, 25> kNames<Measure>{
    "",
    "apropiacion_inicial",
    "adiciones",
    "reducciones",
    "creditos",
    "contracreditos",
    "aplazamientos",
    "apropiacion_definitiva",
    "cdp",
    "compromisos",
    "obligaciones",
    "pagos",
    "reservas",
    "cuentas_por_pagar",
    "saldo",
    "recaudo",
    "ejecucion",
    "porcentaje_ejecucion",
    "recibidas",
    "respondidas",
    "en_termino",
    "fuera_de_termino",
    "pendientes",
    "vencidas",
    "trasladadas",
};
static_assert(kNames<Measure>.size() == static_cast<std::size_t>(Measure::trasladadas) + 1);

// none for words that name no measure.
[[nodiscard]] constexpr Measure measure_named(std::string_view name) {
  return named<Measure>(name).value_or(Measure::none);
}

[[nodiscard]] constexpr bool is_of_petitions(Measure measure) {
  return measure >= Measure::recibidas;
}
[[nodiscard]] constexpr bool is_of_budget(Measure measure) {
  return measure != Measure::none && !is_of_petitions(measure);
}

// What a table is about: the values of tablas.tipo.
enum class TableKind : std::uint8_t { other, budget, petitions, commitments };

template <>
inline constexpr std::array<std::string_view, 4> kNames<TableKind>{"otra", "presupuesto", "pqrs", "compromisos"};

// other for words that name no kind.
[[nodiscard]] constexpr TableKind table_kind_named(std::string_view name) {
  return named<TableKind>(name).value_or(TableKind::other);
}

}  // namespace cotejo::model
