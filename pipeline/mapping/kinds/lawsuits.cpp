#include <string>
#include <utility>

#include "pipeline/mapping/kinds/kinds.h"
#include "pipeline/mapping/kinds/row_figures.h"

namespace cotejo::mapping {
namespace {

// One by one, with who, where or under what number; or counted by kind.
bool is_of_lawsuits(const TableContext& context, const HeadedColumns& columns) {
  int told = 0;
  for (const std::string_view meaning : {"numero", "demandante", "demandado", "despacho"})
    told += columns.has(meaning) ? 1 : 0;
  const bool one_by_one = columns.has("demandante") && told >= 2;
  const bool by_kind = columns.has("clase") && (columns.has("cantidad") || columns.has("cuantia"));
  return one_by_one || ((by_kind || told >= 2) && speaks_of(context, "procesos.tema"));
}

// A column that is headed "Proceso" may hold kinds or numbers.
bool is_number(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789- ") == std::string::npos;
}

// A number of 23 digits goes on in the next line of its cell: digits alone are one number.
std::string whole_number(std::string number) {
  if (is_number(number)) std::erase(number, ' ');
  return number;
}

}  // namespace

std::vector<model::Lawsuit> lawsuits_of(const TableContext& context) {
  std::vector<model::Lawsuit> lawsuits;
  if (context.reading.kind == model::TableKind::petitions) return lawsuits;
  const HeadedColumns columns(context, "procesos.columna");
  if (!is_of_lawsuits(context, columns)) return lawsuits;
  for (int r = context.reading.header_rows; r < context.table().rows; ++r) {
    if (!columns.is_entry(r)) continue;
    model::Lawsuit suit;
    suit.number = whole_number(columns.text(r, "numero"));
    suit.kind = columns.text(r, "clase");
    if (suit.number.empty() && is_number(suit.kind)) suit.number = whole_number(std::exchange(suit.kind, {}));
    suit.court = columns.text(r, "despacho");
    suit.plaintiff = columns.text(r, "demandante");
    suit.defendant = columns.text(r, "demandado");
    suit.state = columns.text(r, "estado");
    suit.count = columns.figure(r, "cantidad");
    suit.claim = columns.figure(r, "cuantia");
    suit.provision = columns.figure(r, "provision");
    suit.total = columns.is_total(r);
    const bool named = !suit.number.empty() || !suit.plaintiff.empty() || !suit.kind.empty() || !suit.court.empty();
    if (!named && !(suit.total && (suit.count || suit.claim))) continue;
    suit.source = columns.source(r, columns.has("numero") ? columns.of("numero") : columns.of("clase"));
    lawsuits.push_back(std::move(suit));
  }
  return lawsuits;
}

}  // namespace cotejo::mapping
