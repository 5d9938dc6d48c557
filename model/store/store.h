#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "model/document.h"
#include "model/finding.h"
#include "model/record.h"
#include "model/result.h"
#include "model/told.h"

namespace cotejo::store {

// The SQLite file that everything ends in. Its public views are the contract of the project (DESIGN: the public face of
// the database); its tables are the program's own. One Store is one connection, for one thread.

// How long another program is waited for. A document's transaction takes milliseconds, so whoever holds the database
// for so long hangs, or is a person's open transaction.
inline constexpr double kWaitSeconds = 30;

enum class Access : std::uint8_t { create, write, read };  // create: make the file when it is not there

// What is known of a document before it is read again.
struct StoredDocument {
  std::int64_t id = 0;
  std::string file_name;
  std::string sha256;
  std::string settings;  // of the extraction that is stored
  model::DocumentState state = model::DocumentState::failed;
  std::vector<std::string> paths;
};

// Everything that one document leaves behind; saved in one transaction.
struct DocumentResult {
  const model::Bundle* bundle = nullptr;    // with errors: state becomes parcial (pages there) or fallido (none)
  std::string path;                         // where it was found; kept beside the name
  std::string route;                        // the path as seen from what was named; "" is the name alone
  std::string_view encoded;                 // the bundle as codec bytes, stored compressed; may be empty when failed
  const model::Records* records = nullptr;  // null when failed
  const model::CheckResult* checks = nullptr;
};

struct DecisionRow {
  model::DecisionState state = model::DecisionState::open;
  std::string value;  // corregido: the value that the person gives
  std::string note;
  std::string author;
  std::string time;  // ISO 8601, UTC
};

// A row of `hallazgos` with what `cotejo findings` shows beside it.
struct FindingRow {
  std::int64_t id = 0;  // hallazgo_id
  std::string fingerprint;
  std::string mark;
  std::int64_t document = 0;
  std::string file;
  std::string route;
  std::string entity;
  int vigencia_from = 0;  // of the document, 0 unknown
  int vigencia_to = 0;
  int page = 0;
  std::int64_t table_id = 0;  // 0: none
  std::string table_title;
  std::string rule;
  model::Severity severity = model::Severity::error;
  std::string message;
  std::string reported;
  std::string expected;
  std::string difference;
  std::string diagnosis;
  DecisionRow decision;  // the last one; open, and empty, when there is none
};

struct EvidenceRow {
  model::Role role = model::Role::reported;
  std::string sha256;  // of its document
  std::string file;
  std::string route;
  int page = 0;
  model::Rect box;
  std::string text;
  std::string value;
};

struct FindingDetail {
  FindingRow finding;
  std::string sha256;  // of its document
  std::string path;    // a place where the document was found
  std::vector<std::string> steps;
  std::vector<EvidenceRow> evidence;
  std::vector<DecisionRow> decisions;  // oldest first
};

// Empty strings do not filter.
struct FindingFilter {
  std::string rule;
  std::string severity;
  std::string state;
  std::optional<std::vector<std::int64_t>> documents;
};

// place: by document, page and place; amount: the largest difference first; severity: the gravest first, and of these
// the largest. What is equal stays by place.
enum class FindingOrder : std::uint8_t { place, amount, severity };

// How many findings of a rule a document has.
struct FindingCount {
  std::int64_t document = 0;
  std::string route;
  std::string rule;
  std::int64_t errors = 0, warnings = 0, infos = 0;
};

// A decision with what it was taken on, as in the view `decisiones`.
struct DecisionLine {
  std::int64_t finding = 0;
  std::string mark;
  std::int64_t document = 0;
  std::string route;
  std::string rule;  // empty when the slip is found no more
  DecisionRow decision;
};

// What is known of a document, for whoever looks through the base.
struct DocumentRow {
  std::int64_t id = 0;
  std::string file;
  std::string route;
  std::string sha256;
  int pages = 0;
  model::DocumentState state = model::DocumentState::failed;
  std::string error;
  model::DocumentInfo info;
  std::int64_t twin_of = 0;      // 0: none
  std::int64_t replaced_by = 0;  // the document that its file holds now; 0: it holds this one, or is not known
  double least_confidence = 1;   // of its pages
  std::int64_t findings = 0;
  std::vector<int> pages_without_text;
  std::vector<std::string> attachments;
};

// How many documents there are without older versions of files that changed, how many of them could not be read or only
// in part, and how many such older versions there are.
struct Standing {
  std::int64_t documents = 0, failed = 0, partial = 0, older = 0;
};

// One value of a public view: NULL, a whole number, a number, a text.
using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

// What part of the base is meant: the documents and findings of these ids; everything where there is no list.
struct Scope {
  std::optional<std::vector<std::int64_t>> documents;
  std::optional<std::vector<std::int64_t>> findings;
};

// How a public view stands as a table of a copy.
struct ViewCopy {
  std::string view;
  std::string key;                               // column that tells its rows apart; empty: none
  std::map<std::string, std::string> types;      // of its columns: INTEGER, NUMERIC or TEXT, where it is told
  std::map<std::string, std::string> refers_to;  // column -> "view.column" of another one that is copied
  std::vector<std::string> indexed;              // columns by which people narrow it
  std::vector<std::string> searched;             // columns with a full text search of their own, «VIEW_fts»
};

struct SearchHit {
  std::string file;
  std::string route;
  int page = 0;
  std::string snippet;  // the hit words between «»
};

struct UntestedRow {
  std::int64_t document = 0;
  std::string route;
  std::string rule;
  std::string reason;
  int count = 0;
};

struct PathRow {
  std::string path;
  std::string sha256;
  std::int64_t size = 0;
};

// A document's original, by its content, and the places where it was found.
struct SourceRow {
  std::string sha256;
  std::string route;
  std::vector<std::string> paths;
  bool replaced = false;  // an older version of a file that changed
};

// A document that came or changed since the archive was last checked, and the entity that it has, or had before.
struct TouchedRow {
  std::string sha256;
  std::string entity;  // "" is none
};

// A head that a person taught the base.
struct TaughtWord {
  std::string section;  // of the vocabulary: "columnas.presupuesto"
  std::string key;      // the folded word
  std::string entity;   // empty: in every document
  std::string word;     // as it was given
  std::string meaning;
  std::string author;
  std::string time;  // ISO 8601, UTC
};

// Records of one document as they were stored, for checks over the archive.
struct StoredRecords {
  std::string file_name;
  std::string sha256;
  model::Records records;  // document, budget, pqrs and commitments; prose is left empty
};

class Store {
 public:
  // Opens, and brings an older schema up to date. Whenever another program holds the database, up to `wait_seconds` are
  // waited for it. Errors: not_found (read, write), database_locked, database_damaged, database_closed (no permission),
  // database (not ours, cannot be made), database_newer, disk_full.
  [[nodiscard]] static model::Result<Store> open(const std::string& path, Access access,
                                                 double wait_seconds = kWaitSeconds);

