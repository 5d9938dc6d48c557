#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/digits.h"
#include "pipeline/checks/relations/find_relations.h"
#include "pipeline/checks/relations/tolerances.h"
#include "pipeline/mapping/columns/column_numbers.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {
namespace {

bool roman(std::string_view text) {
  return text.find_first_not_of("IVXL") == std::string_view::npos;
}

// The mark at the beginning of a text: Roman numerals, a capital, or one or two digits.
std::string_view mark_at(std::string_view text) {
  std::size_t end = 0;
  const auto is = [&](std::size_t i, char low, char high) {
    return i < text.size() && text[i] >= low && text[i] <= high;
  };
  if (is(0, '0', '9')) {
    while (is(end, '0', '9')) ++end;
    return end <= 2 ? text.substr(0, end) : std::string_view{};
  }
  while (is(end, 'A', 'Z')) ++end;
  const std::string_view letters = text.substr(0, end);
  return letters.size() == 1 || (letters.size() <= kLongestMark && roman(letters)) ? letters : std::string_view{};
}

// The mark that numbers a label: "III. AHORRO", "1) Ingresos", "(A) Activo", "VI - Total".
std::string_view own_mark(std::string_view label) {
  const bool bracket = label.starts_with('(');
  if (bracket) label.remove_prefix(1);
  const std::string_view mark = mark_at(label);
  if (mark.empty()) return {};
  label.remove_prefix(mark.size());
  if (bracket) return label.starts_with(')') ? mark : std::string_view{};
  const std::size_t space = label.find_first_not_of(' ');
  if (space == std::string_view::npos) return {};
  const char next = label[space];
  const bool dot = next == '.' && !(space + 1 < label.size() && base::is_digit(label[space + 1]));
  return dot || next == ')' || next == ':' || (next == '-' && space > 0) ? mark : std::string_view{};
}

struct Term {
  std::string_view mark;
  int weight = 1;
};

// "I - II + 3": marks joined by signs and nothing else; two at least.
std::vector<Term> terms_of(std::string_view text) {
  std::vector<Term> terms;
  int weight = 1;
  const auto skip = [&] { text.remove_prefix(std::min(text.size(), text.find_first_not_of(' '))); };
  for (;;) {
    skip();
    const std::string_view mark = mark_at(text);
    if (mark.empty()) return {};
    terms.push_back({mark, weight});
    text.remove_prefix(mark.size());
    skip();
    if (text.empty()) break;
    if (text.starts_with('+')) {
      weight = 1;
      text.remove_prefix(1);
    } else if (text.starts_with('-')) {
      weight = -1;
      text.remove_prefix(1);
    } else if (text.starts_with("–") || text.starts_with("−")) {  // either is three bytes long
      weight = -1;
      text.remove_prefix(3);
    } else {
      return {};
    }
  }
  return terms.size() >= 2 ? terms : std::vector<Term>{};
}

// The formula of a label, in brackets or after a sign of equality: "AHORRO CORRIENTE: (I - II)", "(C = A - B)".
std::vector<Term> formula_of(std::string_view label) {
  for (std::size_t open = label.find('('); open != std::string_view::npos; open = label.find('(', open + 1)) {
    const std::size_t close = label.find(')', open);
    if (close == std::string_view::npos) break;
    std::string_view inside = label.substr(open + 1, close - open - 1);
    inside.remove_prefix(inside.rfind('=') == std::string_view::npos ? 0 : inside.rfind('=') + 1);
    if (std::vector<Term> terms = terms_of(inside); !terms.empty()) return terms;
  }
  const std::size_t equals = label.rfind('=');
  return equals == std::string_view::npos ? std::vector<Term>{} : terms_of(label.substr(equals + 1));
}

// The names that a total says it adds up: "TOTAL PASIVO + PATRIMONIO", "Total pasivo y patrimonio"; folded, two at
// least.
std::vector<std::string> names_of(std::string_view label) {
  const auto has = [&](std::string_view sign) { return label.find(sign) != std::string_view::npos; };
  if (!has("+") && !has(" y ") && !has(" Y ")) return {};
  std::vector<std::string> names;
  std::string rest;
  // Folding takes the signs away.
  for (const char c : label) rest += c == '+' ? std::string(" y ") : std::string(1, c);
  std::string folded = " " + normalise::fold(rest) + " ";
  constexpr std::string_view total = " total ", joint = " y ";
  if (!folded.starts_with(total)) return {};
  folded.erase(0, total.size() - 1);
  for (std::size_t at = folded.find(joint); at != std::string::npos; at = folded.find(joint)) {
    names.push_back(folded.substr(0, at));
    folded.erase(0, at + joint.size() - 1);
  }
  names.push_back(folded);
  for (std::string& name : names) {
    name.erase(0, name.find_first_not_of(' '));
    while (name.ends_with(' ')) name.pop_back();
    if (name.starts_with("total ")) name.erase(0, std::string_view("total ").size());
    if (name.empty()) return {};
  }
  return names.size() >= 2 ? names : std::vector<std::string>{};
}

// A text of the table and the figures that it names: those of its row up to the next text.
struct Label {
  int row = 0;
  int column = 0;
  int until = 0;  // column, exclusive
  std::string_view text;
};

std::vector<Label> labels_of(const Figures& figures) {
  std::vector<Label> labels;
  for (int r = 0; r < figures.rows(); ++r) {
    if (!figures.row(r).body) continue;
    for (int c = 0; c < figures.columns(); ++c) {
      const mapping::CellReading& cell = figures.reading().at(r, c);
      if (!cell.origin || cell.cell < 0 || figures.at({r, c}).known != Known::unknown) continue;
      const std::string& text = figures.table().cells[static_cast<std::size_t>(cell.cell)].text;
      if (text.empty()) continue;
      if (!labels.empty() && labels.back().row == r) labels.back().until = c;
      labels.push_back({r, c, figures.columns(), text});
    }
  }
  return labels;
}

bool holds_figure(const Figures& figures, int row, int column) {
  const Known known = figures.at({row, column}).known;
  return known == Known::printed || known == Known::open;
}

bool heads_lines(const Figures& figures, int row, const Label& label) {
  for (int c = label.column + 1; c < label.until; ++c)
    if (holds_figure(figures, row, c)) return false;
  return true;
}

// The rows that the label's formula names by their marks; empty when one of them cannot be told.
std::vector<Part> marked_parts(const std::vector<Label>& labels, const Label& label) {
  const std::vector<Term> terms = formula_of(label.text);
  if (terms.empty()) return {};
  // The numbered labels of the same column of labels; a mark that two of them bear names neither.
  std::map<std::string_view, int> rows;
  for (const Label& other : labels) {
    if (other.column != label.column || other.row == label.row) continue;
    if (const std::string_view mark = own_mark(other.text); !mark.empty()) {
      const auto [known, fresh] = rows.emplace(mark, other.row);
      if (!fresh) known->second = -1;
    }
  }
  std::vector<Part> parts;
  for (const Term& term : terms)
    if (const auto row = rows.find(term.mark); row != rows.end() && row->second >= 0)
      parts.push_back({{row->second, 0}, term.weight});
  return parts.size() == terms.size() ? parts : std::vector<Part>{};
}

// The rows of each total by the column of its label and its name, folded; ascending.
using Totals = std::map<std::pair<int, std::string>, std::vector<int>>;

Totals totals_by_name(const std::vector<Label>& labels) {
  constexpr std::string_view total = "total ";
  Totals totals;
  for (const Label& label : labels) {
    if (label.text.front() != 'T' && label.text.front() != 't') continue;
    const std::string folded = normalise::fold(label.text);
    if (folded.starts_with(total)) totals[{label.column, folded.substr(total.size())}].push_back(label.row);
  }
  return totals;
}

// The totals that the label names: the nearest above of each name.
std::vector<Part> named_parts(const Totals& totals, const Label& label) {
  std::vector<Part> parts;
  for (std::string& name : names_of(label.text)) {
    const auto rows = totals.find({label.column, std::move(name)});
    if (rows == totals.end() || rows->second.front() >= label.row) return {};
    parts.push_back({{*(std::lower_bound(rows->second.begin(), rows->second.end(), label.row) - 1), 0}, 1});
  }
  return parts;
}

}  // namespace

