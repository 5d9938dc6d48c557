#pragma once

#include <cstdint>
#include <type_traits>

#include "model/record.h"

namespace cotejo::model {

// The columns of every kind of record, said once: what is inserted, selected, digested and sent between processes all
// comes from here. columns(visit, record) calls visit(name, field) for each in turn; names are those of the kind's
// table in the database. A field of several columns puts its name before theirs: an Amount has value, mantissa,
// exponent and unit, an optional one value and unit, a DaySpan from and to, a Rect x0, y0, x1 and y1.
//
// A new kind of record: its type and its list in Records (model/record.h), here its table, its columns and its line in
// `kinds`, and its table and view in model/store/schema.cpp.

// Whether a column always has a value. In all others the empty text and 0 mean "unknown" and are stored as NULL.
enum class Presence : std::uint8_t { optional, always };

// Value is T when reading and const T when writing.
template <class Value, class T>
concept Is = std::is_same_v<std::remove_const_t<Value>, T>;

// The table of a kind of record.
template <class Record>
inline constexpr const char* kTable = nullptr;
template <>
inline constexpr const char* kTable<BudgetEntry> = "budget_entry";
template <>
inline constexpr const char* kTable<PqrsCount> = "pqrs_count";
template <>
inline constexpr const char* kTable<Commitment> = "commitment";
template <>
inline constexpr const char* kTable<ProseFigure> = "prose_figure";
template <>
inline constexpr const char* kTable<Contract> = "contract";
template <>
inline constexpr const char* kTable<AccountValue> = "account_value";
template <>
inline constexpr const char* kTable<DependencyName> = "dependency_name";
template <>
inline constexpr const char* kTable<DocumentInfo> = "document";
template <>
inline constexpr const char* kTable<Source> = "source";

// The lists of records that have a Source each.
template <class Visit, class V>
requires Is<V, Records>
void kinds(Visit&& visit, V& v) {
  visit(v.budget);
  visit(v.pqrs);
  visit(v.commitments);
  visit(v.prose);
  visit(v.contracts);
  visit(v.accounts);
}

template <class Visit, Is<BudgetEntry> V>
void columns(Visit& visit, V& v) {
  visit("vigencia", v.vigencia);
  visit("code", v.code);
  visit("bpin", v.bpin);
  visit("description", v.description);
  visit("measure", v.measure, Presence::always);
  visit("", v.amount);
  visit("total", v.total);
  visit("level", v.level);
  visit("class", v.budget_class);
  visit("doubt", v.doubt);
}

template <class Visit, Is<PqrsCount> V>
void columns(Visit& visit, V& v) {
  visit("vigencia", v.vigencia);
  visit("period", v.period);
  visit("period_text", v.period_text);
  visit("dimension", v.dimension, Presence::always);
  visit("label", v.label);
  visit("key", v.key);
  visit("second_dimension", v.second_dimension);
  visit("second_label", v.second_label);
  visit("measure", v.measure, Presence::always);
  visit("count", v.count);
  visit("total", v.total);
}

template <class Visit, Is<Commitment> V>
void columns(Visit& visit, V& v) {
  visit("number", v.number);
  visit("text", v.text, Presence::always);
  visit("subject", v.subject);
  visit("component", v.component);
  visit("responsible", v.responsible);
  visit("due_text", v.due_text);
  visit("due_", v.due);
  visit("indicator", v.indicator);
  visit("goal_text", v.goal_text);
  visit("goal_value", v.goal_value);
  visit("goal_unit", v.goal_unit);
  visit("progress_text", v.progress_text);
  visit("progress_percent", v.progress_percent);
  visit("status", v.status);
  visit("stages", v.stages);
  visit("periods", v.periods);
}

template <class Visit, Is<ProseFigure> V>
void columns(Visit& visit, V& v) {
  visit("vigencia", v.vigencia);
  visit("measure", v.measure);
  visit("code", v.code);
  visit("label", v.label);
  visit("", v.amount);
  visit("words_", v.in_words);
}

template <class Visit, Is<Contract> V>
void columns(Visit& visit, V& v) {
  visit("number", v.number);
  visit("kind", v.kind);
  visit("count", v.count);
  visit("contractor", v.contractor);
  visit("object", v.object);
  visit("value", v.value);
  visit("additions", v.additions);
  visit("paid", v.paid);
  visit("balance", v.balance);
  visit("date_text", v.date_text);
  visit("total", v.total);
}

template <class Visit, Is<AccountValue> V>
void columns(Visit& visit, V& v) {
  visit("code", v.code);
  visit("account", v.account, Presence::always);
  visit("statement", v.statement);
  visit("period", v.period);
  visit("vigencia", v.vigencia);
  visit("", v.amount);
  visit("total", v.total);
}

template <class Visit, Is<DependencyName> V>
void columns(Visit& visit, V& v) {
  visit("printed", v.printed, Presence::always);
  visit("part", v.part, Presence::always);
  visit("canonical", v.canonical, Presence::always);
  visit("key", v.key, Presence::always);
  visit("times", v.times, Presence::always);
}

template <class Visit, Is<DocumentInfo> V>
void columns(Visit& visit, V& v) {
  visit("entity", v.entity);
  visit("dependency", v.dependency);
  visit("kind", v.kind);
  visit("title", v.title);
  visit("vigencia_from", v.vigencia_from);
  visit("vigencia_to", v.vigencia_to);
  visit("cutoff", v.cutoff);
}

// Without the table, whose number only the database knows. An index of -1 is none.
template <class Visit, Is<Source> V>
void columns(Visit& visit, V& v) {
  visit("page", v.page, Presence::always);
  visit.index("row", v.row);
  visit.index("col", v.column);
  visit.index("block", v.block);
  visit("", v.box);
  visit("text", v.text, Presence::always);
  visit("sentence", v.sentence);
  visit("origin", v.origin);
  visit("confidence", v.confidence);
}

}  // namespace cotejo::model
