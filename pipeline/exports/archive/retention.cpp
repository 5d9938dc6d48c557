#include "pipeline/exports/archive/retention.h"

#include <strings.h>

#include <cerrno>
#include <cstring>
#include <fstream>

namespace cotejo::exports {
namespace {

std::vector<std::string> fields_of(const std::string& line, char separator) {
  std::vector<std::string> fields(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (c == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"') {
      fields.back() += '"';
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (c == separator && !quoted) {
      fields.emplace_back();
    } else if (c != '\r') {
      fields.back() += c;
    }
  }
  return fields;
}

model::Error wrong_line(const std::string& path, int number) {
  return {model::ErrorCode::vocabulary, model::Stage::output, path, 0,
          "renglón " + std::to_string(number) + ": se esperan cuatro campos, tipo;codigo;serie;subserie"};
}

}  // namespace

model::Result<std::vector<Series>> read_retention(const std::string& path) {
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file) return model::Error{model::ErrorCode::not_found, model::Stage::output, path, 0, std::strerror(errno)};
  std::vector<Series> table;
  std::string line;
  char separator = ';';
  for (int number = 1; std::getline(file, line); ++number) {
    if (number == 1) {
      if (line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
      if (line.find(';') == std::string::npos) separator = ',';
      if (fields_of(line, separator) != std::vector<std::string>{"tipo", "codigo", "serie", "subserie"})
        return wrong_line(path, number);
      continue;
    }
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    std::vector<std::string> fields = fields_of(line, separator);
    if (fields.size() != 4 || fields[0].empty()) return wrong_line(path, number);
    table.push_back({std::move(fields[0]), std::move(fields[1]), std::move(fields[2]), std::move(fields[3])});
  }
  return table;
}

const Series* series_of(const std::vector<Series>& table, const std::string& type) {
  for (const Series& series : table)
    if (strcasecmp(series.type.c_str(), type.c_str()) == 0) return &series;
  return nullptr;
}

}  // namespace cotejo::exports
