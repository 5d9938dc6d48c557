#include "pipeline/normalise/numbers/numbers.h"

#include <algorithm>
#include <array>

#include "base/digits.h"
#include "pipeline/normalise/dates/date_parts.h"
#include "pipeline/normalise/numbers/figure.h"
#include "pipeline/normalise/numbers/token_words.h"
#include "pipeline/normalise/numbers/tolerances.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::normalise {
namespace {

using namespace tolerances::numbers;

using model::Unit;

// Folded texts of a cell that say why there is no figure.
constexpr std::array<std::string_view, 24> kNotAvailable{"n a",
                                                         "na",
                                                         "n d",
                                                         "nd",
                                                         "s d",
                                                         "sd",
                                                         "n r",
                                                         "nr",
                                                         "s i",
                                                         "no aplica",
                                                         "no aplica",
                                                         "no disponible",
                                                         "sin dato",
                                                         "sin datos",
                                                         "sin informacion",
                                                         "no registra",
                                                         "no reporta",
                                                         "no reportado",
                                                         "no se reporta",
                                                         "sin reporte",
                                                         "ref",
                                                         "div 0",
                                                         "valor",
                                                         "value"};

// "#######": a spreadsheet's column was too narrow for the figure.
bool is_hashes(const Skeleton& text, std::size_t begin, std::size_t end) {
  if (end - begin < kFewestHashes) return false;
  for (std::size_t i = begin; i < end; ++i) {
    if (text[i] != '#' && !is_space(text[i])) return false;
  }
  return true;
}

bool is_not_available(std::string_view text, const Skeleton& skeleton) {
  if (skeleton.size() > 24) return false;
  const std::string folded = fold(text);
  const bool error_value = skeleton[0] == '#';  // spreadsheets print #REF!, #DIV/0!, #VALOR!
  const auto* found = std::find(kNotAvailable.begin(), kNotAvailable.end(), folded);
  if (found == kNotAvailable.end()) return false;
  return error_value || found < kNotAvailable.end() - 4;
}

bool is_mark(const Skeleton& text, std::size_t begin, std::size_t end) {
  if (end - begin == 3 && text[begin] == '(' && text[end - 1] == ')') ++begin, --end;
  if (end - begin != 1) return false;
  const char c = text[begin];
  return c == 'x' || c == kTick || c == kBullet;
}

// A lone dash, with a currency sign or percent: how accountants print zero.
std::optional<NumberReading> read_dash(const Skeleton& text, std::size_t begin, std::size_t end,
                                       const NumberContext& context) {
  NumberReading reading;
  std::optional<Unit> unit;
  bool dash = false;
  for (std::size_t i = begin; i < end;) {
    if (const auto currency = currency_at(text, i)) {
      unit = currency->unit;
      i = currency->end;
      continue;
    }
    const char c = text[i++];
    if (c == '-') {
      dash = true;
    } else if (c == '%') {
      unit = Unit::percent;
    } else if (!is_space(c) && c != '(' && c != ')') {
      return std::nullopt;
    }
  }
  if (!dash && !unit) return std::nullopt;
  reading.kind = dash ? NumberKind::dash : NumberKind::blank;
  reading.currency_sign = unit == Unit::cop || unit == Unit::usd;
  if (dash) reading.amount = {{0, 0}, unit.value_or(context.unit)};
  return reading;
}

// "$ -(1)", "- ²": a dash with the mark of a note behind it. A minus before parentheses would be a sign twice.
std::optional<NumberReading> read_noted_dash(std::string_view text, const Skeleton& skeleton, std::size_t begin,
                                             std::size_t end, const NumberContext& context) {
  std::size_t after = begin;
  while (after < end && skeleton[after] != '-' && !is_digit(skeleton[after])) ++after;
  if (after >= end || skeleton[after] != '-') return std::nullopt;
  const std::size_t mark = skip_spaces(skeleton, after + 1);
  if (mark >= end || is_digit(skeleton[mark]) || !is_note_mark(skeleton.source(text, mark, end))) return std::nullopt;
  std::optional<NumberReading> reading = read_dash(skeleton, begin, after + 1, context);
  if (reading) reading->rest = clean(skeleton.source(text, mark, end));
  return reading;
}

// An em dash or a horizontal bar. Apart from the digits it is no minus: it is printed between things, and a rule that
// was left in a scan is read as one.
bool is_long_dash(std::string_view text, const Skeleton& skeleton, std::size_t at) {
  const std::string_view sign = text.substr(skeleton.place(at), 3);
  return sign == "\u2014" || sign == "\u2015";
}

// What stands before the digits of a cell.
struct Opening {
  std::size_t digits = 0;  // where they begin; npos when the cell does not begin with a figure
  std::optional<Unit> money;
  bool percent = false;
  bool negative = false;
  bool apart = false;  // the minus stands apart from the digits, as the dash of a list does
  bool parenthesis = false;
};

Opening read_opening(std::string_view source, const Skeleton& text, std::size_t begin, std::size_t end) {
  Opening opening;
  for (std::size_t i = begin; i < end;) {
    if (is_digit(text[i])) {
      opening.digits = i;
      return opening;
    }
    if (const auto currency = opening.money ? std::nullopt : currency_at(text, i)) {
      opening.money = currency->unit;
      i = currency->end;
      continue;
    }
    const char c = text[i++];
    const bool bare = !opening.money && !opening.negative && !opening.parenthesis;
    if (c == '-' && is_space(text[i]) && is_long_dash(source, text, i - 1)) continue;
    if (c == '-' && !opening.negative) {
      opening.negative = true;
      opening.apart = !opening.money && is_space(text[i]);
    } else if (c == '(' && !opening.parenthesis) {
      opening.parenthesis = true;
    } else if (c == '%' && !opening.percent) {
      opening.percent = true;
    } else if (!is_space(c) && !(bare && (c == '+' || c == kBullet || c == '|' || c == '\'' || c == '"'))) {
      break;
    }
  }
  opening.digits = std::string_view::npos;
  return opening;
}

bool no_letter(char c) {
  return !is_letter(c);
}

// By its shape the run is (part of) a date, code, radicado, hour, ordinal or list number, and no figure.
bool is_other_shape(const Skeleton& text, const DigitRun& digits, const Opening& opening) {
  const std::size_t end = digits.end;
  const char next = text[end];
  const char after = text[end + 1];
  if ((next == '/' || next == '-' || next == ':') && is_digit(after)) return true;
  if (next == '-' && is_letter(after)) return true;
  if (next == kOrdinalSign || next == '_' || (next == '.' && after == kOrdinalSign)) return true;
  if (next == ')' && !opening.parenthesis) return true;
  if (is_letter(next)) {
    std::size_t last = end;
    while (is_letter(text[last])) ++last;
    const std::string_view letters = std::string_view(text.chars).substr(end, last - end);
    if (letters.size() == 1 || is_ordinal_ending(letters) || is_digit(text[last]) || text[last] == '-') return true;
  }
  const bool plain = !opening.money && !opening.percent && digits.digits <= 4;
  if (plain && next == '.') {  // "1. Elaborar": the number of a list
    std::size_t word = end + 1;
    while (is_space(text[word]) || text[word] == '-') ++word;
    if (is_letter(text[word])) return true;
  }
  if (plain && digits.separators == 0 && digits.digits <= 2 &&
      !std::all_of(text.chars.begin(), text.chars.end(), no_letter)) {
    for (const DatePart& date : scan_dates(text)) {  // "30 de junio", "10 y 11 de octubre de 2013"
      if (date.begin >= opening.digits) return date.begin == opening.digits && date.day != 0;
    }
  }
  return false;
}

// A BPIN number: the year first, 13 to 15 digits in one run. As money it would be printed in groups.
bool is_project_number(const Skeleton& text, std::size_t begin, const DigitRun& digits) {
  return digits.separators == 0 && digits.digits >= 13 && digits.digits <= 15 && text[begin] == '2' &&
         text[begin + 1] == '0' && text[begin + 2] >= '0' && text[begin + 2] <= '3';
}

// "1.000.000,oo", "1.000=", "1.000.-": what accountants close a figure with, so that no digit can be added.
std::size_t skip_closing(const Skeleton& text, std::size_t at) {
  std::size_t i = at;
  if (text[i] == '.' || text[i] == ',') ++i;
  if (i > at && text[i] == 'o' && text[i + 1] == 'o' && !is_letter(text[i + 2])) return i + 2;
  if (i > at && text[i] == '-' && !is_digit(text[i + 1])) return i + 1;
  if (text[i] == '=') return text[i + 1] == '-' ? i + 2 : i + 1;
  return at;
}

// The words after a figure; closing marks and specks are none.
std::string rest_of(std::string_view text, const Skeleton& skeleton, std::size_t begin, std::size_t end) {
  if (begin >= end) return {};
  constexpr std::string_view kNoWords = ".,;:=-'\"|_~ \n";
  const std::string_view rest = std::string_view(skeleton.chars).substr(begin, end - begin);
  if (rest.find_first_not_of(kNoWords) == std::string::npos) return {};
  return clean(skeleton.source(text, begin, end));
}

NumberReading text_reading() {
  NumberReading reading;
  reading.kind = NumberKind::text;
  return reading;
}

// "5 mil 200", "2 millones 300 mil": a further figure that goes on with a scaled one.
void add_continuation(const Skeleton& text, Place place, Tail& tail, DigitRun& digits);

NumberReading read_figure(std::string_view text, const Skeleton& skeleton, const Opening& opening, std::size_t end,
                          const NumberContext& context) {
  DigitRun digits = read_digits(skeleton, opening.digits, Place::cell, opening.money.has_value());
  if (digits.kind == DigitRun::Kind::malformed || is_other_shape(skeleton, digits, opening)) return text_reading();
  if (!opening.money && context.unit == Unit::count && is_project_number(skeleton, opening.digits, digits)) {
    return text_reading();
  }
  const std::size_t closed = skip_closing(skeleton, digits.end);
  Tail tail = read_tail(skeleton, closed, opening.money.has_value());
  if (opening.percent && !tail.money && tail.scale == 0) tail.percent = true;
  add_continuation(skeleton, Place::cell, tail, digits);
  std::size_t at = tail.end;
  bool negative = opening.negative;
  bool closed_parenthesis = false;
  bool trailing_minus = false;
  for (std::size_t i = skip_spaces(skeleton, at); i < end; i = skip_spaces(skeleton, at)) {
    if (skeleton[i] == ')' && opening.parenthesis && !closed_parenthesis) {
      closed_parenthesis = true;
      at = i + 1;
      if (tail.end == closed && skeleton[skip_spaces(skeleton, at)] == '%') {  // "(12,5) %"
        tail.percent = true;
        at = skip_spaces(skeleton, at) + 1;
      }
    } else if (skeleton[i] == '-' && skip_spaces(skeleton, i + 1) >= end && !negative &&
               !(i > at && is_long_dash(text, skeleton, i))) {
      trailing_minus = true;
      at = i + 1;
    } else {
      break;
    }
  }
  std::string rest = rest_of(text, skeleton, at, end);
  if (rest.empty() || (closed_parenthesis && is_note_mark(rest))) {
    negative = negative || trailing_minus || (opening.parenthesis && closed_parenthesis);
  } else if (negative && opening.apart) {
    negative = false;  // "- 4 informes": the dash of a list
  }
  NumberReading reading = compose(digits, tail, opening.money, negative, context);
  if (reading.kind != NumberKind::text) reading.rest = std::move(rest);
  return reading;
}

void add_continuation(const Skeleton& text, Place place, Tail& tail, DigitRun& digits) {
  while (tail.scale == 3 || tail.scale == 6) {
    if (tail.money || digits.kind != DigitRun::Kind::number) return;
    const std::size_t at = skip_spaces(text, tail.end);
    if (at == tail.end || !is_digit(text[at])) return;
    const DigitRun next = read_digits(text, at, place, false);
    if (next.kind != DigitRun::Kind::number || next.separators != 0 || next.digits > 3) return;
    const Tail next_tail = read_tail(text, next.end, false);
    const bool thousands = tail.scale == 3 && next.digits == 3 && next_tail.scale % 6 == 0;  // "5 mil 200 [millones]"
    const bool millions = tail.scale == 6 && next_tail.scale == 3;                           // "2 millones 300 mil"
    if ((!thousands && !millions) || next_tail.percent) return;
    const int unit = millions ? 3 : 0;
    const auto high = scaled(digits.value, tail.scale - unit);
    const auto both = high ? sum(*high, next.value) : std::nullopt;
    if (!both || both->exponent != 0) return;
    digits.value = *both;
    digits.end = next.end;
    tail = next_tail;
    tail.scale = millions ? 3 : next_tail.scale;
    if (thousands) return;
  }
}

}  // namespace

