#pragma once

#include <string>
#include <vector>

#include "model/result.h"

namespace cotejo::exports {

// A line of the table of retention (tabla de retención documental) that the archive gives: documents of a type belong
// to a series.
struct Series {
  std::string type;  // as documentos.tipo has it
  std::string code;
  std::string series;
  std::string subseries;  // empty: none
};

// Reads a CSV with the head line «tipo;codigo;serie;subserie» (or with commas), UTF-8, a byte order mark allowed.
// `output` with the line's number where a line has another number of fields or no type; not_found where it cannot be
// read.
[[nodiscard]] model::Result<std::vector<Series>> read_retention(const std::string& path);

// The first line of that type, without regard to case; nullptr when there is none.
[[nodiscard]] const Series* series_of(const std::vector<Series>& table, const std::string& type);

}  // namespace cotejo::exports
