#include "pipeline/exports/tables/csv.h"

#include <fmt/format.h>

#include <cerrno>
#include <cmath>

#include "base/digits.h"
#include "pipeline/exports/output/kinds.h"
#include "pipeline/exports/output/staging.h"

namespace cotejo::exports {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool looks_like_formula(const std::string& text) {
  if (text.find_first_of("=+-@\t\r") != 0) return false;
  // "-1.250", "+57" are figures and codes; a formula has letters or signs of arithmetic behind its first one.
  return text.find_first_not_of("0123456789., ", 1) != std::string::npos || !base::has_digit(text);
}

std::string quoted(const std::string& text, char separator) {
  if (text.find_first_of("\"\r\n") == std::string::npos && text.find(separator) == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

}  // namespace

std::string written(const store::Value& value, CsvDialect dialect) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
  if (const auto* number = std::get_if<double>(&value)) {
    std::string text = std::abs(*number) < 1e15 && *number == std::floor(*number) ? fmt::format("{:.0f}", *number)
                                                                                  : fmt::format("{:.15g}", *number);
    if (dialect == CsvDialect::people) {
      if (const auto point = text.find('.'); point != std::string::npos) text[point] = ',';
    }
    return text;
  }
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  return {};
}

std::string csv_field(const store::Value& value, CsvDialect dialect) {
  std::string text = written(value, dialect);
  if (dialect == CsvDialect::people && std::holds_alternative<std::string>(value) && looks_like_formula(text))
    text.insert(0, "'");
  return quoted(text, dialect == CsvDialect::people ? ';' : ',');
}

model::Result<std::int64_t> write_view(store::Store& store, const ViewInfo& view, const Request& request,
                                       const std::string& path) {
  const bool people = request.dialect == CsvDialect::people;
  const std::string_view line_end = people ? "\r\n" : "\n";
  errno = 0;
  std::ofstream out(path, std::ios::binary);
  if (people) out << kByteOrderMark;
  for (std::size_t i = 0; i < view.columns.size(); ++i)
    out << (i == 0 ? "" : people ? ";" : ",") << view.columns[i].name;
  out << line_end;
  std::int64_t rows = 0;
  const model::Status status =
      store.each_row(view.name, request.scope, [&](const std::vector<store::Value>& row) -> model::Status {
        for (std::size_t i = 0; i < row.size(); ++i)
          out << (i == 0 ? "" : people ? ";" : ",") << csv_field(row[i], request.dialect);
        out << line_end;
        ++rows;
        if (!out) return output_error(path, errno);
        return model::Done{};
      });
  if (!status) return status.error();
  out.close();
  if (!out) return output_error(path, errno);
  return rows;
}

model::Result<Summary> write_csv_folder(store::Store& store, const Request& request) {
  model::Result<Staging> staging = Staging::folder(request.destination, request.replace, request.kind);
  if (!staging) return staging.error();
  const model::Result<std::vector<ViewInfo>> views = catalogue(store);
  if (!views) return views.error();
  Summary summary;
  for (const ViewInfo& view : views.value()) {
    if (view.name == "celdas" && !request.cells) continue;
    const model::Result<std::int64_t> rows =
        write_view(store, view, request, staging.value().path() + "/" + view.name + ".csv");
    if (!rows) return rows.error();
    ++summary.files;
    summary.rows += rows.value();
  }
  if (const model::Status status = staging.value().commit(); !status) return status.error();
  return summary;
}

}  // namespace cotejo::exports
