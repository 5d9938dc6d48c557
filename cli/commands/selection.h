#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/commands/options.h"
#include "model/store/documents.h"

namespace cotejo::cli {

// Which documents a person means. Empty strings and 0 do not filter; words are compared without accents and case.
struct DocumentFilter {
  std::string document;  // its number, or a part of its route
  std::string entity;    // a part of its name
  int vigencia = 0;
  bool older_versions = false;  // those of files that changed, too, and not only when one is named by its number
  [[nodiscard]] bool empty() const { return document.empty() && entity.empty() && vigencia == 0; }
};

// --document, --entity, --vigencia.
void add_document_filter(CLI::App& command, DocumentFilter& filter, const Context& context);

// Hands over the documents of the base that the filter means, by route, one by one. A part of the filter that means
// none is told on `err`, with what there is and what comes nearest. Gives the status to end with where none is meant,
// or the base cannot be read.
[[nodiscard]] std::optional<int> select(store::Store& store, const DocumentFilter& filter, const Context& context,
                                        const std::function<void(const store::DocumentName&)>& take);

// The numbers of those documents, for a query of the base; none where it means all. Gives the status to end with once
// it was told why there are none.
[[nodiscard]] std::optional<int> narrow(store::Store& store, const DocumentFilter& filter,
                                        std::optional<std::vector<std::int64_t>>& documents, const Context& context);

// The rule of this name, written in any case and with or without hyphens and accents; "" after telling which there are.
[[nodiscard]] std::string rule_named(const std::string& name, const Context& context);

// The numbers of the findings that a person names, by number or by mark; nothing once it was told which is none.
[[nodiscard]] std::optional<std::vector<std::int64_t>> findings_named(store::Store& store,
                                                                      const std::vector<std::string>& names,
                                                                      const Context& context);

// The findings of a rule ("" is any) in the documents that are meant; nothing once it was told why.
[[nodiscard]] std::optional<std::vector<store::FindingRow>> findings_filtered(store::Store& store,
                                                                              const std::string& rule,
                                                                              const DocumentFilter& documents,
                                                                              const Context& context);

// Says how many documents the base holds, and how many of them were not read or only in part: under what is shown to
// people, beside what is for programs.
void tell_documents(store::Store& store, Format format, const Context& context);

}  // namespace cotejo::cli
