#include "pipeline/checks/arithmetic/figures.h"

#include <algorithm>
#include <set>

#include "pipeline/checks/arithmetic/tolerances.h"
#include "pipeline/mapping/table/code_tree.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {
namespace {

// "N/A", "No aplica": there is none, where "ND" or "####" hides one that is not known.
bool does_not_apply(const std::string& text) {
  const std::string folded = normalise::fold(text);
  return folded == "n a" || folded == "na" || folded == "no aplica";
}

using mapping::ColumnRole;
using mapping::RowRole;
using normalise::NumberKind;

bool takes_no_part(ColumnRole role) {
  return role == ColumnRole::code || role == ColumnRole::number || role == ColumnRole::date || role == ColumnRole::mark;
}

bool looks_like_year(const Figure& figure) {
  const model::Decimal& value = figure.amount.value;
  return value.exponent == 0 && figure.amount.unit != model::Unit::percent && value.mantissa >= kFirstYear &&
         value.mantissa <= kLastYear;
}

// A column of references: numbers that count nothing.
bool points_elsewhere(const std::string& head) {
  const std::vector<std::string> words = normalise::folded_words(head);
  if (words.empty()) return false;
  for (const char* word :
       {"nota", "notas", "folio", "folios", "pagina", "pag", "item", "consecutivo", "telefono", "nit", "cedula"}) {
    if (words.back() == word) return true;
  }
  return false;
}

// Digits and dots before the words of a label, two digits at least.
std::string leading_code(const std::string& label) {
  const std::size_t end = std::min(label.find_first_not_of("0123456789."), label.size());
  if (end >= label.size() || label[end] != ' ') return {};
  const std::string code = mapping::code_digits(label.substr(0, end));
  return std::count_if(code.begin(), code.end(), [](char c) { return c != '.'; }) >= 2 ? code : std::string();
}

}  // namespace

bool says_subtotal(const std::string& label) {
  const std::vector<std::string> words = normalise::folded_words(label);
  if (words.empty()) return false;
  if (words[0].starts_with("subtotal")) return true;
  return words.size() > 1 && words[0] == "sub" && words[1].starts_with("total");
}

bool says_balance(const std::string& label) {
  static const std::set<std::string> balances{"superavit", "deficit",   "excedente", "excedentes", "utilidad",
                                              "perdida",   "resultado", "ahorro",    "desahorro",  "disponibilidad",
                                              "faltante",  "sobrante",  "diferencia"};
  const std::vector<std::string> words = normalise::folded_words(label);
  for (std::size_t i = 0; i < words.size() && i < 2; ++i)  // "Total superávit", "Superávit o déficit"
    if (balances.contains(words[i])) return true;
  return false;
}

bool says_total(const std::string& label) {
  const std::vector<std::string> words = normalise::folded_words(label);
  if (words.empty()) return false;
  const std::string& first = words[0];
  if (first == "total" || first == "totales" || first == "tot" || first == "sumas" || first == "suma") return true;
  if (says_subtotal(label)) return true;
  if (words.size() > 1 && (first == "gran" || first == "valor" || first == "sumas") && words[1].starts_with("total")) {
    return true;
  }
  // One slip of the writer or of the reader: a doubled, dropped or wrong letter of a word that stands alone.
  return words.size() == 1 && first.size() >= kShortestTotal && first.size() <= kLongestTotal &&
         (normalise::similarity(first, "total") >= kLikeTotal || normalise::similarity(first, "totales") >= kLikeTotals);
}

Figures::Figures(const model::Table& table, const mapping::TableReading& reading)
    : table_(&table), reading_(&reading), data_(std::make_shared<Data>()) {
  data_->uses.resize(reading.columns.size(), ColumnUse::none);
  data_->row_facts.resize(reading.rows.size());
  read_cells();
  judge_rows();
  judge_columns();
  find_parents();
  find_totals();
}

