#include "pipeline/mapping/budget/percent.h"

#include <fmt/format.h>

#include <cmath>

namespace cotejo::mapping {
namespace {

using model::Measure;
using normalise::NumberKind;

bool is_executed(Measure measure) {
  return measure == Measure::cdp || measure == Measure::compromisos || measure == Measure::obligaciones ||
         measure == Measure::pagos || measure == Measure::ejecucion || measure == Measure::recaudo ||
         measure == Measure::reservas || measure == Measure::cuentas_por_pagar;
}

bool is_base(Measure measure) {
  return measure == Measure::apropiacion_definitiva || measure == Measure::apropiacion_inicial ||
         measure == Measure::compromisos || measure == Measure::obligaciones || measure == Measure::cdp;
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

std::vector<ColumnReading> with_named_percentages(const TableReading& reading) {
  std::vector<ColumnReading> columns = reading.columns;
  for (std::size_t p = 0; p < columns.size(); ++p) {
    ColumnReading& percent = columns[p];
    if (percent.role != ColumnRole::percent || !percent.plain()) continue;
    for (std::size_t part = 0; part < columns.size() && percent.plain(); ++part) {
      const ColumnReading& above = columns[part];
      if (above.role != ColumnRole::amount || !is_executed(above.measure)) continue;
      for (std::size_t base = 0; base < columns.size(); ++base) {
        const ColumnReading& below = columns[base];
        if (base == part || below.role != ColumnRole::amount || !is_base(below.measure)) continue;
        if (above.vigencia != below.vigencia || above.measure == below.measure) continue;
        const Fit found = fit(reading, static_cast<int>(p), static_cast<int>(part), static_cast<int>(base));
        if (found.tested == 0 || found.agree * 2 <= found.tested) continue;
        percent.measure = Measure::porcentaje_ejecucion;
        percent.known = true;
        percent.why +=
            fmt::format("; es «{}» entre «{}» en {} de {} filas", above.head, below.head, found.agree, found.tested);
        break;
      }
    }
  }
  return columns;
}

}  // namespace cotejo::mapping