void find_formulas(const Figures& figures, std::vector<Relation>& found) {
  const std::vector<Label> labels = labels_of(figures);
  const Totals totals = totals_by_name(labels);
  for (const Label& label : labels) {
    std::vector<Part> parts = marked_parts(labels, label);
    if (parts.empty()) parts = named_parts(totals, label);
    if (parts.empty()) continue;
    for (int c = label.column + 1; c < label.until; ++c) {
      if (figures.use(c) != ColumnUse::additive || !holds_figure(figures, label.row, c)) continue;
      Relation relation;
      relation.result = {label.row, c};
      relation.stated = true;
      for (const Part& part : parts) {
        int row = part.place.row;
        // "1. Presupuestarios" heads lines of its own: its figure is their first total.
        if (heads_lines(figures, row, label))
          for (int r = row + 1; r < label.row && !holds_figure(figures, row, c); ++r)
            if (figures.row(r).total) row = r;
        relation.parts.push_back({{row, c}, part.weight});
        relation.meaning += relation.meaning.empty() ? "según su rótulo, " : part.weight < 0 ? " − " : " + ";
        relation.meaning += "«" + figures.row_name(row) + "»";
      }
      // What the words say is not guessed again from the lines above.
      std::erase_if(found, [&](const Relation& other) {
        return other.kind == RelationKind::column_sum && other.result == relation.result;
      });
      found.push_back(std::move(relation));
    }
  }
}

