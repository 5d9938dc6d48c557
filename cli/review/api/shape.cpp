#include "cli/review/api/shape.h"

#include <algorithm>
#include <cmath>

namespace cotejo::cli::review {
namespace {

constexpr double kHundredths = 100;

double rounded(double points) {
  return std::round(points * kHundredths) / kHundredths;
}

Json value_of(const store::Value& value) {
  return std::visit(
      [](const auto& it) -> Json {
        if constexpr (std::is_same_v<std::decay_t<decltype(it)>, std::monostate>)
          return nullptr;
        else
          return it;
      },
      value);
}

int place_of(const store::Rows& rows, std::string_view column) {
  const auto found = std::find(rows.columns.begin(), rows.columns.end(), column);
  return found == rows.columns.end() ? -1 : static_cast<int>(found - rows.columns.begin());
}

double number_at(const store::Rows& rows, std::size_t row, int column) {
  const store::Value& value = rows.rows[row][static_cast<std::size_t>(column)];
  if (const auto* real = std::get_if<double>(&value)) return *real;
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  return 0;
}

}  // namespace

Json known_or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json known_or_null(std::int64_t number) {
  return number == 0 ? Json(nullptr) : Json(number);
}

Json box_of(const model::Rect& box) {
  return Json::array({rounded(box.x0), rounded(box.y0), rounded(box.x1), rounded(box.y1)});
}

Json years_of(int from, int to) {
  if (from == 0 && to == 0) return nullptr;
  return Json::array({from == 0 ? to : from, std::max(from, to)});
}

Json at(const store::Rows& rows, std::size_t row, std::string_view column) {
  const int place = place_of(rows, column);
  return place < 0 ? Json(nullptr) : value_of(rows.rows[row][static_cast<std::size_t>(place)]);
}

Json row_of(const store::Rows& rows, std::size_t row) {
  Json object = Json::object();
  const int box = place_of(rows, "x0");
  const bool names_document = place_of(rows, "file") >= 0;
  for (std::size_t i = 0; i < rows.columns.size(); ++i) {
    const std::string& name = rows.columns[i];
    if (box >= 0 && (name == "x0" || name == "y0" || name == "x1" || name == "y1")) continue;
    if (names_document && (name == "document" || name == "file" || name == "route")) continue;
    object[name] = value_of(rows.rows[row][i]);
  }
  if (box >= 0) {
    object["box"] = box_of({number_at(rows, row, box), number_at(rows, row, place_of(rows, "y0")),
                            number_at(rows, row, place_of(rows, "x1")), number_at(rows, row, place_of(rows, "y1"))});
  }
  if (names_document) {
    object["document"] = {
        {"id", at(rows, row, "document")}, {"file", at(rows, row, "file")}, {"route", at(rows, row, "route")}};
  }
  return object;
}

Json rows_of(const store::Rows& rows) {
  Json list = Json::array();
  for (std::size_t i = 0; i < rows.rows.size(); ++i) list.push_back(row_of(rows, i));
  return list;
}

Json window_of(std::int64_t total, const store::Window& window, Json items) {
  return {{"total", total}, {"offset", window.offset}, {"items", std::move(items)}};
}

std::optional<double> amount_of(const std::string& difference) {
  if (difference.empty()) return std::nullopt;
  char* end = nullptr;
  const double value = std::strtod(difference.c_str(), &end);
  return *end == '\0' && std::isfinite(value) ? std::optional(std::abs(value)) : std::nullopt;
}

Json finding_item(const store::FindingLine& line, const std::optional<double>& amount) {
  const store::FindingRow& it = line.row;
  return {{"id", it.id},
          {"mark", it.mark},
          {"version", line.version},
          {"rule", it.rule},
          {"severity", model::name_of(it.severity)},
          {"state", model::name_of(it.decision.state)},
          {"message", it.message},
          {"amount", amount ? Json(*amount) : Json(nullptr)},
          {"reported", known_or_null(it.reported)},
          {"expected", known_or_null(it.expected)},
          {"difference", known_or_null(it.difference)},
          {"diagnosis", known_or_null(it.diagnosis)},
          {"document",
           {{"id", it.document},
            {"file", it.file},
            {"route", it.route},
            {"entity", known_or_null(it.entity)},
            {"vigencia", years_of(it.vigencia_from, it.vigencia_to)}}},
          {"page", it.page},
          {"table",
           it.table_id == 0 ? Json(nullptr) : Json({{"id", it.table_id}, {"title", known_or_null(it.table_title)}})},
          {"value", known_or_null(it.decision.value)},
          {"author", known_or_null(it.decision.author)},
          {"time", known_or_null(it.decision.time)},
          {"note", known_or_null(it.decision.note)}};
}

}  // namespace cotejo::cli::review
