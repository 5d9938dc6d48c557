#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "pipeline/checks/arithmetic/head_words.h"
#include "pipeline/checks/relations/row_forms.h"
#include "pipeline/checks/relations/tolerances.h"

namespace cotejo::checks {
namespace {

using model::Measure;

class Identities {
 public:
  explicit Identities(RowForms& forms) : forms_(forms) {}

  void find() {
    budget_identity();
    pqrs_identity();
    states_identity();
  }

 private:
  // Columns of a measure, the first of each; a table with two vigencias has one set for each.
  [[nodiscard]] std::map<Measure, int> measures(int vigencia, const std::string& period) const {
    std::map<Measure, int> result;
    for (const int c : forms_.columns()) {
      const mapping::ColumnReading& column = forms_.column(c);
      if (column.measure == Measure::none || column.vigencia != vigencia || column.period != period) continue;
      const auto [known, fresh] = result.emplace(column.measure, c);
      if (!fresh && head_says_total(forms_.figures().column_name(c))) known->second = c;  // not one of its parts
    }
    return result;
  }

  [[nodiscard]] std::set<std::pair<int, std::string>> scopes() const {
    std::set<std::pair<int, std::string>> result;
    for (const int c : forms_.columns()) {
      const mapping::ColumnReading& column = forms_.column(c);
      result.insert({column.vigencia, column.period});
    }
    return result;
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
        form.terms.emplace_back(found->second, weight < 0 && forms_.printed_negative(found->second) ? 1 : weight);
      }
      if (form.terms.size() < 2) {
        // "Modificaciones": what was added and taken away, in one column with its sign.
        const auto net = std::find_if(
            forms_.columns().begin(), forms_.columns().end(), [&, vigencia = vigencia, &period = period](int c) {
              const mapping::ColumnReading& column = forms_.column(c);
              return column.vigencia == vigencia && column.period == period && head_says_changes(column.head);
            });
        if (net != forms_.columns().end()) form.terms.emplace_back(*net, 1);
      }
      if (form.terms.size() < 2) continue;
      Score fit = forms_.score(final_column->second, form);
      if (fit.fails > 1) turn_misnamed(final_column->second, form, fit);
      // Without the column of what was taken away (or of what was added) the others cannot make it up: one row that is
      // a slip of the pen away is a slip, more are what the missing column would tell.
      const bool one_sided = !both_ways(form);
      if (one_sided && fit.fails > 0 &&
          (fit.fails > 1 || fit.telling < kRowsOfItsOwn || !forms_.one_slip(final_column->second, form)))
        continue;
      if (const auto lacking = fit.fails > 1 ? change_without_a_name(final_column->second, form) : std::nullopt) {
        form.terms.push_back(*lacking);
        forms_.accept(final_column->second, std::move(form), true);
        continue;
      }
      // The one row of a table keeps it, or is one slip of the pen away.
      if (fit.holds >= fit.fails ? fit.holds > 0
                                 : fit.holds == 0 && fit.fails == 1 && forms_.one_slip(final_column->second, form))
        forms_.accept(final_column->second, std::move(form), true);
    }
  }

  // "REDUCCIÓN CRÉDITOS": the heads of two columns, one of them empty, were read as one. Where the rows that
  // fail, but for a slip among them, keep the form with the other sign of a column, it is the other of the two.
  void turn_misnamed(int result, Form& form, Score& fit) const {
    for (std::size_t i = 1; i < form.terms.size(); ++i) {
      if (!head_says_both_ways(forms_.column(form.terms[i].first).head)) continue;
      Form turned = form;
      turned.terms[i].second = -turned.terms[i].second;
      const Score other = forms_.score(result, turned);
      if (2 * other.fails >= fit.fails) continue;
      form = std::move(turned);
      fit = other;
      return;
    }
  }

