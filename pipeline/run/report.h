#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "model/result.h"
#include "pipeline/reading/readers.h"

namespace cotejo::run {

// What was done with a file, and why.
enum class Decision : std::uint8_t {
  new_content,       // never seen: read
  settings_changed,  // read before with other settings or another version: read again
  analysis_changed,  // the extract stays good, vocabulary, rules or version changed: mapped and checked again
  unchanged,         // nothing to do
  copy,              // the content is known from another place, which is still there: linked
  moved,             // the content is known from a place where it no longer is: the new place noted
  unreadable,        // cannot be opened: noted
};

// How many figures of some consecutive pages stand in rank though no table holds them.
struct FiguresOutside {
  int first_page = 0;
  int last_page = 0;
  std::size_t figures = 0;
};

struct FileReport {
  std::string path;
  std::string route;   // the path as seen from Settings::folder
  std::string sha256;  // empty when it could not be hashed
  std::int64_t bytes = 0;
  std::int64_t modified = 0;  // seconds since 1970: when the file was last written to; 0 unknown
  Decision decision = Decision::new_content;
  bool content_changed = false;  // other content was read at this path before; it stays in the database
  std::string other;             // copy, moved: the other place; settings_changed: the settings before
  std::string settings;          // of this run
  model::DocumentState state = model::DocumentState::complete;  // as it stands in the database now
  int pages = 0;                                                // read in this run
  int tables = 0;
  int findings = 0;
  std::vector<model::Error> errors;
  std::vector<int> pages_without_text;   // that show something, and nothing could be read on them
  std::vector<FiguresOutside> outside;   // figures of tables that were not read
  std::vector<std::string> attachments;  // names; never opened
};

struct Progress {
  std::size_t files = 0;  // in all
  std::size_t done = 0;
  long pages = 0;                // read so far, of documents under way, too
  long scanned = 0;              // of these, those read from their pixels: they take far longer
  long ahead = 0;                // pages left of the documents under way, as far as their length is known
  long pages_done = 0;           // read of documents that are done
  long scanned_done = 0;         // of these
  std::int64_t bytes = 0;        // of the files that were begun and had to be read
  std::int64_t bytes_ahead = 0;  // of the files that nobody has looked at yet
  int scanning = 0;              // pages whose pixels are being read now
};

// Who watches a run. Called from the thread that runs it.
struct Observer {
  std::function<void(const FileReport&)> file = [](const FileReport&) {};
  std::function<void(const Progress&)> progress = [](const Progress&) {};
  std::function<bool()> interrupted = [] { return false; };  // true: end as soon as what is whole is saved
};

struct Summary {
  int files = 0;
  int read = 0;     // in this run, whole or in part
  int skipped = 0;  // unchanged, copies and moved ones
  int partial = 0;  // of all files named, by their state in the database
  int failed = 0;
  int not_reached = 0;                      // after an interruption
  int elsewhere = 0;                        // that fall to another shard
  long pages = 0;                           // read in this run
  std::map<model::ErrorCode, int> reasons;  // files that failed or are partial, by their first error
  std::int64_t findings = 0;                // open ones in the whole database
};

// The name of a file without its folders.
[[nodiscard]] std::string name_of(const std::string& path);

// Writes into the report what became of its document.
void tell(const reading::Outcome& outcome, FileReport& report);

// Adds a file that is done with to the summary.
void count(const FileReport& report, Summary& summary);

}  // namespace cotejo::run
