#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/checks/archive.h"
#include "pipeline/checks/faults/analysis.h"
#include "pipeline/checks/rule_settings.h"

namespace cotejo::checks {

// What every rule of a document reads. The tables are analysed once, for all.
struct Context {
  const mapping::DocumentReading& document;
  std::vector<TableAnalysis> tables;  // one for each table of the document, same order

  [[nodiscard]] const model::Bundle& bundle() const { return *document.bundle; }
  [[nodiscard]] const model::DocumentInfo& info() const { return document.records.document; }
};

class Report;
using DocumentCheck = void (*)(const Context&, Report&);
using ArchiveCheck = void (*)(const std::vector<const ArchiveDocument*>&, std::vector<ArchiveFinding>&);

struct Rule {
  std::string_view name;     // DESIGN: Rules
  model::Severity severity;  // unless the settings or the finding itself say another
  DocumentCheck document;    // nullptr when the rule needs several documents
  ArchiveCheck archive;      // nullptr when it does not
};

// Every rule, in the order of DESIGN's table: one line a rule.
[[nodiscard]] const std::vector<Rule>& rules();

// Takes what a rule finds, and completes it: rule, severity, page, fingerprint; of a scan also whether the report or
// its reading is likelier wrong, as the last of its steps.
class Report {
 public:
  Report(const Rule& rule, const RuleSettings& settings, model::CheckResult& result)
      : rule_(rule), settings_(settings), result_(result) {}

  // `place` is what stays the same when the report is read again: table title, row, column, words; never an id. What
  // the rule has said of the same places of tables already is not said twice.
  void add(model::Finding finding, std::string_view place);
  // … at most this severe: what rests on weaker ground.
  void add(model::Finding finding, std::string_view place, model::Severity at_most);
  void untested(int table, std::string reason);
  void tested(int relations) { result_.relations_tested += relations; }
  [[nodiscard]] double tolerance() const { return settings_.tolerance; }

 private:
  const Rule& rule_;
  const RuleSettings& settings_;
  model::CheckResult& result_;
};

// huella: 16 hex digits of the FNV-1a hash of the parts; the same on every machine.
[[nodiscard]] std::string fingerprint(std::string_view rule, std::string_view place, std::string_view reported);

// Evidence for a place of a table, and for a span of text.
[[nodiscard]] model::Evidence evidence_of(const TableAnalysis& table, Place place, model::Role role);
[[nodiscard]] model::Evidence evidence_of(const model::Source& source, model::Role role, std::string value = {});

// The finding that a fault of the wanted kind makes: message, steps, evidence, diagnosis.
[[nodiscard]] model::Finding finding_of(const TableAnalysis& table, const Fault& fault);
// Reports every fault whose first relation is of one of these kinds.
void report_faults(const Context& context, Report& report, const std::vector<RelationKind>& kinds);

// "Tabla «title» (página 3)".
[[nodiscard]] std::string table_name(const model::Table& table);

}  // namespace cotejo::checks
