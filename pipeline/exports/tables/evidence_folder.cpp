#include "pipeline/exports/tables/evidence_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "pipeline/exports/output/evidence_picture.h"

namespace cotejo::exports {
namespace {

constexpr std::string_view kKind = "xlsx-evidencias";  // as the folder says of itself

std::string folder_of(std::string workbook) {
  constexpr std::string_view kEnding = ".xlsx";
  while (workbook.size() > 1 && workbook.back() == '/') workbook.pop_back();
  if (workbook.size() > kEnding.size() && workbook.ends_with(kEnding))
    workbook.resize(workbook.size() - kEnding.size());
  return workbook + "-evidencias";
}

std::string name_of(std::int64_t finding) {
  return fmt::format("hallazgo-{}.png", finding);
}

// The findings of the scope, page after page.
model::Result<std::vector<std::int64_t>> by_page(store::Store& store, const store::Scope& scope) {
  const model::Result<std::vector<std::string>> columns = store.view_columns("hallazgos");
  if (!columns) return columns.error();
  const auto place = [&](std::string_view name) {
    return static_cast<std::size_t>(std::find(columns.value().begin(), columns.value().end(), name) -
                                    columns.value().begin());
  };
  const std::size_t document = place("documento_id"), page = place("pagina"), id = place("hallazgo_id");
  std::vector<std::tuple<std::int64_t, std::int64_t, std::int64_t>> found;
  const model::Status status =
      store.each_row("hallazgos", scope, [&](const std::vector<store::Value>& row) -> model::Status {
        const auto whole = [&](std::size_t at) {
          const auto* number = std::get_if<std::int64_t>(&row[at]);
          return number == nullptr ? std::int64_t{0} : *number;
        };
        found.emplace_back(whole(document), whole(page), whole(id));
        return model::Done{};
      });
  if (!status) return status.error();
  std::sort(found.begin(), found.end());
  std::vector<std::int64_t> ids;
  ids.reserve(found.size());
  for (const auto& it : found) ids.push_back(std::get<2>(it));
  return ids;
}

// What is said under the picture, so that it tells what it is wherever it is passed on.
std::vector<std::string> caption_of(const store::FindingRow& finding) {
  return {fmt::format("#{} · {} · {}, página {}", finding.id, finding.rule, finding.route, finding.page),
          finding.message};
}

// How many findings have no picture, for each reason of each document in a row.
class Lacking {
 public:
  void add(const std::string& route, const std::string& reason) {
    if (told_.empty() || told_.back().route != route || told_.back().reason != reason)
      told_.push_back({route, reason, 0});
    ++told_.back().findings;
  }

  void tell(std::vector<std::string>& notes) const {
    for (const Told& it : told_)
      notes.push_back(
          fmt::format("{}: sin imagen de la evidencia, hallazgos {}: {}", it.route, it.findings, it.reason));
  }

 private:
  struct Told {
    std::string route;
    std::string reason;
    std::int64_t findings;
  };
  std::vector<Told> told_;
};

}  // namespace

model::Result<EvidenceFolder> EvidenceFolder::write(store::Store& store, const Request& request, Summary& summary) {
  const std::string destination = folder_of(request.destination);
  model::Result<Staging> staging = Staging::folder(destination, request.replace, kKind);
  if (!staging) return staging.error();
  EvidenceFolder folder(std::move(staging).value());
  folder.address_ = address_of(std::filesystem::path(destination).filename().string());
  const auto findings = by_page(store, request.scope);
  if (!findings) return findings.error();
  EvidencePictures pictures(request.originals);
  Lacking lacking;
  std::int64_t without_place = 0;
  for (const std::int64_t finding : findings.value()) {
    const auto detail = store.finding(finding);
    if (!detail) return detail.error();
    if (!detail.value()) continue;
    const store::FindingRow& row = detail.value()->finding;
    const model::Result<EvidencePicture> picture = pictures.of(*detail.value(), caption_of(row));
    if (!picture) return picture.error();
    if (picture.value().png.empty() && picture.value().lacking.empty()) {
      ++without_place;
    } else if (picture.value().png.empty()) {
      lacking.add(row.route, picture.value().lacking);
    } else {
      const std::string path = folder.staging_.path() + "/" + name_of(finding);
      if (const model::Status status = write_text(path, picture.value().png); !status) return status.error();
      folder.findings_.insert(finding);
      ++summary.files;
    }
  }
  lacking.tell(summary.notes);
  if (without_place > 0)
    summary.notes.push_back(
        fmt::format("sin imagen de la evidencia, hallazgos {}: no señalan un lugar de su página", without_place));
  return folder;
}

Link EvidenceFolder::to(std::int64_t finding) const {
  if (!findings_.contains(finding)) return {};
  return PageLinks::to_file(address_ + "/" + name_of(finding), "imagen");
}

}  // namespace cotejo::exports
