#include "cli/commands/selection.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <set>

#include "pipeline/checks/rule.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::cli {
namespace {

using store::DocumentRow;

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

std::string nearest(const std::string& typed, const std::vector<std::string>& names) {
  const auto best = std::max_element(names.begin(), names.end(), [&](const std::string& a, const std::string& b) {
    return likeness(typed, a) < likeness(typed, b);
  });
  return best != names.end() && likeness(typed, *best) >= kNear ? *best : std::string();
}

std::string listed(const std::vector<std::string>& names, const Context& context) {
  std::string list;
  for (std::size_t i = 0; i < std::min(names.size(), kNamesShown); ++i) list += (i == 0 ? "" : ", ") + names[i];
  if (names.size() > kNamesShown) list += " " + context.say(Text::and_more, names.size() - kNamesShown);
  return list;
}

void tell(Text problem, const std::string& typed, const std::vector<std::string>& names, const Context& context) {
  context.err << context.say(problem, typed);
  if (const std::string near = nearest(typed, names); !near.empty())
    context.err << context.say(Text::did_you_mean, near);
  context.err << '\n';
  if (!names.empty()) context.err << context.say(Text::there_are, listed(names, context)) << '\n';
}

bool holds(const std::string& name, const std::string& part) {
  return normalise::fold(name).find(normalise::fold(part)) != std::string::npos;
}

template <class Name>
std::vector<std::string> names_of(const std::vector<DocumentRow>& rows, Name name) {
  std::set<std::string> names;
  for (const DocumentRow& row : rows)
    if (std::string it = name(row); !it.empty()) names.insert(std::move(it));
  return {names.begin(), names.end()};
}

std::string vigencias_of(const DocumentRow& row) {
  if (row.info.vigencia_from == 0) return "";
  const std::string from = std::to_string(row.info.vigencia_from);
  return row.info.vigencia_to == row.info.vigencia_from ? from : from + "–" + std::to_string(row.info.vigencia_to);
}

// A number is a document's own where there is one of that number, whatever its name.
bool is_document(const DocumentRow& row, const std::string& document, const std::vector<DocumentRow>& all) {
  const auto numbered = [&](const DocumentRow& it) { return std::to_string(it.id) == document; };
  return std::any_of(all.begin(), all.end(), numbered) ? numbered(row)
                                                       : row.route == document || holds(row.route, document);
}

// Leaves those that the test accepts; tells when none is left.
template <class Test>
bool keep(std::vector<DocumentRow>& rows, Test test, Text problem, const std::string& typed,
          const std::vector<std::string>& names, const Context& context) {
  std::vector<DocumentRow> kept;
  std::copy_if(rows.begin(), rows.end(), std::back_inserter(kept), test);
  if (kept.empty()) {
    tell(problem, typed, names, context);
    return false;
  }
  rows = std::move(kept);
  return true;
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

std::optional<std::vector<DocumentRow>> select(const std::vector<DocumentRow>& all, const DocumentFilter& filter,
                                               const Context& context) {
  std::vector<DocumentRow> rows = all;
  if (!filter.older_versions) {
    std::erase_if(rows, [&](const DocumentRow& row) {
      return row.replaced_by != 0 && std::to_string(row.id) != filter.document;
    });
  }
  const bool found =
      (filter.document.empty() ||
       keep(
           rows, [&](const DocumentRow& row) { return is_document(row, filter.document, all); }, Text::no_such_document,
           filter.document, names_of(all, [](const DocumentRow& row) { return row.route; }), context)) &&
      (filter.entity.empty() ||
       keep(
           rows, [&](const DocumentRow& row) { return holds(row.info.entity, filter.entity); }, Text::no_such_entity,
           filter.entity, names_of(rows, [](const DocumentRow& row) { return row.info.entity; }), context)) &&
      (filter.vigencia == 0 ||
       keep(
           rows,
           [&](const DocumentRow& row) {
             return row.info.vigencia_from <= filter.vigencia && filter.vigencia <= row.info.vigencia_to;
           },
           Text::no_such_vigencia, std::to_string(filter.vigencia), names_of(rows, vigencias_of), context));
  return found ? std::optional(rows) : std::nullopt;
}

std::optional<int> narrow(store::Store& store, const DocumentFilter& filter,
                          std::optional<std::vector<std::int64_t>>& documents, const Context& context) {
  if (filter.empty()) {
    const auto standing = store.standing();
    if (!standing) return context.fail(standing.error());
    if (standing.value().older == 0 || filter.older_versions) return std::nullopt;
    auto current = store.current_documents();
    if (!current) return context.fail(current.error());
    documents = std::move(current).value();
    return std::nullopt;
  }
  const auto all = store.document_rows();
  if (!all) return context.fail(all.error());
  const auto wanted = select(all.value(), filter, context);
  if (!wanted) return kUsage;
  if (wanted->size() < all.value().size()) documents = ids_of(*wanted);
  return std::nullopt;
}

std::string rule_named(const std::string& name, const Context& context) {
  std::vector<std::string> names;
  for (const checks::Rule& rule : checks::rules()) {
    if (normalise::fold(rule.name) == normalise::fold(name)) return std::string(rule.name);
    names.emplace_back(rule.name);
  }
  tell(Text::no_such_rule, name, names, context);
  return "";
}

void tell_documents(store::Store& store, Format format, const Context& context) {
  const auto standing = store.standing();
  if (standing) (for_people(format) ? context.out : context.err) << documents_told(standing.value(), context) << '\n';
}

std::vector<std::int64_t> ids_of(const std::vector<DocumentRow>& rows) {
  std::vector<std::int64_t> ids;
  for (const DocumentRow& row : rows) ids.push_back(row.id);
  return ids;
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
  const auto all = store.document_rows();
  if (!all) {
    context.complain(all.error());
    return std::nullopt;
  }
  const auto wanted = select(all.value(), documents, context);
  if (!wanted) return std::nullopt;
  filter.documents = ids_of(*wanted);
  auto found = store.findings(filter);
  if (!found) {
    context.complain(found.error());
    return std::nullopt;
  }
  return std::move(found).value();
}

}  // namespace cotejo::cli
