#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "model/document.h"
#include "model/store/store.h"
#include "pipeline/exports/output/request.h"

namespace cotejo::exports {

// What is known of a document beside what was read of it, with the corrections of people in it.
struct DocumentCard {
  std::int64_t id = 0;
  std::string route;
  std::string sha256;  // empty: the file could not be read at all
  std::string state;   // completo, parcial, fallido
  std::string entity;
  std::string dependency;
  std::string kind;
  std::string title;
  std::string vigencia_from;  // years; empty: not known
  std::string vigencia_to;

  // A name for its files that every system takes, and no other document has: «2020_informe-3f2a91bc».
  [[nodiscard]] std::string file_name() const;
};

// The documents of the scope, in the base's order.
[[nodiscard]] model::Result<std::vector<DocumentCard>> documents_of(store::Store& store, const store::Scope& scope);

// What was read of a document; not_found when it was not read.
[[nodiscard]] model::Result<model::Bundle> bundle_of(store::Store& store, const DocumentCard& card);

// Makes a folder with a folder for each document that was read, and a file in it for each page: what `page` makes of
// it. Documents that were not read are told in the notes.
struct PageFormat {
  std::string ending;  // of the files' names
  // Called once a document; what it gives is called for each of its pages, by place in Bundle::pages.
  std::function<std::function<std::string(std::size_t)>(const DocumentCard&, const model::Bundle&)> of;
};
[[nodiscard]] model::Result<Summary> write_pages(store::Store& store, const Request& request, const PageFormat& format);

}  // namespace cotejo::exports
