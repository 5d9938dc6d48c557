#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "pipeline/checks/commitments_view.h"
#include "pipeline/checks/prose/scan.h"
#include "pipeline/checks/rules/rules.h"
#include "pipeline/checks/rules/tolerances.h"
#include "pipeline/checks/spanish.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {
namespace {

std::string cell_text(const TableAnalysis& table, int row, int column) {
  const mapping::CellReading& cell = table.figures.reading().at(row, column);
  if (cell.cell < 0 || !cell.origin) return {};
  return table.figures.table().cells[static_cast<std::size_t>(cell.cell)].text;
}

bool head_names_key(const std::string& head) {
  for (const std::string& word : normalise::folded_words(head)) {
    if (word == "radicado" || word == "radicacion" || word == "contrato" || word == "bpin" || word == "expediente")
      return true;
  }
  return false;
}

// The number in a cell of such a column: "2022-071800 del 10/10/2022" → 2022-071800.
std::string key_of(const std::string& text) {
  const std::string_view head = std::string_view(text).substr(0, 60);
  const std::size_t begin = skip_spaces(head, 0);
  std::size_t at = run_end(head, begin, is_letter);
  if (at - begin > 6) return {};  // a word, and no mark of a series
  if (at < head.size() && (head[at] == '-' || head[at] == '.' || head[at] == ' ')) ++at;
  const auto of_number = [](char c) { return is_digit(c) || c == '-' || c == '.' || c == '/'; };
  if (at == head.size() || !is_digit(head[at])) return {};
  const std::size_t end = std::min(run_end(head, at, of_number), at + 31);
  if (end - at < 4) return {};
  std::string key(head.substr(begin, end - begin));
  while (!key.empty() && (key.back() == '.' || key.back() == '-' || key.back() == '/')) key.pop_back();
  return key;
}

// The words of a row beside one column: what the key stands for.
std::string thing_of(const TableAnalysis& table, int row, int key_column) {
  std::string words;
  for (int c = 0; c < table.figures.columns(); ++c) {
    if (c != key_column) words += cell_text(table, row, c) + "|";
  }
  return normalise::fold(words);
}

// The first words beside the key, to name the row.
std::string name_of(const TableAnalysis& table, int row, int key_column) {
  for (int c = 0; c < table.figures.columns(); ++c) {
    const std::string text = cell_text(table, row, c);
    if (c != key_column && normalise::folded_words(text).size() >= 2) return text;
  }
  return table.figures.row_name(row);
}

// One radicado, contract or project number for two rows that speak of different things.
void keys(const TableAnalysis& table, int column, Report& report) {
  std::map<std::string, std::vector<int>> rows;
  int seen = 0;
  for (int r = 0; r < table.figures.rows(); ++r) {
    if (!table.figures.row(r).body || table.figures.row(r).total) continue;
    const std::string key = key_of(cell_text(table, r, column));
    if (key.empty()) continue;
    ++seen;
    rows[key].push_back(r);
  }
  report.tested(seen);
  // A key that most rows share is a group's name: several contracts of one process, several lines of one project.
  if (seen < 2 || 2 * rows.size() < static_cast<std::size_t>(seen) + 1) return;
  for (const auto& [key, places] : rows) {
    if (places.size() < 2) continue;
    std::set<std::string> things;
    for (const int r : places) things.insert(thing_of(table, r, column));
    if (things.size() < places.size()) continue;  // the same row twice: printed again, not given twice
    model::Finding finding;
    finding.table = table.figures.reading().table;
    finding.reported = key;
    finding.message = guillemets(table.figures.column_name(column), 40) + " " + key + " aparece en " +
                      counted(places.size(), "fila", "filas") +
                      " distintas: " + guillemets(name_of(table, places[0], column), 60) + " y " +
                      guillemets(name_of(table, places[1], column), 60) + ".";
    for (const int r : places) {
      finding.steps.push_back("Fila " + std::to_string(r + 1) + ": " + key + "  " +
                              guillemets(name_of(table, r, column)));
      finding.evidence.push_back(
          evidence_of(table, {r, column}, r == places[0] ? model::Role::reported : model::Role::repeated));
    }
    report.add(std::move(finding), table.figures.table().title + "|" + key);
  }
}

// "Detalle", under a head that says so: the head was printed again inside the table.
bool names_a_column(const TableAnalysis& table, const std::string& label) {
  const std::string folded = normalise::fold(label);
  return std::any_of(table.figures.reading().columns.begin(), table.figures.reading().columns.end(),
                     [&](const mapping::ColumnReading& column) { return normalise::fold(column.head) == folded; });
}

// One budget code for two lines with other words, in a table where a code is otherwise a line's own.
void codes(const TableAnalysis& table, Report& report) {
  std::map<std::string, std::vector<int>> rows;
  int seen = 0;
  for (int r = 0; r < table.figures.rows(); ++r) {
    const RowFacts& facts = table.figures.row(r);
    if (!facts.body || facts.total || facts.code.size() < 3) continue;
    ++seen;
    rows[table.figures.reading().rows[static_cast<std::size_t>(r)].code].push_back(r);
  }
  if (seen < 4) return;
  std::size_t repeated = 0;
  for (const auto& [code, places] : rows) repeated += places.size() > 1;
  report.tested(seen);
  if (repeated * 10 > rows.size() + 9) return;  // a table by source or section: codes come again by design
  for (const auto& [code, places] : rows) {
    for (std::size_t i = 1; i < places.size(); ++i) {
      const std::string first = table.figures.row(places[0]).label;
      const std::string other = table.figures.row(places[i]).label;
      if (names_a_column(table, other)) continue;
      if (first.empty() || other.empty() || normalise::similarity(first, other) > kOneLine) continue;
      model::Finding finding;
      finding.table = table.figures.reading().table;
      finding.reported = code;
      finding.message = "El código " + code + " se da a dos líneas distintas: " + guillemets(first, 60) + " y " +
                        guillemets(other, 60) + ".";
      finding.steps = {code + "  " + first, code + "  " + other};
      finding.evidence = {evidence_of(table, {places[i], 0}, model::Role::reported),
                          evidence_of(table, {places[0], 0}, model::Role::repeated)};
      const bool scanned = finding.evidence.front().source.origin == model::Origin::ocr;
      if (scanned) {
        finding.diagnosis = model::Diagnosis::doubtful_reading;
        finding.message += " Puede ser un error de lectura: en una imagen los códigos largos pierden dígitos.";
      }
      report.add(std::move(finding), table.figures.table().title + "|" + code + "|" + other,
                 scanned ? model::Severity::info : model::Severity::error);
    }
  }
}

// One number for two commitments of a table.
void numbers(const Context& context, const CommitmentTable& table, Report& report) {
  std::map<std::string, std::vector<const model::Commitment*>> by_number;
  for (const model::Commitment* row : table.rows) {
    if (!row->number.empty()) by_number[row->component + "|" + row->number].push_back(row);
  }
  std::size_t repeated = 0;
  for (const auto& [number, rows] : by_number) repeated += rows.size() > 1;
  if (by_number.size() < 3 || repeated * 4 > by_number.size()) return;  // numbering begins anew in each part
  for (const auto& [number, rows] : by_number) {
    for (std::size_t i = 1; i < rows.size(); ++i) {
      if (normalise::similarity(rows[0]->text, rows[i]->text) > kOneCommitment) continue;
      model::Finding finding;
      finding.table = table.table;
      finding.reported = rows[i]->number;
      finding.message = "El número " + rows[i]->number + " se da a dos compromisos: " + guillemets(rows[0]->text, 60) +
                        " y " + guillemets(rows[i]->text, 60) + ".";
      finding.steps = {rows[0]->number + "  " + rows[0]->text, rows[i]->number + "  " + rows[i]->text};
      finding.evidence = {evidence_of(rows[i]->source, model::Role::reported),
                          evidence_of(rows[0]->source, model::Role::repeated)};
      report.add(std::move(finding), commitment_place(context, *rows[i]));
    }
  }
}

}  // namespace

void duplicado(const Context& context, Report& report) {
  for (const TableAnalysis& table : context.tables) {
    for (int c = 0; c < table.figures.columns(); ++c) {
      if (head_names_key(table.figures.column_name(c))) keys(table, c, report);
    }
    codes(table, report);
  }
  for (const CommitmentTable& table : commitment_tables(context)) numbers(context, table, report);
}

}  // namespace cotejo::checks
