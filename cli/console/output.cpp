#include "cli/console/output.h"

#include <unistd.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

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
constexpr std::size_t kLeastWidth = 12;  // of a column that gives way
constexpr std::size_t kIndent = 5;       // of what goes on below

std::string one_line(std::string text) {
  for (char& c : text) c = c == '\n' || c == '\t' ? ' ' : c;
  return text;
}

std::size_t width_of(const std::vector<std::size_t>& widths) {
  std::size_t all = 0;
  for (const std::size_t one : widths) all += one == 0 ? 0 : one + kBetween;
  return all == 0 ? 0 : all - kBetween;
}

// Columns of words give way, the widest first, until the line fits; figures never do. Where that is not enough, the row
// will take several lines, and none gives way.
void give_way(const std::vector<Column>& columns, std::vector<std::size_t>& widths, std::size_t width) {
  const std::vector<std::size_t> whole = widths;
  while (width_of(widths) > width) {
    std::size_t widest = columns.size();
    for (std::size_t c = 0; c < columns.size(); ++c) {
      const bool can = !columns[c].number && widths[c] > kLeastWidth;
      if (can && (widest == columns.size() || widths[c] > widths[widest])) widest = c;
    }
    if (widest == columns.size()) {
      widths = whole;
      return;
    }
    --widths[widest];
  }
}

// Which columns stand on which line of a row: all on one where they fit, or where no width is told (0); what does not
// fit goes on below, indented. Columns without a value stand nowhere.
std::vector<std::vector<std::size_t>> lines_of(const std::vector<std::size_t>& widths, std::size_t width) {
  std::vector<std::vector<std::size_t>> lines(1);
  std::size_t used = 0;
  for (std::size_t c = 0; c < widths.size(); ++c) {
    if (widths[c] == 0) continue;
    if (width > 0 && !lines.back().empty() && used + kBetween + widths[c] > width) {
      lines.emplace_back();
      used = kIndent - kBetween;
    }
    used += widths[c] + (lines.back().empty() && lines.size() == 1 ? 0 : kBetween);
    lines.back().push_back(c);
  }
  return lines;
}

}  // namespace

Rows rows_of(std::vector<Row> list) {
  return [list = std::move(list)](const std::function<void(const Row&)>& take) {
    for (const Row& row : list) take(row);
  };
}

void write_json(std::ostream& out, const std::vector<Column>& columns, const Rows& rows) {
  constexpr int kIndented = 2;
  const std::string indent(kIndented, ' ');
  out << '[';
  bool first = true;
  rows([&](const Row& row) {
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
    out << (first ? "\n" : ",\n") << indent;
    first = false;
    // A line break inside a text is written as an escape: those that are there part lines of the object.
    const std::string lines = object.dump(kIndented, ' ', false, nlohmann::json::error_handler_t::replace);
    std::size_t at = 0;
    for (std::size_t end = 0; (end = lines.find('\n', at)) != std::string::npos; at = end + 1)
      out << std::string_view(lines).substr(at, end + 1 - at) << indent;
    out << std::string_view(lines).substr(at);
  });
  out << (first ? "]\n" : "\n]\n");
}

void write_csv(std::ostream& out, const std::vector<Column>& columns, const Rows& rows) {
  for (std::size_t i = 0; i < columns.size(); ++i) out << (i > 0 ? "," : "") << csv_field(columns[i].name);
  out << '\n';
  rows([&](const Row& row) {
    for (std::size_t i = 0; i < row.size(); ++i) out << (i > 0 ? "," : "") << csv_field(row[i]);
    out << '\n';
  });
}

void write_rows(std::ostream& out, Format format, const std::vector<Column>& columns, const Rows& rows) {
  if (format == Format::json)
    write_json(out, columns, rows);
  else if (format == Format::csv)
    write_csv(out, columns, rows);
  else
    write_table(out, columns, rows, terminal_width(STDOUT_FILENO));
}

void write_rows(std::ostream& out, Format format, const std::vector<Column>& columns, const std::vector<Row>& rows) {
  write_rows(out, format, columns, rows_of(rows));
}

void write_table(std::ostream& out, const std::vector<Column>& columns, const Rows& rows, std::size_t width) {
  std::vector<std::size_t> widths(columns.size(), 0);
  rows([&](const Row& row) {
    for (std::size_t c = 0; c < columns.size(); ++c) widths[c] = std::max(widths[c], columns_of(one_line(row[c])));
  });
  for (std::size_t c = 0; c < columns.size(); ++c)
    if (widths[c] > 0) widths[c] = std::max(widths[c], columns_of(columns[c].name));
  if (width > 0) give_way(columns, widths, width);
  const std::vector<std::vector<std::size_t>> lines = lines_of(widths, width);
  const auto write = [&](const std::vector<std::size_t>& line, auto cell) {
    std::string written;
    for (const std::size_t c : line) {
      const std::string text = cut_to(cell(c), widths[c]);
      const std::string room(widths[c] - columns_of(text), ' ');
      const std::size_t before = c != line.front() ? kBetween : &line == &lines.front() ? 0 : kIndent;
      written += std::string(before, ' ') + (columns[c].number ? room + text : text + room);
    }
    written.erase(written.find_last_not_of(' ') + 1);
    if (!written.empty()) out << cut_to(written, width) << '\n';
  };
  for (const auto& line : lines) write(line, [&](std::size_t c) { return columns[c].name; });
  for (const auto& line : lines) {
    write(line, [&](std::size_t c) {
      std::string rule;
      for (std::size_t i = 0; i < widths[c]; ++i) rule += "─";
      return rule;
    });
  }
  rows([&](const Row& row) {
    for (const auto& line : lines) write(line, [&](std::size_t c) { return one_line(row[c]); });
  });
}

bool is_what_should_be(const std::string& expected) {
  const std::size_t first = expected.find_first_not_of("-$ ");
  return first != std::string::npos && expected[first] >= '0' && expected[first] <= '9';
}

}  // namespace cotejo::cli
