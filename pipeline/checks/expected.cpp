#include "pipeline/checks/expected.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "pipeline/checks/tolerances.h"
#include "pipeline/normalise/numbers/numbers.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {
namespace {

using namespace tolerances::expected;

// The cells of one record, quotes taken off; `at` moves behind it.
std::vector<std::string> next_record(std::string_view csv, std::size_t& at, char separator) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (; at < csv.size(); ++at) {
    const char c = csv[at];
    if (c == '"') {
      const bool doubled = quoted && at + 1 < csv.size() && csv[at + 1] == '"';
      if (doubled) cells.back() += csv[++at];
      quoted = doubled || !quoted;
    } else if (c == separator && !quoted) {
      cells.emplace_back();
    } else if (c == '\n' && !quoted) {
      ++at;
      break;
    } else if (c != '\r' || quoted) {
      cells.back() += c;
    }
  }
  return cells;
}

// The number that a text is, written plainly or as reports write it.
std::optional<double> number_of(const std::string& text) {
  double plain = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), plain);
  if (error == std::errc() && end == text.data() + text.size()) return plain;
  const normalise::NumberReading read = normalise::read_number(text, {normalise::DecimalMark::comma});
  if (read.kind != normalise::NumberKind::number || !read.rest.empty()) return {};
  return read.amount.value.to_double();
}

bool same(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return false;
  const std::optional<double> x = number_of(a), y = number_of(b);
  if (x && y) return std::abs(*x - *y) <= kHundredth;
  return normalise::fold(a) == normalise::fold(b);
}

bool finds(const ExpectedSlip& slip, const ToldSlip& told) {
  if (slip.file != told.file || (!slip.rule.empty() && slip.rule != told.rule)) return false;
  if (slip.page > 0 && told.page > 0 && std::abs(slip.page - told.page) > 1) return false;
  if (same(slip.reported, told.reported) || same(slip.expected, told.expected)) return true;
  const std::string quoted = normalise::fold(slip.reported);
  return quoted.size() >= kQuotable && normalise::fold(told.message).find(quoted) != std::string::npos;
}

}  // namespace

model::Result<std::vector<ExpectedSlip>> read_expected(std::string_view csv, const std::string& file_name) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (csv.starts_with(byte_order_mark)) csv.remove_prefix(byte_order_mark.size());
  const std::string_view first = csv.substr(0, csv.find('\n'));
  const char separator = first.find(';') != std::string_view::npos ? ';' : ',';
  int line = 1;
  const auto fail = [&](const std::string& what) {
    return model::Error{model::ErrorCode::vocabulary, model::Stage::check, file_name, 0,
                        "línea " + std::to_string(line) + ": " + what};
  };
  std::size_t at = 0;
  const std::vector<std::string> head = next_record(csv, at, separator);
  const auto column = [&](std::string_view name) {
    const auto found = std::find_if(head.begin(), head.end(), [&](const std::string& cell) {
      return normalise::fold(cell) == normalise::fold(name);
    });
    return found == head.end() ? -1 : static_cast<int>(found - head.begin());
  };
  const int file = column("archivo"), reported = column("valor_reportado");
  if (file < 0) return fail("falta la columna «archivo»");
  if (reported < 0) return fail("falta la columna «valor_reportado»");
  const int page = column("pagina"), rule = column("regla"), expected = column("valor_esperado");
  std::vector<ExpectedSlip> slips;
  while (at < csv.size()) {
    ++line;
    const std::vector<std::string> cells = next_record(csv, at, separator);
    if (cells.size() == 1 && cells.front().empty()) continue;
    const auto cell = [&](int index) {
      return index < 0 || static_cast<std::size_t>(index) >= cells.size() ? std::string()
                                                                          : cells[static_cast<std::size_t>(index)];
    };
    ExpectedSlip slip{cell(file), 0, cell(rule), cell(reported), cell(expected), line};
    if (slip.file.empty()) return fail("falta el archivo");
    if (slip.reported.empty() && slip.expected.empty()) return fail("falta lo reportado o lo esperado");
    const std::string number = cell(page);
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), slip.page);
    if (!number.empty() && (error != std::errc() || end != number.data() + number.size()))
      return fail("«" + number + "» no es una página");
    slips.push_back(std::move(slip));
  }
  return slips;
}

Comparison compare(const std::vector<ExpectedSlip>& expected, const std::vector<ToldSlip>& told) {
  Comparison result;
  std::vector<bool> marked(told.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    bool found = false;
    for (std::size_t j = 0; j < told.size(); ++j) {
      if (!finds(expected[i], told[j])) continue;
      found = marked[j] = true;
    }
    (found ? result.found : result.missed).push_back(i);
  }
  for (std::size_t j = 0; j < told.size(); ++j)
    if (!marked[j]) result.alarms.push_back(j);
  return result;
}

}  // namespace cotejo::checks
