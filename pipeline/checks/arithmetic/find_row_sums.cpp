#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "pipeline/checks/arithmetic/find_relations.h"
#include "pipeline/checks/arithmetic/head_words.h"
#include "pipeline/checks/arithmetic/slips.h"
#include "pipeline/checks/arithmetic/tolerances.h"

namespace cotejo::checks {
namespace {

using model::Measure;

// One way to make a column from others.
struct Form {
  std::vector<std::pair<int, int>> terms;  // column, weight
  std::string meaning;
};

struct Score {
  int holds = 0;
  int telling = 0;  // rows that hold with two parts or more that are not zero
  int fails = 0;
  double digits = 0;
  bool near = true;  // its failures are slips of writing, or near misses
  [[nodiscard]] int net() const { return holds - 2 * fails; }
};

// What a form must reach to be of use: scoring ends as soon as it cannot any more.
struct Aim {
  int most_fails = 1 << 20;
  int least_net = -(1 << 20);
  bool near = false;  // Score::near is asked for
};

class Searcher {
 public:
  explicit Searcher(const Figures& figures) : figures_(figures) {
    for (int c = 0; c < figures.columns(); ++c) {
      if (figures.use(c) == ColumnUse::additive) columns_.push_back(c);
    }
    std::vector<int> body;
    for (int r = 0; r < figures.rows(); ++r) {
      if (figures.row(r).body) body.push_back(r);
    }
    const std::size_t step = std::max<std::size_t>(1, body.size() / kRowSumSample);
    for (std::size_t i = 0; i < body.size(); i += step) sample_.push_back(body[i]);
    body_ = std::move(body);
  }

  void run(std::vector<Relation>& found) {
    if (columns_.size() < 3) return;
    budget_identity();
    pqrs_identity();
    states_identity();
    for (const int c : columns_) total_column(c);
    for (const int c : columns_) difference_column(c);
    if (columns_.size() <= kRowSumColumns) {
      for (const int c : columns_) unstated(c);
    }
    for (const auto& [result, form, stated] : accepted_) emit(result, form, stated, found);
  }

 private:
  struct Accepted {
    int result;
    Form form;
    bool stated;
  };
  const Figures& figures_;
  std::vector<int> columns_;
  std::vector<int> body_;
  std::vector<int> sample_;
  std::vector<Accepted> accepted_;
  std::set<std::vector<int>> used_;  // column sets that have a relation already: a = b + c says b = a − c too

  [[nodiscard]] static std::vector<int> key(int result, const Form& form) {
    std::vector<int> columns{result};
    for (const auto& [column, weight] : form.terms) columns.push_back(column);
    std::sort(columns.begin(), columns.end());
    return columns;
  }

  [[nodiscard]] Relation relation(int row, int result, const Form& form, bool stated) const {
    Relation made;
    made.kind = RelationKind::row_sum;
    made.result = {row, result};
    made.meaning = form.meaning;
    made.stated = stated;
    made.parts.reserve(form.terms.size());
    for (const auto& [column, weight] : form.terms) made.parts.push_back({{row, column}, weight});
    return made;
  }

  [[nodiscard]] Score score(int result, const Form& form, const Aim& aim = {}) const {
    Score total;
    auto left = static_cast<int>(sample_.size());
    Relation tried = relation(0, result, form, false);
    for (const int r : sample_) {
      if (total.net() + left-- < aim.least_net) return total;
      move_to_row(tried, r);
      const Outcome outcome = test(tried, figures_);
      if (outcome.verdict == Verdict::no_data) continue;
      if (outcome.verdict == Verdict::fails) {
        if (++total.fails > aim.most_fails) return total;
        if (!aim.near) continue;
        const double expected = static_cast<double>(outcome.expected);
        total.near = total.near && (std::abs(static_cast<double>(outcome.difference)) <= kNear * std::abs(expected) ||
                                    !writing_slip(outcome.reported, outcome.expected).none());
        continue;
      }
      // Dashes and zeros keep every form.
      const bool nothing =
          outcome.reported == 0 && std::all_of(tried.parts.begin(), tried.parts.end(),
                                               [&](const Part& part) { return figures_.at(part.place).value == 0; });
      if (nothing) continue;
      ++total.holds;
      // A part that is smaller than what the result's printing leaves open tells nothing.
      const model::Interval& made = figures_.at({r, result}).interval;
      int nonzero = 0;
      for (const auto& [column, weight] : form.terms) {
        const Figure& figure = figures_.at({r, column});
        nonzero +=
            figure.known == Known::printed && (figure.value < 0 ? -figure.value : figure.value) > made.high - made.low;
      }
      if (nonzero < 2) continue;
      ++total.telling;
      total.digits += std::log10(1 + std::abs(figures_.at({r, result}).amount.value.to_double()));
    }
    return total;
  }

