#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "pipeline/checks/arithmetic/slips.h"
#include "pipeline/checks/rules/rules.h"
#include "pipeline/checks/rules/tolerances.h"
#include "pipeline/checks/spanish.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {
namespace {

// One figure that a table prints for a thing that others print too.
struct Print {
  int table = -1;
  Place place;
  model::Amount amount;
  model::Source source;
};

const TableAnalysis* table_of(const Context& context, int index) {
  return index >= 0 && index < static_cast<int>(context.tables.size())
             ? &context.tables[static_cast<std::size_t>(index)]
             : nullptr;
}

// A figure that its own table already shows to be wrong is that table's slip.
bool at_fault(const Context& context, const Print& print) {
  const TableAnalysis* table = table_of(context, print.table);
  return table != nullptr && print.place.row >= 0 && print.place.column >= 0 && table->fault_at(print.place) != nullptr;
}

void add_finding(const Context& context, const std::string& what, const Print& reported,
                 const std::vector<const Print*>& others, Report& report, model::Severity at_most) {
  const model::Table& mine = context.bundle().tables[static_cast<std::size_t>(reported.table)];
  const model::Table& theirs = context.bundle().tables[static_cast<std::size_t>(others.front()->table)];
  const model::Micro difference = model::micro(reported.amount.value) - model::micro(others.front()->amount.value);
  model::Finding finding;
  finding.table = reported.table;
  finding.page = reported.source.page;
  finding.reported = model::micro_to_string(model::micro(reported.amount.value));
  finding.expected = model::micro_to_string(model::micro(others.front()->amount.value));
  finding.difference = model::micro_to_string(difference);
  finding.diagnosis =
      writing_slip(model::micro(reported.amount.value), model::micro(others.front()->amount.value)).kind;
  finding.message = "Para " + what + ", " + table_name(mine) + " dice " + written(reported.amount) + " y " +
                    table_name(theirs) + " dice " + written(others.front()->amount) +
                    (others.size() > 1 ? " (como otras " + std::to_string(others.size() - 1) + ")" : "") + ".";
  finding.steps.push_back(written(reported.amount) + "  " + table_name(mine));
  finding.evidence.push_back(evidence_of(reported.source, model::Role::reported, finding.reported));
  for (const Print* other : others) {
    finding.steps.push_back(written(other->amount) + "  " +
                            table_name(context.bundle().tables[static_cast<std::size_t>(other->table)]));
    finding.evidence.push_back(evidence_of(other->source, model::Role::source, other->amount.value.to_string()));
  }
  report.add(std::move(finding), what + "|" + mine.title, at_most);
}

// Prints of one thing in several tables: those that disagree with the most are reported.
void compare(const Context& context, const std::string& what, std::vector<Print> prints, Report& report,
             double same_set) {
  std::set<int> tables;
  for (const Print& print : prints) tables.insert(print.table);
  if (tables.size() < 2) return;
  report.tested(1);
  std::vector<std::vector<const Print*>> groups;  // by agreeing figure, in order of first print
  for (const Print& print : prints) {
    auto group = std::find_if(groups.begin(), groups.end(),
                              [&](const auto& g) { return g.front()->amount.rounded().meets(print.amount.rounded()); });
    if (group == groups.end()) group = groups.insert(groups.end(), std::vector<const Print*>{});
    group->push_back(&print);
  }
  if (groups.size() < 2) return;
  // A table that prints several of the values tells them apart itself (by period, by source): no contradiction.
  for (const int table : tables) {
    std::set<std::size_t> own;
    for (std::size_t g = 0; g < groups.size(); ++g) {
      for (const Print* print : groups[g]) {
        if (print->table == table) own.insert(g);
      }
    }
    if (own.size() > 1) return;
  }
  auto most = groups.begin();
  for (auto group = groups.begin(); group != groups.end(); ++group) {
    const auto weight = [&](const auto& g) {
      return std::count_if(g.begin(), g.end(), [&](const Print* print) { return !at_fault(context, *print); });
    };
    if (weight(*group) > weight(*most)) most = group;
  }
  for (auto group = groups.begin(); group != groups.end(); ++group) {
    if (group == most || at_fault(context, *group->front()) || at_fault(context, *most->front())) continue;
    const double a = group->front()->amount.value.to_double();
    const double b = most->front()->amount.value.to_double();
    const bool far = std::abs(a - b) > same_set * std::max(std::abs(a), std::abs(b));
    add_finding(context, what, *group->front(), *most, report, far ? model::Severity::info : model::Severity::error);
  }
}

using Label = std::tuple<int, std::string, model::Dimension, std::string, model::Measure>;

// A column of a table, or (kWholeTable) all of them.
using Column = std::pair<int, int>;
constexpr int kWholeTable = -1;

// Tables, and columns of them, that give the same labels as others and disagree on more of them than they agree on:
// they count different things, or one of them was read a row or a column off.
std::set<Column> of_different_things(const std::map<Label, std::vector<Print>>& labels) {
  struct Votes {
    int agree = 0, disagree = 0;
  };
  std::map<std::pair<Column, Column>, Votes> votes;
  for (const auto& [label, prints] : labels) {
    for (const Print& a : prints) {
      for (const Print& b : prints) {
        if (a.table >= b.table) continue;
        const bool agree = a.amount.rounded().meets(b.amount.rounded());
        for (const auto& pair : {std::pair{Column{a.table, kWholeTable}, Column{b.table, kWholeTable}},
                                 {Column{a.table, a.place.column}, Column{b.table, b.place.column}}}) {
          Votes& of = votes[pair];
          (agree ? of.agree : of.disagree) += 1;
        }
      }
    }
  }
  std::set<Column> different;
  for (const auto& [pair, count] : votes)
    if (count.disagree >= kDifferentThings && count.disagree > count.agree) different.insert({pair.first, pair.second});
  return different;
}

// Without what they print.
void leave_out(std::vector<Print>& prints, const std::set<Column>& different) {
  std::erase_if(prints, [&](const Print& print) {
    return different.contains({print.table, kWholeTable}) || different.contains({print.table, print.place.column});
  });
}

// Σ types = Σ channels = Σ dependencies, and each label's own count wherever it is printed.
void pqrs(const Context& context, Report& report) {
  std::map<std::tuple<int, std::string, model::Measure>, std::vector<Print>> totals;
  std::map<Label, std::vector<Print>> labels;
  std::map<std::string, std::string> printed;  // a folded label as it was printed last
  for (const model::PqrsCount& count : context.document.records.pqrs) {
    if (count.source.table < 0) continue;
    Print print{count.source.table,
                {count.source.row, count.source.column},
                {{count.count, 0}, model::Unit::count},
                count.source};
    if (count.total || count.dimension == model::Dimension::total) {
      totals[{count.vigencia, count.period, count.measure}].push_back(print);
    } else {
      const std::string name = count.second_label.empty() ? count.label : count.label + " / " + count.second_label;
      const std::string label = normalise::fold(name);
      printed[label] = name;
      labels[{count.vigencia, count.period, count.dimension, label, count.measure}].push_back(print);
    }
  }
  const std::set<Column> different = of_different_things(labels);
  for (auto& [key, prints] : totals) {
    leave_out(prints, different);
    // Of one table the grand total only: the largest of its totals for this period and measure.
    std::map<int, Print> largest;
    for (const Print& print : prints) {
      auto [known, fresh] = largest.emplace(print.table, print);
      if (!fresh && print.amount.value.mantissa > known->second.amount.value.mantissa) known->second = print;
    }
    std::vector<Print> one_each;
    for (auto& [table, print] : largest) one_each.push_back(print);
    const auto& [vigencia, period, measure] = key;
    compare(context, "el total de " + std::string(model::name_of(measure)) + (period.empty() ? "" : " de " + period),
            std::move(one_each), report, kSameSet);
  }
  for (auto& [key, prints] : labels) {
    const auto& [vigencia, period, dimension, label, measure] = key;
    leave_out(prints, different);
    compare(context,
            guillemets(printed.at(label), 50) + " (" + std::string(model::name_of(measure)) +
                (period.empty() ? "" : ", " + period) + ")",
            std::move(prints), report, 0.5);
  }
}

// One code, measure and vigencia in two tables that share other lines with the same figures.
void budget(const Context& context, Report& report) {
  std::map<std::tuple<int, model::Measure, std::string>, std::vector<Print>> by_code;
  for (const model::BudgetEntry& entry : context.document.records.budget) {
    if (entry.source.table < 0 || entry.code.empty() || entry.vigencia == 0 || entry.amount.unit != model::Unit::cop)
      continue;
    by_code[{entry.vigencia, entry.measure, entry.code}].push_back(
        {entry.source.table, {entry.source.row, entry.source.column}, entry.amount, entry.source});
  }
  std::map<std::pair<int, int>, int> agreeing;
  for (const auto& [key, prints] : by_code) {
    for (const Print& a : prints) {
      for (const Print& b : prints) {
        if (a.table < b.table && a.amount.rounded().meets(b.amount.rounded())) ++agreeing[{a.table, b.table}];
      }
    }
  }
  for (auto& [key, prints] : by_code) {
    std::vector<Print> kept;
    for (const Print& print : prints) {
      const bool shared = std::any_of(prints.begin(), prints.end(), [&](const Print& other) {
        const auto pair = std::minmax(print.table, other.table);
        const auto found = agreeing.find({pair.first, pair.second});
        return other.table != print.table && found != agreeing.end() && found->second >= kSharedCodes;
      });
      if (shared) kept.push_back(print);
    }
    const auto& [vigencia, measure, code] = key;
    if (kept.size() >= 2 && kept.size() <= 20)
      compare(context,
              "el código " + code + ", " + std::string(model::name_of(measure)) + " " + std::to_string(vigencia),
              std::move(kept), report, 1);
  }
}

// Whether the total row of a table of types has this total: in a figure beside those of the types, or, where it prints
// no other, as what they make. A table of another period has another.
bool is_total_of(const Figures& figures, int row, const std::map<char, int>& letters, model::Micro total) {
  model::Micro types = 0;
  bool prints_other = false;
  for (int c = 0; c < figures.columns(); ++c) {
    const Figure& figure = figures.at({row, c});
    if (figures.use(c) != ColumnUse::additive || figure.known != Known::printed) continue;
    const bool type = std::any_of(letters.begin(), letters.end(), [&](const auto& entry) { return entry.second == c; });
    if (!type && figure.value == total) return true;
    prints_other = prints_other || !type;
    if (type) types += figure.value;
  }
  return !prints_other && types == total;
}

// A table with the types as initials over its columns (P, Q, R, S, F), beside one that spells them out in its rows.
void initials(const Context& context, Report& report) {
  for (const TableAnalysis& lettered : context.tables) {
    const Figures& figures = lettered.figures;
    std::map<char, int> letters;
    for (int c = 0; c < figures.columns(); ++c) {
      const std::string head = normalise::fold(figures.reading().columns[static_cast<std::size_t>(c)].head);
      if (head.size() == 1 && figures.use(c) == ColumnUse::additive) letters.emplace(head[0], c);
    }
    int total_row = -1;
    for (int r = 0; r < figures.rows(); ++r) {
      if (figures.row(r).total && figures.row(r).grand) total_row = r;
    }
    if (letters.size() < 3 || total_row < 0) continue;
    for (const TableAnalysis& spelled : context.tables) {
      if (&spelled == &lettered) continue;
      const Figures& other = spelled.figures;
      std::map<char, int> rows;
      std::set<char> twice;
      int other_total = -1;
      for (int r = 0; r < other.rows(); ++r) {
        if (!other.row(r).body) continue;
        if (other.row(r).total) {
          if (other.row(r).grand) other_total = r;
          continue;
        }
        const std::string label = normalise::fold(other.row(r).label);
        if (label.size() > 4 && !rows.emplace(label[0], r).second) twice.insert(label[0]);
      }
      int shared = 0;
      bool all = true;  // but for a type that the table counts none of
      for (const auto& [letter, column] : letters) {
        const bool spelled_out = rows.contains(letter) && !twice.contains(letter);
        shared += spelled_out;
        all = all && (spelled_out || figures.at({total_row, column}).value == 0);
      }
      if (!all || shared < 3 || other_total < 0) continue;
      for (int c = 0; c < other.columns(); ++c) {
        const Figure& total = other.at({other_total, c});
        if (other.use(c) != ColumnUse::additive || total.known != Known::printed) continue;
        if (total.amount.value.mantissa <= 9 || !is_total_of(figures, total_row, letters, total.value)) continue;
        for (const auto& [letter, column] : letters) {
          if (!rows.contains(letter) || twice.contains(letter)) continue;
          const Place mine{total_row, column}, theirs{rows.at(letter), c};
          const Figure& a = figures.at(mine);
          const Figure& b = other.at(theirs);
          if (a.known != Known::printed || b.known != Known::printed) continue;
          const int first = figures.reading().table, second = other.reading().table;
          compare(context, "el total de " + guillemets(other.row(theirs.row).label, 50),
                  {{second, theirs, b.amount, evidence_of(spelled, theirs, model::Role::source).source},
                   {first, mine, a.amount, evidence_of(lettered, mine, model::Role::source).source}},
                  report, 0.5);
        }
        break;
      }
    }
  }
}

}  // namespace

// The same figure printed differently in two tables of a report.
void entre_tablas(const Context& context, Report& report) {
  pqrs(context, report);
  budget(context, report);
  initials(context, report);
}

}  // namespace cotejo::checks
