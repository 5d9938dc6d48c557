#include "pipeline/checks/relations/row_forms.h"

#include <algorithm>
#include <cmath>

#include "pipeline/checks/arithmetic/head_words.h"
#include "pipeline/checks/arithmetic/slips.h"
#include "pipeline/checks/relations/tolerances.h"

namespace cotejo::checks {

RowForms::RowForms(const Figures& figures) : figures_(figures) {
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

Relation RowForms::relation(int row, int result, const Form& form, bool stated) const {
  Relation made;
  made.kind = RelationKind::row_sum;
  made.result = {row, result};
  made.meaning = form.meaning;
  made.stated = stated;
  made.parts.reserve(form.terms.size());
  for (const auto& [column, weight] : form.terms) made.parts.push_back({{row, column}, weight});
  return made;
}

Score RowForms::score(int result, const Form& form, const Aim& aim) const {
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

std::optional<std::pair<Form, Score>> RowForms::best_of(int result, std::vector<Form> forms) const {
  std::optional<std::pair<Form, Score>> best;
  for (Form& form : forms) {
    if (form.terms.size() < 2 || knows(result, form)) continue;
    Aim aim;
    if (best) aim = {std::max(2, best->second.holds + best->second.fails), best->second.net(), false};
    const Score fit = score(result, form, aim);
    const bool wins = !best || fit.net() > best->second.net() ||
                      (fit.net() == best->second.net() && form.terms.size() > best->first.terms.size());
    if (wins) best = std::pair{std::move(form), fit};
  }
  return best;
}

bool RowForms::one_slip(int result, const Form& form) const {
  return std::all_of(sample_.begin(), sample_.end(), [&](int r) {
    const Outcome outcome = test(relation(r, result, form, true), figures_);
    return outcome.verdict != Verdict::fails || !writing_slip(outcome.reported, outcome.expected).none();
  });
}

bool RowForms::printed_negative(int column) const {
  bool negative = false;
  for (const int r : sample_) {
    const Figure& figure = figures_.at({r, column});
    if (figure.known != Known::printed) continue;
    if (figure.amount.value.mantissa > 0) return false;
    negative = negative || figure.amount.value.mantissa < 0;
  }
  return negative;
}

void RowForms::accept(int result, Form form, bool stated, bool at_most) {
  if (!used_.insert(columns_of(result, form)).second) return;
  form.meaning = names(form.terms);
  accepted_.push_back({result, std::move(form), stated, at_most});
}

bool RowForms::knows(int result, const Form& form) const {
  return used_.contains(columns_of(result, form));
}

std::vector<int> RowForms::columns_of(int result, const Form& form) {
  std::vector<int> columns{result};
  for (const auto& [column, weight] : form.terms) columns.push_back(column);
  std::sort(columns.begin(), columns.end());
  return columns;
}

std::string RowForms::names(const std::vector<std::pair<int, int>>& terms) const {
  std::string text;
  for (const auto& [column, weight] : terms) {
    const std::string name = last_head(figures_.column_name(column));
    text += text.empty() ? (weight < 0 ? "− " : "") + name : (weight < 0 ? " − " : " + ") + name;
  }
  return text;
}

}  // namespace cotejo::checks
