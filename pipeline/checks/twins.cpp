#include "pipeline/checks/twins.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace cotejo::checks {
namespace {

// Fewer figures than this two reports of one body may have in common by the nature of things.
constexpr std::size_t kLeastFigures = 8;
// Of the scan's figures, that many must be in the original: the rest are slips of the reading.
constexpr double kShareOfScan = 0.8;
// Of the original's, that many must be in the scan: a page may be missing, or a table not be found.
constexpr double kShareOfOriginal = 0.6;

using Figure = std::tuple<std::string, int, model::Micro>;

struct Counted {
  const ArchiveDocument* document = nullptr;
  std::vector<Figure> figures;  // sorted
  bool scanned = false;
};

Counted counted(const ArchiveDocument& document) {
  Counted result{&document, {}, false};
  std::size_t by_ocr = 0;
  const auto add = [&](std::string what, int vigencia, model::Micro value, const model::Source& source) {
    result.figures.emplace_back(std::move(what), vigencia, value);
    by_ocr += source.origin != model::Origin::text;
  };
  for (const model::BudgetEntry& it : document.records.budget)
    add(std::string(it.measure), it.vigencia, model::micro(it.amount.value), it.source);
  for (const model::PqrsCount& it : document.records.pqrs)
    add(std::string(it.measure) + it.period, it.vigencia, it.count * model::Micro{model::kMicro}, it.source);
  std::sort(result.figures.begin(), result.figures.end());
  result.scanned = 2 * by_ocr > result.figures.size();
  return result;
}

double share_of(const Counted& scan, const Counted& original) {
  if (scan.figures.size() < kLeastFigures || original.figures.size() < kLeastFigures) return 0;
  std::vector<Figure> common;
  std::set_intersection(scan.figures.begin(), scan.figures.end(), original.figures.begin(), original.figures.end(),
                        std::back_inserter(common));
  const auto of = [&](const Counted& it) {
    return static_cast<double>(common.size()) / static_cast<double>(it.figures.size());
  };
  return of(scan) >= kShareOfScan && of(original) >= kShareOfOriginal ? of(scan) : 0;
}

}  // namespace

std::map<std::string, std::string> twins_of(const std::vector<ArchiveDocument>& documents) {
  std::vector<Counted> all;
  all.reserve(documents.size());
  for (const ArchiveDocument& document : documents) all.push_back(counted(document));
  std::map<std::string, std::string> twins;
  for (const Counted& scan : all) {
    if (!scan.scanned) continue;
    std::pair<double, std::string> best{0, ""};
    for (const Counted& original : all) {
      if (original.scanned) continue;
      const double share = share_of(scan, original);
      const bool first = share == best.first && original.document->sha256 < best.second;
      if (share > best.first || (share > 0 && first)) best = {share, original.document->sha256};
    }
    if (!best.second.empty()) twins[scan.document->sha256] = best.second;
  }
  return twins;
}

}  // namespace cotejo::checks
