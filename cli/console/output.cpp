#include "cli/console/output.h"

#include <unistd.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/console/terminal.h"

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

constexpr std::size_t kBetween = 2;      // spaces between columns
constexpr std::size_t kLeastWidth = 12;  // of the column that gives way

std::string one_line(std::string text) {
  for (char& c : text) c = c == '\n' || c == '\t' ? ' ' : c;
  return text;
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

void write_rows(std::ostream& out, Format format, const std::vector<Column>& columns, const std::vector<Row>& rows) {
  if (format == Format::json)
    write_json(out, columns, rows);
  else if (format == Format::csv)
    write_csv(out, columns, rows);
  else
    write_table(out, columns, rows, terminal_width(STDOUT_FILENO));
}

void write_table(std::ostream& out, const std::vector<Column>& columns, const std::vector<Row>& rows,
                 std::size_t width) {
  std::vector<std::size_t> widths(columns.size(), 0);
  for (const Row& row : rows)
    for (std::size_t c = 0; c < columns.size(); ++c) widths[c] = std::max(widths[c], columns_of(one_line(row[c])));
  std::size_t all = 0;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    if (widths[c] == 0) continue;
    widths[c] = std::max(widths[c], columns_of(columns[c].name));
    all += widths[c] + kBetween;
  }
  if (all > 0) all -= kBetween;
  if (width > 0 && all > width) {
    std::size_t& widest = *std::max_element(widths.begin(), widths.end());
    widest = std::max(kLeastWidth, widest - std::min(widest, all - width));
  }
  const auto write = [&](auto cell) {
    std::string line;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (widths[c] == 0) continue;
      const std::string text = cut_to(cell(c), widths[c]);
      const std::string room(widths[c] - columns_of(text), ' ');
      line += (line.empty() ? "" : std::string(kBetween, ' ')) + (columns[c].number ? room + text : text + room);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out << cut_to(line, width) << '\n';
  };
  write([&](std::size_t c) { return columns[c].name; });
  write([&](std::size_t c) {
    std::string rule;
    for (std::size_t i = 0; i < widths[c]; ++i) rule += "─";
    return rule;
  });
  for (const Row& row : rows) write([&](std::size_t c) { return one_line(row[c]); });
}

bool is_what_should_be(const std::string& expected) {
  const std::size_t first = expected.find_first_not_of("-$ ");
  return first != std::string::npos && expected[first] >= '0' && expected[first] <= '9';
}

}  // namespace cotejo::cli
