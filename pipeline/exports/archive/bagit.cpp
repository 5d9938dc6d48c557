#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <map>

#include "pipeline/exports/archive/manifest.h"
#include "pipeline/exports/archive/premis.h"
#include "pipeline/exports/output/kinds.h"
#include "pipeline/exports/output/originals.h"
#include "pipeline/exports/output/staging.h"
#include "pipeline/exports/pages/documents.h"
#include "pipeline/exports/pages/pdfa.h"

// A package for an archive (BagIt, RFC 8493): the originals, what was made of them, and what was done to them.
namespace cotejo::exports {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> kAlgorithms{"sha256", "sha512"};

// Copies a PDF out of its place, and holds it to its SHA-256: what goes into an archive is what was read.
model::Result<std::int64_t> copy_original(const Request& request, const DocumentCard& card, const std::string& path) {
  const model::Error missing{model::ErrorCode::not_found, model::Stage::open, card.route, 0, ""};
  if (request.originals == nullptr || card.sha256.empty()) return missing;
  const model::Result<reading::Task> task = request.originals->find(card.sha256);
  if (!task) return task.error();
  if (!task.value().content.empty()) {
    if (const model::Status status = write_text(path, task.value().content); !status) return status.error();
  } else {
    std::error_code error;
    fs::copy_file(task.value().file.path, path, error);
    if (error) {
      // What was begun is no original, and must not be sealed as one.
      const int reason = error.value();
      const bool there = fs::exists(task.value().file.path, error);
      fs::remove(path, error);
      return there ? output_error(path, reason) : missing;
    }
  }
  const model::Result<FileDigests> digests = digest_file(path, {"sha256"});
  if (!digests) return digests.error();
  if (digests.value().hex[0] == card.sha256) return digests.value().size;
  std::error_code error;
  fs::remove(path, error);
  return missing;
}

// Has another kind written into a folder of the package.
model::Status write_part(store::Store& store, const Request& request, const std::string& path,
                         model::Result<Summary> (*kind)(store::Store&, const Request&)) {
  Request part = request;
  part.destination = path;
  part.replace = false;
  const model::Result<Summary> summary = kind(store, part);
  if (!summary) return summary.error();
  return model::Done{};
}

model::Status write_documents(store::Store& store, const Request& request, const std::string& data, Summary& summary,
                              std::map<std::string, int>& entities) {
  const model::Result<std::vector<DocumentCard>> documents = documents_of(store, request.scope);
  if (!documents) return documents.error();
  PremisWriter premis(data + "/premis.xml", request);
  for (const DocumentCard& card : documents.value()) {
    PackedDocument packed;
    packed.card = card;
    if (!card.entity.empty()) ++entities[card.entity];
    if (const model::Result<model::Bundle> bundle = bundle_of(store, card); bundle) {
      packed.settings = bundle.value().settings;
      packed.recognised = std::any_of(
          bundle.value().pages.begin(), bundle.value().pages.end(),
          [](const model::Page& it) { return it.origin == model::Origin::ocr || it.origin == model::Origin::mixed; });
    }
    const std::string name = card.file_name() + ".pdf";
    const model::Result<std::int64_t> size = copy_original(request, card, data + "/originales/" + name);
    if (!size && size.error().code != model::ErrorCode::not_found) return size.error();
    if (size) {
      packed.original = "data/originales/" + name;
      packed.size = size.value();
      const model::Result<bool> copied = write_copy(store, card, request, data + "/pdfa/" + name, packed.copy_notes);
      if (!copied) return copied.error();
      if (copied.value()) packed.copy = "data/pdfa/" + name;
      summary.notes.insert(summary.notes.end(), packed.copy_notes.begin(), packed.copy_notes.end());
    } else {
      summary.notes.push_back(card.route + ": el original no está donde se leyó y no va en el paquete");
    }
    premis.add(packed);
    ++summary.rows;
  }
  return premis.finish(store);
}

// Lines of both manifests of these files; counts their bytes.
model::Status write_manifests(const std::string& folder, const std::vector<std::string>& files,
                              const std::string& prefix, std::int64_t& bytes) {
  std::vector<std::ofstream> manifests;
  errno = 0;
  for (const std::string& algorithm : kAlgorithms)
    manifests.emplace_back(folder + "/" + prefix + algorithm + ".txt", std::ios::binary);
  for (const std::string& file : files) {
    const model::Result<FileDigests> digests = digest_file(folder + "/" + file, kAlgorithms);
    if (!digests) return digests.error();
    bytes += digests.value().size;
    for (std::size_t i = 0; i < kAlgorithms.size(); ++i)
      manifests[i] << digests.value().hex[i] << "  " << manifest_path(file) << '\n';
  }
  for (std::ofstream& manifest : manifests) {
    manifest.close();
    if (!manifest) return output_error(folder, errno);
  }
  return model::Done{};
}

model::Status seal(const std::string& folder, const Request& request, const std::map<std::string, int>& entities,
                   Summary& summary) {
  model::Result<std::vector<std::string>> payload = files_below(folder + "/data");
  if (!payload) return payload.error();
  for (std::string& file : payload.value()) file.insert(0, "data/");
  summary.files = static_cast<std::int64_t>(payload.value().size());
  std::int64_t bytes = 0;
  if (const model::Status status = write_manifests(folder, payload.value(), "manifest-", bytes); !status) return status;
  std::string info;
  for (const auto& [entity, count] : entities) {
    std::string name = entity;
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == '\r' || c == '\n'; }, ' ');
    info += "Source-Organization: " + name + "\n";
  }
  info += fmt::format(
      "External-Description: Informes de gestión, lo que cotejo leyó de ellos y lo que no cuadra ({} documentos)\n"
      "Bagging-Date: {}\nBag-Software-Agent: cotejo {}\nPayload-Oxum: {}.{}\n",
      summary.rows, request.date, request.version, bytes, summary.files);
  if (const model::Status status = write_text(folder + "/bag-info.txt", info); !status) return status;
  const model::Status declared =
      write_text(folder + "/bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
  if (!declared) return declared;
  std::vector<std::string> tags{std::string(kKindFile), "bag-info.txt", "bagit.txt"};
  for (const std::string& algorithm : kAlgorithms) tags.push_back("manifest-" + algorithm + ".txt");
  return write_manifests(folder, tags, "tagmanifest-", bytes);
}

}  // namespace

model::Result<Summary> write_bag(store::Store& store, const Request& request) {
  model::Result<Staging> staging = Staging::folder(request.destination, request.replace, request.kind);
  if (!staging) return staging.error();
  const std::string& folder = staging.value().path();
  const std::string data = folder + "/data";
  for (const std::string& part : {data, data + "/originales", data + "/pdfa"}) {
    std::error_code error;
    if (!fs::create_directory(part, error)) return output_error(part, error.value());
  }
  Summary summary;
  std::map<std::string, int> entities;
  if (const model::Status status = write_documents(store, request, data, summary, entities); !status)
    return status.error();
  struct Part {
    const char* name;
    model::Result<Summary> (*kind)(store::Store&, const Request&);
  };
  for (const Part& part :
       {Part{"/alto", write_alto}, Part{"/datos", write_data_package}, Part{"/base", write_open_base}})
    if (const model::Status status = write_part(store, request, data + part.name, part.kind); !status)
      return status.error();
  if (const model::Status status = seal(folder, request, entities, summary); !status) return status.error();
  if (const model::Status status = staging.value().commit(); !status) return status.error();
  return summary;
}

}  // namespace cotejo::exports