  void accept(int result, Form form, bool stated) {
    if (!used_.insert(key(result, form)).second) return;
    accepted_.push_back({result, std::move(form), stated});
  }

  // Columns of a measure, the first of each; a table with two vigencias has one set for each.
  [[nodiscard]] std::map<Measure, int> measures(int vigencia, const std::string& period) const {
    std::map<Measure, int> result;
    for (const int c : columns_) {
      const mapping::ColumnReading& column = figures_.reading().columns[static_cast<std::size_t>(c)];
      if (column.measure == Measure::none || column.vigencia != vigencia || column.period != period) continue;
      const auto [known, fresh] = result.emplace(column.measure, c);
      if (!fresh && head_says_total(figures_.column_name(c))) known->second = c;  // not one of its parts
    }
    return result;
  }

  [[nodiscard]] std::set<std::pair<int, std::string>> scopes() const {
    std::set<std::pair<int, std::string>> result;
    for (const int c : columns_) {
      const mapping::ColumnReading& column = figures_.reading().columns[static_cast<std::size_t>(c)];
      result.insert({column.vigencia, column.period});
    }
    return result;
  }

  [[nodiscard]] std::string names(const std::vector<std::pair<int, int>>& terms) const {
    std::string text;
    for (const auto& [column, weight] : terms) {
      const std::string name = last_head(figures_.column_name(column));
      text += text.empty() ? (weight < 0 ? "− " : "") + name : (weight < 0 ? " − " : " + ") + name;
    }
    return text;
  }

  void budget_identity() {
    for (const auto& [vigencia, period] : scopes()) {
      const std::map<Measure, int> by = measures(vigencia, period);
      const auto final_column = by.find(Measure::apropiacion_definitiva);
      const auto initial = by.find(Measure::apropiacion_inicial);
      if (final_column == by.end() || initial == by.end()) continue;
      Form form{{{initial->second, 1}}, ""};
      for (const auto& [measure, weight] : {std::pair{Measure::adiciones, 1},
                                            {Measure::reducciones, -1},
                                            {Measure::creditos, 1},
                                            {Measure::contracreditos, -1},
                                            {Measure::aplazamientos, -1}}) {
        const auto found = by.find(measure);
        if (found == by.end()) continue;
        form.terms.emplace_back(found->second, weight < 0 && printed_negative(found->second) ? 1 : weight);
      }
      if (form.terms.size() < 2) {
        // "Modificaciones": what was added and taken away, in one column with its sign.
        const auto net =
            std::find_if(columns_.begin(), columns_.end(), [&, vigencia = vigencia, &period = period](int c) {
              const mapping::ColumnReading& column = figures_.reading().columns[static_cast<std::size_t>(c)];
              return column.vigencia == vigencia && column.period == period && head_says_changes(column.head);
            });
        if (net != columns_.end()) form.terms.emplace_back(*net, 1);
      }
      if (form.terms.size() < 2) continue;
      form.meaning = names(form.terms);
      const Score fit = score(final_column->second, form);
      // Without the column of what was taken away (or of what was added) the others cannot make it up: one row that is
      // a slip of the pen away is a slip, more are what the missing column would tell.
      const bool one_sided = !both_ways(form);
      if (one_sided && fit.fails > 0 &&
          (fit.fails > 1 || fit.telling < kRowsOfItsOwn || !one_slip(final_column->second, form)))
        continue;
      // The one row of a table keeps it, or is one slip of the pen away.
      if (fit.holds >= fit.fails ? fit.holds > 0
                                 : fit.holds == 0 && fit.fails == 1 && one_slip(final_column->second, form))
        accept(final_column->second, std::move(form), true);
    }
  }

