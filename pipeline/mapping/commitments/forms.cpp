#include "pipeline/mapping/commitments/forms.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "pipeline/mapping/commitments/tolerances.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::forms;

struct Pair {
  int name = -1;  // cells of the form
  int value = -1;
  std::string meaning;  // of the name
};

// The pairs from top to bottom; empty where some name is no head of a plan.
std::vector<Pair> pairs_of(const Vocabulary& vocabulary, const model::Table& table, const TableReading& reading) {
  std::vector<Pair> pairs;
  for (int r = 0; r < table.rows; ++r) {
    for (int c = 0; c + 1 < table.columns; c += 2) {
      const int name = reading.at(r, c).cell;
      if (name < 0) continue;
      const model::Cell& cell = table.cells[static_cast<std::size_t>(name)];
      if (cell.row != r || cell.column != c || cell.text.empty()) continue;
      const int after = c + cell.column_span;
      const int value = after < table.columns ? reading.at(r, after).cell : -1;
      if (value < 0) return {};
      const std::string meaning = vocabulary.exact("compromisos.columna", normalise::fold(cell.text));
      if (meaning.empty()) return {};
      pairs.push_back({name, value, meaning});
    }
  }
  return pairs;
}

// Its words, and who answers for it or when it is due.
bool is_commitment(const std::vector<Pair>& pairs) {
  std::set<std::string> meanings;
  for (const Pair& pair : pairs) meanings.insert(pair.meaning);
  const auto has = [&](std::initializer_list<const char*> names) {
    return std::any_of(names.begin(), names.end(), [&](const char* name) { return meanings.contains(name); });
  };
  return meanings.size() >= kFewestNames && has({"compromiso", "meta_producto", "meta"}) &&
         has({"responsable", "dependencia", "fecha"});
}

Form turned(const model::Table& table, const TableReading& reading, const std::vector<Pair>& pairs) {
  Form form;
  const int columns = static_cast<int>(pairs.size());
  form.table.title = table.title;
  form.table.first_page = table.first_page;
  form.table.last_page = table.last_page;
  form.table.page_boxes = table.page_boxes;
  form.table.rows = 2;
  form.table.columns = columns;
  form.table.header_rows = 1;
  form.reading.table = reading.table;
  form.reading.vigencia = reading.vigencia;
  form.reading.header_rows = 1;
  form.reading.columns.resize(pairs.size());
  form.reading.rows.resize(2);
  form.reading.rows[0].role = RowRole::header;
  form.reading.grid.resize(2 * pairs.size());
  for (std::size_t row = 0; row < 2; ++row) {
    for (std::size_t c = 0; c < pairs.size(); ++c) {
      const int from = row == 0 ? pairs[c].name : pairs[c].value;
      model::Cell cell = table.cells[static_cast<std::size_t>(from)];
      CellReading& place = form.reading.grid[row * pairs.size() + c];
      if (row == 1) place.number = reading.at(cell.row, cell.column).number;
      place.cell = static_cast<int>(form.table.cells.size());
      place.origin = true;
      cell.row = static_cast<int>(row);
      cell.column = static_cast<int>(c);
      cell.row_span = cell.column_span = 1;
      form.table.cells.push_back(std::move(cell));
      form.places.push_back(from);
    }
  }
  return form;
}

}  // namespace

std::vector<Form> forms_of(const Vocabulary& vocabulary, const model::Table& table, const TableReading& reading) {
  if (table.columns < 2 || table.columns > kMostColumns || table.columns % 2 != 0) return {};
  if (reading.grid.size() != static_cast<std::size_t>(table.rows) * static_cast<std::size_t>(table.columns)) return {};
  std::vector<std::vector<Pair>> parts;
  for (Pair& pair : pairs_of(vocabulary, table, reading)) {
    const auto same = [&](const Pair& other) {
      return table.cells[static_cast<std::size_t>(other.name)].text ==
             table.cells[static_cast<std::size_t>(pair.name)].text;
    };
    if (parts.empty() || same(parts.back().front())) parts.emplace_back();
    parts.back().push_back(std::move(pair));
  }
  std::vector<Form> forms;
  for (const std::vector<Pair>& part : parts)
    if (is_commitment(part)) forms.push_back(turned(table, reading, part));
  return forms;
}

}  // namespace cotejo::mapping
