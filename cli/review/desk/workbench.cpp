#include "cli/review/desk/workbench.h"

#include <algorithm>
#include <utility>

#include "model/codec/codec.h"
#include "model/store/review/figures.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::cli::review {
namespace {

using model::Done;
using model::Result;
using model::Status;

// A bundle of a long report takes tens of megabytes.
constexpr std::size_t kMostBundles = 2;
// Beside a run that saves a document every second, the index is not read over and over.
constexpr int kRest = 4;

}  // namespace

Result<std::unique_ptr<Workbench>> Workbench::open(Settings settings, const Context& context) {
  Result<store::Store> store = store::Store::open(settings.database, store::Access::write, settings.wait_seconds);
  if (!store) return store.error();
  Result<store::Store> reader = store::Store::open(settings.database, store::Access::read, settings.wait_seconds);
  if (!reader) return reader.error();
  if (const Status folds = store::use_fold(reader.value(), normalise::fold); !folds) return folds.error();
  return std::unique_ptr<Workbench>(
      new Workbench(std::move(store).value(), std::move(reader).value(), std::move(settings), context));
}

Workbench::Workbench(store::Store store, store::Store reader, Settings settings, const Context& context)
    : database_(settings.database),
      context_(context),
      store_(std::move(store)),
      reader_(std::move(reader)),
      originals_(std::move(settings.originals)),
      draftsman_(std::move(settings.drawing)),
      rechecks_(std::move(settings.checking)) {}

Status Workbench::refresh() {
  const Result<std::int64_t> now = store::changes_by_others(store_);
  if (!now) return now.error();
  if (loaded_ == now.value()) return Done{};
  const auto begun = std::chrono::steady_clock::now();
  if (loaded_ && begun - loaded_at_ < kRest * loading_) return Done{};
  if (const Status loaded = index_.load(store_); !loaded) return loaded;
  loaded_ = now.value();
  loaded_at_ = std::chrono::steady_clock::now();
  loading_ = loaded_at_ - begun;
  const std::lock_guard lock(bundles_mutex_);
  bundles_.clear();
  return Done{};
}

std::string Workbench::version() const {
  return std::to_string(loaded_.value_or(0)) + "." + std::to_string(own_changes_);
}

Result<std::shared_ptr<const model::Bundle>> Workbench::bundle(const std::string& sha256) {
  {
    const std::lock_guard lock(bundles_mutex_);
    const auto found =
        std::find_if(bundles_.begin(), bundles_.end(), [&](const auto& it) { return it.first == sha256; });
    if (found != bundles_.end()) {
      bundles_.splice(bundles_.begin(), bundles_, found);
      return bundles_.front().second;
    }
  }
  const auto encoded = use([&](store::Store& store) { return store.encoded(sha256); });
  if (!encoded) return encoded.error();
  Result<model::Bundle> decoded = model::decode_bundle(encoded.value());
  if (!decoded) return decoded.error();
  auto bundle = std::make_shared<const model::Bundle>(std::move(decoded).value());
  const std::lock_guard lock(bundles_mutex_);
  bundles_.emplace_front(sha256, bundle);
  if (bundles_.size() > kMostBundles) bundles_.pop_back();
  return bundle;
}

}  // namespace cotejo::cli::review
