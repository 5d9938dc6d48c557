#include <string>
#include <string_view>
#include <utility>

#include "pipeline/checks/rules/rules.h"
#include "pipeline/checks/spanish.h"
#include "pipeline/normalise/numbers/numbers.h"

namespace cotejo::checks {
namespace {

constexpr std::size_t kLongestError = 24;  // bytes: "#¡VALOR!", a cell full of #

// Why the sheet printed no figure, as a reader needs to know it.
std::string_view reason_of(std::string_view text) {
  if (text.find_first_not_of("# \n") == std::string_view::npos)
    return "la columna de la hoja de cálculo era más angosta que la cifra";
  return text.find('#') == std::string_view::npos ? "la hoja de cálculo solo imprimió sus primeros dígitos"
                                                  : "la hoja de cálculo no pudo hacer la cuenta";
}

}  // namespace

// A cell where the spreadsheet printed a sign of error instead of its figure: unknown, and never zero.
void cifra_ilegible(const Context& context, Report& report) {
  for (const TableAnalysis& table : context.tables) {
    const Figures& figures = table.figures;
    report.tested(1);
    for (int r = 0; r < figures.rows(); ++r) {
      for (int c = 0; c < figures.columns(); ++c) {
        const mapping::CellReading& place = figures.reading().at(r, c);
        if (!place.origin || place.cell < 0) continue;
        const std::string& text = figures.table().cells[static_cast<std::size_t>(place.cell)].text;
        if (text.empty() || text.size() > kLongestError || !normalise::is_spreadsheet_error(text)) continue;
        model::Finding finding;
        finding.table = figures.reading().table;
        finding.reported = text;
        finding.message = "En " + guillemets(figures.row_name(r)) + ", " + guillemets(figures.column_name(c), 60) +
                          " dice " + guillemets(text) + " en vez de una cifra: " + std::string(reason_of(text)) +
                          ". El valor es desconocido.";
        finding.steps = {finding.message};
        finding.evidence = {evidence_of(table, {r, c}, model::Role::reported)};
        report.add(std::move(finding),
                   figures.table().title + "|" + figures.row_name(r) + "|" + figures.column_name(c));
      }
    }
  }
}

}  // namespace cotejo::checks
