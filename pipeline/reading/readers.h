#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "extractors/archival/pdfa.h"
#include "model/codec/codec.h"
#include "pipeline/reading/analysis.h"
#include "pipeline/reading/extraction.h"

namespace cotejo::reading {

// A document to be read, one that was read before and is to be analysed again, a page to be drawn, an attachment to be
// taken out, or an archival copy to be made.
struct Task {
  SourceFile file;
  std::string bundle;                                 // codec bytes; when given, the file is not opened
  bool analyse = true;                                // map and check, too
  bool inspect = false;                               // tell how it was understood, too
  int draw_page = 0;                                  // not 0: do nothing but draw this page, from 1
  double dpi = 0;                                     // of the drawing
  int attachment = 0;                                 // not 0: do nothing but give the bytes of this attachment, from 1
  std::optional<archival::Description> archive = {};  // do nothing but make a PDF/A of it, with the words of `bundle`
  // What the file holds, when it is no file on the disk: an attachment of another.
  std::string content = {};
};

// What became of a task. A bundle is always there: of a document that could not be read it holds the errors.
struct Outcome {
  SourceFile file;
  model::Bundle bundle;
  std::string encoded;                      // the bundle's codec bytes
  std::optional<model::Analysis> analysis;  // nothing when it was not asked for, or failed: then bundle.errors says why
  std::string inspection;                   // as mapping::inspect gives it; empty as the analysis is
  std::optional<pdf::Raster> picture;       // of draw_page; nothing when it failed: then bundle.errors says why
  std::optional<std::string> attached;      // the bytes of the attachment; nothing when it failed, as above
  int attachment = 0;                       // of the task
  std::optional<archival::Copy> copy;       // the PDF/A; nothing when it failed, as above
};

// Pages since the readers were made.
struct PagesRead {
  long pages = 0;    // read, of documents under way, too
  long scanned = 0;  // of these, those that were read from their pixels
  long ahead = 0;    // left of the documents under way, as far as their length is known
  int scanning = 0;  // whose pixels are being read now
};

// Whoever turns tasks into outcomes: this process, or a pool of others. Outcomes come in the order in which they are
// done. For one thread.
class Readers {
 public:
  virtual ~Readers() = default;

  // How many documents may be under way at once, at least 1.
  [[nodiscard]] virtual std::size_t capacity() const = 0;
  // Documents begun and not yet given back.
  [[nodiscard]] virtual std::size_t under_way() const = 0;
  // Only while under_way() < capacity().
  virtual void begin(Task task) = 0;
  // Waits for the next outcome. Only while under_way() > 0. `tick` is called several times a second with the number of
  // pages that were read since the readers were made; when it gives false, what is under way is dropped and nothing is
  // given back.
  [[nodiscard]] virtual std::optional<Outcome> next(const std::function<bool(long pages)>& tick) = 0;
  [[nodiscard]] virtual PagesRead pages_read() const = 0;
  // What the system did not allow of the isolation, once a worker has told; empty when there is nothing to say.
  [[nodiscard]] virtual std::string warning() const { return {}; }
};

// Makes an archival copy of a file with the words of a bundle (codec bytes); the errors of both.
[[nodiscard]] model::Result<archival::Copy> make_copy(const SourceFile& file, const archival::Description& description,
                                                      std::string_view bundle);

// Reads in this process, one document at a time: no isolation, for measuring and for looking for faults.
[[nodiscard]] std::unique_ptr<Readers> local_readers(ExtractSettings extract, Analyser analyser);

}  // namespace cotejo::reading
