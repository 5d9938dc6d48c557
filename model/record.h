#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "model/amount.h"
#include "model/measure.h"
#include "model/page.h"

namespace cotejo::model {

// Each kind of record stands here whole: its fields, its table in the database, and its columns, said once: what is
// inserted, selected, digested and sent between processes all comes from them. columns(visit, record) calls
// visit(name, field) for each in turn; names are those of the table. A field of several columns puts its name before
// theirs: an Amount has value, mantissa, exponent and unit, an optional one value and unit, a DaySpan from and to, a
// Rect x0, y0, x1 and y1.

// Whether a column always has a value. In all others the empty text and 0 mean "unknown" and are stored as NULL.
enum class Presence : std::uint8_t { optional, always };

// Value is T when reading and const T when writing.
template <class Value, class T>
concept Is = std::is_same_v<std::remove_const_t<Value>, T>;

// The table of a kind of record.
template <class Record>
inline constexpr const char* kTable = nullptr;

// Where a value was printed. Every record has one; no record without it.
struct Source {
  int page = 0;  // from 1
  Rect box;
  int table = -1;  // index into Bundle::tables, -1 when it stands in prose
  int row = -1;    // in the table
  int column = -1;
  int block = -1;        // index into Bundle::blocks, -1 when it stands in a table
  std::string text;      // as printed
  std::string sentence;  // prose only: the sentence around it
  Origin origin = Origin::text;
  double confidence = 1;  // 0 to 1
};
template <>
inline constexpr const char* kTable<Source> = "source";
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

// An ISO day span, both ends included, "YYYY-MM-DD"; empty when unknown.
struct DaySpan {
  std::string from;
  std::string to;
  friend bool operator==(const DaySpan&, const DaySpan&) = default;
};

// What petitions are counted by; none: by no second thing.
enum class Dimension : std::uint8_t { none, channel, dependency, kind, total, insurer, reason, subject };
template <>
inline constexpr std::array<std::string_view, 8> kNames<Dimension>{"",      "canal", "dependencia", "tipo",
                                                                   "total", "eps",   "motivo",      "asunto"};

// One amount of a budget line. Field values are those of the view `presupuesto`.
struct BudgetEntry {
  int vigencia = 0;  // 0 unknown
  std::string code;  // as printed
  std::string bpin;
  std::string description;
  Measure measure = Measure::none;
  Amount amount;
  bool total = false;
  Level level = Level::none;
  BudgetClass budget_class = BudgetClass::none;
  std::string doubt;  // why the amount may be another (Spanish); empty when nothing speaks against it
  Source source;
};
template <>
inline constexpr const char* kTable<BudgetEntry> = "budget_entry";
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

// One count of the view `pqrs`.
struct PqrsCount {
  int vigencia = 0;
  // "2021", "2021-T4", "2021-S1", "2021-10", "2021-01/2021-09"; without its year ("T4") where none is told.
  std::string period;
  std::string period_text;  // as printed; empty where only the vigencia is told
  Dimension dimension = Dimension::total;
  std::string label;
  std::string key;  // the usual type or channel behind the label; empty where it is none of them
  // A count of two things at once ("Secretaría de Salud" × "Quejas"): the second of them.
  Dimension second_dimension = Dimension::none;
  std::string second_label;
  Measure measure = Measure::none;
  std::int64_t count = 0;
  bool total = false;
  std::string doubt;  // why the count may be another (Spanish); empty when nothing speaks against it
  Source source;
};
template <>
inline constexpr const char* kTable<PqrsCount> = "pqrs_count";
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
  visit("doubt", v.doubt);
}

// One row of the view `compromisos`.
struct Commitment {
  std::string number;
  std::string text;
  std::string subject;  // what it is about, where the report says that beside its words
  std::string component;
  std::string responsible;
  std::string due_text;
  DaySpan due;  // the last day of all dates is due.to
  std::string indicator;
  std::string goal_text;
  std::optional<Decimal> goal_value;
  std::string goal_unit;
  std::string progress_text;
  std::optional<Decimal> progress_percent;
  std::string status;
  std::string stages;   // marked stages, "; " between them
  std::string periods;  // marked months, quarters …, "; " between them
  Source source;
};
template <>
inline constexpr const char* kTable<Commitment> = "commitment";
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

// A figure that stands in running text, with the words that say what it is.
struct ProseFigure {
  std::optional<Amount> amount;     // nothing when it could not be decided
  std::optional<Amount> in_words;   // the amount in words beside it, when there is one
  Measure measure = Measure::none;  // of budgets or petitions; none when not told
  int vigencia = 0;
  std::string code;   // a budget code named with it
  std::string label;  // what is counted, e.g. "Chat Virtual"
  Source source;
};
template <>
inline constexpr const char* kTable<ProseFigure> = "prose_figure";
template <class Visit, Is<ProseFigure> V>
void columns(Visit& visit, V& v) {
  visit("vigencia", v.vigencia);
  visit("measure", v.measure);
  visit("code", v.code);
  visit("label", v.label);
  visit("", v.amount);
  visit("words_", v.in_words);
}

