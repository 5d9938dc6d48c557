#include "pipeline/normalise/number_words.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "pipeline/normalise/number_lexicon.h"
#include "pipeline/normalise/skeleton.h"

namespace cotejo::normalise {
namespace {

using model::Unit;

// A word of the text; `role` none when it is no number word.
struct Token {
  std::size_t begin = 0;  // chars of the skeleton
  std::size_t end = 0;
  NumberWord entry;
  bool joined = false;  // only white space stands between it and the token before
};

std::vector<Token> tokens_of(const Skeleton& text) {
  std::vector<Token> tokens;
  std::size_t before = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_letter(text[i])) {
      ++i;
      continue;
    }
    Token token;
    token.begin = i;
    while (is_letter(text[i])) ++i;
    token.end = i;
    const std::string_view word = std::string_view(text.chars).substr(token.begin, token.end - token.begin);
    token.joined = !tokens.empty() && skip_spaces(text, before) == token.begin;
    token.entry = number_word(word);
    before = token.end;
    tokens.push_back(token);
  }
  // A misspelt number word is taken for one only beside another.
  const auto word = [&](const Token& token) {
    return std::string_view(text.chars).substr(token.begin, token.end - token.begin);
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].entry.role != WordRole::none) continue;
    const bool after = i > 0 && tokens[i].joined && tokens[i - 1].entry.role != WordRole::none;
    const bool ahead = i + 1 < tokens.size() && tokens[i + 1].joined && tokens[i + 1].entry.role != WordRole::none;
    if (after || ahead) tokens[i].entry = misspelt_number_word(word(tokens[i]));
  }
  return tokens;
}

// Recursive descent over a run of joined number words.
class Grammar {
 public:
  Grammar(const std::vector<Token>& tokens, std::size_t first) : tokens_(tokens), at_(first), first_(first) {}

  std::size_t at() const { return at_; }
  bool strict() const { return strict_; }

  // Below 10^18. Nothing when the words make no number.
  std::optional<std::int64_t> number() {
    if (role() == WordRole::zero) {
      take();
      return 0;
    }
    std::int64_t total = 0;
    auto part = below_million();
    for (const auto& [scale, power] : {std::pair(WordRole::billion, std::int64_t{1'000'000'000'000}),
                                       std::pair(WordRole::million, std::int64_t{1'000'000})}) {
      if (role() != scale) continue;
      if (!part) return std::nullopt;
      if ((*part == 1) != (entry().value == 1)) strict_ = false;  // "dos millon", "un millones"
      take();
      total += *part * power;
      part = below_million();
      if (!part && role() != WordRole::million) return total;
    }
    if (!part || at_ == first_) return std::nullopt;
    return total + *part;
  }

 private:
  [[nodiscard]] bool has(std::size_t ahead = 0) const {
    return at_ + ahead < tokens_.size() && (at_ + ahead == first_ || tokens_[at_ + ahead].joined);
  }
  [[nodiscard]] WordRole role(std::size_t ahead = 0) const {
    for (std::size_t i = 0; i <= ahead; ++i) {
      if (!has(i)) return WordRole::none;
    }
    return tokens_[at_ + ahead].entry.role;
  }
  [[nodiscard]] const NumberWord& entry() const { return tokens_[at_].entry; }
  int take() {
    const NumberWord& taken = tokens_[at_++].entry;
    if (taken.lenient) strict_ = false;
    return taken.value;
  }

  std::optional<std::int64_t> below_million() {
    std::optional<std::int64_t> value = below_thousand();
    if (role() != WordRole::thousand) return value;
    if (value == 1) strict_ = false;  // "un mil": the habit of cheques
    take();
    return value.value_or(1) * 1000 + below_thousand().value_or(0);
  }

  std::optional<std::int64_t> below_thousand() {
    std::int64_t hundreds = 0;
    if (role() == WordRole::hundred) {
      const bool cien = entry().word == "cien";
      const bool ciento = entry().word == "ciento";
      hundreds = take();
      const auto rest = below_hundred();
      if ((cien && rest) || (ciento && !rest)) strict_ = false;
      return hundreds + rest.value_or(0);
    }
    if (role() == WordRole::unit && entry().value > 1 && (role(1) == WordRole::hundreds || role_is_ciento(1))) {
      hundreds = take() * 100;  // "CUATRO CIENTOS"
      take();
      strict_ = false;
      return hundreds + below_hundred().value_or(0);
    }
    return below_hundred();
  }

  [[nodiscard]] bool role_is_ciento(std::size_t ahead) const {
    return role(ahead) == WordRole::hundred && tokens_[at_ + ahead].entry.word == "ciento";
  }

  std::optional<std::int64_t> below_hundred() {
    if (role() == WordRole::teen) return take();
    if (role() == WordRole::unit) return unit();
    if (role() == WordRole::veinti) {
      if (role(1) != WordRole::unit) return std::nullopt;
      return take() + unit();
    }
    if (role() != WordRole::ten) return std::nullopt;
    const int ten = take();
    if (role() == WordRole::and_ && role(1) == WordRole::unit) {
      take();
      if (ten <= 20) strict_ = false;  // "veinte y un", "diez y seis"
      return ten + unit();
    }
    if (role() == WordRole::unit) {
      strict_ = false;  // "treinta cinco"
      return ten + unit();
    }
    return ten;
  }

