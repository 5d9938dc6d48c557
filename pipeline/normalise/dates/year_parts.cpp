#include "pipeline/normalise/dates/year_parts.h"

#include <algorithm>
#include <array>
#include <string>

#include "pipeline/normalise/dates/calendar.h"
#include "pipeline/normalise/dates/tolerances.h"
#include "pipeline/normalise/text/skeleton.h"
#include "pipeline/normalise/text/text.h"

// Heads of columns are cut anywhere ("Sep tiem bre", "Trimes tre I"), so they are read without their spaces.
namespace cotejo::normalise {
namespace {

using namespace tolerances::year_parts;

std::string squeezed(std::string_view text) {
  std::string letters = fold(text);
  letters.erase(std::remove(letters.begin(), letters.end(), ' '), letters.end());
  return letters;
}

// "enero2021", "itrimestrede2021" without their year.
std::string_view without_year(std::string_view text) {
  if (text.size() < 7) return text;
  const std::string_view tail = text.substr(text.size() - 4);
  const bool year = (tail.substr(0, 2) == "20" || tail.substr(0, 2) == "19") && is_digit(tail[2]) && is_digit(tail[3]);
  if (!year || is_digit(text[text.size() - 5])) return text;
  text.remove_suffix(4);
  for (const std::string_view word : {"delano", "dela", "del", "de", "ano"}) {
    if (text.size() > word.size() && text.substr(text.size() - word.size()) == word) {
      text.remove_suffix(word.size());
      break;
    }
  }
  return text;
}

// Every way the text may begin with a month: its number and how many letters of it are taken (three and more).
template <typename Visit>
bool any_month(std::string_view text, Visit visit) {
  for (int month = 1; month <= 12; ++month) {
    const std::string_view name = month_name(month);
    for (std::size_t length = std::min(name.size(), text.size()); length >= 3; --length) {
      if (text.substr(0, length) == name.substr(0, length) && visit(month, length)) return true;
    }
  }
  for (const std::string_view name : {"setiembre", "set"}) {
    if (text.substr(0, name.size()) == name && visit(9, name.size())) return true;
  }
  return false;
}

YearPart months_of(std::string_view text) {
  YearPart part;
  if (month_beginning(text) == 0) return part;
  any_month(text, [&](int first, std::size_t length) {
    std::string_view rest = text.substr(length);
    if (rest.empty()) {
      part = {first, first};
      return true;
    }
    for (const std::string_view joint : {"", "a", "al", "hasta", "y"}) {
      if (rest.substr(0, joint.size()) != joint) continue;
      const std::string_view second = rest.substr(joint.size());
      const bool found = any_month(second, [&](int last, std::size_t taken) {
        if (taken != second.size() || last <= first) return false;
        part = {first, last};
        return true;
      });
      if (found) return true;
    }
    return false;
  });
  return part;
}

struct Ordinal {
  std::string_view word;
  int value;
};
// Longest first: "iii" before "i".
constexpr std::array<Ordinal, 35> kOrdinals{{
    {"primero", 1}, {"primera", 1}, {"segundo", 2}, {"segunda", 2}, {"tercero", 3}, {"tercera", 3}, {"primer", 1},
    {"tercer", 3},  {"cuarto", 4},  {"cuarta", 4},  {"quinto", 5},  {"sexto", 6},   {"1ero", 1},    {"3ero", 3},
    {"1er", 1},     {"1ro", 1},     {"2do", 2},     {"2da", 2},     {"3er", 3},     {"3ro", 3},     {"4to", 4},
    {"4ta", 4},     {"5to", 5},     {"6to", 6},     {"iii", 3},     {"ii", 2},      {"iv", 4},      {"vi", 6},
    {"i", 1},       {"v", 5},       {"1", 1},       {"2", 2},       {"3", 3},       {"4", 4},       {"5", 5},
}};

int ordinal_of(std::string_view text) {
  if (text == "6") return 6;
  for (const Ordinal& ordinal : kOrdinals) {
    if (ordinal.word == text) return ordinal.value;
  }
  return 0;
}

// Months in a part that this word names; 0 for none.
int length_of(std::string_view word) {
  struct Part {
    std::string_view name;
    std::size_t shortest;  // abbreviations down to this length
    int months;
  };
  constexpr std::array<Part, 4> kParts{
      {{"bimestre", 3, 2}, {"trimestre", 4, 3}, {"cuatrimestre", 4, 4}, {"semestre", 3, 6}}};
  if (word == "tri") return 3;
  for (const Part& part : kParts) {
    if (word.size() >= part.shortest && part.name.substr(0, word.size()) == word) return part.months;
  }
  return 0;
}

YearPart nth_part(int length, int nth) {
  if (length == 0 || nth < 1 || nth * length > 12) return {};
  return {(nth - 1) * length + 1, nth * length};
}

YearPart named_part(std::string_view text) {
  if (text.size() == 2 && is_digit(text[1]) && (text[0] == 't' || text[0] == 'q')) return nth_part(3, text[1] - '0');
  if (text.size() == 2 && is_digit(text[0]) && (text[1] == 't' || text[1] == 'q')) return nth_part(3, text[0] - '0');
  constexpr std::array<std::string_view, 4> kBeginnings{"bim", "tri", "cuat", "sem"};
  const bool named = std::any_of(kBeginnings.begin(), kBeginnings.end(),
                                 [&](std::string_view beginning) { return text.find(beginning) != text.npos; });
  if (!named) return {};
  for (std::size_t cut = 1; cut < text.size(); ++cut) {
    for (const auto& [ordinal, noun] :
         {std::pair(text.substr(0, cut), text.substr(cut)), std::pair(text.substr(cut), text.substr(0, cut))}) {
      const YearPart part = nth_part(length_of(noun), ordinal_of(ordinal));
      if (part.first_month != 0) return part;
    }
  }
  return {};
}

}  // namespace

int month_of(std::string_view text) {
  const std::string letters = squeezed(text);
  int month = 0;
  if (month_beginning(letters) == 0) return 0;
  any_month(letters, [&](int number, std::size_t length) {
    if (length == letters.size()) month = number;
    return month != 0;
  });
  return month;
}

YearPart year_part_of(std::string_view text) {
  const std::string letters = squeezed(text);
  if (letters.size() > kLongestHead) return {};
  const std::string_view head = without_year(letters);
  const YearPart months = months_of(head);
  return months.first_month != 0 ? months : named_part(head);
}

}  // namespace cotejo::normalise
