#include "pipeline/mapping/table/reading.h"

namespace cotejo::mapping {

std::string_view reason_of(Doubt doubt) {
  switch (doubt) {
    case Doubt::separator:
      return "no es seguro si el signo separa miles o decimales";
    case Doubt::scale:
      return "no es seguro que la unidad que dice el informe sea la de esta tabla";
    case Doubt::none:
      break;
  }
  return {};
}

std::string_view meaning_name(const ColumnReading& column) {
  if (column.measure != model::Measure::none) return model::name_of(column.measure);
  if (column.field != CommitmentField::none) return commitment_field_name(column.field);
  if (column.time == TimeLabel::vigencia) return "vigencia";
  if (column.time == TimeLabel::period) return "periodo";
  if (column.sum) return "total";
  if (column.identifier) return "identificador";
  if (column.role == ColumnRole::code) return column.classifier ? "clasificador" : "codigo";
  if (column.role == ColumnRole::number) return "numero";
  return {};
}

}  // namespace cotejo::mapping
