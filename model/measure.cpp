#include "model/measure.h"

#include <array>
#include <cstddef>

namespace cotejo::model {
namespace {

// In the order of the enumeration.
constexpr std::array<std::string_view, 25> kMeasures{
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
static_assert(kMeasures.size() == static_cast<std::size_t>(Measure::trasladadas) + 1);

constexpr std::array<std::string_view, 4> kTableKinds{"otra", "presupuesto", "pqrs", "compromisos"};
static_assert(kTableKinds.size() == static_cast<std::size_t>(TableKind::commitments) + 1);

template <typename Enum, std::size_t Count>
Enum named(const std::array<std::string_view, Count>& names, std::string_view name) {
  for (std::size_t i = 0; i < Count; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return Enum{};
}

}  // namespace

std::string_view name(Measure measure) {
  return kMeasures[static_cast<std::size_t>(measure)];
}

Measure measure_named(std::string_view name) {
  return named<Measure>(kMeasures, name);
}

std::string_view name(TableKind kind) {
  return kTableKinds[static_cast<std::size_t>(kind)];
}

TableKind table_kind_named(std::string_view name) {
  return named<TableKind>(kTableKinds, name);
}

}  // namespace cotejo::model