  int unit() {
    const bool uno = entry().word == "uno";
    const int value = take();
    if (uno && (role() == WordRole::thousand || role() == WordRole::million || role() == WordRole::billion))
      strict_ = false;
    return value;
  }

  const std::vector<Token>& tokens_;
  std::size_t at_;
  std::size_t first_;
  bool strict_ = true;
};

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
std::optional<std::pair<int, std::size_t>> centavos_at(const Skeleton& text, const std::vector<Token>& tokens,
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
                                      [](const Token& t, std::size_t place) { return t.begin < place; });
  if (token == tokens.end() || token->begin != begin) return std::nullopt;
  Grammar grammar(tokens, static_cast<std::size_t>(token - tokens.begin()));
  const auto value = grammar.number();
  if (!value || *value > 99) return std::nullopt;
  const std::size_t word = skip_spaces(text, tokens[grammar.at() - 1].end);
  const std::size_t end = after_any(text, word, {"centavos", "centavo"});
  return end == 0 ? std::nullopt : std::optional(std::pair(static_cast<int>(*value), end));
}

Ending ending_at(const Skeleton& text, const std::vector<Token>& tokens, std::size_t begin) {
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

std::optional<SpokenDecimals> decimals_at(const Skeleton& text, const std::vector<Token>& tokens, std::size_t next) {
  if (next >= tokens.size() || !tokens[next].joined) return std::nullopt;
  if (phrase_at(text, tokens[next].begin, "coma") == 0 && phrase_at(text, tokens[next].begin, "punto") == 0) {
    return std::nullopt;
  }
  SpokenDecimals decimals;
  std::size_t at = next + 1;
  for (; at < tokens.size() && tokens[at].joined && tokens[at].entry.role == WordRole::zero; ++at) ++decimals.digits;
  std::size_t last = at;
  if (at < tokens.size() && tokens[at].joined) {
    Grammar grammar(tokens, at);
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

bool is_article(const Token& token) {
  return token.entry.role == WordRole::unit && token.entry.value == 1;
}

// Whether the words at `first` go on with something before them that is no part of them: digits, or "por" of "por
// ciento".
bool is_continued(const Skeleton& text, const std::vector<Token>& tokens, std::size_t first) {
  std::size_t before = tokens[first].begin;
  while (before > 0 && is_space(text[before - 1])) --before;
  if (before > 0 && (is_digit(text[before - 1]) || text[before - 1] == '%')) return true;
  return tokens[first].joined && phrase_at(text, tokens[first - 1].begin, "por") != 0 &&
         tokens[first].entry.value == 100;
}

std::size_t past_run(const std::vector<Token>& tokens, std::size_t at) {
  ++at;
  while (at < tokens.size() && tokens[at].joined && tokens[at].entry.role != WordRole::none) ++at;
  return at;
}

}  // namespace

std::vector<WordsAmount> find_amounts_in_words(std::string_view text) {
  const Skeleton skeleton = skeleton_of(text);
  const std::vector<Token> tokens = tokens_of(skeleton);
  std::vector<WordsAmount> amounts;
  for (std::size_t i = 0; i < tokens.size();) {
    const WordRole role = tokens[i].entry.role;
    if (role == WordRole::none || role == WordRole::and_) {
      ++i;
      continue;
    }
    Grammar grammar(tokens, i);
    const auto value = grammar.number();
    const std::size_t next = grammar.at();
    const bool runs_on = next < tokens.size() && tokens[next].joined && tokens[next].entry.role >= WordRole::hundreds &&
                         tokens[next].entry.role != WordRole::and_;  // "dos mil mil", "tres millones millones"
    if (!value || runs_on || is_continued(skeleton, tokens, i)) {
      i = past_run(tokens, i);
      continue;
    }
    WordsAmount amount;
    Ending ending = ending_at(skeleton, tokens, tokens[next - 1].end);
    amount.amount.value = {*value, 0};
    if (const auto decimals = decimals_at(skeleton, tokens, next); decimals && *value < 1'000'000) {
      ending = decimals->ending;
      std::int64_t power = 1;
      for (int digit = 0; digit < decimals->digits; ++digit) power *= 10;
      amount.amount.value = {*value * power + decimals->value, static_cast<std::int8_t>(-decimals->digits)};
    } else if (ending.hundredths >= 0 && *value < INT64_MAX / 100 - 1) {
      amount.amount.value = {*value * 100 + ending.hundredths, -2};
    }
    amount.amount.unit = ending.unit;
    amount.strict = grammar.strict();
    amount.begin = skeleton.at[tokens[i].begin];
    amount.end = skeleton.at[ending.end];
    amount.text = std::string(text.substr(amount.begin, amount.end - amount.begin));
    while (!amount.text.empty() && amount.text.back() == ' ') amount.text.pop_back(), --amount.end;
    if (next - i > 1 || !is_article(tokens[i]) || ending.unit != Unit::count) amounts.push_back(std::move(amount));
    i = next;
    while (i < tokens.size() && tokens[i].begin < ending.end) ++i;
  }
  return amounts;
}

}  // namespace cotejo::normalise
