#include "pipeline/normalise/dates/calendar.h"

#include <array>
#include <cstdint>

namespace cotejo::normalise {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"enero",      "febrero", "marzo",     "abril",
                                                   "mayo",       "junio",   "julio",     "agosto",
                                                   "septiembre", "octubre", "noviembre", "diciembre"};

constexpr std::uint32_t three_letters(std::string_view word) {
  return static_cast<std::uint32_t>(static_cast<unsigned char>(word[0]) << 16 |
                                    static_cast<unsigned char>(word[1]) << 8 | static_cast<unsigned char>(word[2]));
}

bool leap(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

void append(std::string& text, int value, int digits) {
  for (int place = digits == 4 ? 1000 : 10; place > 0; place /= 10) text += static_cast<char>('0' + value / place % 10);
}

}  // namespace

int month_number(std::string_view word) {
  if (word.size() < 3) return 0;
  const int found = month_beginning(word);
  if (found == 0) return 0;
  if (word.starts_with("set")) return word == "setiembre" || word == "set" ? 9 : 0;
  return word.size() == 3 || word == "sept" || word == month_name(found) ? found : 0;
}

int month_beginning(std::string_view word) {
  if (word.size() < 3) return 0;
  constexpr auto kThree = [] {
    std::array<std::uint32_t, 12> three{};
    for (std::size_t i = 0; i < three.size(); ++i) three[i] = three_letters(kMonths[i]);
    return three;
  }();
  const std::uint32_t letters = three_letters(word);
  for (std::size_t i = 0; i < kThree.size(); ++i) {
    if (kThree[i] == letters) return static_cast<int>(i) + 1;
  }
  return letters == three_letters("set") ? 9 : 0;
}

std::string_view month_name(int month) {
  return kMonths[static_cast<std::size_t>(month - 1)];
}

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return kDays[static_cast<std::size_t>(month - 1)] + (month == 2 && leap(year) ? 1 : 0);
}

bool is_day(int year, int month, int day) {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year, month);
}

std::string iso_day(int year, int month, int day) {
  std::string text;
  append(text, year, 4);
  text += '-';
  append(text, month, 2);
  text += '-';
  append(text, day, 2);
  return text;
}

}  // namespace cotejo::normalise
