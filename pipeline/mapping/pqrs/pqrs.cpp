#include "pipeline/mapping/pqrs/pqrs.h"

#include <algorithm>
#include <optional>
#include <set>

#include "pipeline/mapping/pqrs/tolerances.h"
#include "pipeline/mapping/words/tokens.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::pqrs;

bool running(const model::Block& block) {
  return block.kind == model::BlockKind::running_head || block.kind == model::BlockKind::running_foot;
}

// Any range of months names the same stretch whatever its words: "III trimestre" and "julio a septiembre".
bool same_part(const Period& a, const Period& b) {
  return a.first_month == b.first_month && a.last_month == b.last_month;
}

Period document_period(const model::Bundle& bundle, const PqrsWords& words) {
  std::optional<Period> found;
  for (const model::Block& block : bundle.blocks) {
    if (block.page > kFirstPages) break;
    if (running(block)) continue;
    const bool heading = block.kind == model::BlockKind::heading;
    if (!heading && words.own_period.longest(normalise::fold(block.text)) == nullptr) continue;
    for (const Period& period : find_periods(block.text)) {
      // A single month is most often the date of a letter.
      if (!period.part() || period.first_month == period.last_month) continue;
      if (found && !same_part(*found, period)) return {};
      if (!found) found = period;
      if (found->year == 0) found->year = period.year;
    }
  }
  return found.value_or(Period{});
}

bool reports_on_pqrs(const model::Bundle& bundle, const PqrsWords& words, const model::DocumentInfo& document) {
  if (document.kind == "informe_pqrs" || words.speaks_of_pqrs(normalise::fold(document.title))) return true;
  std::set<int> pages;
  bool at_start = false;
  for (const model::Block& block : bundle.blocks) {
    if (running(block) || pages.contains(block.page)) continue;
    if (!at_start && block.page > kFirstPages) return false;  // blocks stand in the order of their pages
    if (!words.speaks_of_pqrs(normalise::fold(block.text))) continue;
    pages.insert(block.page);
    at_start = at_start || block.page <= kFirstPages;
    if (at_start && pages.size() * kPagesEach >= bundle.pages.size()) return true;
  }
  return false;
}

}  // namespace

PqrsSubject pqrs_subject(const model::Bundle& bundle, const Vocabulary& vocabulary,
                         const model::DocumentInfo& document) {
  PqrsSubject subject{PqrsWords(vocabulary), {}, false};
  subject.period = document_period(bundle, subject.words);
  subject.document = reports_on_pqrs(bundle, subject.words, document);
  return subject;
}

}  // namespace cotejo::mapping
