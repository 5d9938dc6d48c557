#pragma once

#include <string>

#include "model/result.h"

struct lxw_workbook;

namespace cotejo::exports {

// A workbook that is written row by row (its memory does not grow with them) and bears the given ISO date; nullptr,
// with errno, when it cannot be begun. For close_workbook() to end.
[[nodiscard]] lxw_workbook* new_workbook(const std::string& path, const std::string& date);

// Writes what is left and frees it; failures are told of `destination`.
[[nodiscard]] model::Status close_workbook(lxw_workbook* book, const std::string& destination);

}  // namespace cotejo::exports
