#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

#include "pipeline/checks/arithmetic/slips.h"
#include "pipeline/checks/comparable.h"
#include "pipeline/checks/hash.h"
#include "pipeline/checks/rules/rules.h"
#include "pipeline/checks/rules/tolerances.h"
#include "pipeline/checks/spanish.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {
namespace {

// What two reports may both print: the total of a vigencia, or one code of it.
struct Key {
  std::string entity;  // folded
  int vigencia = 0;
  model::Measure measure = model::Measure::none;
  std::string thing;  // code, "total", or "pqrs tipo quejas"
  auto operator<=>(const Key&) const = default;
};

struct Print {
  const ArchiveDocument* document = nullptr;
  model::Amount amount;
  model::Source source;
  int support = 0;  // lines of the same document that stand behind the figure
};

// A report that ends within the year and one at its close print other figures of execution; what was appropriated at
// the start does not change. Only documents with the same cut-off, or a whole year's, are compared.
std::string cutoff_of(const ArchiveDocument& document, int vigencia) {
  const std::string& cutoff = document.records.document.cutoff;
  const std::string year = std::to_string(vigencia);
  if (cutoff.empty() || cutoff > year + "-12-30") return "cierre";
  return cutoff;
}

bool same_amount(const Print& a, const Print& b) {
  return a.amount.rounded().meets(b.amount.rounded()) || a.amount.truncated().meets(b.amount.rounded()) ||
         b.amount.truncated().meets(a.amount.rounded());
}

// What two reports have in common.
struct Comparison {
  int agree = 0;
  std::string other;  // archivo of the report that the first difference is held against
  std::vector<ArchiveFinding> differences;
};

ArchiveFinding of_other_things(const Comparison& compared) {
  ArchiveFinding note = compared.differences.front();
  const auto differ = compared.differences.size();
  note.finding.severity = model::Severity::info;
  note.finding.diagnosis = model::Diagnosis::none;
  note.finding.message =
      "Este informe y " + guillemets(compared.other, 80) + " difieren en " + std::to_string(differ) + " de las " +
      std::to_string(differ + compared.agree) +
      " cifras que tienen en común: parecen de cortes o alcances distintos. La primera: " + note.finding.message;
  note.finding.fingerprint = fingerprint("entre-documentos", "casi todo|" + compared.other, note.finding.fingerprint);
  return note;
}

std::map<std::pair<Key, std::string>, std::vector<Print>> prints_of(
    const std::vector<const ArchiveDocument*>& documents) {
  std::map<std::pair<Key, std::string>, std::vector<Print>> prints;
  for (const ArchiveDocument* document : documents) {
    const std::string entity = entity_key(document->records.document.entity);
    if (entity.empty()) continue;
    std::map<int, int> lines;  // lines of each vigencia
    std::set<int> coded;       // tables whose lines have codes: their total is the whole budget's
    std::map<int, std::set<int>> vigencias_of_table;
    for (const model::BudgetEntry& entry : document->records.budget) {
      if (!entry.total) ++lines[entry.vigencia];
      if (!entry.code.empty()) coded.insert(entry.source.table);
      vigencias_of_table[entry.source.table].insert(entry.vigencia);
    }
    for (const model::BudgetEntry& entry : document->records.budget) {
      if (entry.vigencia == 0 || entry.amount.unit != model::Unit::cop) continue;
      std::string thing = entry.code;
      if (thing.empty()) {
        // The total of one vigencia: of a detailed budget, or the row of that year in a summary of several.
        const bool of_budget = entry.total && coded.contains(entry.source.table);
        const bool of_summary = !entry.total && vigencias_of_table[entry.source.table].size() >= 2;
        if (!of_budget && !of_summary) continue;
        thing = "total";
      }
      prints[{{entity, entry.vigencia, entry.measure, thing}, cutoff_of(*document, entry.vigencia)}].push_back(
          {document, entry.amount, entry.source, lines[entry.vigencia]});
    }
    for (const model::PqrsCount& count : document->records.pqrs) {
      const bool whole = count.total || count.dimension == model::Dimension::total;
      if (count.vigencia == 0 || !whole || count.period != std::to_string(count.vigencia)) continue;
      prints[{{entity, count.vigencia, count.measure, "pqrs"}, cutoff_of(*document, count.vigencia)}].push_back(
          {document, {{count.count, 0}, model::Unit::count}, count.source, 0});
    }
  }
  return prints;
}

}  // namespace

std::string entity_key(std::string_view entity) {
  std::string key;
  for (const std::string& word : normalise::folded_words(entity)) {
    const bool common = word == "alcaldia" || word == "municipal" || word == "municipio" || word == "de" ||
                        word == "del" || word == "la" || word == "el";
    if (!common) key += (key.empty() ? "" : " ") + word;
  }
  return key.empty() ? normalise::fold(entity) : key;
}