const Figure& Figures::changed_at(Place place) const {
  for (const auto& [other, figure] : read_otherwise_) {
    if (other == place) return figure;
  }
  return data_->grid[index_of(place)];
}

Figures Figures::with(Place place, const model::Amount& amount) const {
  Figures other = *this;
  Figure figure = at(place);
  figure.known = Known::printed;
  figure.amount = amount;
  figure.value = model::micro(amount.value);
  figure.interval = amount.rounded();
  figure.truncated = amount.truncated();
  std::erase_if(other.read_otherwise_, [place](const auto& entry) { return entry.first == place; });
  other.read_otherwise_.emplace_back(place, figure);
  return other;
}

void Figures::read_cells() {
  data_->grid.resize(data_->row_facts.size() * data_->uses.size());
  for (std::size_t i = 0; i < data_->grid.size() && i < reading_->grid.size(); ++i) {
    const mapping::CellReading& source = reading_->grid[i];
    Figure& figure = data_->grid[i];
    figure.cell = source.cell;
    const int column = static_cast<int>(i % data_->uses.size());
    if (source.cell >= 0) {
      const model::Cell& cell = table_->cells[static_cast<std::size_t>(source.cell)];
      figure.confidence = cell.confidence;
      figure.ocr = cell.origin == model::Origin::ocr || cell.origin == model::Origin::mixed;
      if (cell.row_span > 1) continue;  // a figure that stands for several rows is no part of a sum
    }
    if (!source.origin) continue;
    switch (source.number.kind) {
      case NumberKind::number:
      case NumberKind::dash:
        // Words after a figure make it a phrase ("4 informes"), unless it is a note mark.
        if (source.number.rest.size() > kNoteMark) break;
        figure.known = Known::printed;
        figure.amount = source.number.amount;
        break;
      case NumberKind::ambiguous:
        figure.known = Known::open;
        figure.amount = source.number.as_groups;
        break;
      case NumberKind::blank:
        figure.known = Known::blank;
        break;
      case NumberKind::not_available:
        // Tried as nothing, as an empty cell is: the table's own sums tell whether it is meant so.
        if (source.cell >= 0 && does_not_apply(table_->cells[static_cast<std::size_t>(source.cell)].text))
          figure.known = Known::blank;
        break;
      default:
        break;
    }
    if (figure.known == Known::printed && figure.amount.unit == model::Unit::count &&
        reading_->columns[static_cast<std::size_t>(column)].role == ColumnRole::percent) {
      figure.amount.unit = model::Unit::percent;
    }
    figure.value = model::micro(figure.amount.value);
    figure.interval = figure.amount.rounded();
    figure.truncated = figure.amount.truncated();
  }
}

void Figures::judge_columns() {
  for (int column = 0; column < columns(); ++column) {
    const mapping::ColumnReading& role = reading_->columns[static_cast<std::size_t>(column)];
    if (takes_no_part(role.role) || points_elsewhere(role.head)) continue;
    int figures = 0, percents = 0, years = 0, running = 0, words = 0;
    std::int64_t last = 0;
    for (int r = 0; r < rows(); ++r) {
      if (!row(r).body) continue;
      const Figure& figure = at({r, column});
      if (figure.known == Known::unknown) {
        const bool own = figure.cell >= 0 && table_->cells[static_cast<std::size_t>(figure.cell)].row == r &&
                         table_->cells[static_cast<std::size_t>(figure.cell)].column == column;
        words += own && !table_->cells[static_cast<std::size_t>(figure.cell)].text.empty();
        continue;
      }
      if (figure.known == Known::blank) continue;
      ++figures;
      percents += figure.amount.unit == model::Unit::percent;
      years += looks_like_year(figure);
      running += figure.amount.value.exponent == 0 && figure.amount.value.mantissa == last + 1;
      last = figure.amount.value.mantissa;
    }
    const bool known_role = role.role == ColumnRole::amount || role.role == ColumnRole::count ||
                            role.role == ColumnRole::difference || role.role == ColumnRole::percent;
    if (figures == 0 || (!known_role && figures < kMostlyFigures * (figures + words))) continue;
    if (2 * doubled(column) > figures) continue;
    if (years == figures && role.unit != model::Unit::cop) continue;
    if (!known_role && figures >= 3 && running >= figures - (figures >= kLongOrdinal))
      continue;  // 1, 2, 3 …: an ordinal
    data_->uses[static_cast<std::size_t>(column)] =
        2 * percents > figures || role.role == ColumnRole::percent ? ColumnUse::percent : ColumnUse::additive;
    if (use(column) != ColumnUse::additive) continue;
    for (int r = 0; r < rows(); ++r) {  // a row of shares under the counts adds to none of them
      Figure& figure = data_->grid[index_of({r, column})];
      if (figure.amount.unit == model::Unit::percent) figure.known = Known::unknown;
    }
  }
}

