#include "pipeline/mapping/table/commitment_field.h"

#include <array>

namespace cotejo::mapping {
namespace {

// In the order of the enumeration.
constexpr std::array<std::string_view, kCommitmentFields> kNames{
    "",          "numero",        "compromiso", "componente", "responsable", "fecha",          "fecha_inicio",
    "indicador", "meta",          "producto",   "unidad",     "ejecutado",   "avance",         "porcentaje",
    "estado",    "observaciones", "etapas",     "periodos",   "asunto",      "marca_de_estado"};

}  // namespace

std::string_view commitment_field_name(CommitmentField field) {
  return kNames[static_cast<std::size_t>(field)];
}

CommitmentField commitment_field_named(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == name) return static_cast<CommitmentField>(i);
  }
  return CommitmentField::none;
}

}  // namespace cotejo::mapping
