#include "pipeline/normalise/amount_words/number_grammar.h"

#include <array>
#include <string_view>
#include <utility>

#include "pipeline/normalise/text/word_beginnings.h"

namespace cotejo::normalise {

namespace {

// Whether what follows "un" makes an amount of it: "un peso", "uno por ciento", "un millón".
bool counts_with_article(const Skeleton& text, std::size_t end) {
  static constexpr WordBeginnings kUnits{"pes", "de", "dol", "usd", "cop", "por"};
  const std::size_t next = skip_spaces(text, end);
  if (text[next] == '%') return true;
  if (!is_letter(text[next])) return false;
  std::size_t last = next;
  while (is_letter(text[last])) ++last;
  const std::string_view word = std::string_view(text.chars).substr(next, last - next);
  return kUnits.may_begin(word) || number_word(word).role != WordRole::none ||
         misspelt_number_word(word).role != WordRole::none;
}

}  // namespace

std::vector<WordToken> word_tokens(const Skeleton& text) {
  std::vector<WordToken> tokens;
  std::size_t before = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_letter(text[i])) {
      ++i;
      continue;
    }
    WordToken token;
    token.begin = i;
    while (is_letter(text[i])) ++i;
    token.end = i;
    const std::string_view word = std::string_view(text.chars).substr(token.begin, token.end - token.begin);
    token.joined = !tokens.empty() && skip_spaces(text, before) == token.begin;
    token.entry = number_word(word);
    before = token.end;
    tokens.push_back(token);
  }
  const auto word = [&](const WordToken& token) {
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

bool may_hold_amount(const Skeleton& text) {
  const std::string_view chars = text.chars;
  for (std::size_t begin = 0; begin < chars.size();) {
    std::size_t end = begin;
    while (end < chars.size() && is_letter(chars[end])) ++end;
    if (end - begin > 1) {
      const NumberWord found = number_word(chars.substr(begin, end - begin));
      const bool article = found.role == WordRole::unit && found.value == 1;
      if (found.role != WordRole::none && (!article || counts_with_article(text, end))) return true;
    }
    begin = end + 1;
  }
  return false;
}

std::optional<std::int64_t> NumberGrammar::number() {
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

bool NumberGrammar::has(std::size_t ahead) const {
  return at_ + ahead < tokens_.size() && (at_ + ahead == first_ || tokens_[at_ + ahead].joined);
}

WordRole NumberGrammar::role(std::size_t ahead) const {
  for (std::size_t i = 0; i <= ahead; ++i) {
    if (!has(i)) return WordRole::none;
  }
  return tokens_[at_ + ahead].entry.role;
}

int NumberGrammar::take() {
  const NumberWord& taken = tokens_[at_++].entry;
  if (taken.lenient) strict_ = false;
  return taken.value;
}

std::optional<std::int64_t> NumberGrammar::below_million() {
  std::optional<std::int64_t> value = below_thousand();
  if (role() != WordRole::thousand) return value;
  if (value == 1) strict_ = false;  // "un mil": the habit of cheques
  take();
  return value.value_or(1) * 1000 + below_thousand().value_or(0);
}

std::optional<std::int64_t> NumberGrammar::below_thousand() {
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

bool NumberGrammar::role_is_ciento(std::size_t ahead) const {
  return role(ahead) == WordRole::hundred && tokens_[at_ + ahead].entry.word == "ciento";
}

std::optional<std::int64_t> NumberGrammar::below_hundred() {
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

int NumberGrammar::unit() {
  const bool uno = entry().word == "uno";
  const int value = take();
  if (uno && (role() == WordRole::thousand || role() == WordRole::million || role() == WordRole::billion))
    strict_ = false;
  return value;
}

}  // namespace cotejo::normalise
