#include "pipeline/exports/exports.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "cli/review/api/router.h"
#include "cli/review/api/shape.h"
#include "pipeline/exports/output/zip.h"
#include "pipeline/run/run_log.h"

namespace cotejo::cli::review {
namespace {

// A folder of its own for the file on its way, gone with what is in it.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "cotejo-XXXXXX").string();
    if (mkdtemp(name.data()) != nullptr) path_ = name;
  }
  ~Folder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// Of the file that a browser gets: kinds that are a folder come packed.
std::string ending_of(const exports::Kind& kind) {
  return kind.ending.empty() ? "-" + std::string(kind.name) + ".zip" : std::string(kind.ending);
}

std::string stem_of(const Call& call) {
  return std::filesystem::path(call.bench.database()).stem().string();
}

// The kind's output in the folder, as one file.
model::Result<std::string> made_in(const Folder& folder, const Call& call, store::Store& store,
                                   const exports::Kind& kind) {
  const auto originals = call.bench.originals(store);
  if (!originals) return originals.error();
  const std::string stem = stem_of(call);
  exports::Request request;
  request.destination = (folder.path() / (kind.ending.empty() ? stem + "-" + std::string(kind.name) : "base")).string();
  request.originals = originals.value().get();
  request.version = COTEJO_VERSION;
  request.date = run::utc_now().substr(0, 10);
  const auto made = exports::export_base(store, kind, request);
  if (!made) return made.error();
  if (!kind.ending.empty()) return request.destination;
  const std::string packed = request.destination + ".zip";
  const model::Status status = exports::zip_folder(request.destination, packed, request.date);
  if (!status) return status.error();
  return packed;
}

Response list(const Call& call) {
  Json items = Json::array();
  for (const exports::Kind& kind : exports::kinds()) {
    items.push_back({{"kind", kind.name}, {"label", kind.about}, {"file", stem_of(call) + ending_of(kind)}});
  }
  return json_response({{"items", std::move(items)}});
}

Response one(const Call& call) {
  const exports::Kind* kind = exports::find_kind(call.captured[0]);
  if (kind == nullptr) throw call.not_found();
  const Folder folder;
  if (folder.path().empty())
    throw call.failed(
        {model::ErrorCode::output, model::Stage::output, std::filesystem::temp_directory_path().string(), 0, ""});
  const Workbench::Place place = call.bench.place();
  if (!place) throw Refusal{503, "busy", call.says().say(Text::review_exports_busy)};
  // Beside the reviewers, who go on.
  model::Result<store::Store> store = store::Store::open(call.bench.database(), store::Access::read);
  if (!store) throw call.failed(store.error());
  store.value().end_when([&bench = call.bench] { return bench.ending(); });
  const std::string path = call.take(made_in(folder, call, store.value(), *kind));
  Response response;
  struct stat facts {};
  response.file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (response.file < 0 || fstat(response.file, &facts) != 0)
    throw call.failed({model::ErrorCode::output, model::Stage::output, path, 0, ""});
  response.file_size = static_cast<std::size_t>(facts.st_size);
  response.type = "application/octet-stream";
  std::string name = stem_of(call) + ending_of(*kind);
  for (char& c : name)
    if (static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\' || static_cast<unsigned char>(c) >= 0x7F) c = '_';
  response.headers = {{"Content-Disposition", "attachment; filename=\"" + name + "\""}, {"Cache-Control", "no-store"}};
  return response;
}

}  // namespace

void add_exports(Router& router) {
  router.add("GET", "exports", list);
  router.add("GET", "exports/{}", one);
}

}  // namespace cotejo::cli::review
