#include "pipeline/mapping/pqrs/lines.h"

#include <algorithm>
#include <map>

namespace cotejo::mapping {
namespace {

constexpr std::ptrdiff_t kMostNameWords = 12;  // of a type, channel or dependency: longer labels are sentences

}  // namespace

bool is_further_thing(std::string_view dimension) {
  return dimension == "eps" || dimension == "motivo" || dimension == "asunto";
}

bool is_thing(std::string_view dimension) {
  return dimension == "tipo" || dimension == "canal" || dimension == "dependencia" || is_further_thing(dimension);
}

void add_label(PqrsLine& line, const PqrsLabel& label, const std::string& group) {
  if (label.empty()) return;
  line.text += line.text.empty() ? label.text : " / " + label.text;
  line.percent = line.percent || label.percent;
  line.foreign = line.foreign || (label.foreign && label.thing.empty() && label.measure.empty());
  line.counts = line.counts || label.counts || label.subject;
  line.total = label.total && label.measure.empty() && label.thing.empty();
  if (!label.measure.empty()) line.measure = label.measure;
  if (label.period.part() || (label.period.year != 0 && !line.period.part())) {
    const int year = line.period.year;
    line.period = label.period;
    if (line.period.year == 0) line.period.year = year;
  } else if (label.period.year != 0) {
    line.period.year = label.period.year;
  }
  if (label.dimension == "tipo") line.type = label.thing;
  if (!label.type.empty()) line.type_if_things = label.type;
  if (!label.thing.empty()) {
    const bool alone = label.measure.empty() && label.period.empty();
    line.label = alone ? label.text : label.thing;
    line.dimension = label.dimension;
    line.key = label.thing;
  } else if (label.office || (is_thing(group) && label.unknown())) {
    line.label = label.text;
    line.dimension = label.office ? "dependencia" : group;
    line.key.clear();
  }
  line.unknown = label.unknown() && line.dimension.empty();
}

void join_lines(PqrsLine& line, const PqrsLine& part) {
  line.text += line.text.empty() ? part.text : " / " + part.text;
  if (line.dimension.empty()) {
    line.dimension = part.dimension;
    line.label = part.label;
    line.key = part.key;
    line.total = line.total || part.total;
  } else if (!part.dimension.empty() && part.dimension != line.dimension && line.second_dimension.empty()) {
    line.second_dimension = part.dimension;
    line.second_label = part.label;
  } else if (!part.dimension.empty()) {
    line.label += " / " + part.label;
  }
  if (line.type.empty()) line.type = part.type;
  if (line.type_if_things.empty()) line.type_if_things = part.type_if_things;
  if (!part.measure.empty()) line.measure = part.measure;
  if (part.period.part() || line.period.empty()) {
    const int year = line.period.year;
    line.period = part.period;
    if (line.period.year == 0) line.period.year = year;
  } else if (line.period.year == 0) {
    line.period.year = part.period.year;
  }
  line.percent = line.percent || part.percent;
  line.foreign = line.foreign || part.foreign;
  line.counts = line.counts || part.counts;
  line.unknown = line.unknown || part.unknown;
}

std::string dominant_name(const std::vector<PqrsLine>& lines, const std::string& named, const std::vector<int>& of) {
  if (!named.empty()) return named;
  std::map<std::string, int> votes;
  int voters = 0;
  for (const int i : of) {
    const PqrsLine& line = lines[static_cast<std::size_t>(i)];
    if (line.total || line.blank) continue;
    ++voters;
    if (!line.dimension.empty()) {
      ++votes[line.dimension];
    } else if (!line.period.empty()) {
      ++votes["periodo"];
    } else if (!line.measure.empty()) {
      ++votes["medida"];
    }
  }
  for (const auto& [name, count] : votes) {
    if (count * 2 >= voters && (count >= 2 || voters == 1)) return name;
  }
  return {};
}

void give_dimension(std::vector<PqrsLine>& lines, const std::string& dimension, const std::vector<int>& to,
                    bool subjects) {
  if (!is_thing(dimension)) return;
  for (const int i : to) {
    PqrsLine& line = lines[static_cast<std::size_t>(i)];
    const bool sentence = std::count(line.text.begin(), line.text.end(), ' ') >= kMostNameWords;
    const bool type = dimension == "tipo" && !line.type_if_things.empty();
    const bool free = !sentence && line.dimension.empty() && !line.total && !line.blank && line.period.empty() &&
                      (subjects || type || !line.counts);
    // "Quejas" may be a type in one table and a dependency's name in another: what the head says decides.
    if (free && (line.unknown || line.measure.empty())) {
      line.label = line.text;
      line.dimension = dimension;
      line.unknown = false;
      if (dimension == "tipo") line.key = line.type_if_things;
    } else if (!line.dimension.empty() && !line.total) {
      if (line.dimension != dimension) {
        line.label = line.text;
        line.key.clear();
      }
      line.dimension = dimension;
    }
  }
}

}  // namespace cotejo::mapping
