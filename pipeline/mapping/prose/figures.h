#pragma once

#include <vector>

#include "model/document.h"
#include "model/record.h"
#include "pipeline/mapping/prose/context.h"
#include "pipeline/mapping/text/passages.h"
#include "pipeline/normalise/numbers/numbers.h"

namespace cotejo::mapping {

// Finds the figures in running text and says what each is. Every amount, percentage and count is a figure; so is an
// amount in words, alone or beside its figures, and a budget code (then only ProseFigure::code is set, and Source::text
// is the code).
class ProseReader {
 public:
  // Both must outlive the reader.
  ProseReader(const model::Bundle& bundle, const ProseWords& words);

  // A column of a table, or anything else, proves this convention.
  void count_mark(normalise::DecimalMark mark);

  // Appends the figures of a passage; sentences before the first that names a year take `year`. Returns the year that
  // its text ends with, `year` when it names none.
  int read(const Passage& passage, int year, std::vector<model::ProseFigure>& figures);

  // Closes the figures that could be read two ways ("8.540 millones") with the convention that the document was found
  // to use; they stay open when it uses none, or both alike.
  void close_open_figures(std::vector<model::ProseFigure>& figures) const;

 private:
  struct OpenFigure {
    std::size_t figure = 0;  // index into the figures
    model::Amount as_decimal;
    model::Amount as_groups;
    bool comma = false;  // the sign that it has is a comma
  };

  const model::Bundle& bundle_;
  const ProseWords& words_;
  std::vector<OpenFigure> open_;
  int commas_ = 0;  // figures and columns that prove a comma for decimals
  int points_ = 0;
};

}  // namespace cotejo::mapping