namespace {

Relation in_row(const mapping::ColumnFormula& formula, int row, const Figures& figures) {
  Relation relation;
  relation.kind = formula.ratio ? RelationKind::ratio : RelationKind::row_sum;
  relation.result = {row, formula.result};
  relation.stated = true;
  for (const mapping::ColumnFormula::Term& term : formula.terms) {
    relation.parts.push_back({{row, term.column}, term.weight});
    if (!relation.meaning.empty()) relation.meaning += formula.ratio ? " / " : term.weight < 0 ? " − " : " + ";
    relation.meaning += "«" + figures.column_name(term.column) + "»";
  }
  relation.meaning = "según los números de las columnas, " + relation.meaning;
  return relation;
}

bool printed(const Figures& figures, Place place) {
  const Known known = figures.at(place).known;
  return known == Known::printed || known == Known::open;
}

}  // namespace

void find_column_formulas(const Figures& figures, std::vector<Relation>& found) {
  for (const mapping::ColumnFormula& formula : mapping::column_formulas(figures.table(), figures.reading())) {
    const ColumnUse use = figures.use(formula.result);
    if (use != (formula.ratio ? ColumnUse::percent : ColumnUse::additive)) continue;
    std::vector<Relation> family;
    for (int r = 0; r < figures.rows(); ++r) {
      if (figures.row(r).body && printed(figures, {r, formula.result})) family.push_back(in_row(formula, r, figures));
    }
    // A form may number its columns and fill them otherwise: most rows must keep what it says.
    const Tally kept = tally(family, figures);
    if (kept.holds == 0 || kept.fails > kept.holds) continue;
    for (Relation& relation : family) {
      std::erase_if(
          found, [&](const Relation& other) { return other.kind == relation.kind && other.result == relation.result; });
      found.push_back(std::move(relation));
    }
  }
}

}  // namespace cotejo::checks
