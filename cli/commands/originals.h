#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cli/commands/reading.h"
#include "pipeline/exports/output/originals.h"

namespace cotejo::cli {

// The PDFs where the base says that they are. Workers are started by the first task.
class StoredOriginals : public exports::Originals {
 public:
  // Fails where the base cannot be read, or the options are wrong.
  [[nodiscard]] static model::Result<std::unique_ptr<StoredOriginals>> of(store::Store& store,
                                                                          const ReadingOptions& options);

  [[nodiscard]] model::Result<reading::Task> find(const std::string& sha256) const override;
  [[nodiscard]] std::optional<reading::Outcome> done(reading::Task task) const override;

 private:
  ReadingOptions options_;
  run::Settings settings_;
  std::map<std::string, std::vector<std::string>> places_;  // by SHA-256
  mutable std::unique_ptr<reading::Readers> readers_;
};

}  // namespace cotejo::cli
