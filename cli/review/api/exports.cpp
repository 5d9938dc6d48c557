#include "pipeline/exports/exports.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "cli/review/api/router.h"
#include "cli/review/api/shape.h"
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

std::string file_name(const Call& call, const exports::Kind& kind) {
  return std::filesystem::path(call.bench.database()).stem().string() + std::string(kind.ending);
}

// Kinds that are a folder are left to `cotejo export`.
Response list(const Call& call) {
  Json items = Json::array();
  for (const exports::Kind& kind : exports::kinds()) {
    if (kind.ending.empty()) continue;
    items.push_back({{"kind", kind.name}, {"label", kind.about}, {"file", file_name(call, kind)}});
  }
  return json_response({{"items", std::move(items)}});
}

Response one(const Call& call) {
  const exports::Kind* kind = exports::find_kind(call.captured[0]);
  if (kind == nullptr || kind->ending.empty()) throw call.not_found();
  const Folder folder;
  if (folder.path().empty())
    throw call.failed(
        {model::ErrorCode::output, model::Stage::output, std::filesystem::temp_directory_path().string(), 0, ""});
  // Beside the reviewers, who go on.
  model::Result<store::Store> store = store::Store::open(call.bench.database(), store::Access::read);
  if (!store) throw call.failed(store.error());
  exports::Request request;
  request.destination = (folder.path() / ("base" + std::string(kind->ending))).string();
  request.version = COTEJO_VERSION;
  request.date = run::utc_now().substr(0, 10);
  const auto made = exports::export_base(store.value(), *kind, request);
  if (!made) throw call.failed(made.error());
  Response response;
  struct stat facts {};
  response.file = ::open(request.destination.c_str(), O_RDONLY | O_CLOEXEC);
  if (response.file < 0 || fstat(response.file, &facts) != 0)
    throw call.failed({model::ErrorCode::output, model::Stage::output, request.destination, 0, ""});
  response.file_size = static_cast<std::size_t>(facts.st_size);
  response.type = "application/octet-stream";
  std::string name = file_name(call, *kind);
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
