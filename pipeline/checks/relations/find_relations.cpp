#include "pipeline/checks/relations/find_relations.h"

#include "pipeline/checks/arithmetic/slips.h"

namespace cotejo::checks {

std::vector<Relation> find_relations(Figures& figures) {
  // Blanks are tried as zeros first: they are kept so where a sum with a blank part holds and no figure was read by
  // OCR (a reader misses marks; a text layer does not).
  std::vector<Relation> found;
  figures.blank_is_zero = true;
  find_column_sums(figures, found);
  find_formulas(figures, found);
  find_row_sums(figures, found);
  int with_blank = 0, against = 0, ocr = 0;
  for (const Relation& relation : found) {
    bool blank = false;
    for (const Part& part : relation.parts) {
      const Figure& figure = figures.at(part.place);
      blank = blank || figure.known == Known::blank;
      ocr += figure.ocr;
    }
    if (!blank) continue;
    const Outcome outcome = test(relation, figures);
    const bool slip = outcome.verdict == Verdict::fails && !writing_slip(outcome.reported, outcome.expected).none();
    with_blank += outcome.verdict == Verdict::holds || slip;  // a slip of the pen speaks for the sum that it misses
    against += outcome.verdict == Verdict::fails && !slip;
  }
  figures.blank_is_zero = with_blank > against && (ocr == 0 || with_blank >= 3);
  find_percentages(figures, found);
  find_products(figures, found);
  find_column_formulas(figures, found);
  return found;
}

}  // namespace cotejo::checks
