#include "extractors/tables/aside/contents.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

#include "base/digits.h"
#include "extractors/tables/aside/tolerances.h"

namespace cotejo::tables {
namespace {

using namespace aside;

// The page number at the end of an entry, or -1.
long page_number(const TextLine& line) {
  if (line.segments.size() < 2 || (line.segments.size() > 3 && !line.leaders)) return -1;
  std::string text = line.segments.back().text();
  text.erase(0, std::min(text.find_first_not_of('.'), text.size()));  // the last of the dots that lead to it
  if (text.size() > longest_page_number || !base::all_digits(text)) return -1;
  // The title: words, after a number of its own.
  return is_value(line.segments[line.segments.size() - 2].text()) ? -1 : std::stol(text);
}

// A line that dots run through, or that begins with the number of a section.
bool is_entry(const TextLine& line) {
  const std::string first = line.segments.front().text();
  return line.leaders || (line.segments.size() == 2 && is_value(first) && first.find('.') != std::string::npos &&
                          !is_value(line.segments.back().text()));
}

// What stands right above the list names columns.
bool has_head(const std::vector<TextLine>& lines, std::size_t first) {
  if (first == 0) return false;
  const TextLine& above = lines[first - 1];
  // One that begins with a number is the first line of an entry.
  if (is_value(above.segments.front().text())) return false;
  return above.segments.size() >= 2 && lines[first].middle - above.middle < farthest_entry.of(lines[first].em);
}

// A row of figures right above or below: the numbers that never fall do so by chance.
bool among_figures(const std::vector<TextLine>& lines, std::size_t first, std::size_t last) {
  const auto figures = [&](std::size_t row, std::size_t entry) {
    const TextLine& line = lines[row];
    return line.segments.size() >= 2 && is_value(line.segments.back().text()) &&
           std::abs(line.middle - lines[entry].middle) < farthest_entry.of(lines[entry].em) &&
           std::abs(line.box.x1 - lines[entry].box.x1) < same_margin.of(lines[entry].em);
  };
  return (first > 0 && figures(first - 1, first)) || (last + 1 < lines.size() && figures(last + 1, last));
}

}  // namespace

void mark_contents(std::vector<TextLine>& lines) {
  for (std::size_t i = 0; i < lines.size();) {
    long page = page_number(lines[i]);
    if (page < 0) {
      ++i;
      continue;
    }
    const long first_page = page;
    const double margin = lines[i].box.x1, em = lines[i].em;
    std::size_t last = i;
    int entries = 1, led = lines[i].leaders ? 1 : 0;
    for (std::size_t k = i + 1; k < lines.size() && k - last <= wrapped; ++k) {
      if (lines[k].middle - lines[k - 1].middle > farthest_entry.of(em)) break;
      const long next = page_number(lines[k]);
      if (next < 0) {
        if (is_value(lines[k].segments.back().text())) break;  // a row of figures; else the first line of a title
        continue;
      }
      if (next < page || std::abs(lines[k].box.x1 - margin) > same_margin.of(em)) break;
      page = next;
      last = k;
      ++entries;
      led += lines[k].leaders ? 1 : 0;
    }
    const bool leads = led * 2 > entries;
    if (entries >= (leads ? led_entries : entries) && page > first_page && !has_head(lines, i) &&
        !among_figures(lines, i, last)) {
      // What goes on with the list though its page number cannot be read.
      std::size_t first = i;
      while (first > 0 && is_entry(lines[first - 1]) &&
             lines[first].middle - lines[first - 1].middle < farthest_entry.of(em))
        --first;
      while (last + 1 < lines.size() && is_entry(lines[last + 1]) &&
             lines[last + 1].middle - lines[last].middle < farthest_entry.of(em))
        ++last;
      for (std::size_t k = first; k <= last; ++k)
        for (Segment& segment : lines[k].segments) segment.aside = true;
    }
    i = last + 1;
  }
}

}  // namespace cotejo::tables
