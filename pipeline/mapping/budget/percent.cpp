#include "pipeline/mapping/budget/percent.h"

#include <fmt/format.h>

#include <cmath>

namespace cotejo::mapping {
namespace {

using normalise::NumberKind;

bool is_executed(const std::string& measure) {
  return measure == "cdp" || measure == "compromisos" || measure == "obligaciones" || measure == "pagos" ||
         measure == "ejecucion" || measure == "recaudo" || measure == "reservas" || measure == "cuentas_por_pagar";
}

bool is_base(const std::string& measure) {
  return measure == "apropiacion_definitiva" || measure == "apropiacion_inicial" || measure == "compromisos" ||
         measure == "obligaciones" || measure == "cdp";
}

const normalise::NumberReading* figure(const TableReading& reading, int row, int column) {
  const CellReading& place = reading.at(row, column);
  return place.cell >= 0 && place.number.kind == NumberKind::number ? &place.number : nullptr;
}

struct Fit {
  int agree = 0;
  int tested = 0;
};

Fit fit(const TableReading& reading, int percent, int part, int base) {
  Fit fit;
  for (int row = reading.header_rows; row < static_cast<int>(reading.rows.size()); ++row) {
    const auto* told = figure(reading, row, percent);
    const auto* above = figure(reading, row, part);
    const auto* below = figure(reading, row, base);
    if (told == nullptr || above == nullptr || below == nullptr || below->amount.value.mantissa == 0) continue;
    const double value = 100 * above->amount.value.to_double() / below->amount.value.to_double();
    const double unit = std::pow(10.0, told->amount.value.exponent);
    ++fit.tested;
    // rounded or cut off: less than one unit of the last printed place apart
    fit.agree += std::abs(told->amount.value.to_double() - value) < unit ? 1 : 0;
  }
  return fit;
}

}  // namespace

void name_percentages(TableReading& reading) {
  for (std::size_t p = 0; p < reading.columns.size(); ++p) {
    ColumnReading& percent = reading.columns[p];
    if (percent.role != ColumnRole::percent || !percent.measure.empty()) continue;
    for (std::size_t part = 0; part < reading.columns.size() && percent.measure.empty(); ++part) {
      const ColumnReading& above = reading.columns[part];
      if (above.role != ColumnRole::amount || !is_executed(above.measure)) continue;
      for (std::size_t base = 0; base < reading.columns.size(); ++base) {
        const ColumnReading& below = reading.columns[base];
        if (base == part || below.role != ColumnRole::amount || !is_base(below.measure)) continue;
        if (above.vigencia != below.vigencia || above.measure == below.measure) continue;
        const Fit found = fit(reading, static_cast<int>(p), static_cast<int>(part), static_cast<int>(base));
        if (found.tested == 0 || found.agree * 2 <= found.tested) continue;
        percent.measure = "porcentaje_ejecucion";
        percent.known = true;
        percent.why +=
            fmt::format("; es «{}» entre «{}» en {} de {} filas", above.head, below.head, found.agree, found.tested);
        break;
      }
    }
  }
}

}  // namespace cotejo::mapping
