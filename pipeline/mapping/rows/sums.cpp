#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "base/letters.h"
#include "pipeline/mapping/rows/rows.h"
#include "pipeline/mapping/rows/tolerances.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::sums;

using normalise::NumberKind;

// The figures of a row in the columns that can be added up; nothing where nothing was printed. Rounded figures stand
// for all that they may be: thousands that were rounded one by one add up to a few more or less than their sum says.
using Figures = std::vector<std::optional<model::Interval>>;

std::vector<std::size_t> summing_columns(const TableReading& reading) {
  std::vector<std::size_t> columns;
  for (std::size_t c = 0; c < reading.columns.size(); ++c) {
    if (reading.columns[c].role == ColumnRole::amount) columns.push_back(c);
  }
  return columns;
}

bool nothing(const model::Interval& figure) {
  return figure.low == -figure.high;
}

struct Match {
  int holds = 0;
  int fails = 0;
};

Match compare(const Figures& row, const Figures& sum) {
  Match match;
  for (std::size_t c = 0; c < row.size(); ++c) {
    if (!row[c] || !sum[c] || (nothing(*row[c]) && nothing(*sum[c]))) continue;
    (row[c]->meets(*sum[c]) ? match.holds : match.fails) += 1;
  }
  return match;
}

bool in_capitals(std::string_view text) {
  bool any = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = base::next_code_point(text, at);
    if (base::small_letter(c)) return false;
    any = any || base::capital(c);
  }
  return any;
}

// In capitals over a label that is not: "SERVICIO DE LA DEUDA" over its one line.
bool is_over(const RowReading& row, const RowReading& part) {
  return in_capitals(row.label) && !in_capitals(part.label);
}

// The sum went over the row in every column that has figures: adding more rows cannot make it fit (amounts are seldom
// negative, and a table of such is left flat).
bool beyond(const Figures& row, const Figures& sum) {
  bool any = false;
  for (std::size_t c = 0; c < row.size(); ++c) {
    if (!row[c] || !sum[c]) continue;
    if (sum[c]->low <= row[c]->high) return false;
    any = true;
  }
  return any;
}

}  // namespace

bool link_by_sums(TableReading& reading) {
  const std::vector<std::size_t> columns = summing_columns(reading);
  if (columns.empty()) return false;
  if (reading.rows.size() > kMostRows) return false;
  struct Root {
    int row;
    Figures figures;
    bool sums_above;  // a subtotal by its words with no rows of its own below it: what it sums stands over it
  };
  std::vector<Root> roots;  // rows below the current one that have no parent yet, the nearest last
  bool capitals = false;    // a row in capitals is the sum of rows below it: so may be its like over one row
  bool any = false;
  for (int r = static_cast<int>(reading.rows.size()) - 1; r >= 0; --r) {
    RowReading& row = reading.rows[static_cast<std::size_t>(r)];
    if (row.role == RowRole::total || row.role == RowRole::header) roots.clear();  // nothing adds up across these
    if (row.role != RowRole::line && row.role != RowRole::subtotal) continue;
    if (row.parent >= 0) continue;
    Figures figures;
    bool printed = false;
    for (const std::size_t c : columns) {
      const normalise::NumberReading& number = reading.at(r, static_cast<int>(c)).number;
      const bool known = number.kind == NumberKind::number || number.kind == NumberKind::dash;
      figures.push_back(known ? std::optional(number.amount.rounded()) : std::nullopt);
      printed |= number.kind == NumberKind::number;
    }
    if (!printed) continue;
    Figures sum(columns.size());
    std::size_t parts = 0;
    std::size_t fitting = 0;
    for (std::size_t i = roots.size(); i-- > 0;) {
      if (roots[i].sums_above) break;
      ++parts;
      for (std::size_t c = 0; c < columns.size(); ++c) {
        if (roots[i].figures[c]) sum[c] = sum[c].value_or(model::Interval{}) + *roots[i].figures[c];
      }
      const Match match = compare(figures, sum);
      // Two rows or more that make it up; in a single column chance is likelier, and three are asked for. One row alone
      // where the upper one is printed as a heading is.
      const RowReading& part = reading.rows[static_cast<std::size_t>(roots[i].row)];
      // One that is off is a slip of the report's, which has its sums told all the same.
      const bool over = is_over(row, part);
      const bool alone = parts == 1 && match.holds >= (capitals ? 1 : 2) && over;
      const bool enough = alone || (match.holds >= 2 ? parts >= 2 : match.holds == 1 && parts >= 3);
      // Rows that print nothing in some columns ("N/A") are parts where the others ask for them.
      if (enough && (fitting == 0 || match.fails == 0) &&
          (match.holds > 2 * match.fails || (over && parts >= 2 && match.holds == 2 * match.fails))) {
        fitting = parts;
        if (match.fails == 0) break;
      }
      if (beyond(figures, sum)) break;
    }
    if (fitting > 0) {
      capitals = capitals || (fitting > 1 && in_capitals(row.label));
      for (std::size_t i = 0; i < fitting; ++i) {
        reading.rows[static_cast<std::size_t>(roots.back().row)].parent = r;
        roots.pop_back();
      }
      any = true;
    }
    roots.push_back({r, std::move(figures), row.role == RowRole::subtotal && fitting == 0});
  }
  return any;
}

}  // namespace cotejo::mapping
