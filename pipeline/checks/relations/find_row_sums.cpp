#include <algorithm>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "pipeline/checks/arithmetic/head_words.h"
#include "pipeline/checks/relations/find_relations.h"
#include "pipeline/checks/relations/row_forms.h"
#include "pipeline/checks/relations/tolerances.h"

namespace cotejo::checks {
namespace {

using model::Measure;

class Searcher {
 public:
  explicit Searcher(const Figures& figures) : forms_(figures) {}

  void run(std::vector<Relation>& found) {
    if (forms_.columns().size() < 3) return;
    find_identities(forms_);
    for (const int c : forms_.columns()) total_column(c);
    for (const int c : forms_.columns()) difference_column(c);
    if (forms_.columns().size() <= kRowSumColumns) {
      for (const int c : forms_.columns()) unstated(c);
    }
    for (const RowForms::Accepted& known : forms_.accepted()) emit(known, found);
  }

 private:
  [[nodiscard]] std::vector<Form> ranges(int result) const {
    const auto here = std::find(forms_.columns().begin(), forms_.columns().end(), result) - forms_.columns().begin();
    std::vector<Form> forms;
    for (auto from = here - 1; from >= 0; --from) {
      Form form;
      for (auto i = from; i < here; ++i) form.terms.emplace_back(forms_.columns()[static_cast<std::size_t>(i)], 1);
      forms.push_back(std::move(form));
    }
    const auto count = static_cast<std::ptrdiff_t>(forms_.columns().size());
    for (auto to = here + 1; to < count; ++to) {
      Form form;
      for (auto i = here + 1; i <= to; ++i) form.terms.emplace_back(forms_.columns()[static_cast<std::size_t>(i)], 1);
      forms.push_back(std::move(form));
    }
    return forms;
  }

  // Totals of totals: every other column of the same group ("2021 / Total", "2022 / Total" …) that says total too.
  [[nodiscard]] std::vector<Form> total_columns(int result) const {
    Form form;
    for (const int c : forms_.columns()) {
      if (c != result && head_says_total(forms_.figures().column_name(c))) form.terms.emplace_back(c, 1);
    }
    return {std::move(form)};
  }

  void total_column(int result) {
    if (!head_says_total(forms_.figures().column_name(result))) return;
    std::vector<Form> forms = ranges(result);
    for (Form& form : total_columns(result)) forms.push_back(std::move(form));
    auto best = forms_.best_of(result, std::move(forms));
    if (!best || best->second.holds == 0 || best->second.holds < best->second.fails) return;
    // One row alone proves nothing with small counts, unless every one of its parts is meant: the whole range.
    if (best->second.holds < 2 && best->second.digits < 3) return;
    // "Total CDP" names a stage, which most rows keep to be a sum of other columns only where it is one.
    if (stage(result) && best->second.holds < 4 * best->second.fails) return;
    forms_.accept(result, std::move(best->first), true);
  }

  [[nodiscard]] bool stage(int column) const {
    const Measure measure = forms_.column(column).measure;
    return measure == Measure::cdp || measure == Measure::compromisos || measure == Measure::obligaciones ||
           measure == Measure::pagos || measure == Measure::recaudo;
  }

  [[nodiscard]] std::vector<Form> differences(int result) const {
    std::vector<Form> forms;
    for (const int a : forms_.columns()) {
      for (const int b : forms_.columns()) {
        if (a != b && a != result && b != result) forms.push_back({{{a, 1}, {b, -1}}, ""});
      }
    }
    return forms;
  }

  // "Disponible = vigente − preventivo − compromiso": what is left after two of the columns that follow the first.
  [[nodiscard]] std::vector<Form> longer_differences(int result) const {
    std::vector<Form> forms;
    if (forms_.columns().size() > kLongDifferences) return forms;
    for (std::size_t a = 0; a < forms_.columns().size(); ++a)
      for (std::size_t b = a + 1; b < forms_.columns().size(); ++b)
        for (std::size_t c = b + 1; c < forms_.columns().size(); ++c)
          if (forms_.columns()[a] != result && forms_.columns()[b] != result && forms_.columns()[c] != result)
            forms.push_back({{{forms_.columns()[a], 1}, {forms_.columns()[b], -1}, {forms_.columns()[c], -1}}, ""});
    return forms;
  }

  void difference_column(int result) {
    if (!head_says_difference(forms_.column(result))) return;
    if (forms_.columns().size() > kRowSumColumns) return;
    auto best = forms_.best_of(result, differences(result));
    if (!best || best->second.holds == 0 || best->second.holds < 2 * best->second.fails) {
      best = forms_.best_of(result, longer_differences(result));
      if (!best || best->second.telling == 0 || best->second.holds < 2 * best->second.fails) return;
    }
    forms_.accept(result, std::move(best->first), true);
  }

