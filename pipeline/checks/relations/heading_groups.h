#pragma once

#include <string>
#include <vector>

#include "pipeline/checks/arithmetic/relation.h"

namespace cotejo::checks {

// A row that sums the rows right below it.
struct HeadingGroup {
  int heading = -1;
  std::vector<int> lines;
};

// Rows that could make up a total, with how the message names them.
struct Candidate {
  std::vector<int> rows;
  std::string meaning;
  std::vector<HeadingGroup> groups = {};  // that some of the rows head
};

// The relations of one total row over the given rows, for every column that can be summed.
[[nodiscard]] std::vector<Relation> relations_of(const Figures& figures, int total, const Candidate& candidate,
                                                 bool stated);

// Of what a family fails for, how much one slip of the pen explains, in the sum or in a line.
[[nodiscard]] int slips_of(const std::vector<Relation>& family, const Figures& figures);

struct HeadingGroups {
  std::vector<int> outer;   // the rows that are left when each heading stands for its lines; empty without a group
  std::vector<int> opened;  // the same with the lines of each heading that is not their sum in its place
  std::vector<HeadingGroup> groups;
};

// Parts `rows` into headings and their lines ("BIENES" over its materials) by their figures alone, where neither codes
// nor indents tell so. A heading may differ from its lines in a column by one slip of the pen when it keeps another
// column, or when it stands between groups that hold. Sums of small counts agree by accident and make no group.
[[nodiscard]] HeadingGroups heading_groups(const Figures& figures, const std::vector<int>& rows);

}  // namespace cotejo::checks
