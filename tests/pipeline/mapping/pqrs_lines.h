#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "tests/pipeline/mapping/grid_fixture.h"

namespace cotejo::mapping {

// "dimension|label|period as printed|measure|count" and " T" for totals: one line a record, those of two things at once
// apart from the others.
inline std::vector<std::string> lines(const std::vector<model::PqrsCount>& counts) {
  std::vector<std::string> out;
  for (const auto& count : counts) {
    if (count.second_dimension != model::Dimension::none) continue;
    out.push_back(std::string(model::name_of(count.dimension)) + "|" + count.label + "|" +
                  (count.period_text.empty() ? count.period : count.period_text) + "|" +
                  std::string(model::name_of(count.measure)) + "|" + std::to_string(count.count) +
                  (count.total ? " T" : ""));
  }
  return out;
}

// "dimension|label × dimension|label|measure|count" of the counts of two things at once.
inline std::vector<std::string> crosses(const model::Records& records) {
  std::vector<std::string> out;
  for (const auto& count : records.pqrs) {
    if (count.second_dimension == model::Dimension::none) continue;
    out.push_back(std::string(model::name_of(count.dimension)) + "|" + count.label + " × " +
                  std::string(model::name_of(count.second_dimension)) + "|" + count.second_label + "|" +
                  std::string(model::name_of(count.measure)) + "|" + std::to_string(count.count));
  }
  return out;
}

inline bool has(const model::Records& records, const std::string& line) {
  const auto all = lines(records.pqrs);
  return std::find(all.begin(), all.end(), line) != all.end();
}

inline model::Records of(const fixture::Grid& grid, int header_rows, const std::string& title,
                         const std::vector<fixture::Merge>& merges = {},
                         const std::string& heading = "Informe de PQRS vigencia 2021") {
  fixture::Document document;
  document.heading(heading);
  document.add(fixture::table_of(grid, header_rows, title, merges));
  return document.read().records;
}

}  // namespace cotejo::mapping
