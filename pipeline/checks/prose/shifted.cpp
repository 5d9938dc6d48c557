#include <algorithm>

#include "pipeline/checks/prose/label_tables.h"
#include "pipeline/checks/prose/tolerances.h"
#include "pipeline/checks/spanish.h"

namespace cotejo::checks {
namespace {

// Those of the figures that the row `step` lines away from their own prints, and their own does not.
std::vector<Compared> off_by(int step, const LabelTable& table, const std::vector<Compared>& told) {
  std::vector<Compared> off;
  for (const Compared& one : told) {
    const auto own =
        std::find_if(table.rows.begin(), table.rows.end(), [&](const LabelRow& row) { return row.row == one.row; });
    const auto at = own - table.rows.begin() + step;
    if (own == table.rows.end() || at < 0 || at >= static_cast<std::ptrdiff_t>(table.rows.size())) continue;
    const int column = one.number->percent ? table.percent : table.count;
    const Figure& figure = table.table->figures.at({table.rows[static_cast<std::size_t>(at)].row, column});
    if (figure.known == Known::printed && figure.value == model::micro(one.number->amount.value)) off.push_back(one);
  }
  return off;
}

// How unlikely they are by accident: each different figure tells as many digits as it has.
std::size_t digits_of(const std::vector<Compared>& off) {
  std::vector<std::string> figures;
  for (const Compared& one : off) figures.push_back(model::micro_to_string(model::micro(one.number->amount.value)));
  std::sort(figures.begin(), figures.end());
  figures.erase(std::unique(figures.begin(), figures.end()), figures.end());
  std::size_t digits = 0;
  for (const std::string& figure : figures) digits += figure.size();
  return figures.size() < 2 ? 0 : digits;
}

}  // namespace

void check_shifted(const LabelTable& table, const std::vector<Compared>& told, std::vector<Contradiction>& found) {
  for (const int step : {1, -1}) {
    const std::vector<Compared> off = off_by(step, table, told);
    if (digits_of(off) < kShiftedDigits || 3 * off.size() < 2 * told.size()) continue;
    const Figures& figures = table.table->figures;
    const Compared& first = off.front();
    const Place place{first.row, first.number->percent ? table.percent : table.count};
    Contradiction claim{
        first.sentence,         first.number, figures.at(place).amount.value.to_string(), {}, {}, {}, {},
        figures.reading().table};
    claim.message = "El texto da " + guillemets(first.number->text, 30) + " para " +
                    guillemets(label_of(table, first.row), 60) + "; " + table_name(figures.table()) + " dice " +
                    written(figures.at(place).amount) + ": las cifras del texto son las de la fila " +
                    (step > 0 ? "siguiente" : "anterior") + ".";
    for (const Compared& one : off) {
      const Place own{one.row, one.number->percent ? table.percent : table.count};
      claim.steps.push_back("En el texto, " + figures.row_name(one.row) + ": " + one.number->text +
                            "; en la tabla: " + written(figures.at(own).amount));
      claim.sources.push_back(evidence_of(*table.table, own, model::Role::source));
      if (one.number != first.number) claim.rests_on.push_back({one.sentence, one.number});
    }
    found.push_back(std::move(claim));
    return;
  }
}

}  // namespace cotejo::checks
