#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/finding.h"
#include "model/record.h"
#include "model/store/connection.h"

namespace cotejo::store {

// Internal to this folder: writes the parts of one document inside the caller's transaction.
class DocumentWriter {
 public:
  DocumentWriter(Store::Connection& connection, std::int64_t document) : sql_(connection), document_(document) {}

  void errors_and_attachments(const model::Bundle& bundle);
  void bundle(std::string_view encoded);
  void pages(const model::Bundle& bundle);
  void tables(const model::Bundle& bundle);
  void outside(const model::Bundle& bundle);
  // For a document whose tables are stored already.
  void load_table_ids();
  // Anew, after the tables: what of it a person should look at, and the cells as they read what they looked at.
  void readings(const model::Bundle& bundle);
  // After the tables: what they and the document were understood as, and the records.
  void records(const model::Records& records);
  void checks(const model::CheckResult& checks);
  // archive: found by comparing documents.
  void finding(const model::Finding& finding, int ordinal, bool archive);

 private:
  template <class Record>
  void list(const std::vector<Record>& records);
  void dependencies(const std::vector<model::DependencyName>& names);
  [[nodiscard]] std::optional<std::int64_t> table_id(int table) const;
  std::int64_t source(const model::Source& source);
  std::int64_t finding_number(const std::string& fingerprint);

  Store::Connection& sql_;
  std::int64_t document_;
  std::vector<std::int64_t> table_ids_;
  std::set<std::string> used_;
};

}  // namespace cotejo::store
