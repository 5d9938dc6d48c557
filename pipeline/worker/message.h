#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/archival/pdfa.h"
#include "model/result.h"
#include "pipeline/reading/analysis.h"
#include "pipeline/reading/extraction.h"
#include "pipeline/worker/tolerances.h"

namespace cotejo::worker {

using reading::AnalysisSettings;
using reading::ExtractSettings;
using reading::SourceFile;

// What parent and worker say to each other, as codec blobs (model/codec/codec.h) over a socket: first a Setup, answered
// by a Reply `ready` or `failed`; then Requests, each answered by one Reply. With a `read` that says so goes the
// descriptor of the document's bytes.

// What one worker may use up.
struct Limits {
  std::int64_t memory = std::int64_t{1536} << 20;  // bytes of address space, and of resident memory
  int cpu_seconds = 60;                            // for one page, or for one step over the whole document
  double wall_seconds = 300;                       // the same, asleep: one that waits for a busy machine is not lost

  // Of the processor, for all pages of a document together.
  [[nodiscard]] double document_seconds(int pages) const {
    return cpu_seconds * (tolerances::limits::kSlowPages + pages / tolerances::limits::kPagesEach);
  }
  // Of the processor, for a step over the whole document.
  [[nodiscard]] int step_seconds(int pages) const { return cpu_seconds + cpu_seconds * pages / 600; }
};

struct Setup {
  ExtractSettings extract;
  AnalysisSettings analysis;
  Limits limits;
  std::string temporary_folder;  // the worker's own; the only place it may write to
};

enum class Order : std::uint8_t {
  read,     // pages first_page to last_page, and the rest of the work when `finish`
  finish,   // put the pages held and those sent along together, find the content, analyse
  analyse,  // map and check the bundle sent along
  draw,     // the page first_page as a picture, at `dpi`
  detach,   // the bytes of an attachment
  archive,  // a PDF/A of it, with the words of the bundle sent along
};

struct Request {
  Order order = Order::read;
  std::uint64_t document = 0;  // the parent's number of the document; another one closes that which was open
  SourceFile file;
  bool with_file = false;  // the descriptor of the bytes comes with this message
  int first_page = 1;
  int last_page = 0;               // 0: the last one
  double budget_seconds = 0;       // after so long no further page is begun; 0: no bound
  bool text_only = false;          // read: the text layer alone, whatever the settings say of OCR
  bool only_open = false;          // read: answer as soon as the length is known, so that the pages can be shared
  bool finish = false;             // when last_page is reached, all other pages being held here
  bool content = true;             // finish: find tables and text
  bool analyse = true;             // finish: map and check
  bool inspect = false;            // finish: tell how it was understood, too
  double dpi = 0;                  // draw: pixels per inch
  int attachment = 0;              // detach: its place, from 0
  std::vector<std::string> pages;  // finish: pages that were read elsewhere (codec blobs)
  std::string bundle;              // finish: the bundle without pages; analyse, archive: the whole one (codec blob)
  archival::Description copy;      // archive: what it says of itself
};

enum class Answer : std::uint8_t {
  ready,     // may begin; `isolation` says how well it is shut in
  failed,    // the order could not be followed: `error`
  pages,     // read: pages up to before next_page
  finished,  // the whole bundle, and the analysis when it was asked for
  drawn,     // the picture
  detached,  // the bytes
  archived,  // the PDF/A, or why there is none
};

// How a worker is shut in.
struct Isolation {
  bool system_calls = false;  // seccomp: no network, no processes
  bool files = false;         // Landlock: no files but those it needs
  std::string problem;        // what the kernel said when one of them is missing
};

struct Reply {
  Answer answer = Answer::failed;
  std::uint64_t document = 0;
  model::Error error;
  Isolation isolation;
  int next_page = 0;               // pages: the first that was not tried
  std::vector<std::string> pages;  // pages: those read by this order (codec blobs)
  std::vector<int> page_numbers;   // pages: of each of them
  std::string bundle;              // pages: facts and errors of this order, no pages; finished: everything
  std::string analysis;            // finished: codec blob, empty when not asked for
  std::string inspection;          // finished: as mapping::inspect gives it, empty when not asked for
  int width = 0;                   // drawn: pixels
  int height = 0;
  std::string gray;     // drawn: a byte a pixel, rows from the top
  std::string bytes;    // detached
  archival::Copy copy;  // archived
};

[[nodiscard]] std::string encode(const Setup& setup);      // kind 's'
[[nodiscard]] std::string encode(const Request& request);  // kind 'q'
[[nodiscard]] std::string encode(const Reply& reply);      // kind 'r'

// protocol, as model::decode_bundle.
[[nodiscard]] model::Result<Setup> decode_setup(std::string_view blob);
[[nodiscard]] model::Result<Request> decode_request(std::string_view blob);
[[nodiscard]] model::Result<Reply> decode_reply(std::string_view blob);

}  // namespace cotejo::worker