  // Whether the form both adds to what the first column has and takes away from it.
  [[nodiscard]] bool both_ways(const Form& form) const {
    bool adds = false, takes = false;
    for (std::size_t i = 1; i < form.terms.size(); ++i) {
      const auto [column, weight] = form.terms[i];
      const mapping::ColumnReading& reading = figures_.reading().columns[static_cast<std::size_t>(column)];
      if (head_says_changes(reading.head)) return true;  // in one column with its sign
      (weight < 0 || printed_negative(column) ? takes : adds) = true;
    }
    return adds && takes;
  }

  // What is taken away is printed with its sign, "(120.000)".
  [[nodiscard]] bool printed_negative(int column) const {
    bool negative = false;
    for (const int r : sample_) {
      const Figure& figure = figures_.at({r, column});
      if (figure.known != Known::printed) continue;
      if (figure.amount.value.mantissa > 0) return false;
      negative = negative || figure.amount.value.mantissa < 0;
    }
    return negative;
  }

  // Every row that fails is one slip of the pen away from the form.
  [[nodiscard]] bool one_slip(int result, const Form& form) const {
    return std::all_of(sample_.begin(), sample_.end(), [&](int r) {
      const Outcome outcome = test(relation(r, result, form, true), figures_);
      return outcome.verdict != Verdict::fails || !writing_slip(outcome.reported, outcome.expected).none();
    });
  }

  // The states that a count of PQRS splits into. A state may have several columns ("en trámite", "sin respuesta").
  void pqrs_identity() {
    for (const auto& [vigencia, period] : scopes()) {
      const std::map<Measure, int> by = measures(vigencia, period);
      const auto received = by.find(Measure::recibidas);
      if (received == by.end()) continue;
      std::vector<std::vector<int>> states;
      for (const Measure state : {Measure::respondidas, Measure::en_termino, Measure::fuera_de_termino,
                                  Measure::pendientes, Measure::vencidas, Measure::trasladadas}) {
        std::vector<int> columns;
        for (const int c : columns_) {
          const mapping::ColumnReading& column = figures_.reading().columns[static_cast<std::size_t>(c)];
          if (column.measure == state && column.vigencia == vigencia && column.period == period) columns.push_back(c);
        }
        if (!columns.empty()) states.push_back(std::move(columns));
      }
      std::optional<Form> best;
      Score best_score;
      for (unsigned mask = 1; mask < 1U << states.size(); ++mask) {
        Form form;
        for (std::size_t i = 0; i < states.size(); ++i) {
          if ((mask >> i & 1U) == 0) continue;
          for (const int c : states[i]) form.terms.emplace_back(c, 1);
        }
        if (form.terms.size() < 2) continue;
        const Score fit = score(received->second, form, {.near = true});
        if (fit.telling > 0 && (!best || fit.net() > best_score.net())) {
          best = std::move(form);
          best_score = fit;
        }
      }
      if (!best || best_score.holds < best_score.fails) continue;
      if (best_score.holds < 2 * best_score.fails && !best_score.near) continue;
      best->meaning = names(best->terms);
      accept(received->second, std::move(*best), true);
    }
  }

  // «Cantidad | Aprobadas | No aprobadas | En trámite | Sin respuesta»: what a count splits into, by the names of its
  // columns. Rows without any state tell nothing.
  void states_identity() {
    for (std::size_t i = 0; i + 2 < columns_.size(); ++i) {
      if (!head_says_count(figures_.column_name(columns_[i]))) continue;
      Form form;
      for (std::size_t j = i + 1; j < columns_.size() && head_says_state(figures_.column_name(columns_[j])); ++j)
        form.terms.emplace_back(columns_[j], 1);
      if (form.terms.size() < 2) continue;
      const Score fit = score(columns_[i], form);
      if (fit.telling < kRowsOfItsOwn || fit.holds < 2 * fit.fails) continue;
      form.meaning = names(form.terms);
      accept(columns_[i], std::move(form), true);
    }
  }

  // The best of several forms; nothing when none holds anywhere.
  [[nodiscard]] std::optional<std::pair<Form, Score>> best_of(int result, std::vector<Form> forms) const {
    std::optional<std::pair<Form, Score>> best;
    for (Form& form : forms) {
      if (form.terms.size() < 2 || used_.contains(key(result, form))) continue;
      Aim aim;
      if (best) aim = {std::max(2, best->second.holds + best->second.fails), best->second.net(), false};
      const Score fit = score(result, form, aim);
      const bool wins = !best || fit.net() > best->second.net() ||
                        (fit.net() == best->second.net() && form.terms.size() > best->first.terms.size());
      if (wins) best = std::pair{std::move(form), fit};
    }
    return best;
  }

