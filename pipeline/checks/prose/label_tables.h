#pragma once

#include <string>
#include <vector>

#include "pipeline/checks/prose/claims.h"
#include "pipeline/mapping/text/year_parts.h"

namespace cotejo::checks {

// A row of a table as prose may speak of it.
struct LabelRow {
  std::vector<std::string> stems;
  int row = -1;
};

struct LabelTable {
  const TableAnalysis* table = nullptr;
  int count = -1;  // the column of counts that prose means
  int percent = -1;
  std::vector<LabelRow> rows;
};

// What the row is called by itself, without the group that it stands in.
[[nodiscard]] std::string label_of(const LabelTable& table, int row);

// The tables that prose may speak of by the labels of their rows: those with a column of counts that it means, the one
// of the report's period where several are.
[[nodiscard]] std::vector<LabelTable> label_tables(const Context& context, const mapping::YearPart& period);

// A word without the ending of its plural, folded before.
[[nodiscard]] std::string stem(std::string word);

// A figure of the text that has the label of a row, and whether that row prints it.
struct Compared {
  int row = -1;
  const FigureSentence* sentence = nullptr;
  const ProseNumber* number = nullptr;
  bool agrees = false;
};

// Figures that stand one row off: each is what the row after its own prints, or each what the row before does. `told`
// are figures of one page that their own rows do not print. Adds one finding, at the first of them.
void check_shifted(const LabelTable& table, const std::vector<Compared>& told, std::vector<Contradiction>& found);

// A count that its row prints, and the percentage that the text says it to be.
struct ToldShare {
  int row = -1;
  const FigureSentence* sentence = nullptr;
  const ProseNumber* count = nullptr;
  const ProseNumber* percent = nullptr;
};

// Shares of one sentence against the total of their table, which prints no percentages: one that is no share of it and
// of which another is, or that is the share of another period's total, is told.
void check_row_shares(const LabelTable& table, const std::vector<ToldShare>& shares, std::vector<Contradiction>& found,
                      int& tested);

}  // namespace cotejo::checks
