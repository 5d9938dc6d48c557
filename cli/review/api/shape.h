#pragma once

#include "cli/review/api/call.h"
#include "model/geometry.h"
#include "model/store/review/decisions.h"

namespace cotejo::cli::review {

// Values of the base as the API shows them: what is not known is null.
[[nodiscard]] Json known_or_null(const std::string& text);
[[nodiscard]] Json known_or_null(std::int64_t number);
[[nodiscard]] Json box_of(const model::Rect& box);
[[nodiscard]] Json years_of(int from, int to);

// A row as an object of its columns; x0, y0, x1 and y1 become `box`, and a row that names a file has `document`, `file`
// and `route` as one object.
[[nodiscard]] Json row_of(const store::Rows& rows, std::size_t row);
[[nodiscard]] Json rows_of(const store::Rows& rows);
// The column of a row; null when there is none.
[[nodiscard]] Json at(const store::Rows& rows, std::size_t row, std::string_view column);

// {"total", "offset", "items"}
[[nodiscard]] Json window_of(std::int64_t total, const store::Window& window, Json items);

// A finding as lists have it.
[[nodiscard]] Json finding_item(const store::FindingLine& line, const std::optional<double>& amount);
// The amount of a difference, as the lists have it.
[[nodiscard]] std::optional<double> amount_of(const std::string& difference);

}  // namespace cotejo::cli::review