  // By content; nothing when this content was never seen.
  [[nodiscard]] model::Result<std::optional<StoredDocument>> find(std::string_view sha256);
  // By place: the content that was last read at this path.
  [[nodiscard]] model::Result<std::optional<StoredDocument>> find_path(std::string_view path);

  // Saves a document whole or not at all. A document of the same content is replaced; its paths, findings' ids and the
  // decisions of people stay. Files that could not be opened at all have no sha256: they are kept by path.
  [[nodiscard]] model::Status save(const DocumentResult& result);
  // Notes another place where the same content was found (a copy, a renamed file).
  [[nodiscard]] model::Status add_path(std::string_view sha256, const std::string& path, const std::string& route = "");
  // Drops a place that is no longer there; the document stays.
  [[nodiscard]] model::Status remove_path(const std::string& path);

  // Replaces records and findings of a document after checks were run again over its stored bundle.
  // `settings` is what they were made with, where that is not what the document was stored with. With the bundle, what
  // of it a person should look at, and what they read there, is said anew, too.
  [[nodiscard]] model::Status save_checks(std::string_view sha256, const model::Records& records,
                                          const model::CheckResult& checks, const std::string& settings = {},
                                          const model::Bundle* bundle = nullptr);
  [[nodiscard]] model::Result<std::vector<TouchedRow>> touched();
  // Every document that is known by its content, by route.
  [[nodiscard]] model::Result<std::vector<SourceRow>> sources();

