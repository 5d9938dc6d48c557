#include "pipeline/run/merge/plan.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "pipeline/run/load.h"
#include "pipeline/run/reuse.h"

namespace cotejo::run {

using model::Result;
using model::Status;

namespace {

std::string told(const store::DecisionRow& row) {
  return std::string(model::name_of(row.state)) + (row.value.empty() ? "" : " " + row.value) + " (" + row.author +
         ", " + row.time + ")";
}
std::string told(const store::Correction& row) {
  return "«" + row.value + "» (" + row.author + ", " + row.time + ")";
}
std::string told(const store::ReadingCorrection& row) {
  return "«" + row.told.text + "» (" + row.author + ", " + row.time + ")";
}
std::string told(const store::TaughtWord& row) {
  return row.meaning + " (" + row.author + ", " + row.time + ")";
}

bool agree(const store::DecisionRow& a, const store::DecisionRow& b) {
  return a.state == b.state && a.value == b.value;
}
bool agree(const store::Correction& a, const store::Correction& b) {
  return a.value == b.value;
}
bool agree(const store::ReadingCorrection& a, const store::ReadingCorrection& b) {
  return a.told.text == b.told.text;
}

// What was said of one thing by one base after another. Two whose last words differ are in conflict, unless one of
// them had heard the other's.
template <class Row>
struct Said {
  std::vector<Row> rows;  // oldest first
  std::string base;       // that said the last of them

  void take(const std::vector<Row>& more, const std::string& name, Conflict::About about, const std::string& what,
            std::vector<Conflict>& conflicts) {
    if (rows.empty()) {
      rows = more;
      base = name;
      return;
    }
    const Row ours = rows.back(), theirs = more.back();
    const bool apart = !agree(ours, theirs) && !holds(rows, theirs) && !holds(more, ours);
    store::put_among(rows, more);
    const bool later = !same(theirs, ours) && same(rows.back(), theirs);
    if (apart && later) conflicts.push_back({about, what, told(theirs), name, told(ours), base});
    if (apart && !later) conflicts.push_back({about, what, told(ours), base, told(theirs), name});
    if (later) base = name;
  }

