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

// Which budget a line is of: the values of presupuesto.clase; none when nothing tells.
enum class BudgetClass : std::uint8_t { none, ingresos, gastos, reservas, cuentas_por_pagar };
template <>
inline constexpr std::array<std::string_view, 5> kNames<BudgetClass>{"", "ingresos", "gastos", "reservas",
                                                                     "cuentas_por_pagar"};

// Where a line stands among the sums of its table: the values of presupuesto.nivel. Subtotals by depth from the
// outermost; one deeper than the ninth counts as the ninth.
enum class Level : std::uint8_t {
  none,
  line,
  subtotal_1,
  subtotal_2,
  subtotal_3,
  subtotal_4,
  subtotal_5,
  subtotal_6,
  subtotal_7,
  subtotal_8,
  subtotal_9,
  total,
};
template <>
inline constexpr std::array<std::string_view, 12> kNames<Level>{"",           "linea",      "subtotal-1", "subtotal-2",
                                                                "subtotal-3", "subtotal-4", "subtotal-5", "subtotal-6",
                                                                "subtotal-7", "subtotal-8", "subtotal-9", "total"};
static_assert(kNames<Level>.size() == static_cast<std::size_t>(Level::total) + 1);

// `depth` from 1, the outermost.
[[nodiscard]] constexpr Level subtotal_level(int depth) {
  constexpr int kDeepest = static_cast<int>(Level::subtotal_9) - static_cast<int>(Level::line);
  return static_cast<Level>(static_cast<int>(Level::line) + (depth < 1 ? 1 : depth > kDeepest ? kDeepest : depth));
}

// Which financial statement an account is of: the values of cuentas.estado; none when not told.
enum class Statement : std::uint8_t { none, situacion, resultados };
template <>
inline constexpr std::array<std::string_view, 3> kNames<Statement>{"", "situacion", "resultados"};

// What a table is about: the values of tablas.tipo.
enum class TableKind : std::uint8_t { other, budget, petitions, commitments };

template <>
inline constexpr std::array<std::string_view, 4> kNames<TableKind>{"otra", "presupuesto", "pqrs", "compromisos"};

// other for words that name no kind.
[[nodiscard]] constexpr TableKind table_kind_named(std::string_view name) {
  return named<TableKind>(name).value_or(TableKind::other);
}

}  // namespace cotejo::model
