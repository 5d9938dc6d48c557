#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "pipeline/checks/arithmetic/slips.h"
#include "pipeline/checks/relations/find_relations.h"
#include "pipeline/checks/relations/tolerances.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {
namespace {

struct Form {
  int first = -1;  // columns
  int second = -1;
};

struct Score {
  int holds = 0;
  int fails = 0;
  double digits = 0;
};

// Heads that name a factor: «Valor unitario», «Cantidad», «Ponderación», «Peso».
bool names_factor(const std::string& head) {
  static constexpr std::array kFactors{"unitario",  "unitaria", "unit",   "cantidad", "ponderacion",
                                       "ponderado", "peso",     "factor", "cant"};
  const std::vector<std::string> words = normalise::folded_words(head);
  return std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return std::find(kFactors.begin(), kFactors.end(), word) != kFactors.end();
  });
}

// Heads that name what factors make: «Valor total», «Puntaje atribuido».
bool names_product(const std::string& head) {
  static constexpr std::array kProducts{"total",   "valor",   "subtotal", "costo",
                                        "importe", "puntaje", "puntos",   "resultado"};
  const std::vector<std::string> words = normalise::folded_words(head);
  return !names_factor(head) && std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return std::find(kProducts.begin(), kProducts.end(), word) != kProducts.end();
  });
}

class Searcher {
 public:
  explicit Searcher(const Figures& figures) : figures_(figures) {
    for (int c = 0; c < figures.columns(); ++c)
      if (figures.use(c) != ColumnUse::none) columns_.push_back(c);
    for (int r = 0; r < figures.rows(); ++r)
      if (figures.row(r).body && !figures.row(r).total) body_.push_back(r);
    const std::size_t step = std::max<std::size_t>(1, body_.size() / kProductSample);
    for (std::size_t i = 0; i < body_.size(); i += step) sample_.push_back(body_[i]);
  }

  void run(std::vector<Relation>& found) const {
    if (columns_.size() < 3 || columns_.size() > kProductColumns) return;
    for (const int result : columns_) {
      if (figures_.use(result) != ColumnUse::additive) continue;
      std::optional<Form> best;
      Score best_score;
      for (std::size_t i = 0; i < columns_.size(); ++i)
        for (std::size_t j = i + 1; j < columns_.size(); ++j) {
          const Form form{columns_[i], columns_[j]};
          if (form.first == result || form.second == result || share(form.first) || share(form.second)) continue;
          const Score fit = score(result, form);
          const int lead = (fit.holds - 2 * fit.fails) - (best_score.holds - 2 * best_score.fails);
          const auto distance = [&](const Form& of) {
            return std::abs(of.first - result) + std::abs(of.second - result);
          };
          if (fit.holds > 0 && (!best || lead > 0 || (lead == 0 && distance(form) < distance(*best)))) {
            best = form;
            best_score = fit;
          }
        }
      if (!best || !meant(result, *best, best_score)) continue;
      Relation made = relation(result, *best);
      made.meaning = "«" + figures_.column_name(best->first) + "» × «" + figures_.column_name(best->second) + "»";
      for (const int r : body_) {
        if (figures_.at({r, result}).known != Known::printed) continue;
        move_to_row(made, r);
        found.push_back(made);
      }
    }
  }

 private:
  const Figures& figures_;
  std::vector<int> columns_;
  std::vector<int> body_;
  std::vector<int> sample_;

  // A percentage that is no weight is tested as such (find_percentages), which says the same the other way round.
  [[nodiscard]] bool share(int column) const {
    return figures_.use(column) == ColumnUse::percent && !names_factor(figures_.column_name(column));
  }

  [[nodiscard]] bool meant(int result, const Form& form, const Score& fit) const {
    const bool said =
        (names_factor(figures_.column_name(form.first)) || names_factor(figures_.column_name(form.second))) &&
        names_product(figures_.column_name(result));
    if (said) return fit.holds >= 2 * fit.fails || (fit.holds >= fit.fails && near(result, form));
    return fit.holds >= kRowsOfItsOwn && fit.digits >= kProductDigits && 4 * fit.fails <= fit.holds;
  }

  // Every row that fails is one slip of the pen away.
  [[nodiscard]] bool near(int result, const Form& form) const {
    Relation tried = relation(result, form);
    return std::all_of(sample_.begin(), sample_.end(), [&](int r) {
      move_to_row(tried, r);
      const Outcome outcome = test(tried, figures_);
      return outcome.verdict != Verdict::fails || !writing_slip(outcome.reported, outcome.expected).none();
    });
  }

  [[nodiscard]] static Relation relation(int result, const Form& form) {
    Relation made;
    made.kind = RelationKind::product;
    made.result = {0, result};
    made.parts = {{{0, form.first}, 1}, {{0, form.second}, 1}};
    return made;
  }

  [[nodiscard]] Score score(int result, const Form& form) const {
    Score total;
    Relation tried = relation(result, form);
    for (const int r : sample_) {
      // A factor of none, one or the whole tells nothing: the other is the product.
      const auto idle = [&](int column) {
        const double value = figures_.at({r, column}).amount.value.to_double();
        return value == 0 || value == 1 || (value == 100 && figures_.use(column) == ColumnUse::percent);
      };
      if (idle(form.first) || idle(form.second)) continue;
      move_to_row(tried, r);
      const Outcome outcome = test(tried, figures_);
      if (outcome.verdict == Verdict::no_data) continue;
      if (outcome.verdict == Verdict::fails) {
        if (++total.fails > 2 && total.holds == 0) return total;
        continue;
      }
      ++total.holds;
      total.digits +=
          static_cast<double>(std::to_string(std::abs(figures_.at({r, result}).amount.value.mantissa)).size());
    }
    return total;
  }
};

}  // namespace

void find_products(const Figures& figures, std::vector<Relation>& found) {
  Searcher(figures).run(found);
}

}  // namespace cotejo::checks