std::vector<std::int64_t> comparable(const ArchiveDocument& document) {
  std::set<std::int64_t> hashes;
  for (const auto& [key, prints] : prints_of({&document})) {
    const auto& [what, cutoff] = key;
    const std::string subject = what.thing == "pqrs" ? what.thing : "presupuesto";
    hashes.insert(hash_of(what.entity + "|" + std::to_string(what.vigencia) + "|" + cutoff + "|" + subject));
  }
  return {hashes.begin(), hashes.end()};
}

// The same figure of an entity and vigencia printed differently in two reports. It is stored with the report that has
// the fewer lines behind the figure; both places are evidence.
void entre_documentos(const std::vector<const ArchiveDocument*>& documents, std::vector<ArchiveFinding>& found) {
  std::map<std::pair<std::string, std::string>, Comparison> pairs;  // of documents, by their SHA-256
  for (auto& [key, prints] : prints_of(documents)) {
    std::map<std::string, std::vector<const Print*>> by_document;
    for (const Print& print : prints) by_document[print.document->sha256].push_back(&print);
    if (by_document.size() < 2) continue;
    const auto& what = key.first;
    for (auto a = by_document.begin(); a != by_document.end(); ++a) {
      for (auto b = std::next(a); b != by_document.end(); ++b) {
        bool agree = false;
        for (const Print* x : a->second) {
          for (const Print* y : b->second) agree = agree || same_amount(*x, *y);
        }
        Comparison& compared = pairs[{a->first, b->first}];
        compared.agree += agree;
        if (agree) continue;
        const Print* reported = a->second.front();
        const Print* source = b->second.front();
        if (std::tie(reported->support, source->document->file) > std::tie(source->support, reported->document->file))
          std::swap(reported, source);
        const double x = reported->amount.value.to_double(), y = source->amount.value.to_double();
        const Slip slip = writing_slip(model::micro(reported->amount.value), model::micro(source->amount.value));
        // Figures that have nothing to do with each other are of other scopes (a sector, a fund): a note.
        const bool near = !slip.none() || std::abs(x - y) <= kNearFigure * std::max(std::abs(x), std::abs(y));
        model::Finding finding;
        finding.severity = near ? model::Severity::error : model::Severity::info;
        finding.page = reported->source.page;
        finding.table = reported->source.table;
        finding.reported = model::micro_to_string(model::micro(reported->amount.value));
        finding.expected = model::micro_to_string(model::micro(source->amount.value));
        finding.difference =
            model::micro_to_string(model::micro(reported->amount.value) - model::micro(source->amount.value));
        finding.diagnosis = slip.kind;
        const std::string thing = what.thing == "total"  ? "el total"
                                  : what.thing == "pqrs" ? "el total de PQRS"
                                                         : "el código " + what.thing;
        finding.message = "Para " + thing + " (" + std::string(model::name_of(what.measure)) + ", vigencia " +
                          std::to_string(what.vigencia) + ") este informe dice " + written(reported->amount) + " y " +
                          guillemets(source->document->file, 80) + " dice " + written(source->amount) +
                          (slip.words.empty() ? "" : ": " + slip.words) + ".";
        finding.steps = {written(reported->amount) + "  " + reported->document->file + ", página " +
                             std::to_string(reported->source.page),
                         written(source->amount) + "  " + source->document->file + ", página " +
                             std::to_string(source->source.page)};
        finding.evidence = {evidence_of(reported->source, model::Role::reported, finding.reported),
                            evidence_of(source->source, model::Role::source, finding.expected)};
        finding.evidence.back().document = source->document->sha256;
        finding.fingerprint =
            fingerprint("entre-documentos",
                        what.entity + std::to_string(what.vigencia) + std::string(model::name_of(what.measure)) +
                            what.thing + "|" + source->document->file,
                        finding.reported);
        if (compared.differences.empty()) compared.other = source->document->file;
        compared.differences.push_back({reported->document->sha256, std::move(finding)});
      }
    }
  }
  for (auto& [documents_of_pair, compared] : pairs) {
    const std::size_t differ = compared.differences.size();
    if (differ >= kManyFigures && differ > static_cast<std::size_t>(compared.agree)) {
      // Not one figure in common: two subjects under the same codes.
      if (compared.agree > 0) found.push_back(of_other_things(compared));
      continue;
    }
    std::move(compared.differences.begin(), compared.differences.end(), std::back_inserter(found));
  }
}

}  // namespace cotejo::checks
