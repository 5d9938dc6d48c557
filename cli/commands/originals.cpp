#include "cli/commands/originals.h"

#include "pipeline/run/attachments.h"

namespace cotejo::cli {

model::Result<std::unique_ptr<StoredOriginals>> StoredOriginals::of(store::Store& store,
                                                                    const ReadingOptions& options) {
  model::Result<run::Settings> settings = settings_of(options);
  if (!settings) return settings.error();
  auto originals = std::make_unique<StoredOriginals>();
  originals->options_ = options;
  originals->settings_ = std::move(settings).value();
  originals->store_ = &store;
  return originals;
}

model::Result<reading::Task> StoredOriginals::find(const std::string& sha256) const {
  model::Error missing{model::ErrorCode::not_found, model::Stage::open, "", 0, ""};
  const auto stored = store_->find(sha256);
  if (!stored) return stored.error();
  if (!stored.value()) return missing;
  for (const std::string& place : stored.value()->paths) {
    if (!run::on_disk(place)) continue;
    model::Result<reading::Task> task = task_for(place, options_, settings_);
    if (task && task.value().file.sha256 == sha256) return task;
    missing.file = place;
    if (task) missing.detail = "el archivo que hay ahora en su lugar es otro";
  }
  return missing;
}

std::optional<reading::Outcome> StoredOriginals::done(reading::Task task) const {
  if (!readers_) readers_ = readers_of(options_, settings_);
  return outcome_of(*readers_, std::move(task));
}

}  // namespace cotejo::cli
