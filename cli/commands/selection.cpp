#include "cli/commands/selection.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <set>

#include "pipeline/checks/rule.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::cli {
namespace {

using store::DocumentName;

// Beyond this many names a list helps nobody.
constexpr std::size_t kNamesShown = 24;  // all the rules are fewer
// Below this two words have little in common: a suggestion would only puzzle.
constexpr double kNear = 0.5;

// How like what was typed a name is: by the whole, or by the word of it that comes nearest.
double likeness(const std::string& typed, const std::string& name) {
  double best = normalise::similarity(typed, name);
  const std::string folded = normalise::fold(name);
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    best = std::max(best, normalise::similarity(typed, folded.substr(at, end - at)));
    at = end + 1;
  }
  return best;
}

// Names that there are, given one by one, equal ones one after the other: what is told of them is kept, and no more.
class Names {
 public:
  explicit Names(std::string typed) : typed_(std::move(typed)) {}

  void add(const std::string& name) {
    if (name.empty() || name == last_) return;
    last_ = name;
    ++count_;
    if (count_ <= kNamesShown) list_ += (count_ == 1 ? "" : ", ") + name;
    if (const double like = likeness(typed_, name); like > best_) {
      best_ = like;
      nearest_ = name;
    }
  }
  void tell(Text problem, const Context& context) const {
    context.err << context.say(problem, typed_);
    if (best_ >= kNear) context.err << context.say(Text::did_you_mean, nearest_);
    context.err << '\n';
    if (count_ == 0) return;
    const std::string more = count_ > kNamesShown ? " " + context.say(Text::and_more, count_ - kNamesShown) : "";
    context.err << context.say(Text::there_are, list_ + more) << '\n';
  }

 private:
  std::string typed_, last_, list_, nearest_;
  double best_ = 0;
  std::size_t count_ = 0;
};

std::string vigencias_of(const DocumentName& it) {
  if (it.vigencia_from == 0) return "";
  const std::string from = std::to_string(it.vigencia_from);
  return it.vigencia_to == it.vigencia_from ? from : from + "–" + std::to_string(it.vigencia_to);
}

// How far a document comes through a filter: to the part that does not mean it.
enum class Reached : std::uint8_t { nothing, document, entity, all };

class Sieve {
 public:
  // A number is a document's own where there is one of that number, whatever its name.
  Sieve(const DocumentFilter& filter, bool numbered)
      : filter_(filter),
        numbered_(numbered),
        document_(normalise::fold(filter.document)),
        entity_(normalise::fold(filter.entity)) {}

  [[nodiscard]] Reached reached(const DocumentName& it) const {
    const bool own_number = std::to_string(it.id) == filter_.document;
    if (it.replaced_by != 0 && !filter_.older_versions && !own_number) return Reached::nothing;
    if (!filter_.document.empty() && (numbered_ ? !own_number : !is_called(it.route))) return Reached::nothing;
    if (!filter_.entity.empty() && !holds(it.entity, entity_)) return Reached::document;
    const bool in_vigencia = it.vigencia_from <= filter_.vigencia && filter_.vigencia <= it.vigencia_to;
    return filter_.vigencia == 0 || in_vigencia ? Reached::all : Reached::entity;
  }

 private:
  [[nodiscard]] bool is_called(const std::string& route) const {
    return route == filter_.document || holds(route, document_);
  }
  static bool holds(const std::string& name, const std::string& folded_part) {
    return normalise::fold(name).find(folded_part) != std::string::npos;
  }

  const DocumentFilter& filter_;
  bool numbered_;
  std::string document_, entity_;
};

// Says of the first part of the filter that means nothing what there is instead.
model::Status tell_what_there_is(store::Store& store, const DocumentFilter& filter, const Sieve& sieve,
                                 Reached furthest, const Context& context) {
  if (furthest == Reached::nothing && !filter.document.empty()) {
    Names names(filter.document);
    const model::Status read = each_document_name(store, [&](const DocumentName& it) { names.add(it.route); });
    if (read) names.tell(Text::no_such_document, context);
    return read;
  }
  // Bodies and years are few beside the documents.
  const bool of_entity = furthest <= Reached::document && !filter.entity.empty();
  std::set<std::string> there;
  const model::Status read = each_document_name(store, [&](const DocumentName& it) {
    const Reached reached = sieve.reached(it);
    if (reached == Reached::nothing || (!of_entity && reached == Reached::document)) return;
    there.insert(of_entity ? it.entity : vigencias_of(it));
  });
  if (!read) return read;
  Names names(of_entity ? filter.entity : std::to_string(filter.vigencia));
  for (const std::string& name : there) names.add(name);
  names.tell(of_entity ? Text::no_such_entity : Text::no_such_vigencia, context);
  return model::Done{};
}

model::Result<bool> is_number(store::Store& store, const std::string& document) {
  std::int64_t number = 0;
  std::from_chars(document.data(), document.data() + document.size(), number);
  if (std::to_string(number) != document) return false;
  return has_document(store, number);
}

