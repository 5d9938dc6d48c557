#include <algorithm>
#include <array>
#include <set>

#include "pipeline/checks/spanish.h"
#include "pipeline/checks/wording/wording.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {
namespace {

struct Frequency {
  const char* word;
  int in_a_year;
};
constexpr std::array kFrequencies{Frequency{"mensual", 12},   Frequency{"bimestral", 6},     Frequency{"bimensual", 6},
                                  Frequency{"trimestral", 4}, Frequency{"cuatrimestral", 3}, Frequency{"semestral", 2},
                                  Frequency{"anual", 1}};

const std::string& text_at(const Figures& figures, Place place) {
  static const std::string none;
  const int cell = figures.at(place).cell;
  return cell < 0 ? none : figures.table().cells[static_cast<std::size_t>(cell)].text;
}

// The column whose head is or begins with one of the words.
int column_headed(const Figures& figures, std::initializer_list<const char*> words) {
  for (int c = 0; c < figures.columns(); ++c) {
    const std::string name = figures.column_name(c);
    const std::size_t last = name.rfind(" / ");
    const std::vector<std::string> head =
        normalise::folded_words(last == std::string::npos ? name : name.substr(last + 3));
    for (const char* word : words)
      if (!head.empty() && head.size() <= 3 && head.front() == word) return c;
  }
  return -1;
}

struct Goal {
  int row = 0;
  int number = 0;
  int in_a_year = 0;  // as the frequency says
  std::string thing;  // folded
};

// "12 Declaraciones" and "Bimestral"; nothing where either says more.
bool read_goal(const Figures& figures, int row, int goal, int frequency, Goal& read) {
  const std::vector<std::string> words = normalise::folded_words(text_at(figures, {row, goal}));
  const std::string often = normalise::fold(text_at(figures, {row, frequency}));
  if (words.size() < 2 || words[0].size() > 2 || words[1].size() < 4) return false;
  if (words[0].find_first_not_of("0123456789") != std::string::npos) return false;
  const auto known = std::find_if(kFrequencies.begin(), kFrequencies.end(), [&](const Frequency& f) {
    return often == f.word || often == std::string(f.word) + "mente";
  });
  if (known == kFrequencies.end()) return false;
  read = {row, std::stoi(words[0]), known->in_a_year, words[1]};
  return true;
}

void report_goal(const TableAnalysis& table, const Goal& goal, Place number, Place frequency, Report& report) {
  const Figures& figures = table.figures;
  model::Finding finding;
  finding.table = figures.reading().table;
  finding.reported = std::to_string(goal.number);
  finding.expected = std::to_string(goal.in_a_year);
  finding.message = "La meta de " + guillemets(figures.row_name(goal.row)) + " es " +
                    guillemets(text_at(figures, number), 40) + " y su periodicidad " +
                    guillemets(text_at(figures, frequency), 30) + ", que da " + finding.expected + " al año.";
  finding.steps = {"Meta: " + text_at(figures, number),
                   "Periodicidad: " + text_at(figures, frequency) + " = " + finding.expected};
  finding.evidence = {evidence_of(table, number, model::Role::reported),
                      evidence_of(table, frequency, model::Role::source)};
  report.add(std::move(finding), figures.table().title + "|" + figures.row_name(goal.row), model::Severity::warning);
}

}  // namespace

void frequencies_of_goals(const Context& context, Report& report) {
  for (const TableAnalysis& table : context.tables) {
    const int frequency = column_headed(table.figures, {"periodicidad", "frecuencia"});
    const int number = column_headed(table.figures, {"meta", "metas"});
    if (frequency < 0 || number < 0) continue;
    std::vector<Goal> goals;
    std::set<std::string> shown;  // things of which a row's goal is as its frequency says
    for (int r = 0; r < table.figures.rows(); ++r) {
      Goal goal;
      if (!table.figures.row(r).body || !read_goal(table.figures, r, number, frequency, goal)) continue;
      if (goal.number == goal.in_a_year) shown.insert(goal.thing);
      goals.push_back(std::move(goal));
    }
    report.tested(static_cast<int>(goals.size()));
    for (const Goal& goal : goals) {
      const bool of_another = std::any_of(kFrequencies.begin(), kFrequencies.end(),
                                          [&](const Frequency& f) { return f.in_a_year == goal.number; });
      if (goal.number != goal.in_a_year && of_another && shown.contains(goal.thing))
        report_goal(table, goal, {goal.row, number}, {goal.row, frequency}, report);
    }
  }
}

}  // namespace cotejo::checks