  [[nodiscard]] std::vector<Form> ranges(int result) const {
    const auto here = std::find(columns_.begin(), columns_.end(), result) - columns_.begin();
    std::vector<Form> forms;
    for (auto from = here - 1; from >= 0; --from) {
      Form form;
      for (auto i = from; i < here; ++i) form.terms.emplace_back(columns_[static_cast<std::size_t>(i)], 1);
      forms.push_back(std::move(form));
    }
    const auto count = static_cast<std::ptrdiff_t>(columns_.size());
    for (auto to = here + 1; to < count; ++to) {
      Form form;
      for (auto i = here + 1; i <= to; ++i) form.terms.emplace_back(columns_[static_cast<std::size_t>(i)], 1);
      forms.push_back(std::move(form));
    }
    return forms;
  }

  // Totals of totals: every other column of the same group ("2021 / Total", "2022 / Total" …) that says total too.
  [[nodiscard]] std::vector<Form> total_columns(int result) const {
    Form form;
    for (const int c : columns_) {
      if (c != result && head_says_total(figures_.column_name(c))) form.terms.emplace_back(c, 1);
    }
    return {std::move(form)};
  }

  void total_column(int result) {
    if (!head_says_total(figures_.column_name(result))) return;
    std::vector<Form> forms = ranges(result);
    for (Form& form : total_columns(result)) forms.push_back(std::move(form));
    auto best = best_of(result, std::move(forms));
    if (!best || best->second.holds == 0 || best->second.holds < best->second.fails) return;
    // One row alone proves nothing with small counts, unless every one of its parts is meant: the whole range.
    if (best->second.holds < 2 && best->second.digits < 3) return;
    best->first.meaning = names(best->first.terms);
    accept(result, std::move(best->first), true);
  }

  [[nodiscard]] std::vector<Form> differences(int result) const {
    std::vector<Form> forms;
    for (const int a : columns_) {
      for (const int b : columns_) {
        if (a != b && a != result && b != result) forms.push_back({{{a, 1}, {b, -1}}, ""});
      }
    }
    return forms;
  }

  // "Disponible = vigente − preventivo − compromiso": what is left after two of the columns that follow the first.
  [[nodiscard]] std::vector<Form> longer_differences(int result) const {
    std::vector<Form> forms;
    if (columns_.size() > kLongDifferences) return forms;
    for (std::size_t a = 0; a < columns_.size(); ++a)
      for (std::size_t b = a + 1; b < columns_.size(); ++b)
        for (std::size_t c = b + 1; c < columns_.size(); ++c)
          if (columns_[a] != result && columns_[b] != result && columns_[c] != result)
            forms.push_back({{{columns_[a], 1}, {columns_[b], -1}, {columns_[c], -1}}, ""});
    return forms;
  }

  void difference_column(int result) {
    if (!head_says_difference(figures_.reading().columns[static_cast<std::size_t>(result)])) return;
    if (columns_.size() > kRowSumColumns) return;
    auto best = best_of(result, differences(result));
    if (!best || best->second.holds == 0 || best->second.holds < 2 * best->second.fails) {
      best = best_of(result, longer_differences(result));
      if (!best || best->second.telling == 0 || best->second.holds < 2 * best->second.fails) return;
    }
    best->first.meaning = names(best->first.terms);
    accept(result, std::move(best->first), true);
  }

  void unstated(int result) {
    std::set<int> explained;  // columns of relations that have this result
    for (const Accepted& known : accepted_) {
      if (known.result != result) continue;
      for (const auto& [column, weight] : known.form.terms) explained.insert(column);
    }
    std::vector<Form> forms = ranges(result);
    if (!head_says_total(figures_.column_name(result)) && columns_.size() <= 12) {
      for (Form& form : differences(result)) forms.push_back(std::move(form));
    }
    std::erase_if(forms, [&](const Form& form) {
      return std::any_of(form.terms.begin(), form.terms.end(),
                         [&](const auto& term) { return explained.contains(term.first); });
    });
    // Nearly every form fails in a few rows, and then the best one need not be known.
    const auto speaks = [](const Score& fit) {
      return fit.telling >= kRowsOfItsOwn && fit.digits >= kRowSumDigits && 4 * fit.fails <= fit.telling;
    };
    const int most_fails = static_cast<int>(sample_.size()) / 5;  // 4 · fails ≤ telling ≤ rows − fails
    const bool any = std::any_of(forms.begin(), forms.end(), [&](const Form& form) {
      return form.terms.size() >= 2 && speaks(score(result, form, {.most_fails = most_fails})) &&
             !used_.contains(key(result, form));
    });
    if (!any) return;
    auto best = best_of(result, std::move(forms));
    if (!best || !speaks(best->second)) return;
    if (best->second.fails > 0 && (part_of_budget(result, best->first) || lacks_a_column(result, best->first))) return;
    best->first.meaning = names(best->first.terms);
    accept(result, std::move(best->first), false);
  }

