#include "pipeline/normalise/amount_words/number_words.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "pipeline/normalise/amount_words/number_grammar.h"
#include "pipeline/normalise/amount_words/tolerances.h"
#include "pipeline/normalise/text/skeleton.h"

namespace cotejo::normalise {
namespace {

using namespace tolerances::number_words;

using model::Unit;

// Unit, tail and centavos after the words. Positions are chars of the skeleton.
struct Ending {
  std::size_t end = 0;
  Unit unit = Unit::count;
  int hundredths = -1;
};

// Position after one of the phrases at `at`, or 0.
std::size_t after_any(const Skeleton& text, std::size_t at, std::initializer_list<std::string_view> phrases) {
  for (const std::string_view phrase : phrases) {
    if (const std::size_t length = phrase_at(text, at, phrase)) return at + length;
  }
  return 0;
}

// "con once centavos", "con 50/100": hundredths of the unit, and the place after them.
std::optional<std::pair<int, std::size_t>> centavos_at(const Skeleton& text, const std::vector<WordToken>& tokens,
                                                       std::size_t at) {
  const std::size_t con = after_any(text, at, {"con", "y"});
  if (con == 0) return std::nullopt;
  const std::size_t begin = skip_spaces(text, con);
  if (is_digit(text[begin]) && is_digit(text[begin + 1])) {
    const int value = (text[begin] - '0') * 10 + (text[begin + 1] - '0');
    if (phrase_at(text, begin + 2, "/100") != 0) return std::pair(value, begin + 6);
    const std::size_t word = after_any(text, skip_spaces(text, begin + 2), {"centavos", "centavo"});
    return word == 0 ? std::nullopt : std::optional(std::pair(value, word));
  }
  const auto token = std::lower_bound(tokens.begin(), tokens.end(), begin,
                                      [](const WordToken& t, std::size_t place) { return t.begin < place; });
  if (token == tokens.end() || token->begin != begin) return std::nullopt;
  NumberGrammar grammar(tokens, static_cast<std::size_t>(token - tokens.begin()));
  const auto value = grammar.number();
  if (!value || *value > 99) return std::nullopt;
  const std::size_t word = skip_spaces(text, tokens[grammar.at() - 1].end);
  const std::size_t end = after_any(text, word, {"centavos", "centavo"});
  return end == 0 ? std::nullopt : std::optional(std::pair(static_cast<int>(*value), end));
}

Ending ending_at(const Skeleton& text, const std::vector<WordToken>& tokens, std::size_t begin) {
  Ending ending{begin, Unit::count, -1};
  const std::size_t first = skip_spaces(text, begin);
  if (const std::size_t end = after_any(text, first, {"por ciento", "porciento", "por cien", "%"})) {
    return {end, Unit::percent, -1};
  }
  std::size_t money =
      after_any(text, first, {"de pesos", "pesos", "peso", "de dolares", "dolares", "dolar", "usd", "cop"});
  if (money > 0) {
    const std::string_view word = std::string_view(text.chars).substr(first, money - first);
    ending.unit = word.find("dolar") != word.npos || word == "usd" ? Unit::usd : Unit::cop;
    ending.end = money;
  }
  for (int parts = 0; parts < 4; ++parts) {  // "colombianos", "con once centavos", "m/cte", "moneda legal": each once
    const std::size_t at = skip_spaces(text, ending.end);
    if (const std::size_t end = after_any(
            text, at,
            {"m/cte", "m/c", "mcte", "mtce", "mcte", "m/l", "m.l", "m cte", "m/te", "moneda legal", "moneda corriente",
             "moneda legal colombiana", "colombianos", "americanos", "estadounidenses"})) {
      if (ending.unit == Unit::count) ending.unit = Unit::cop;
      ending.end = end;
    } else if (ending.unit != Unit::count && ending.hundredths < 0) {
      const auto centavos = centavos_at(text, tokens, at);
      if (!centavos) break;
      ending.hundredths = centavos->first;
      ending.end = centavos->second;
    } else {
      break;
    }
  }
  return ending;
}

// "doce coma cinco por ciento": the decimals after `at`, and where the sign of percent ends.
struct SpokenDecimals {
  std::int64_t value = 0;
  int digits = 0;
  Ending ending;
};

std::optional<SpokenDecimals> decimals_at(const Skeleton& text, const std::vector<WordToken>& tokens,
                                          std::size_t next) {
  if (next >= tokens.size() || !tokens[next].joined) return std::nullopt;
  if (phrase_at(text, tokens[next].begin, "coma") == 0 && phrase_at(text, tokens[next].begin, "punto") == 0) {
    return std::nullopt;
  }
  SpokenDecimals decimals;
  std::size_t at = next + 1;
  for (; at < tokens.size() && tokens[at].joined && tokens[at].entry.role == WordRole::zero; ++at) ++decimals.digits;
  std::size_t last = at;
  if (at < tokens.size() && tokens[at].joined) {
    NumberGrammar grammar(tokens, at);
    if (const auto value = grammar.number(); value && *value < 1000) {
      decimals.value = *value;
      decimals.digits += *value > 99 ? 3 : *value > 9 ? 2 : 1;
      last = grammar.at();
    }
  }
  if (decimals.digits == 0 || decimals.digits > 6) return std::nullopt;
  decimals.ending = ending_at(text, tokens, tokens[last - 1].end);
  return decimals.ending.unit == Unit::percent ? std::optional(decimals) : std::nullopt;
}

bool is_article(const WordToken& token) {
  return token.entry.role == WordRole::unit && token.entry.value == 1;
}

// Whether the words at `first` go on with something before them that is no part of them: digits, or "por" of "por
// ciento".
bool is_continued(const Skeleton& text, const std::vector<WordToken>& tokens, std::size_t first) {
  std::size_t before = tokens[first].begin;
  while (before > 0 && is_space(text[before - 1])) --before;
  if (before > 0 && (is_digit(text[before - 1]) || text[before - 1] == '%')) return true;
  return tokens[first].joined && phrase_at(text, tokens[first - 1].begin, "por") != 0 &&
         tokens[first].entry.value == 100;
}

std::size_t past_run(const std::vector<WordToken>& tokens, std::size_t at) {
  ++at;
  while (at < tokens.size() && tokens[at].joined && tokens[at].entry.role != WordRole::none) ++at;
  return at;
}

// An amount whose first word is tokens[first], with its unit and tail.
struct AmountAt {
  WordsAmount amount;    // text and offsets not yet set
  std::size_t end = 0;   // chars of the skeleton, after the tail
  std::size_t next = 0;  // the token after the number words
  bool article = false;  // nothing but "un", "una", "uno", with no unit
};

// Nothing when the words make no number. `next` is set all the same.
std::optional<AmountAt> amount_at(const Skeleton& skeleton, const std::vector<WordToken>& tokens, std::size_t first) {
  NumberGrammar grammar(tokens, first);
  const auto value = grammar.number();
  const std::size_t next = grammar.at();
  if (!value) return std::nullopt;
  const bool runs_on = next < tokens.size() && tokens[next].joined && tokens[next].entry.role >= WordRole::hundreds &&
                       tokens[next].entry.role != WordRole::and_;  // "dos mil mil", "tres millones millones"
  if (runs_on) return std::nullopt;
  AmountAt found;
  Ending ending = ending_at(skeleton, tokens, tokens[next - 1].end);
  found.amount.amount.value = {*value, 0};
  if (const auto decimals = decimals_at(skeleton, tokens, next); decimals && *value < 1'000'000) {
    ending = decimals->ending;
    std::int64_t power = 1;
    for (int digit = 0; digit < decimals->digits; ++digit) power *= 10;
    found.amount.amount.value = {*value * power + decimals->value, static_cast<std::int8_t>(-decimals->digits)};
  } else if (ending.hundredths >= 0 && *value < INT64_MAX / 100 - 1) {
    found.amount.amount.value = {*value * 100 + ending.hundredths, -2};
  }
  found.amount.amount.unit = ending.unit;
  found.amount.strict = grammar.strict();
  found.end = ending.end;
  found.next = next;
  found.article = next - first == 1 && is_article(tokens[first]) && ending.unit == Unit::count;
  return found;
}

void set_place(WordsAmount& amount, std::string_view text, std::size_t begin, std::size_t end) {
  while (end > begin && text[end - 1] == ' ') --end;
  amount.begin = begin;
  amount.end = end;
  amount.text = std::string(text.substr(begin, end - begin));
}

// "(12)", "(1.250)", "(100%)", "( 100 ) %" from `at`: the digits and the char after it all. Nothing when something else
// stands there.
struct Bracket {
  std::int64_t value = 0;
  std::size_t end = 0;
  bool percent = false;
};

std::optional<Bracket> bracket_at(const Skeleton& text, std::size_t at) {
  at = skip_spaces(text, at);
  if (text[at] != '(') return std::nullopt;
  at = skip_spaces(text, at + 1);
  if (!is_digit(text[at])) return std::nullopt;
  Bracket bracket;
  int digits = 0;
  for (; is_digit(text[at]) || (text[at] == '.' && is_digit(text[at + 1])); ++at) {
    if (text[at] == '.') continue;  // between thousands: the words beside it say which number is meant
    if (++digits > kMostDigits) return std::nullopt;
    bracket.value = bracket.value * 10 + (text[at] - '0');
  }
  at = skip_spaces(text, at);
  if (text[at] == '%') {
    bracket.percent = true;
    at = skip_spaces(text, at + 1);
  }
  if (text[at] != ')') return std::nullopt;
  bracket.end = at + 1;
  const std::size_t sign = skip_spaces(text, bracket.end);
  if (!bracket.percent && text[sign] == '%') {
    bracket.percent = true;
    bracket.end = sign + 1;
  }
  return bracket;
}

// The largest power of a thousand, up to a million, that the number is a multiple of: where it ends.
std::int64_t grain_of(std::int64_t value) {
  if (value % 1'000'000 == 0) return 1'000'000;
  return value % 1'000 == 0 ? 1'000 : 1;
}

// "ciento catorce millones," before "ochocientos mil pesos": a comma between the parts of one amount of money, each of
// which ends above where the next begins.
bool goes_on_after_comma(const WordsAmount& part, const WordsAmount& rest, std::string_view text) {
  const bool money = rest.amount.unit == Unit::cop || rest.amount.unit == Unit::usd;
  if (!money || part.amount.unit != Unit::count || part.amount.value.exponent != 0 || rest.begin < part.end)
    return false;
  const std::string_view between = text.substr(part.end, rest.begin - part.end);
  if (!between.starts_with(',') || between.find_first_not_of(" \n", 1) != std::string_view::npos) return false;
  return rest.amount.value.to_double() < static_cast<double>(grain_of(part.amount.value.mantissa));
}

void join_after_commas(std::vector<WordsAmount>& amounts, std::string_view text) {
  for (std::size_t i = amounts.size(); i-- > 1;) {
    WordsAmount& part = amounts[i - 1];
    const WordsAmount& rest = amounts[i];
    if (!goes_on_after_comma(part, rest, text)) continue;
    std::int64_t value = part.amount.value.mantissa;
    bool fits = true;
    for (int digit = rest.amount.value.exponent; digit < 0; ++digit)
      fits = fits && !__builtin_mul_overflow(value, std::int64_t{10}, &value);
    if (!fits || __builtin_add_overflow(value, rest.amount.value.mantissa, &value)) continue;
    part.amount = {{value, rest.amount.value.exponent}, rest.amount.unit};
    part.strict = part.strict && rest.strict;
    set_place(part, text, part.begin, rest.end);
    amounts.erase(amounts.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

}  // namespace

std::vector<WordsAmount> find_amounts_in_words(std::string_view text) {
  return find_amounts_in_words(text, skeleton_of(text));
}

std::vector<WordsAmount> find_amounts_in_words(std::string_view text, const Skeleton& skeleton) {
  if (!may_hold_amount(skeleton)) return {};
  const std::vector<WordToken> tokens = word_tokens(skeleton);
  std::vector<WordsAmount> amounts;
  for (std::size_t i = 0; i < tokens.size();) {
    const WordRole role = tokens[i].entry.role;
    if (role == WordRole::none || role == WordRole::and_) {
      ++i;
      continue;
    }
    auto found = amount_at(skeleton, tokens, i);
    if (!found || is_continued(skeleton, tokens, i)) {
      i = past_run(tokens, i);
      continue;
    }
    set_place(found->amount, text, skeleton.place(tokens[i].begin), skeleton.place(found->end));
    if (!found->article) amounts.push_back(std::move(found->amount));
    i = found->next;
    while (i < tokens.size() && tokens[i].begin < found->end) ++i;
  }
  join_after_commas(amounts, text);
  return amounts;
}

std::optional<WordsAmount> leading_quantity(std::string_view text) {
  const std::string_view head = text.substr(0, kLongest);
  const Skeleton skeleton = skeleton_of(head);
  std::size_t begin = skip_spaces(skeleton, 0);
  if (skeleton[begin] == kBullet) begin = skip_spaces(skeleton, begin + 1);
  if (!is_letter(skeleton[begin])) return std::nullopt;
  const std::vector<WordToken> tokens = word_tokens(skeleton);
  if (tokens.front().begin != begin) return std::nullopt;
  auto found = amount_at(skeleton, tokens, 0);
  if (!found) return std::nullopt;
  WordsAmount amount = std::move(found->amount);
  std::size_t end = found->end;
  if (const auto bracket = bracket_at(skeleton, end)) {
    if (amount.amount.value != model::Decimal{bracket->value, 0}) return std::nullopt;
    if (bracket->percent) amount.amount.unit = Unit::percent;
    end = bracket->end;
  } else if (found->article || skeleton[skip_spaces(skeleton, end)] == '(') {
    return std::nullopt;  // what stands in brackets is no figure that can be held against the words
  }
  set_place(amount, head, skeleton.place(begin), skeleton.place(end));
  return amount;
}

}  // namespace cotejo::normalise
