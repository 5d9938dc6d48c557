#include "cli/output.h"

#include <nlohmann/json.hpp>

namespace cotejo::cli {
namespace {

std::string csv_field(const std::string& value) {
  if (value.find_first_of(",\"\r\n") == std::string::npos) return value;
  std::string quoted = "\"";
  for (const char c : value) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

}  // namespace

void write_json(std::ostream& out, const std::vector<Column>& columns, const std::vector<Row>& rows) {
  auto all = nlohmann::ordered_json::array();
  for (const Row& row : rows) {
    auto object = nlohmann::ordered_json::object();
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (!columns[i].number) {
        object[columns[i].name] = row[i];
      } else if (row[i].empty()) {
        object[columns[i].name] = nullptr;
      } else {
        object[columns[i].name] = std::stoll(row[i]);
      }
    }
    all.push_back(std::move(object));
  }
  out << all.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

void write_csv(std::ostream& out, const std::vector<Column>& columns, const std::vector<Row>& rows) {
  for (std::size_t i = 0; i < columns.size(); ++i) out << (i > 0 ? "," : "") << csv_field(columns[i].name);
  out << '\n';
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) out << (i > 0 ? "," : "") << csv_field(row[i]);
    out << '\n';
  }
}

bool is_what_should_be(const std::string& expected) {
  const std::size_t first = expected.find_first_not_of("-$ ");
  return first != std::string::npos && expected[first] >= '0' && expected[first] <= '9';
}

}  // namespace cotejo::cli