  void unstated(int result) {
    std::set<int> explained;  // columns of relations that have this result
    for (const RowForms::Accepted& known : forms_.accepted()) {
      if (known.result != result) continue;
      for (const auto& [column, weight] : known.form.terms) explained.insert(column);
    }
    std::vector<Form> forms = ranges(result);
    if (!head_says_total(forms_.figures().column_name(result)) && forms_.columns().size() <= 12) {
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
    const int most_fails = static_cast<int>(forms_.sample().size()) / 5;  // 4 · fails ≤ telling ≤ rows − fails
    const bool any = std::any_of(forms.begin(), forms.end(), [&](const Form& form) {
      return form.terms.size() >= 2 && speaks(forms_.score(result, form, {.most_fails = most_fails})) &&
             !forms_.knows(result, form);
    });
    if (!any) return;
    auto best = forms_.best_of(result, std::move(forms));
    if (!best || !speaks(best->second)) return;
    if (best->second.fails > 0 && (part_of_budget(result, best->first) || lacks_a_column(result, best->first))) return;
    forms_.accept(result, std::move(best->first), false);
  }

  // Nearly every row that the form misses is off by what one other column prints there, and where that column is empty
  // the form is kept: it is that column short. The same with a column of its own that counts with the other sign.
  [[nodiscard]] bool lacks_a_column(int result, const Form& form) const {
    std::vector<std::pair<int, model::Micro>> misses;  // row and what it is off by; 0 where the form is kept
    for (const int r : forms_.body()) {
      const Outcome outcome = test(forms_.relation(r, result, form, false), forms_.figures());
      if (outcome.verdict == Verdict::no_data) continue;
      misses.emplace_back(r, outcome.verdict == Verdict::fails ? magnitude(outcome.difference) : 0);
    }
    const std::vector<int> own = RowForms::columns_of(result, form);
    return std::any_of(forms_.columns().begin(), forms_.columns().end(), [&](int c) {
      const int times = std::binary_search(own.begin(), own.end(), c) ? 2 : 1;
      if (c == result) return false;
      int off = 0, told = 0, against = 0;
      for (const auto& [row, by] : misses) {
        const bool same = times * magnitude(forms_.figures().at({row, c}).value) == by;
        (by != 0 ? off : against) += by != 0 || !same;
        told += by != 0 && same;
      }
      return told > 0 && kNearlyAll * off <= told && against == 0;
    });
  }

  // Of the budget's identity some columns alone: what the others would tell is missing where it fails.
  [[nodiscard]] bool part_of_budget(int result, const Form& form) const {
    const auto changes = [&](int column) {
      const Measure measure = forms_.column(column).measure;
      return measure == Measure::adiciones || measure == Measure::reducciones || measure == Measure::creditos ||
             measure == Measure::contracreditos;
    };
    const auto whole = [&](int column) {
      const Measure measure = forms_.column(column).measure;
      return measure == Measure::apropiacion_definitiva || measure == Measure::apropiacion_inicial;
    };
    int wholes = whole(result), others = changes(result);
    for (const auto& [column, weight] : form.terms) wholes += whole(column), others += changes(column);
    return wholes == 2 && others == static_cast<int>(form.terms.size()) - 1 && others == 1;
  }

  // Rows that the best difference misses and another one of the same head keeps: which is meant cannot be told.
  [[nodiscard]] bool kept_by_another(int row, int result, const Form& form) const {
    if (form.terms.size() != 2 || form.terms[1].second > 0 || forms_.columns().size() > kLongDifferences) return false;
    for (const Form& other : differences(result)) {
      if (RowForms::columns_of(result, other) == RowForms::columns_of(result, form)) continue;
      if (test(forms_.relation(row, result, other, false), forms_.figures()).verdict != Verdict::holds) continue;
      const Score fit = forms_.score(result, other);
      if (fit.telling >= 2 && 2 * fit.holds >= fit.fails) return true;
    }
    return false;
  }

  void emit(const RowForms::Accepted& known_form, std::vector<Relation>& found) const {
    const auto& [result, form, stated, at_most] = known_form;
    for (const int r : forms_.body()) {
      const Known known = forms_.figures().at({r, result}).known;
      if (known != Known::printed && known != Known::open) continue;
      Relation made = forms_.relation(r, result, form, stated);
      // A count whose parts are all left out was not split.
      const bool split = std::any_of(made.parts.begin(), made.parts.end(), [&](const Part& part) {
        const Known part_known = forms_.figures().at(part.place).known;
        return part_known == Known::printed || part_known == Known::open;
      });
      if (!split) continue;
      const Outcome outcome = test(made, forms_.figures());
      if (at_most && outcome.verdict == Verdict::fails && outcome.difference > 0) continue;
      made.unclear = head_says_difference(forms_.column(result)) && outcome.verdict == Verdict::fails &&
                     kept_by_another(r, result, form);
      found.push_back(std::move(made));
    }
  }

  RowForms forms_;
};

}  // namespace

void find_row_sums(const Figures& figures, std::vector<Relation>& found) {
  Searcher(figures).run(found);
}

}  // namespace cotejo::checks