// Cells of a column that hold two figures ("11 5"): two columns that were read as one.
int Figures::doubled(int column) const {
  int count = 0;
  for (int r = 0; r < rows(); ++r) {
    if (!row(r).body) continue;
    const std::string& rest = reading_->at(r, column).number.rest;
    count += at({r, column}).known == Known::printed && base::all_digits(rest);
  }
  return count;
}

// The words of a total that stand before the row's own label, as where the name of the next section was read into the
// row of a subtotal; empty where there are none.
std::string Figures::total_beside(int row) const {
  for (int c = 0; c < columns(); ++c) {
    const mapping::CellReading& reading = reading_->at(row, c);
    if (!reading.origin || reading.cell < 0) continue;
    const model::Cell& cell = table_->cells[static_cast<std::size_t>(reading.cell)];
    if (cell.text.empty()) continue;
    const bool words = reading.number.kind == NumberKind::text;
    return words && cell.row_span == 1 && says_total(cell.text) ? cell.text : std::string();
  }
  return {};
}

void Figures::judge_rows() {
  bool lines = false;
  bool brought = false;  // the table begins with the sums of a sheet before: its total holds more than its lines
  for (int r = 0; r < rows(); ++r) {
    const mapping::RowReading& source = reading_->rows[static_cast<std::size_t>(r)];
    RowFacts& facts = data_->row_facts[static_cast<std::size_t>(r)];
    facts.body = r >= reading_->header_rows && source.role != RowRole::header && source.role != RowRole::note &&
                 source.role != RowRole::carried && source.role != RowRole::blank;
    lines = lines || source.role == RowRole::line || source.role == RowRole::subtotal;
    brought = brought || (source.role == RowRole::carried && !lines);
    if (brought && source.role == RowRole::total) facts.body = false;
    facts.label = source.label;
    facts.code = mapping::code_digits(source.code);
    if (facts.label.empty()) {  // the first words of the row
      for (int c = 0; c < columns() && facts.label.empty(); ++c) {
        const mapping::CellReading& cell = reading_->at(r, c);
        const bool words = cell.number.kind == NumberKind::text || cell.number.rest.size() > kNoteMark;
        if (cell.origin && cell.cell >= 0 && words) {
          facts.label = table_->cells[static_cast<std::size_t>(cell.cell)].text;
        }
      }
    }
    if (const std::string said = total_beside(r); !said.empty() && !says_total(facts.label)) facts.label = said;
    facts.section = source.role == RowRole::section;
  }
  const auto first = std::find_if(data_->row_facts.begin(), data_->row_facts.end(),
                                  [](const RowFacts& facts) { return facts.body && !facts.section; });
  if (first == data_->row_facts.end()) return;
  if (numbers_columns(static_cast<int>(first - data_->row_facts.begin()))) first->body = false;
}

