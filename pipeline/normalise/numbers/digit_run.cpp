#include "pipeline/normalise/numbers/digit_run.h"

#include <array>
#include <optional>
#include <string>

#include "base/grouped_figure.h"

namespace cotejo::normalise {
namespace {

using model::Decimal;

constexpr int kMostDigits = 18;   // of a mantissa
constexpr int kMostDecimals = 6;  // of a Decimal

// Digits with the lengths of their groups and the separators between them: "1'250.000" is 1250000, {1,3,3}, "'.".
struct Groups {
  std::string digits;
  std::string separators;
  std::array<std::uint8_t, 12> lengths{};
  std::size_t count = 0;
  bool overflow = false;

  void begin_group(char separator) {
    if (count == lengths.size()) {
      overflow = true;
      return;
    }
    if (count > 0) separators += separator;
    ++count;
  }
  void add(char digit) {
    if (digits.size() >= 40) overflow = true;
    if (overflow) return;
    digits += digit;
    ++lengths[count - 1];
  }
  [[nodiscard]] int last() const { return lengths[count - 1]; }
  // Whether all but the last, which may be decimals, are as groups are written.
  [[nodiscard]] bool grouped() const {
    return base::in_groups(lengths.begin(), lengths.begin() + static_cast<std::ptrdiff_t>(count) - 1,
                           [](std::uint8_t length) { return std::size_t{length}; });
  }
};

// The last `decimals` digits are decimals; more than six are rounded to six (spreadsheets print raw binary fractions).
std::optional<Decimal> decimal_of(std::string_view digits, int decimals) {
  bool round_up = false;
  while (decimals > kMostDecimals) {
    round_up = digits.back() >= '5';
    digits.remove_suffix(1);
    --decimals;
  }
  while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
  if (static_cast<int>(digits.size()) > kMostDigits) return std::nullopt;
  std::int64_t mantissa = 0;
  for (const char digit : digits) mantissa = mantissa * 10 + (digit - '0');
  return Decimal{mantissa + (round_up ? 1 : 0), static_cast<std::int8_t>(-decimals)};
}

DecimalMark mark_of(char decimal_separator) {
  return decimal_separator == ',' ? DecimalMark::comma : DecimalMark::point;
}

void set_number(DigitRun& run, const Groups& groups, int decimals, DecimalMark shown) {
  const auto value = decimal_of(groups.digits, decimals);
  if (!value) return;
  run.kind = DigitRun::Kind::number;
  run.value = *value;
  run.shown = shown;
}

void set_open(DigitRun& run, const Groups& groups) {
  const auto as_decimal = decimal_of(groups.digits, 3);
  const auto as_groups = decimal_of(groups.digits, 0);
  if (!as_decimal || !as_groups) return;
  run.kind = DigitRun::Kind::open;
  run.as_decimal = *as_decimal;
  run.as_groups = *as_groups;
}

// One separator: not three digits after it, or digits before it that no group has, make it the decimal one.
void judge_one(DigitRun& run, const Groups& groups) {
  const char separator = groups.separators[0];
  const int first = groups.lengths[0];
  const int last = groups.last();
  if (separator == '\'' || separator == ' ') {
    if (groups.grouped() && last == 3) set_number(run, groups, 0, DecimalMark::unknown);
  } else if (last != 3 || !groups.grouped() || (first == 1 && groups.digits[0] == '0')) {
    set_number(run, groups, last, mark_of(separator));
  } else {
    set_open(run, groups);
  }
}

// Two and more separators: all groups but the last have three digits, so only the last separator is in question.
void judge_many(DigitRun& run, const Groups& groups) {
  const int last = groups.last();
  const char separator = groups.separators.back();
  if (!groups.grouped()) return;
  const bool all_zero = groups.digits.find_first_not_of('0') == std::string::npos;
  if (groups.digits[0] == '0' && !all_zero) return;  // a code: no amount of thousands begins with a zero
  const std::string_view earlier = std::string_view(groups.separators).substr(0, groups.separators.size() - 1);
  const bool points = earlier.find('.') != std::string_view::npos;
  const bool commas = earlier.find(',') != std::string_view::npos;
  const bool same = separator == '.' ? points : commas;
  const bool other = separator == '.' ? commas : points;
  if (separator == '\'' || separator == ' ') {
    if (last == 3) set_number(run, groups, 0, DecimalMark::unknown);
  } else if (!same && other) {
    set_number(run, groups, last, mark_of(separator));
  } else if (same && last == 3) {
    const DecimalMark shown = separator == '.' ? DecimalMark::comma : DecimalMark::point;
    set_number(run, groups, 0, other ? DecimalMark::unknown : shown);
  } else if (same) {
    if (last < 3) set_number(run, groups, last, DecimalMark::unknown);  // 5.258.70: a point for everything
  } else if (last != 3) {
    set_number(run, groups, last, mark_of(separator));  // 1'250,50 and 1 250,50
  } else if (earlier.find('\'') != std::string_view::npos) {
    set_number(run, groups, 0, separator == '.' ? DecimalMark::comma : DecimalMark::point);  // 1'250.000
  } else {
    set_open(run, groups);  // 1 250.000
  }
}

DigitRun judge(const Groups& groups, std::size_t end) {
  DigitRun run;
  run.end = end;
  run.digits = static_cast<int>(groups.digits.size());
  run.separators = static_cast<int>(groups.separators.size());
  run.leading_zero = groups.digits[0] == '0' && groups.lengths[0] > 1;
  if (!groups.separators.empty()) run.last_separator = groups.separators.back();
  if (groups.overflow) return run;
  if (groups.count == 1) {
    set_number(run, groups, 0, DecimalMark::unknown);
  } else if (groups.count == 2) {
    judge_one(run, groups);
  } else {
    judge_many(run, groups);
  }
  return run;
}

bool is_separator(char c) {
  return c == '.' || c == ',' || c == '\'';
}

// A place where white space may stand inside a figure.
struct Gap {
  std::size_t next = 0;   // the digit after it
  char separator = '\0';  // ' ' for none but the space; '\0': no gap here
  bool line = false;      // a line break is in it
  bool hard = false;      // only spaces that do not break are in it
};

Gap gap_at(const Skeleton& text, std::size_t at) {
  Gap gap;
  std::size_t i = at;
  if (is_separator(text[i])) gap.separator = text[i++];
  gap.hard = true;
  const std::size_t spaces = i;
  for (; is_space(text[i]); ++i) {
    gap.line = gap.line || text[i] == '\n';
    gap.hard = gap.hard && text[i] == kHardSpace;
  }
  if (i == spaces || i - spaces > 2) return {};
  if (gap.separator == '\0' && (text[i] == '.' || text[i] == ',')) gap.separator = text[i++];
  if (!is_digit(text[i])) return {};
  if (gap.separator == '\0') gap.separator = ' ';
  gap.next = i;
  return gap;
}

int digits_at(const Skeleton& text, std::size_t at) {
  int count = 0;
  while (is_digit(text[at + static_cast<std::size_t>(count)]) && count < 4) ++count;
  return count;
}

enum class Join : std::uint8_t { no, group, same_group };

// Whether the digits after a gap go on with the figure before it.
Join join(const Skeleton& text, const Groups& before, const Gap& gap, Place place, bool money) {
  const int after = digits_at(text, gap.next);
  if (gap.separator != ' ') {
    if (place == Place::prose || after > 3) return Join::no;
    const bool known = before.separators.find(gap.separator) != std::string::npos;
    const bool decimals = after < 3 && !before.separators.empty() && !known;
    return (gap.line || gap.hard || known || money) && (after == 3 || decimals) ? Join::group : Join::no;
  }
  const bool whole_group =
      after == 3 && before.count > 0 && before.last() <= 3 && (before.count == 1 || before.last() == 3);
  if (gap.hard && whole_group) return Join::group;
  if (place == Place::prose) return Join::no;
  if (before.separators.size() >= 2 && before.last() < 3) {
    const char separator = before.separators.back();
    const bool repeated = before.separators.find(separator) + 1 < before.separators.size();
    if (repeated && before.last() + after == 3) return Join::same_group;                     // 155.190.939.5|74
    if (!repeated && gap.line && before.last() == 1 && after == 1) return Join::same_group;  // 1.234.567,8|9
  }
  return money && whole_group && !gap.line && before.separators.find_first_not_of(' ') == std::string::npos
             ? Join::group
             : Join::no;
}

}  // namespace

DigitRun read_digits(const Skeleton& text, std::size_t begin, Place place, bool money) {
  Groups groups;
  groups.begin_group('\0');
  DigitRun best;  // the longest reading so far that is well formed
  bool tried = false;
  std::size_t at = begin;
  for (;;) {
    for (; is_digit(text[at]); ++at) groups.add(text[at]);
    if (is_separator(text[at]) && is_digit(text[at + 1])) {
      groups.begin_group(text[at++]);
      continue;
    }
    // White space: keep what was read up to here, and go on only where the rest reads on.
    const DigitRun here = judge(groups, at);
    if (!tried || here.kind != DigitRun::Kind::malformed) best = here;
    tried = true;
    const Gap gap = gap_at(text, at);
    const Join how = gap.separator == '\0' ? Join::no : join(text, groups, gap, place, money);
    if (how == Join::no || groups.overflow) return best;
    if (how == Join::group) groups.begin_group(gap.separator);
    at = gap.next;
  }
}

}  // namespace cotejo::normalise
