#pragma once

#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "model/result.h"
#include "model/store/store.h"
#include "pipeline/exports/output/request.h"
#include "pipeline/exports/pages/documents.h"

namespace cotejo::exports {

// What became of a document in a package.
struct PackedDocument {
  DocumentCard card;
  std::string settings;     // with what it was read; empty: it was not
  bool recognised = false;  // pages of it were read from their pixels
  std::string original;     // path in the package; empty: it is not there
  std::int64_t size = 0;    // bytes of the original
  std::string copy;         // path of the PDF/A; empty: there is none
  std::vector<std::string> copy_notes;
};

// Writes PREMIS 3.0: objects (originals and copies), events (read, recognised, copied, corrected, decided) and agents.
// Objects stand before events, so events wait in a file beside.
class PremisWriter {
 public:
  // `path` is to be written; failures show in finish().
  PremisWriter(std::string path, const Request& request);
  void add(const PackedDocument& document);
  // Corrections of people are read from the base. Ends the file.
  [[nodiscard]] model::Status finish(store::Store& store);

 private:
  void event(const std::string& id, const std::string& type, const std::string& date, const std::string& detail,
             const std::string& outcome, const std::string& note, const std::string& agent, const std::string& object);
  [[nodiscard]] model::Status people(store::Store& store, const std::string& view, const std::string& type);

  std::string path_;
  const Request& request_;
  std::ofstream objects_, events_;
  std::set<std::string> persons_;
  std::int64_t next_ = 0;
};

}  // namespace cotejo::exports