std::string documents_told(const store::Standing& held, const Context& context) {
  const std::string besides = held.older == 0 ? ""
                                              : context.say(held.older == 1 ? Text::base_older_one : Text::base_older,
                                                            context.count(held.older, Text::older_counted));
  std::string told = context.say(Text::base_holds, context.count(held.documents, Text::documents_counted));
  if (held.failed == 0 && held.partial == 0) return told + context.say(Text::base_whole) + besides;
  if (held.failed > 0) told += context.say(Text::base_failed, context.count(held.failed, Text::not_read_counted));
  if (held.partial > 0) told += context.say(Text::base_partial, context.count(held.partial, Text::in_part_counted));
  return told + context.say(Text::base_see) + besides;
}

}  // namespace

void add_document_filter(CLI::App& command, DocumentFilter& filter, const Context& context) {
  command.add_option("--document", filter.document, context.say(Text::document_option));
  command.add_option("--entity", filter.entity, context.say(Text::entity_option));
  command.add_option("--vigencia", filter.vigencia, context.say(Text::vigencia_option));
}

std::optional<int> select(store::Store& store, const DocumentFilter& filter, const Context& context,
                          const std::function<void(const DocumentName&)>& take) {
  const auto numbered = is_number(store, filter.document);
  if (!numbered) return context.fail(numbered.error());
  const Sieve sieve(filter, numbered.value());
  Reached furthest = Reached::nothing;
  model::Status read = each_document_name(store, [&](const DocumentName& it) {
    const Reached reached = sieve.reached(it);
    furthest = std::max(furthest, reached);
    if (reached == Reached::all) take(it);
  });
  if (read && (furthest == Reached::all || filter.empty())) return std::nullopt;
  if (read) read = tell_what_there_is(store, filter, sieve, furthest, context);
  return read ? kUsage : context.fail(read.error());
}

std::optional<int> narrow(store::Store& store, const DocumentFilter& filter,
                          std::optional<std::vector<std::int64_t>>& documents, const Context& context) {
  const auto standing = store.standing();
  if (!standing) return context.fail(standing.error());
  if (filter.empty()) {
    if (standing.value().older == 0 || filter.older_versions) return std::nullopt;
    auto current = store.current_documents();
    if (!current) return context.fail(current.error());
    documents = std::move(current).value();
    return std::nullopt;
  }
  documents.emplace();
  const auto none = select(store, filter, context, [&](const DocumentName& it) { documents->push_back(it.id); });
  const std::int64_t all = standing.value().documents + standing.value().older;
  if (static_cast<std::int64_t>(documents->size()) == all) documents.reset();
  return none;
}

std::string rule_named(const std::string& name, const Context& context) {
  Names names(name);
  for (const checks::Rule& rule : checks::rules()) {
    if (normalise::fold(rule.name) == normalise::fold(name)) return std::string(rule.name);
    names.add(std::string(rule.name));
  }
  names.tell(Text::no_such_rule, context);
  return "";
}

void tell_documents(store::Store& store, Format format, const Context& context) {
  const auto standing = store.standing();
  if (standing) (for_people(format) ? context.out : context.err) << documents_told(standing.value(), context) << '\n';
}

std::optional<std::vector<std::int64_t>> findings_named(store::Store& store, const std::vector<std::string>& names,
                                                        const Context& context) {
  std::vector<std::int64_t> numbers;
  for (const std::string& name : names) {
    std::int64_t number = 0;
    const auto read = std::from_chars(name.data(), name.data() + name.size(), number);
    if (read.ec != std::errc() || read.ptr != name.data() + name.size()) {
      const auto marked = store.number_of_mark(name);
      number = marked ? marked.value() : 0;
    }
    const auto found = store.finding(number);
    if (!found) {
      context.complain(found.error());
      return std::nullopt;
    }
    if (!found.value()) {
      const auto counts = store.counts();
      context.err << context.say(Text::no_such_finding, name,
                                 context.count(counts ? counts.value().findings : 0, Text::findings_counted))
                  << '\n';
      return std::nullopt;
    }
    if (std::find(numbers.begin(), numbers.end(), number) == numbers.end()) numbers.push_back(number);
  }
  return numbers;
}

std::optional<std::vector<store::FindingRow>> findings_filtered(store::Store& store, const std::string& rule,
                                                                const DocumentFilter& documents,
                                                                const Context& context) {
  store::FindingFilter filter;
  if (!rule.empty()) {
    filter.rule = rule_named(rule, context);
    if (filter.rule.empty()) return std::nullopt;
  }
  if (narrow(store, documents, filter.documents, context)) return std::nullopt;
  auto found = store.findings(filter);
  if (!found) {
    context.complain(found.error());
    return std::nullopt;
  }
  return std::move(found).value();
}

}  // namespace cotejo::cli
