#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace cotejo::model {

// What went wrong, in kinds that a caller may act on. Every code has a message and a remedy (error_text below).
enum class ErrorCode : std::uint8_t {
  not_found,         // the path does not exist or cannot be opened
  not_a_pdf,         // the bytes do not begin a PDF
  empty_file,        // zero bytes
  damaged,           // a PDF that cannot be parsed: truncated, wrong cross references
  encrypted,         // opens only with a password
  no_pages,          // a PDF without a page
  too_large,         // more pages or a larger page than the limits allow
  no_text,           // a page that shows something and has no text, and OCR was off or found nothing
  page_failed,       // one page could not be read
  timed_out,         // over the wall or CPU limit
  out_of_memory,     // over the memory limit
  crashed,           // the worker died by a signal
  ocr_unavailable,   // language model missing or broken
  protocol,          // a message or bundle that is truncated, damaged, foreign or of another version
  vocabulary,        // a vocabulary or rules file with an error in it
  database,          // the database cannot be opened, read or written
  database_newer,    // the database was written by a newer version
  disk_full,         // no space left for the database or an output
  output,            // an output file cannot be written
  database_locked,   // another program holds the database and did not let go in time
  database_damaged,  // the database file is not what SQLite wrote: cut, overwritten
  database_closed,   // the database file or its folder may not be written to
};

// Where in the flow it happened.
enum class Stage : std::uint8_t { discover, open, page, ocr, layout, tables, map, check, store, output };

// An expected failure, in parts: a person needs file, page and remedy; a program needs code and stage.
struct Error {
  ErrorCode code = ErrorCode::damaged;
  Stage stage = Stage::open;
  std::string file;    // name or path as the user gave it; empty when no file is meant
  int page = 0;        // from 1; 0 when the whole document is meant
  std::string detail;  // what the library or the system said, may be empty; not translated

  friend bool operator==(const Error&, const Error&) = default;
};

enum class Language : std::uint8_t { spanish, english };

// Stable names (snake_case) for stores, logs and tests.
[[nodiscard]] std::string_view name(ErrorCode code);
[[nodiscard]] std::string_view name(Stage stage);

// One sentence that says what happened, and one that says what can be done.
[[nodiscard]] std::string_view problem(ErrorCode code, Language language);
[[nodiscard]] std::string_view remedy(ErrorCode code, Language language);

// «file, página N: problem (detail). remedy»
[[nodiscard]] std::string describe(const Error& error, Language language);

// Either a value or an Error; to drop one unread is a compiler warning.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : content_(std::in_place_index<0>, std::move(value)) {}      // NOLINT: implicit on purpose
  Result(Error error) : content_(std::in_place_index<1>, std::move(error)) {}  // NOLINT: implicit on purpose

  [[nodiscard]] bool ok() const { return content_.index() == 0; }
  explicit operator bool() const { return ok(); }

  // Only when ok().
  [[nodiscard]] T& value() & { return std::get<0>(content_); }
  [[nodiscard]] const T& value() const& { return std::get<0>(content_); }
  [[nodiscard]] T&& value() && { return std::get<0>(std::move(content_)); }

  // Only when not ok().
  [[nodiscard]] const Error& error() const { return std::get<1>(content_); }

 private:
  std::variant<T, Error> content_;
};

struct Done {};
using Status = Result<Done>;

}  // namespace cotejo::model
