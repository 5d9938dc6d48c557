#include "model/document.h"
#include "model/finding.h"

namespace cotejo::model {

std::string_view origin_name(Origin origin) {
  switch (origin) {
    case Origin::text:
      return "texto";
    case Origin::ocr:
      return "ocr";
    case Origin::mixed:
      return "mixto";
    case Origin::empty:
      return "vacia";
  }
  return "vacia";
}

std::string_view method_name(TableMethod method) {
  switch (method) {
    case TableMethod::ruled:
      return "reglas";
    case TableMethod::partly_ruled:
      return "reglas_parciales";
    case TableMethod::shaded:
      return "sombreado";
    case TableMethod::whitespace:
      return "espacios";
  }
  return "espacios";
}

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "advertencia";
    case Severity::info:
      return "info";
  }
  return "info";
}

int Table::at(int row, int column) const {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Cell& cell = cells[i];
    if (row >= cell.row && row < cell.row + cell.row_span && column >= cell.column &&
        column < cell.column + cell.column_span) {
      return static_cast<int>(i);
    }
  }
  return -1;
}

}  // namespace cotejo::model
