#include "pipeline/checks/twins.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>
#include <utility>

#include "pipeline/checks/hash.h"
#include "pipeline/checks/tolerances.h"

namespace cotejo::checks {
namespace {

using namespace tolerances::twins;

// What is measured, and what it comes to. Nothing, 0, is no figure: tables are full of it.
using Figure = std::pair<std::string, model::Micro>;

struct Figures {
  std::vector<Figure> all;  // sorted; what is printed twice stands there twice
  bool scanned = false;
};

Figures figures_of(const model::Records& records) {
  Figures result;
  std::size_t by_ocr = 0;
  const auto add = [&](std::string what, model::Micro value, const model::Source& source) {
    if (value == 0) return;
    result.all.emplace_back(std::move(what), value);
    by_ocr += source.origin != model::Origin::text;
  };
  for (const model::BudgetEntry& it : records.budget)
    add(std::string(model::name_of(it.measure)), model::micro(it.amount.value), it.source);
  for (const model::PqrsCount& it : records.pqrs)
    add("pqrs " + std::string(model::name_of(it.measure)) + " " + it.key, it.count * model::Micro{model::kMicro},
        it.source);
  for (const model::Contract& it : records.contracts)
    if (it.value) add("contrato", model::micro(*it.value), it.source);
  for (const model::AccountValue& it : records.accounts) add("cuenta", model::micro(it.amount.value), it.source);
  std::sort(result.all.begin(), result.all.end());
  result.scanned = 2 * by_ocr > result.all.size();
  return result;
}

struct Counted {
  const ArchiveDocument* document = nullptr;
  Figures figures;
  std::string body;
  std::set<int> years;
  std::set<std::string> periods;
};

Counted counted(const ArchiveDocument& document) {
  Counted result{&document, figures_of(document.records), entity_key(document.records.document.entity), {}, {}};
  const model::DocumentInfo& info = document.records.document;
  for (int year = info.vigencia_from; year > 0 && year <= info.vigencia_to; ++year) result.years.insert(year);
  for (const model::BudgetEntry& it : document.records.budget)
    if (it.vigencia != 0) result.years.insert(it.vigencia);
  for (const model::PqrsCount& it : document.records.pqrs)
    if (!it.period.empty()) result.periods.insert(it.period);
  return result;
}

// What neither says, or both in part, speaks against nothing.
template <class T>
bool at_odds(const std::set<T>& a, const std::set<T>& b) {
  return !a.empty() && !b.empty() && std::none_of(a.begin(), a.end(), [&](const T& it) { return b.contains(it); });
}

int digits_of(model::Micro value) {
  int digits = 0;
  for (model::Micro rest = value < 0 ? -value : value; rest >= model::kMicro; rest /= 10) ++digits;
  return digits;
}

int digits_of(std::vector<Figure> figures) {
  figures.erase(std::unique(figures.begin(), figures.end()), figures.end());
  int digits = 0;
  for (const Figure& figure : figures) digits += digits_of(figure.second);
  return digits;
}

double share_of(const Counted& scan, const Counted& original) {
  if (scan.figures.all.size() < kLeastFigures || original.figures.all.size() < kLeastFigures) return 0;
  if (at_odds(scan.years, original.years) || at_odds(scan.periods, original.periods)) return 0;
  std::vector<Figure> common;
  std::set_intersection(scan.figures.all.begin(), scan.figures.all.end(), original.figures.all.begin(),
                        original.figures.all.end(), std::back_inserter(common));
  const auto of = [&](const Counted& it) {
    return static_cast<double>(common.size()) / static_cast<double>(it.figures.all.size());
  };
  const bool same_body = !scan.body.empty() && scan.body == original.body;
  if (of(scan) < kShareOfScan || of(original) < kShareOfOriginal) return 0;
  return same_body || digits_of(common) >= kLeastDigits ? of(scan) : 0;
}

std::string text_of(const Figure& figure) {
  return figure.first + " " + std::to_string(static_cast<long long>(figure.second / model::kMicro));
}

}  // namespace

std::map<std::string, std::string> twins_of(const std::vector<ArchiveDocument>& documents) {
  std::vector<Counted> all;
  all.reserve(documents.size());
  for (const ArchiveDocument& document : documents) all.push_back(counted(document));
  std::map<std::string, std::string> twins;
  for (const Counted& scan : all) {
    if (!scan.figures.scanned) continue;
    std::pair<double, std::string> best{0, ""};
    for (const Counted& original : all) {
      if (original.figures.scanned) continue;
      const double share = share_of(scan, original);
      const bool first = share == best.first && original.document->sha256 < best.second;
      if (share > best.first || (share > 0 && first)) best = {share, original.document->sha256};
    }
    if (!best.second.empty()) twins[scan.document->sha256] = best.second;
  }
  return twins;
}

Sketch sketch_of(const model::Records& records) {
  const Figures figures = figures_of(records);
  Sketch sketch{figures.scanned, {}};
  if (figures.all.size() < kLeastFigures) return sketch;
  // Which are kept depends on each figure alone, so that two reports keep the same ones of those they share.
  std::set<std::pair<bool, std::int64_t>> kept;
  for (const Figure& figure : figures.all) {
    kept.insert({digits_of(figure.second) < kTellingDigits, hash_of(text_of(figure))});
    if (kept.size() > kSketch) kept.erase(std::prev(kept.end()));
  }
  for (const auto& [small, hash] : kept) sketch.values.push_back(hash);
  std::sort(sketch.values.begin(), sketch.values.end());
  return sketch;
}

}  // namespace cotejo::checks
