#pragma once

#include <cstdint>
#include <string>

#include "model/result.h"

struct lxw_workbook;

namespace cotejo::exports {

// A workbook that is written row by row (its memory does not grow with them) and bears the given ISO date; nullptr,
// with errno, when it cannot be begun. For close_workbook() to end.
[[nodiscard]] lxw_workbook* new_workbook(const std::string& path, const std::string& date);

// Rows that a sheet holds (ECMA-376 as Excel has it).
inline constexpr std::int64_t kMostRows = 1'048'576;

// The first thing that could not be written into a workbook; what comes after it counts no more.
class Writing {
 public:
  // Takes in what a function of the library gave.
  void operator()(int result) {
    if (first_ == 0) first_ = result;
  }
  [[nodiscard]] model::Status status(const std::string& destination) const;

 private:
  int first_ = 0;  // lxw_error
};

// Writes what is left and frees it; failures are told of `destination`.
[[nodiscard]] model::Status close_workbook(lxw_workbook* book, const std::string& destination);

}  // namespace cotejo::exports
