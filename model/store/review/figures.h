#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/store/review/rows.h"

namespace cotejo::store {

// Records across reports, as a person compares them. Copies of digital reports and replaced documents are left out.
struct FigureFilter {
  std::optional<std::vector<std::int64_t>> documents;  // of these alone
  std::vector<std::int64_t> vigencias;                 // of these alone; empty: of all
  std::vector<std::string> words;  // folded; each must stand in what the record is called; empty: any
  std::string measure;             // empty: any
  std::string kind;                // budget: the class; petitions: the dimension; empty: any
  bool totals = false;             // budget: totals alone
};

// A list of series, each with a number (`series`, from 0 within the window) that its points have, too.
struct Series {
  std::int64_t total = 0;
  Rows items;   // series, entity, measure, called (what a record calls it), name (what tells it apart), and
                // budget: code, class, unit; petitions: dimension. '' is not known
  Rows points;  // series, vigencia, period (petitions), document, route, page, x0, y0, x1, y1, value, text, confidence,
                // doubt, record
};
// The series with the largest value first.
[[nodiscard]] model::Result<Series> budget_series(Store& store, const FigureFilter& filter, const Window& window);
[[nodiscard]] model::Result<Series> petition_series(Store& store, const FigureFilter& filter, const Window& window);

struct CommitmentFilter {
  FigureFilter of;
  std::string responsible;  // the key that joins its names; empty: any
  std::string from;         // ISO dates between which the last day falls; empty: no bound
  std::string to;
  std::string status;           // as printed; empty: any
  bool by_responsible = false;  // in the order of who is responsible, not of dates
};
struct Commitments {
  Page page;  // record, number, text, component, responsible, responsible_key, due_text, due_from, due_to, indicator,
              // goal, progress, progress_percent, status, document, file, route, page, box, confidence
  Rows by_responsible;  // value, label, count; the 50 with most
  Rows by_month;        // month, count
};
[[nodiscard]] model::Result<Commitments> commitments(Store& store, const CommitmentFilter& filter,
                                                     const Window& window);

// What there is to be filtered by, each with a column `value`.
struct FigureOptions {
  Rows vigencias, budget_measures, petition_measures, classes, dimensions;
  Rows responsibles;  // value, label
};
[[nodiscard]] model::Result<FigureOptions> figure_options(Store& store);

// Lets queries of this store compare words without accents and case. To be called before a filter has words.
[[nodiscard]] model::Status use_fold(Store& store, std::string (*fold)(std::string_view));

}  // namespace cotejo::store
