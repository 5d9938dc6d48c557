#include "pipeline/mapping/pqrs/lines.h"

#include <algorithm>
#include <map>

#include "pipeline/mapping/pqrs/tolerances.h"

namespace cotejo::mapping {
namespace {

using model::Measure;

using namespace tolerances::lines;

}  // namespace

model::Dimension dimension_of(PqrsAxis axis) {
  return model::named<model::Dimension>(model::name_of(axis)).value_or(model::Dimension::total);
}

void add_label(PqrsLine& line, const PqrsLabel& label, PqrsAxis group) {
  if (label.empty()) return;
  line.text += line.text.empty() ? label.text : " / " + label.text;
  line.percent = line.percent || label.percent;
  line.foreign = line.foreign || (label.foreign && label.thing.empty() && label.measure == Measure::none);
  line.counts = line.counts || label.counts || label.subject;
  line.total = label.total && label.measure == Measure::none && label.thing.empty();
  if (label.measure != Measure::none) line.measure = label.measure;
  if (label.period.part() || (label.period.year != 0 && !line.period.part())) {
    const int year = line.period.year;
    line.period = label.period;
    if (line.period.year == 0) line.period.year = year;
  } else if (label.period.year != 0) {
    line.period.year = label.period.year;
  }
  if (label.axis == PqrsAxis::kind) line.type = label.thing;
  if (!label.type.empty()) line.type_if_things = label.type;
  if (!label.thing.empty()) {
    const bool alone = label.measure == Measure::none && label.period.empty();
    line.label = alone ? label.text : label.thing;
    line.axis = label.axis;
    line.key = label.thing;
  } else if (label.office || (is_thing(group) && label.unknown())) {
    line.label = label.text;
    line.axis = label.office ? PqrsAxis::dependency : group;
    line.key.clear();
  }
  line.unknown = label.unknown() && line.axis == PqrsAxis::none;
}

void join_lines(PqrsLine& line, const PqrsLine& part) {
  line.text += line.text.empty() ? part.text : " / " + part.text;
  if (line.axis == PqrsAxis::none) {
    line.axis = part.axis;
    line.label = part.label;
    line.key = part.key;
    line.total = line.total || part.total;
  } else if (part.axis != PqrsAxis::none && part.axis != line.axis && line.second_axis == PqrsAxis::none) {
    line.second_axis = part.axis;
    line.second_label = part.label;
  } else if (part.axis != PqrsAxis::none) {
    line.label += " / " + part.label;
  }
  if (line.type.empty()) line.type = part.type;
  if (line.type_if_things.empty()) line.type_if_things = part.type_if_things;
  if (part.measure != Measure::none) line.measure = part.measure;
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

PqrsAxis dominant_axis(const std::vector<PqrsLine>& lines, PqrsAxis named, const std::vector<int>& of) {
  if (named != PqrsAxis::none) return named;
  std::map<PqrsAxis, int> votes;
  int voters = 0;
  for (const int i : of) {
    const PqrsLine& line = lines[static_cast<std::size_t>(i)];
    if (line.total || line.blank) continue;
    ++voters;
    if (line.axis != PqrsAxis::none) {
      ++votes[line.axis];
    } else if (!line.period.empty()) {
      ++votes[PqrsAxis::period];
    } else if (line.measure != Measure::none) {
      ++votes[PqrsAxis::measure];
    }
  }
  for (const auto& [axis, count] : votes) {
    if (count * 2 >= voters && (count >= 2 || voters == 1)) return axis;
  }
  return PqrsAxis::none;
}

void give_axis(std::vector<PqrsLine>& lines, PqrsAxis axis, const std::vector<int>& to, bool subjects) {
  if (!is_thing(axis)) return;
  for (const int i : to) {
    PqrsLine& line = lines[static_cast<std::size_t>(i)];
    const bool sentence = std::count(line.text.begin(), line.text.end(), ' ') >= kMostNameWords;
    const bool type = axis == PqrsAxis::kind && !line.type_if_things.empty();
    const bool free = !sentence && line.axis == PqrsAxis::none && !line.total && !line.blank && line.period.empty() &&
                      (subjects || type || !line.counts);
    // "Quejas" may be a type in one table and a dependency's name in another: what the head says decides.
    if (free && (line.unknown || line.measure == Measure::none)) {
      line.label = line.text;
      line.axis = axis;
      line.unknown = false;
      if (axis == PqrsAxis::kind) line.key = line.type_if_things;
    } else if (line.axis != PqrsAxis::none && !line.total) {
      if (line.axis != axis) {
        line.label = line.text;
        line.key.clear();
      }
      line.axis = axis;
    }
  }
}

}  // namespace cotejo::mapping
