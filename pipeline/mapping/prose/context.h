#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/amount.h"
#include "model/measure.h"
#include "pipeline/mapping/text/periods.h"
#include "pipeline/mapping/words/phrases.h"
#include "pipeline/mapping/words/tokens.h"
#include "pipeline/mapping/words/vocabulary.h"

namespace cotejo::mapping {

// The phrases that tell what a figure in running text is: sections [prosa.*] of a vocabulary.
struct ProseWords {
  explicit ProseWords(const Vocabulary& vocabulary)
      : measures(vocabulary.phrases("prosa.medida")),
        links(vocabulary.phrases("prosa.enlace")),
        ends(vocabulary.phrases("prosa.fin")) {}
  const PhraseIndex& measures;  // verbs and nouns of budget and PQRS measures
  const PhraseIndex& links;     // words between a figure and what it counts: "corresponden a", "fueron"
  const PhraseIndex& ends;      // words that end the name of what is counted: "que", "en", "de las cuales"
};

// A stretch [begin, end) of a sentence, bytes.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// What a sentence says about one of its figures.
struct FigureContext {
  model::Measure measure = model::Measure::none;  // of budgets or petitions; none when not told
  std::string label;                              // what is counted, as printed: "solicitudes", "personas", "Quejas"
  int vigencia = 0;
};

// A sentence, its words, the figures in it, and the stretches (laws, codes) whose numbers say nothing about years.
class ProseSentence {
 public:
  // `tokens` of the text, `figures` from left to right. `year_before`: the year that the sentences before this one were
  // about, 0 when none.
  ProseSentence(std::string_view text, std::vector<Token> tokens, std::vector<Stretch> figures,
                const std::vector<Stretch>& set_aside, int year_before, const ProseWords& words);

  // To be asked about the figures from left to right: those of a list share the measure of the first.
  [[nodiscard]] FigureContext about(std::size_t figure, model::Unit unit);
  // The year of the last period named, `year_before` when none is.
  [[nodiscard]] int last_year() const { return last_year_; }
  // Periods named in it, but for years of laws and spans of years ("2020 – 2023").
  [[nodiscard]] const std::vector<Period>& periods() const { return periods_; }
  [[nodiscard]] const std::vector<Token>& tokens() const { return tokens_; }

 private:
  void keep_periods(const std::vector<Stretch>& set_aside);
  [[nodiscard]] model::Measure measure_of(std::size_t figure, model::Unit unit) const;
  [[nodiscard]] model::Measure listed_measure(std::size_t figure) const;
  [[nodiscard]] model::Measure measure_right_after(std::size_t at, std::size_t next, model::Unit unit) const;
  [[nodiscard]] std::string label_of(std::size_t figure) const;
  [[nodiscard]] std::string label_after(std::size_t figure) const;
  [[nodiscard]] std::string label_before(std::size_t figure) const;
  [[nodiscard]] int year_of(std::size_t figure) const;
  [[nodiscard]] char sign_before(std::size_t figure) const;  // last printed sign before it that is no space
  [[nodiscard]] char sign_after(std::size_t figure) const;
  [[nodiscard]] bool parted(std::size_t token) const;  // punctuation between this token and the next

  std::string_view text_;
  std::vector<Stretch> figures_;
  std::vector<Token> tokens_;
  std::vector<Period> periods_;
  int year_before_;
  int last_year_;
  const ProseWords& words_;
  std::vector<model::Measure> listed_;  // measures of the figures asked about, of counts only
};

}  // namespace cotejo::mapping