  // The column, with its weight, that most rows are off by which the form misses, and that is empty where it is kept: a
  // change whose head was not understood. A few rows may be slips of their own.
  [[nodiscard]] std::optional<std::pair<int, int>> change_without_a_name(int result, const Form& form) const {
    const std::vector<int> own = RowForms::columns_of(result, form);
    for (const int c : forms_.columns()) {
      if (std::find(own.begin(), own.end(), c) != own.end()) continue;
      int added = 0, taken = 0, others = 0;
      for (const int r : forms_.body()) {
        const Outcome outcome = test(forms_.relation(r, result, form, false), forms_.figures());
        if (outcome.verdict == Verdict::no_data) continue;
        const model::Micro off = outcome.verdict == Verdict::fails ? outcome.difference : 0;
        const model::Micro change = forms_.figures().at({r, c}).value;
        if (change == 0 && off == 0) continue;
        ++(change != 0 && off == change ? added : change != 0 && off == -change ? taken : others);
      }
      const int most = std::max(added, taken);
      if (most >= 2 && most >= 3 * (added + taken + others - most)) return std::pair{c, added > taken ? 1 : -1};
    }
    return std::nullopt;
  }

  // Whether the form both adds to what the first column has and takes away from it.
  [[nodiscard]] bool both_ways(const Form& form) const {
    bool adds = false, takes = false;
    for (std::size_t i = 1; i < form.terms.size(); ++i) {
      const auto [column, weight] = form.terms[i];
      const mapping::ColumnReading& reading = forms_.column(column);
      if (head_says_changes(reading.head)) return true;  // in one column with its sign
      (weight < 0 || forms_.printed_negative(column) ? takes : adds) = true;
    }
    return adds && takes;
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
        for (const int c : forms_.columns()) {
          const mapping::ColumnReading& column = forms_.column(c);
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
        const Score fit = forms_.score(received->second, form, {.near = true});
        if (fit.telling > 0 && (!best || fit.net() > best_score.net())) {
          best = std::move(form);
          best_score = fit;
        }
      }
      if (!best || best_score.holds < best_score.fails) continue;
      if (best_score.holds < 2 * best_score.fails && !best_score.near) continue;
      forms_.accept(received->second, std::move(*best), true);
    }
  }

  // «Cantidad | Aprobadas | No aprobadas | En trámite | Sin respuesta»: what a count splits into, by the names of its
  // columns. Rows without any state tell nothing.
  void states_identity() {
    for (std::size_t i = 0; i + 2 < forms_.columns().size(); ++i) {
      if (!head_says_count(forms_.figures().column_name(forms_.columns()[i]))) continue;
      Form form;
      for (std::size_t j = i + 1;
           j < forms_.columns().size() && head_says_state(forms_.figures().column_name(forms_.columns()[j])); ++j)
        form.terms.emplace_back(forms_.columns()[j], 1);
      if (form.terms.size() < 2) continue;
      const Score fit = forms_.score(forms_.columns()[i], form);
      if (fit.telling >= kRowsOfItsOwn && fit.holds >= 2 * fit.fails) {
        forms_.accept(forms_.columns()[i], std::move(form), true);
      } else if (fit.telling >= kRowsOfStates && fit.holds > 2 * exceeding(forms_.columns()[i], form)) {
        forms_.accept(forms_.columns()[i], std::move(form), true, true);
      }
    }
  }

  // The rows that tell more states than they count. Fewer are no fault: of some requests the state is not told.
  [[nodiscard]] int exceeding(int result, const Form& form) const {
    return static_cast<int>(std::count_if(forms_.body().begin(), forms_.body().end(), [&](int r) {
      const Outcome outcome = test(forms_.relation(r, result, form, true), forms_.figures());
      return outcome.verdict == Verdict::fails && outcome.difference < 0;
    }));
  }

  RowForms& forms_;
};

}  // namespace

void find_identities(RowForms& forms) {
  Identities(forms).find();
}

}  // namespace cotejo::checks