  // What is saved from now on until end_many() goes into one transaction, which is faster: a document is still saved
  // whole or not at all, and what was saved in it is lost together when the program is ended before its end.
  [[nodiscard]] model::Status begin_many();
  [[nodiscard]] model::Status end_many();

  // SHA-256s of the documents that have a stored bundle, in order of file name, then SHA-256.
  [[nodiscard]] model::Result<std::vector<std::string>> documents();
  // The codec bytes that were saved with the document.
  [[nodiscard]] model::Result<std::string> encoded(std::string_view sha256);
  // Whether something is attached to the document of this content.
  [[nodiscard]] model::Result<bool> has_attachments(std::string_view sha256);
  // Entities as the documents name them ("" is not one) with how many documents name each.
  [[nodiscard]] model::Result<std::map<std::string, int>> entities();
  // Of one document; nothing when it is not there, or is an older version of a file that changed.
  [[nodiscard]] model::Result<std::optional<StoredRecords>> records_of_content(std::string_view sha256);

  [[nodiscard]] model::Result<std::vector<FindingRow>> findings(const FindingFilter& filter = {});
  // One by one, without holding them all; and how many there are of each rule in each document, by route and rule.
  [[nodiscard]] model::Status each_finding(const FindingFilter& filter, FindingOrder order,
                                           const std::function<void(const FindingRow&)>& take);
  [[nodiscard]] model::Status each_count(const FindingFilter& filter,
                                         const std::function<void(const FindingCount&)>& take);
  [[nodiscard]] model::Result<std::int64_t> how_many(const FindingFilter& filter);
  // Nothing when there is no finding of this number.
  [[nodiscard]] model::Result<std::optional<FindingDetail>> finding(std::int64_t id);
  // The number of the finding whose mark begins so; 0 when none or several do.
  [[nodiscard]] model::Result<std::int64_t> number_of_mark(std::string_view mark);
  // The first marks that begin so, in order, each with its rule.
  [[nodiscard]] model::Result<std::vector<std::pair<std::string, std::string>>> marks(std::string_view begin, int most);
  // What could not be tested, by route, rule and reason; of the filter, rule and documents count.
  [[nodiscard]] model::Status each_untested(const FindingFilter& filter,
                                            const std::function<void(const UntestedRow&)>& take);
  // Survives every new save of the document.
  [[nodiscard]] model::Status decide(const std::vector<std::int64_t>& findings, const DecisionRow& decision);
  [[nodiscard]] model::Result<std::vector<DecisionLine>> decisions();

  // Every document, by route; for an archive, a lot to hold.
  [[nodiscard]] model::Result<std::vector<DocumentRow>> document_rows();
  [[nodiscard]] model::Result<Standing> standing();
  // Numbers of the documents that are no older versions of files that changed.
  [[nodiscard]] model::Result<std::vector<std::int64_t>> current_documents();
  // Notes what a person says that a document is. Survives every new save. What follows from it shows once the document
  // is checked again.
  [[nodiscard]] model::Status correct_document(std::int64_t id, const model::Told& told, const DecisionRow& by);
  // Notes what a person read at a place of a document where `printed` had been read; an empty text takes back what was
  // told of the place before. Gives the number of the note. As above, what follows from it shows later.
  [[nodiscard]] model::Result<std::int64_t> correct_reading(std::int64_t document, const model::ToldReading& told,
                                                            const std::string& printed, const DecisionRow& by);
  // What was told so of the document with this content.
  [[nodiscard]] model::Result<model::Told> told_of(std::string_view sha256);

