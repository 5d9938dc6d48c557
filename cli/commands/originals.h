#pragma once

#include <memory>
#include <string>

#include "cli/commands/reading.h"
#include "pipeline/exports/output/originals.h"

namespace cotejo::cli {

// The PDFs where the base, which it asks for each, says that they are. Workers are started by the first task.
class StoredOriginals : public exports::Originals {
 public:
  // Fails where the options are wrong. The base has to outlive it.
  [[nodiscard]] static model::Result<std::unique_ptr<StoredOriginals>> of(store::Store& store,
                                                                          const ReadingOptions& options);

  [[nodiscard]] model::Result<reading::Task> find(const std::string& sha256) const override;
  [[nodiscard]] std::optional<reading::Outcome> done(reading::Task task) const override;

 private:
  ReadingOptions options_;
  run::Settings settings_;
  store::Store* store_ = nullptr;
  mutable std::unique_ptr<reading::Readers> readers_;
};

}  // namespace cotejo::cli