  // Every row that the form misses is off by what one other column prints there, and where that column is empty the
  // form is kept: it is that column short. The same with a column of its own that counts with the other sign.
  [[nodiscard]] bool lacks_a_column(int result, const Form& form) const {
    std::vector<std::pair<int, model::Micro>> misses;  // row and what it is off by; 0 where the form is kept
    for (const int r : body_) {
      const Outcome outcome = test(relation(r, result, form, false), figures_);
      if (outcome.verdict == Verdict::no_data) continue;
      misses.emplace_back(r, outcome.verdict == Verdict::fails ? magnitude(outcome.difference) : 0);
    }
    const std::vector<int> own = key(result, form);
    return std::any_of(columns_.begin(), columns_.end(), [&](int c) {
      const int times = std::binary_search(own.begin(), own.end(), c) ? 2 : 1;
      return c != result && std::all_of(misses.begin(), misses.end(), [&](const auto& miss) {
               return times * magnitude(figures_.at({miss.first, c}).value) == miss.second;
             });
    });
  }

  // Of the budget's identity some columns alone: what the others would tell is missing where it fails.
  [[nodiscard]] bool part_of_budget(int result, const Form& form) const {
    const auto changes = [&](int column) {
      const Measure measure = figures_.reading().columns[static_cast<std::size_t>(column)].measure;
      return measure == Measure::adiciones || measure == Measure::reducciones || measure == Measure::creditos ||
             measure == Measure::contracreditos;
    };
    const auto whole = [&](int column) {
      const Measure measure = figures_.reading().columns[static_cast<std::size_t>(column)].measure;
      return measure == Measure::apropiacion_definitiva || measure == Measure::apropiacion_inicial;
    };
    int wholes = whole(result), others = changes(result);
    for (const auto& [column, weight] : form.terms) wholes += whole(column), others += changes(column);
    return wholes == 2 && others == static_cast<int>(form.terms.size()) - 1 && others == 1;
  }

  // Rows that the best difference misses and another one of the same head keeps: which is meant cannot be told.
  [[nodiscard]] bool kept_by_another(int row, int result, const Form& form) const {
    if (form.terms.size() != 2 || form.terms[1].second > 0 || columns_.size() > kLongDifferences) return false;
    for (const Form& other : differences(result)) {
      if (key(result, other) == key(result, form)) continue;
      if (test(relation(row, result, other, false), figures_).verdict != Verdict::holds) continue;
      const Score fit = score(result, other);
      if (fit.telling >= 2 && 2 * fit.holds >= fit.fails) return true;
    }
    return false;
  }

  void emit(int result, const Form& form, bool stated, std::vector<Relation>& found) const {
    for (const int r : body_) {
      const Known known = figures_.at({r, result}).known;
      if (known != Known::printed && known != Known::open) continue;
      Relation made = relation(r, result, form, stated);
      // A count whose parts are all left out was not split.
      const bool split = std::any_of(made.parts.begin(), made.parts.end(), [&](const Part& part) {
        const Known part_known = figures_.at(part.place).known;
        return part_known == Known::printed || part_known == Known::open;
      });
      if (!split) continue;
      made.unclear = head_says_difference(figures_.reading().columns[static_cast<std::size_t>(result)]) &&
                     test(made, figures_).verdict == Verdict::fails && kept_by_another(r, result, form);
      found.push_back(std::move(made));
    }
  }
};

}  // namespace

void find_row_sums(const Figures& figures, std::vector<Relation>& found) {
  Searcher(figures).run(found);
}

}  // namespace cotejo::checks