  // Keeps words, each in place of what the same word meant before in its section and for its entity: all, or none when
  // one cannot be kept. What follows from them shows once the documents are checked again.
  [[nodiscard]] model::Status teach(const std::vector<TaughtWord>& words);
  // Drops it from all sections; how many there were.
  [[nodiscard]] model::Result<int> forget(const std::string& key, const std::string& entity);
  // All of them, by entity, section and meaning.
  [[nodiscard]] model::Result<std::vector<TaughtWord>> taught();

  // Twins: by what figures a document is found again (checks::Sketch), which documents of the other kind, a scan's
  // digital ones and the other way round, have some of them, too, and which of the scans that were looked at (all of
  // `scans`) has which original, by SHA-256. A scan whose original is another than before is touched, for the check
  // that is under way (archive/archive.h).
  [[nodiscard]] model::Status save_sketch(std::string_view sha256, bool scanned,
                                          const std::vector<std::int64_t>& values);
  [[nodiscard]] model::Result<std::vector<std::string>> alike(std::string_view sha256);
  [[nodiscard]] model::Status save_twins(const std::map<std::string, std::string>& twins,
                                         const std::set<std::string>& scans, std::int64_t check);

  // Pages that hold all the words (case and accents folded; a trailing * searches a beginning), best first. Older
  // versions of files that changed are passed over.
  [[nodiscard]] model::Result<std::vector<SearchHit>> search(std::string_view words, int most = 50);

  // Names of the public views, and of the columns of one, as the base has them.
  [[nodiscard]] model::Result<std::vector<std::string>> views();
  [[nodiscard]] model::Result<std::vector<std::string>> view_columns(std::string_view view);
  // Hands over the rows of a public view one by one, in an order that the base alone decides. A view without a document
  // or a finding in its columns is not narrowed by the scope. Ends with the first failure that `row` gives.
  [[nodiscard]] model::Status each_row(std::string_view view, const Scope& scope,
                                       const std::function<model::Status(const std::vector<Value>&)>& row);

  // Writes the views as tables of a new SQLite file that needs nothing of ours, row by row; gives the number of rows.
  // What stands at `path` must be empty. Fails like reading, or with disk_full and output.
  [[nodiscard]] model::Result<std::int64_t> copy_views(const std::string& path, const Scope& scope,
                                                       const std::vector<ViewCopy>& views);

  // SHA-256 (hex) of everything that the views show but ids, paths and decisions: equal for equal content.
  [[nodiscard]] model::Result<std::string> digest();
  // Every place a document was found at, for `verify`.
  [[nodiscard]] model::Result<std::vector<PathRow>> paths();
  // SQLite's own integrity check and the foreign keys; one line a fault, empty when sound.
  [[nodiscard]] model::Result<std::vector<std::string>> faults();
  struct Counts {
    std::int64_t documents = 0, complete = 0, partial = 0, failed = 0, pages = 0, tables = 0, budget = 0, pqrs = 0,
                 commitments = 0, findings = 0, untested = 0;
  };
  [[nodiscard]] model::Result<Counts> counts();

  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  // All that work() reads is of one moment, whatever others write meanwhile. Ends with what it gives.
  [[nodiscard]] model::Status at_one_moment(const std::function<model::Status()>& work);

  // From now on, reading and writing end with an error soon after this turns true; asked often, from the same thread.
  void end_when(std::function<bool()> asked);

  // The file never grows past this many bytes; a save that would is disk_full.
  [[nodiscard]] model::Status limit_size(std::int64_t bytes);

  struct Connection;  // internal to model/store
  [[nodiscard]] Connection& connection() { return *connection_; }

 private:
  explicit Store(std::unique_ptr<Connection> connection);
  // `name` is what SQLite is given, `path` what messages say.
  [[nodiscard]] static model::Result<Store> open(const std::string& path, Access access, double wait_seconds,
                                                 const std::string& name);
  std::unique_ptr<Connection> connection_;
};

// "3.40.1"
[[nodiscard]] std::string library_version();
// Number of the newest migration: what PRAGMA user_version says of an up-to-date file.
[[nodiscard]] int schema_version();

}  // namespace cotejo::store