 private:
  static bool same(const Row& a, const Row& b) { return a.time == b.time && agree(a, b); }
  static bool holds(const std::vector<Row>& all, const Row& row) {
    return std::any_of(all.begin(), all.end(), [&](const Row& it) { return same(it, row); });
  }
};

// A base that speaks, by the name that the person gave it.
struct Speaker {
  store::Store& store;
  const std::string& name;
};

std::vector<Speaker> speakers(store::Store& into, const std::string& into_name, std::vector<OtherBase>& bases) {
  std::vector<Speaker> all{{into, into_name}};
  for (OtherBase& base : bases) all.push_back({base.store, base.name});
  return all;
}

Status add_decisions(const std::vector<Speaker>& all, MergePlan& plan) {
  std::map<std::pair<std::string, std::string>, Said<store::DecisionRow>> said;
  for (const Speaker& speaker : all) {
    const auto decisions = store::decisions_of(speaker.store);
    if (!decisions) return decisions.error();
    std::map<std::pair<std::string, std::string>, std::vector<store::DecisionRow>> own;
    std::map<std::pair<std::string, std::string>, std::string> marks;
    for (const store::DecisionOn& it : decisions.value()) {
      own[{it.sha256, it.fingerprint}].push_back(it.decision);
      marks[{it.sha256, it.fingerprint}] = it.mark;
    }
    for (const auto& [finding, rows] : own)
      said[finding].take(rows, speaker.name, Conflict::About::decision, marks[finding], plan.conflicts);
  }
  for (const auto& [finding, it] : said)
    for (const store::DecisionRow& row : it.rows) plan.decisions.push_back({finding.first, finding.second, "", row});
  return model::Done{};
}

Status add_corrections(const std::vector<Speaker>& all, MergePlan& plan) {
  std::map<std::pair<std::string, std::string>, Said<store::Correction>> said;
  for (const Speaker& speaker : all) {
    const auto corrections = store::corrections_of(speaker.store);
    if (!corrections) return corrections.error();
    std::map<std::pair<std::string, std::string>, std::vector<store::Correction>> own;
    for (const store::Correction& it : corrections.value()) own[{it.sha256, it.field}].push_back(it);
    for (const auto& [field, rows] : own) {
      const auto document = plan.documents.find(field.first);
      const std::string route = document == plan.documents.end() ? field.first : document->second.document.route;
      said[field].take(rows, speaker.name, Conflict::About::correction, route + ": " + field.second, plan.conflicts);
    }
  }
  for (const auto& [field, it] : said) store::put_among(plan.corrections[field.first], it.rows);
  return model::Done{};
}

// Rows about one place of one page stand together.
struct Place {
  int page = 0;
  model::Rect box;
  [[nodiscard]] bool holds(const model::ToldReading& told) const {
    return told.page == page && model::same_place(box, told.box);
  }
};

template <class About>
About& at_place(std::vector<std::pair<Place, About>>& all, const model::ToldReading& told) {
  const auto there = std::find_if(all.begin(), all.end(), [&](const auto& it) { return it.first.holds(told); });
  if (there != all.end()) return there->second;
  return all.emplace_back(Place{told.page, told.box}, About{}).second;
}

Status add_readings(const std::vector<Speaker>& all, MergePlan& plan) {
  std::map<std::string, std::vector<std::pair<Place, Said<store::ReadingCorrection>>>> said;
  for (const Speaker& speaker : all) {
    const auto readings = store::reading_corrections_of(speaker.store);
    if (!readings) return readings.error();
    std::map<std::string, std::vector<std::pair<Place, std::vector<store::ReadingCorrection>>>> own;
    for (const store::ReadingCorrection& it : readings.value()) at_place(own[it.sha256], it.told).push_back(it);
    for (const auto& [content, places] : own) {
      for (const auto& [place, rows] : places) {
        const auto document = plan.documents.find(content);
        const std::string route = document == plan.documents.end() ? content : document->second.document.route;
        at_place(said[content], rows.back().told)
            .take(rows, speaker.name, Conflict::About::reading, route + ": " + std::to_string(place.page),
                  plan.conflicts);
      }
    }
  }
  for (const auto& [content, places] : said)
    for (const auto& [place, it] : places) store::put_among(plan.readings[content], it.rows);
  return model::Done{};
}

ExtractRank rank_of(const store::OtherDocument& document, const std::string& own) {
  return extract_rank(std::string(extract_part(document.settings)), document.state, own);
}

void add_document(MergePlan& plan, std::size_t base, const store::OtherDocument& document,
                  const std::vector<OtherBase>& bases, const std::string& own) {
  const std::string key =
      document.sha256.empty() && !document.places.empty() ? document.places.front().path : document.sha256;
  if (key.empty()) return;
  auto [it, fresh] = plan.documents.try_emplace(key);
  MergePlan::Document& planned = it->second;
  if (fresh) {
    planned = {base, document, {}, {}};
  } else if ((document.settings != planned.document.settings || document.state != planned.document.state) &&
             !document.sha256.empty()) {
    const bool better = rank_of(document, own) > rank_of(planned.document, own);
    const std::string kept(extract_part((better ? document : planned.document).settings));
    const std::string dropped(extract_part((better ? planned.document : document).settings));
    const std::string &name = bases[base].name, &before = bases[planned.base].name;
    if (kept != dropped)
      plan.conflicts.push_back(
          {Conflict::About::extract, document.route, kept, better ? name : before, dropped, better ? before : name});
    if (better) {
      planned.base = base;
      planned.document = document;
    }
  }
  for (const store::OtherPlace& place : document.places) {
    const auto has = [&](const store::OtherPlace& known) { return known.path == place.path; };
    if (std::none_of(planned.places.begin(), planned.places.end(), has)) planned.places.push_back(place);
  }
  if (!document.replaced_by.empty()) planned.now = document.replaced_by;
}

// What `into` holds already, by content.
struct Here {
  std::map<std::string, std::string> owner;  // of a path
  std::map<std::string, std::string> now;    // what the file of an older version holds now
  std::map<std::string, std::vector<store::OtherPlace>> places;
};

Result<Here> already_in(store::Store& into) {
  const auto documents = store::documents_of(into);
  if (!documents) return documents.error();
  Here here;
  for (const store::OtherDocument& document : documents.value()) {
    if (document.sha256.empty()) continue;  // whoever reads it takes its place
    for (const store::OtherPlace& place : document.places) here.owner[place.path] = document.sha256;
    if (!document.replaced_by.empty()) here.now[document.sha256] = document.replaced_by;
    here.places[document.sha256] = document.places;
  }
  return here;
}

// What is left without a place keeps those that it has here and that are still its own, or is an older version where it
// is known as one.
void settle_without_place(MergePlan::Document& planned, const Here& here,
                          const std::map<std::string, std::string>& owner) {
  const std::string& content = planned.document.sha256;
  if (const auto now = here.now.find(content); now != here.now.end() && planned.now.empty()) planned.now = now->second;
  const auto own = here.places.find(content);
  if (own == here.places.end()) return;
  for (const store::OtherPlace& place : own->second)
    if (owner.at(place.path) == content && place.path != place_of_bundle(content, planned.document.route))
      planned.places.push_back(place);
}

// Each path to one content: of two, one of which is an older version of the other, to the newer; else to the one that
// is there already or was named first, for two offices may well have different files at one path.
void settle_places(MergePlan& plan, const Here& here) {
  std::map<std::string, std::string> owner = here.owner;
  const auto drop = [&](const std::string& content, const std::string& path) {
    const auto planned = plan.documents.find(content);
    if (planned != plan.documents.end())
      std::erase_if(planned->second.places, [&](const auto& place) { return place.path == path; });
  };
  const auto is_older = [&](const std::string& content, const std::string& than) {
    const auto planned = plan.documents.find(content);
    const auto known = here.now.find(content);
    return (planned != plan.documents.end() && planned->second.now == than) ||
           (known != here.now.end() && known->second == than);
  };
  std::vector<std::string> by_base;
  for (const auto& [content, planned] : plan.documents) by_base.push_back(content);
  std::stable_sort(by_base.begin(), by_base.end(), [&](const std::string& a, const std::string& b) {
    const MergePlan::Document &x = plan.documents.at(a), &y = plan.documents.at(b);
    return std::tuple(x.document.sha256.empty(), x.base) < std::tuple(y.document.sha256.empty(), y.base);
  });
  for (const std::string& content : by_base) {
    const std::vector<store::OtherPlace> places = plan.documents.at(content).places;
    for (const store::OtherPlace& place : places) {
      const auto [it, free] = owner.try_emplace(place.path, content);
      if (free || it->second == content) continue;
      const std::string other = it->second;
      if (is_older(other, content)) {
        drop(other, place.path);
        it->second = content;
        continue;
      }
      drop(content, place.path);
      if (!is_older(content, other) && !plan.documents.at(content).document.sha256.empty())
        plan.conflicts.push_back({Conflict::About::place, place.path, other, "", content, ""});
    }
  }
  for (auto& [content, planned] : plan.documents) {
    if (planned.places.empty()) settle_without_place(planned, here, owner);
    if (!planned.places.empty()) planned.now.clear();
  }
}

}  // namespace

Result<MergePlan> plan_merge(store::Store& into, const std::string& into_name, std::vector<OtherBase>& bases,
                             const std::string& own) {
  MergePlan plan;
  for (std::size_t base = 0; base < bases.size(); ++base) {
    const auto documents = store::documents_of(bases[base].store);
    if (!documents) return documents.error();
    for (const store::OtherDocument& document : documents.value()) add_document(plan, base, document, bases, own);
  }
  const auto here = already_in(into);
  if (!here) return here.error();
  settle_places(plan, here.value());
  const std::vector<Speaker> all = speakers(into, into_name, bases);
  if (const Status status = add_decisions(all, plan); !status) return status.error();
  if (const Status status = add_corrections(all, plan); !status) return status.error();
  if (const Status status = add_readings(all, plan); !status) return status.error();
  return plan;
}

Result<std::vector<store::TaughtWord>> words_together(store::Store& into, const std::string& into_name,
                                                      std::vector<OtherBase>& bases, std::vector<Conflict>& conflicts) {
  struct Kept {
    store::TaughtWord word;
    std::string base;
  };
  std::map<std::tuple<std::string, std::string, std::string>, Kept> kept;
  for (const Speaker& speaker : speakers(into, into_name, bases)) {
    const auto words = speaker.store.taught();
    if (!words) return words.error();
    for (const store::TaughtWord& word : words.value()) {
      const auto [it, fresh] = kept.try_emplace({word.section, word.key, word.entity}, Kept{word, speaker.name});
      if (fresh) continue;
      const Kept before = it->second;
      const bool later = word.time > before.word.time;
      if (later) it->second = {word, speaker.name};
      if (word.meaning == before.word.meaning) continue;
      const Kept& dropped = later ? before : Kept{word, speaker.name};
      conflicts.push_back(
          {Conflict::About::word, word.word, told(it->second.word), it->second.base, told(dropped.word), dropped.base});
    }
  }
  std::vector<store::TaughtWord> all;
  for (const auto& [key, it] : kept) all.push_back(it.word);
  return all;
}

}  // namespace cotejo::run
