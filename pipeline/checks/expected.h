#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"

namespace cotejo::checks {

// A slip that an auditor marked by hand. What is left empty is not asked for.
struct ExpectedSlip {
  std::string file;  // archivo
  int page = 0;      // from 1; a finding one page off is still of it
  std::string rule;
  std::string reported;  // as printed or as a plain number
  std::string expected;
  int line = 0;  // of the CSV, from 1
};

// What of a finding is compared with them.
struct ToldSlip {
  std::string file;
  int page = 0;
  std::string rule;
  std::string reported;
  std::string expected;
  std::string message;
};

// Which were found, and what was told that nobody marked. Both as indices.
struct Comparison {
  std::vector<std::size_t> found;   // of the expected
  std::vector<std::size_t> missed;  // of the expected
  std::vector<std::size_t> alarms;  // of the told
};

// A CSV in UTF-8, with commas or semicolons, whose first line names columns of the view `hallazgos`: archivo and
// valor_reportado at least, and any of pagina, regla and valor_esperado. Others are passed over. An error names the
// line.
[[nodiscard]] model::Result<std::vector<ExpectedSlip>> read_expected(std::string_view csv,
                                                                     const std::string& file_name);

// A slip is found by a finding of its file, page and rule whose reported or expected figure is the slip's, or whose
// message quotes it. Several findings of one slip are no false alarms.
[[nodiscard]] Comparison compare(const std::vector<ExpectedSlip>& expected, const std::vector<ToldSlip>& told);

}  // namespace cotejo::checks