// One row of a table of contracts: a contract, or all of a kind. Money in pesos.
struct Contract {
  std::string number;  // as printed; empty where contracts are counted by kind
  std::string kind;    // kind or way of choosing, as printed
  std::optional<Decimal> count;
  std::string contractor;
  std::string object;
  std::optional<Decimal> value;
  std::optional<Decimal> additions;
  std::optional<Decimal> paid;
  std::optional<Decimal> balance;
  std::string date_text;
  bool total = false;
  Source source;
};
template <>
inline constexpr const char* kTable<Contract> = "contract";
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

// One amount of an account in a financial statement.
struct AccountValue {
  std::string code;  // as printed
  std::string account;
  Statement statement = Statement::none;
  std::string period;  // as printed over the column
  int vigencia = 0;    // 0 unknown
  Amount amount;
  bool total = false;
  Source source;
};
template <>
inline constexpr const char* kTable<AccountValue> = "account_value";
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

// So many posts of the staff.
struct Post {
  std::string level;        // nivel, or what else the rows part posts by, as printed
  std::string name;         // of the post
  std::string code;         // as printed
  std::string grade;        // as printed
  std::string appointment;  // how they are filled, as printed: "Carrera administrativa"; empty for all
  int vigencia = 0;         // 0 unknown
  std::int64_t count = 0;
  bool total = false;
  Source source;
};
template <>
inline constexpr const char* kTable<Post> = "post";
template <class Visit, Is<Post> V>
void columns(Visit& visit, V& v) {
  visit("level", v.level);
  visit("name", v.name);
  visit("code", v.code);
  visit("grade", v.grade);
  visit("appointment", v.appointment);
  visit("vigencia", v.vigencia);
  visit("count", v.count);
  visit("total", v.total);
}

// One row of a table of judicial proceedings: a proceeding, or all of a kind. Money in pesos.
struct Lawsuit {
  std::string number;  // as printed; empty where they are counted by kind
  std::string kind;    // medio de control, as printed
  std::string court;
  std::string plaintiff;
  std::string defendant;
  std::string state;
  std::optional<Decimal> count;
  std::optional<Decimal> claim;
  std::optional<Decimal> provision;
  bool total = false;
  Source source;
};
template <>
inline constexpr const char* kTable<Lawsuit> = "lawsuit";
template <class Visit, Is<Lawsuit> V>
void columns(Visit& visit, V& v) {
  visit("number", v.number);
  visit("kind", v.kind);
  visit("court", v.court);
  visit("plaintiff", v.plaintiff);
  visit("defendant", v.defendant);
  visit("state", v.state);
  visit("count", v.count);
  visit("claim", v.claim);
  visit("provision", v.provision);
  visit("total", v.total);
}

// What a document is.
struct DocumentInfo {
  std::string entity;
  std::string dependency;
  // informe_gestion, ejecucion_presupuestal … An open set: a vocabulary may name further kinds in [documento.tipo].
  std::string kind;
  std::string title;
  int vigencia_from = 0;  // 0 unknown
  int vigencia_to = 0;
  std::string cutoff;  // ISO date, empty when unknown
};
template <>
inline constexpr const char* kTable<DocumentInfo> = "document";
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

// One way in which a document prints the name of a dependency, and the name that all its ways are joined to. A record
// that names several ("Hacienda; Planeación") has one of these for each.
struct DependencyName {
  std::string printed;    // as the records have it
  int part = 0;           // from 0: which of several
  std::string canonical;  // the best of the ways in which the document prints it
  std::string key;        // the same for every way of writing it, in all documents
  int times = 0;          // records that print it so
};
template <>
inline constexpr const char* kTable<DependencyName> = "dependency_name";
template <class Visit, Is<DependencyName> V>
void columns(Visit& visit, V& v) {
  visit("printed", v.printed, Presence::always);
  visit("part", v.part, Presence::always);
  visit("canonical", v.canonical, Presence::always);
  visit("key", v.key, Presence::always);
  visit("times", v.times, Presence::always);
}

struct Records {
  DocumentInfo document;
  std::vector<TableKind> table_kinds;  // of each Bundle::tables
  std::vector<BudgetEntry> budget;
  std::vector<PqrsCount> pqrs;
  std::vector<Commitment> commitments;
  std::vector<ProseFigure> prose;
  std::vector<Contract> contracts;
  std::vector<AccountValue> accounts;
  std::vector<Post> posts;
  std::vector<Lawsuit> lawsuits;
  std::vector<DependencyName> dependencies;  // by first appearance
};

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
  visit(v.posts);
  visit(v.lawsuits);
}

}  // namespace cotejo::model