NumberReading read_number(std::string_view text, const NumberContext& context) {
  const Skeleton skeleton = skeleton_of(text);
  std::size_t begin = skip_spaces(skeleton, 0);
  std::size_t end = skeleton.size();
  while (end > begin && is_space(skeleton[end - 1])) --end;
  if (begin == end) return {};
  if (is_mark(skeleton, begin, end)) {
    NumberReading reading;
    reading.kind = NumberKind::mark;
    return reading;
  }
  if (const auto dash = read_noted_dash(text, skeleton, begin, end, context)) return *dash;
  const Opening opening = read_opening(text, skeleton, begin, end);
  if (opening.digits != std::string_view::npos) return read_figure(text, skeleton, opening, end, context);
  if (const auto dash = read_dash(skeleton, begin, end, context)) return *dash;
  if (is_hashes(skeleton, begin, end) || is_not_available(text, skeleton)) {
    NumberReading reading;
    reading.kind = NumberKind::not_available;
    return reading;
  }
  return text_reading();
}

bool is_note_mark(std::string_view rest) {
  constexpr std::string_view kRaised = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  std::string bare;  // lower case, without stars, spaces and raised digits
  for (std::size_t at = 0; at < rest.size();) {
    std::size_t next = at;
    const char32_t code_point = next_code_point(rest, next);
    const bool raised = code_point > 0x7F && kRaised.find(rest.substr(at, next - at)) != std::string_view::npos;
    if (!raised && code_point != U'*' && code_point != U' ') bare += skeleton_char(code_point);
    at = next;
  }
  if (bare.empty()) return true;
  const bool closed = bare.size() == 3 && bare.front() == '(' && bare.back() == ')';
  const bool stroke = bare.size() == 2 && bare.back() == '/';
  if (!closed && !stroke) return false;
  const char mark = bare[closed ? 1 : 0];
  return (mark >= '1' && mark <= '9') || (mark >= 'a' && mark <= 'h');
}

bool is_spreadsheet_error(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \n");
  if (first == std::string_view::npos) return false;
  const std::string_view power = text.substr(first, text.find_last_not_of(" \n") + 1 - first);
  if (power.front() == '#') return read_number(power).kind == NumberKind::not_available;
  // "8,91E+09": of the figure's ten digits three are printed
  if (power.size() < 5 || !base::all_digits(power.substr(power.size() - 2))) return false;
  const std::string_view sign = power.substr(power.size() - 4, 2);
  if (sign != "E+" && sign != "e+") return false;
  const std::string_view digits = power.substr(0, power.size() - 4);
  return base::is_digit(digits.front()) && digits.find_first_not_of("0123456789.,") == std::string_view::npos;
}

}  // namespace cotejo::normalise
