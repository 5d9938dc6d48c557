#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

namespace cotejo::cli {

enum class Format : std::uint8_t { table, json, csv };

// A column of a result: its name, and whether its values are numbers (unquoted in JSON; an empty one is null there).
struct Column {
  std::string name;
  bool number = false;
};

using Row = std::vector<std::string>;

// One object a row, indented; text that is not UTF-8 gets U+FFFD.
void write_json(std::ostream& out, const std::vector<Column>& columns, const std::vector<Row>& rows);

// RFC 4180 with a head line, UTF-8, lines ended by '\n'.
void write_csv(std::ostream& out, const std::vector<Column>& columns, const std::vector<Row>& rows);

}  // namespace cotejo::cli