// "1 | 2 | 3 = 1 + 2 | 4": the row under the head that numbers the columns for those who speak of them.
bool Figures::numbers_columns(int row) const {
  std::int64_t last = 0;
  int count = 0;
  for (int c = 0; c < columns(); ++c) {
    const mapping::CellReading& cell = reading_->at(row, c);
    if (!cell.origin || cell.cell < 0 || cell.number.kind == NumberKind::blank) continue;
    const model::Decimal& value = cell.number.amount.value;
    const bool number =
        cell.number.kind == NumberKind::number && value.exponent == 0 && cell.number.amount.unit == model::Unit::count;
    if (!number || (count == 0 ? value.mantissa > 2 : value.mantissa != last + 1)) return false;
    last = value.mantissa;
    ++count;
  }
  return count >= kNumberedColumns;
}

// The codes that tell what is under what: those of the rows; where no column holds any and most labels begin with one
// of their own ("1105 CAJA"), those.
std::vector<std::string> Figures::codes_of_rows() const {
  std::vector<std::string> codes, leading;
  std::set<std::string> different;
  bool own = false;
  int labels = 0;
  for (const RowFacts& facts : data_->row_facts) {
    codes.push_back(facts.body ? facts.code : std::string());
    leading.push_back(facts.body ? leading_code(facts.label) : std::string());
    own = own || !codes.back().empty();
    labels += facts.body && !facts.label.empty();
    if (!leading.back().empty()) different.insert(leading.back());
  }
  const auto count = static_cast<int>(different.size());
  if (!own && count >= kLeadingCodes && 2 * count > labels) codes = std::move(leading);
  return codes;
}

void Figures::find_parents() {
  const std::vector<int> parents = mapping::parents_by_code(codes_of_rows());
  for (int r = 0; r < rows(); ++r) {
    RowFacts& facts = data_->row_facts[static_cast<std::size_t>(r)];
    if (!facts.body) continue;
    facts.parent = parents[static_cast<std::size_t>(r)];
    const int told = reading_->rows[static_cast<std::size_t>(r)].parent;
    if (facts.parent < 0 && told >= 0 && told < rows() && told != r && row(told).body) facts.parent = told;
  }
}

// A line with printed parts of its own is no total row: its sum is told by its parts.
void Figures::find_totals() {
  std::vector<bool> has_parts(data_->row_facts.size());
  for (const RowFacts& facts : data_->row_facts) {
    if (facts.parent >= 0) has_parts[static_cast<std::size_t>(facts.parent)] = true;
  }
  for (int r = 0; r < rows(); ++r) {
    const RowRole role = reading_->rows[static_cast<std::size_t>(r)].role;
    RowFacts& facts = data_->row_facts[static_cast<std::size_t>(r)];
    // The mapping may have seen the word in another label of the row: two statements printed side by side.
    const bool by_role = (role == RowRole::total || role == RowRole::subtotal) && facts.code.empty() &&
                         !has_parts[static_cast<std::size_t>(r)] && facts.label.empty();
    // Where the stages run down, "Total obligaciones" is one of them and sums none of the others.
    const bool stage = reading_->transposed && role == RowRole::line;
    facts.total = facts.body && !stage && (by_role || says_total(facts.label));
    facts.grand = facts.total && role != RowRole::subtotal && !says_subtotal(facts.label);
  }
}

std::string Figures::row_name(int index) const {
  const RowFacts& facts = row(index);
  std::string name;
  const std::string& code = reading_->rows[static_cast<std::size_t>(index)].code;
  if (!code.empty()) name = code;
  std::string label = normalise::clean(facts.label);
  std::replace(label.begin(), label.end(), '\n', ' ');
  if (!label.empty() && label != name) name += (name.empty() ? "" : " ") + label;
  return name.empty() ? "fila " + std::to_string(index + 1) : name;
}

std::string Figures::column_name(int index) const {
  std::string head = reading_->columns[static_cast<std::size_t>(index)].head;
  std::replace(head.begin(), head.end(), '\n', ' ');
  return head.empty() ? "columna " + std::to_string(index + 1) : head;
}

}  // namespace cotejo::checks
