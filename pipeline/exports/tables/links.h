#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "model/result.h"
#include "model/store/store.h"

namespace cotejo::exports {

// A formula that leads somewhere, and what it shows; both empty where nothing does.
struct Link {
  std::string formula;
  std::string shown;
  // Of a file beside the workbook: a link of the format itself, which every program resolves from where the workbook
  // lies. A sheet holds only so many (LXW_MAX_NUMBER_URLS); after those, the formula.
  std::string address;
};

// A path as an address writes it.
[[nodiscard]] std::string address_of(std::string_view path);

// Formulas of a workbook that lead a reader to the page that a row was read from. Where the PDFs lie is said in one
// cell: whoever takes the workbook to another machine writes their folder there, and every link leads to it.
class PageLinks {
 public:
  // `cell`: where the folder stands, "Resumen!$B$3".
  [[nodiscard]] static model::Result<PageLinks> of(store::Store& store, std::string cell);

  // The address of the folder that the PDFs lie in, with a slash at its end; empty where no place is known.
  [[nodiscard]] const std::string& folder() const { return folder_; }

  // None where it is not known where the document lies.
  [[nodiscard]] Link to_page(std::int64_t document, std::int64_t page) const;
  // To the beginning of a row (from 1) of a sheet of this workbook.
  [[nodiscard]] static Link to_row(const std::string& sheet, std::int64_t row, const std::string& shown);
  // To what lies beside this workbook, by its address from there.
  [[nodiscard]] static Link to_file(const std::string& address, const std::string& shown);

 private:
  std::string cell_;
  std::string folder_;
  std::map<std::int64_t, std::string> files_;  // address of each document; below the folder where it lies there
};

}  // namespace cotejo::exports
