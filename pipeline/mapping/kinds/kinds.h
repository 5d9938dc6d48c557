#pragma once

#include <string_view>
#include <tuple>
#include <vector>

#include "model/document.h"
#include "model/record.h"
#include "pipeline/mapping/table/reading.h"

// Kinds of records that one file reads, each by itself: from a table as it was understood once its own kind is settled,
// whatever else was read from it. None when the table holds none.
namespace cotejo::mapping {

class Vocabulary;

struct TableContext {
  const model::Bundle& bundle;
  const TableReading& reading;  // of a table of the bundle, whole: every row, column and place
  const model::DocumentInfo& document;
  const Vocabulary& vocabulary;
  [[nodiscard]] const model::Table& table() const { return bundle.tables[static_cast<std::size_t>(reading.table)]; }
};

// A table of contracts: one by one (number, contractor, object, value …), or counted by kind. Its heads must say
// contractor or object beside a value or a number, or kinds beside a count or a value, and its heads or caption that
// contracts are meant.
[[nodiscard]] std::vector<model::Contract> contracts_of(const TableContext& context);

// A financial statement: every amount of every account, with the day or year over its column. The caption must name a
// statement, or the document be one and the rows name accounts. Notes, percentages and variations are no amounts of an
// account, and a table of any other kind is no statement.
[[nodiscard]] std::vector<model::AccountValue> accounts_of(const TableContext& context);

// Posts of the staff: counted by level or name, by how they are filled, or both. Its caption or heads must say that
// posts or people are counted.
[[nodiscard]] std::vector<model::Post> posts_of(const TableContext& context);

// Judicial proceedings: one by one, with plaintiff, court or number, or counted by kind where caption or heads say that
// they are proceedings.
[[nodiscard]] std::vector<model::Lawsuit> lawsuits_of(const TableContext& context);

template <typename Record>
struct RecordKind {
  std::vector<Record> model::Records::*list;
  std::vector<Record> (*read)(const TableContext& context);
  std::string_view heads;  // the section of the vocabulary that its heads are known by; empty where no head is its own
};

// One line a kind.
inline constexpr std::tuple kRecordKinds{
    RecordKind<model::Contract>{&model::Records::contracts, contracts_of, "contratos.columna"},
    RecordKind<model::AccountValue>{&model::Records::accounts, accounts_of, ""},
    RecordKind<model::Post>{&model::Records::posts, posts_of, "planta.columna"},
    RecordKind<model::Lawsuit>{&model::Records::lawsuits, lawsuits_of, "procesos.columna"},
};

// The sections of the heads of these kinds, in their order.
[[nodiscard]] inline std::vector<std::string_view> head_sections_of_kinds() {
  std::vector<std::string_view> sections;
  const auto add = [&](const auto& kind) {
    if (!kind.heads.empty()) sections.push_back(kind.heads);
  };
  std::apply([&](const auto&... kind) { (add(kind), ...); }, kRecordKinds);
  return sections;
}

}  // namespace cotejo::mapping
