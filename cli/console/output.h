#pragma once

#include <cstdint>
#include <functional>
#include <ostream>
#include <string>
#include <vector>

namespace cotejo::cli {

// list: for people, a paragraph each; table: for people, a line each; the others for programs.
enum class Format : std::uint8_t { list, table, json, csv };
[[nodiscard]] inline bool for_people(Format format) {
  return format == Format::list || format == Format::table;
}

// A column of a result: its name, and whether its values are numbers (unquoted in JSON; an empty one is null there).
struct Column {
  std::string name;
  bool number = false;
};

using Row = std::vector<std::string>;

// Hands over rows one by one, the same ones each time that it is called: what is written is never held whole.
using Rows = std::function<void(const std::function<void(const Row&)>& take)>;

// Those of a list.
[[nodiscard]] Rows rows_of(std::vector<Row> list);

// The rows as a table, as json or as csv.
void write_rows(std::ostream& out, Format format, const std::vector<Column>& columns, const Rows& rows);
void write_rows(std::ostream& out, Format format, const std::vector<Column>& columns, const std::vector<Row>& rows);

// Columns in line, numbers to the right, two spaces between. Where a line would be wider than `width` (0: no limit),
// the columns of words give way, and what still does not fit goes on below, indented; no column is lost. Columns
// without a value are left out. Asks for the rows twice: to measure them, and to write them.
void write_table(std::ostream& out, const std::vector<Column>& columns, const Rows& rows, std::size_t width);

// One object a row, indented; text that is not UTF-8 gets U+FFFD.
void write_json(std::ostream& out, const std::vector<Column>& columns, const Rows& rows);

// RFC 4180 with a head line, UTF-8, lines ended by '\n'.
void write_csv(std::ostream& out, const std::vector<Column>& columns, const Rows& rows);

// Whether what a finding expects is what should be printed: a figure, a code or a date. Words are what the figure was
// held against ("Cumplido" beside 40 %), and may be the wrong one of the two.
[[nodiscard]] bool is_what_should_be(const std::string& expected);

}  // namespace cotejo::cli
