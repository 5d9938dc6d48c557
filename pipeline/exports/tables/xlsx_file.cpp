#include "pipeline/exports/tables/xlsx_file.h"

#include <xlsxwriter.h>

#include <cerrno>
#include <cstdio>
#include <ctime>

#include "pipeline/exports/output/staging.h"

namespace cotejo::exports {

lxw_workbook* new_workbook(const std::string& path, const std::string& date) {
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  options.use_zip64 = LXW_TRUE;
  lxw_workbook* book = workbook_new_opt(path.c_str(), &options);
  if (book == nullptr) return nullptr;
  tm day{};
  int year = 1980, month = 1;
  if (std::sscanf(date.c_str(), "%d-%d-%d", &year, &month, &day.tm_mday) != 3) day.tm_mday = 1;
  day.tm_year = year - 1900;
  day.tm_mon = month - 1;
  lxw_doc_properties properties{};
  std::string title = "cotejo";
  properties.title = title.data();
  properties.created = timegm(&day);
  workbook_set_properties(book, &properties);
  return book;
}

model::Status Writing::status(const std::string& destination) const {
  if (first_ == 0) return model::Done{};
  model::Error error = output_error(destination, 0);
  error.detail = lxw_strerror(static_cast<lxw_error>(first_));
  return error;
}

model::Status close_workbook(lxw_workbook* book, const std::string& destination) {
  errno = 0;
  const lxw_error closed = workbook_close(book);
  if (closed == LXW_NO_ERROR) return model::Done{};
  model::Error error = output_error(destination, errno);
  if (error.detail.empty()) error.detail = lxw_strerror(closed);
  return error;
}

}  // namespace cotejo::exports
