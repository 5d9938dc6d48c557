#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "pipeline/normalise/dates/date_parts.h"
#include "pipeline/normalise/numbers/figure.h"
#include "pipeline/normalise/numbers/numbers.h"
#include "pipeline/normalise/numbers/token_words.h"
#include "pipeline/normalise/numbers/tolerances.h"

namespace cotejo::normalise {
namespace {

using namespace tolerances::tokens;

using model::Unit;

bool is_stop_word(std::string_view word) {
  static constexpr std::array<std::string_view, 51> kWords{
      "a",     "ademas", "al",    "ante",    "antes", "bajo", "como", "con",  "contra",   "cuya",  "cuyo",
      "de",    "del",    "desde", "despues", "donde", "e",    "el",   "en",   "entonces", "entre", "es",
      "esta",  "fue",    "ha",    "hasta",   "la",    "las",  "les",  "lo",   "los",      "mas",   "mediante",
      "menos", "no",     "nos",   "o",       "para",  "pero", "por",  "pues", "que",      "quien", "se",
      "segun", "si",     "sobre", "sus",     "tras",  "u",    "y"};
  return std::binary_search(kWords.begin(), kWords.end(), word);
}

class Tokenizer {
 public:
  Tokenizer(std::string_view text, const Skeleton& skeleton, const NumberContext& context)
      : source_(text), text_(skeleton), dates_(scan_dates(text_)), context_(context) {}

  std::vector<NumberToken> run() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t before = at;
      if (const auto* date = date_at(at)) {
        push(TokenKind::date, date->begin, date->end);
        at = date->end;
      } else if (is_letter(text_[at])) {
        at = at_word(at);
      } else if (text_[at] == '$') {
        at = at_currency(at);
      } else if (is_digit(text_[at])) {
        at = at_digit(at, at, std::nullopt);
      } else {
        ++at;
      }
      at = std::max(at, before + 1);
    }
    return std::move(tokens_);
  }

 private:
  // The date that begins here and holds a digit; years and periods named by themselves are judged as numbers.
  const DatePart* date_at(std::size_t at) {
    while (next_date_ < dates_.size() && dates_[next_date_].begin < at) ++next_date_;
    if (next_date_ == dates_.size() || dates_[next_date_].begin != at) return nullptr;
    const DatePart& date = dates_[next_date_];
    const bool years = date.day == 0 && date.first_month == 1 && date.last_month == 12;
    const bool digits = base::has_digit(std::string_view(text_.chars).substr(date.begin, date.end - date.begin));
    return date.periodic || years || !digits ? nullptr : &date;
  }

  std::size_t at_word(std::size_t at) {
    if (const auto currency = currency_at(text_, at)) {
      const std::size_t next = skip_spaces(text_, currency->end);
      if (is_digit(text_[next])) return at_digit(at, next, currency->unit);
    }
    std::size_t end = at;
    while (is_letter(text_[end])) ++end;
    const char next = text_[end];
    const bool sign = next == '-' || next == '_' || next == '/';
    if (!is_digit(next) && !sign) return end;
    const std::size_t last = glued_end(end);
    if (!base::has_digit(std::string_view(text_.chars).substr(end, last - end))) return end;
    push(TokenKind::code, at, last);
    return last;
  }

  std::size_t at_currency(std::size_t at) {
    const auto currency = currency_at(text_, at);
    if (!currency) return at + 1;
    std::size_t next = skip_spaces(text_, currency->end);
    if (text_[next] == '-') next = skip_spaces(text_, next + 1);
    return is_digit(text_[next]) ? at_digit(at, next, currency->unit) : currency->end;
  }

  // Past a code: letters, digits and the signs between them.
  [[nodiscard]] std::size_t glued_end(std::size_t at) const {
    const auto sign = [&](std::size_t i) {
      const char c = text_[i];
      return (c == '-' || c == '/' || c == '.' || c == '_') && (is_digit(text_[i + 1]) || is_letter(text_[i + 1]));
    };
    while (is_digit(text_[at]) || is_letter(text_[at]) || sign(at)) ++at;
    return at;
  }

  std::size_t at_digit(std::size_t begin, std::size_t digits_begin, std::optional<Unit> money) {
    bool negative = digits_begin > 0 && text_[digits_begin - 1] == '-' &&
                    !source_.substr(text_.place(digits_begin - 1)).starts_with("\u2014") &&
                    (digits_begin == 1 || is_space(text_[digits_begin - 2]) || text_[digits_begin - 2] == '(');
    if (money) {
      for (std::size_t i = begin; i < digits_begin; ++i) negative = negative || text_[i] == '-';
    } else if (negative) {
      --begin;
    }
    DigitRun digits = read_digits(text_, digits_begin, Place::prose, money.has_value());
    const char next = text_[digits.end];
    const char after = text_[digits.end + 1];
    const bool joined =
        ((next == '-' || next == '/' || next == ':' || next == '_') && (is_digit(after) || is_letter(after))) ||
        digits.kind == DigitRun::Kind::malformed;
    if (joined && !money) return push_glued(digits_begin, digits.end);
    if (next == kOrdinalSign || (next == '.' && after == kOrdinalSign)) {
      push(TokenKind::ordinal, digits_begin, digits.end + (next == '.' ? 2 : 1));
      return tokens_end_;
    }
    if (is_letter(next)) {
      std::size_t end = digits.end;
      while (is_letter(text_[end])) ++end;
      const std::string_view letters = std::string_view(text_.chars).substr(digits.end, end - digits.end);
      const bool more = is_digit(text_[end]) || (text_[end] == '-' && is_digit(text_[end + 1]));
      if (!more && is_ordinal_ending(letters) && digits.separators == 0) {
        push(TokenKind::ordinal, digits_begin, end);
        return end;
      }
      if (!money && (more || letters.size() == 1)) return push_glued(digits_begin, digits.end);
    }
    const Tail tail = read_tail(text_, closed(digits.end), money.has_value());
    const NumberReading reading = compose(digits, tail, money, negative, context_);
    const bool worded = tail.percent || tail.scale != 0 || tail.money;
    const std::size_t end = worded ? tail.end : closed(digits.end);
    if (reading.kind == NumberKind::text) {
      push(TokenKind::code, digits_begin, digits.end);
      return digits.end;
    }
    const TokenKind kind = tail.percent          ? TokenKind::percent
                           : money || tail.money ? TokenKind::amount
                           : tail.scale != 0     ? TokenKind::count
                                                 : kind_of(digits_begin, digits);
    push(kind, begin, end);
    if (kind == TokenKind::count || kind == TokenKind::amount || kind == TokenKind::percent) {
      tokens_.back().reading = reading;
    }
    return end;
  }

  // "$1.000.000,oo", "$1.000.000.-" and "=": what closes a figure.
  [[nodiscard]] std::size_t closed(std::size_t at) const {
    const bool oo = (text_[at] == ',' || text_[at] == '.') && text_[at + 1] == 'o' && text_[at + 2] == 'o' &&
                    !is_letter(text_[at + 3]);
    return oo ? at + 3 : at;
  }

  // Digits with signs between them that no amount has.
  std::size_t push_glued(std::size_t begin, std::size_t digits_end) {
    std::size_t end = glued_end(digits_end);
    if (text_[end] == ':' && is_digit(text_[end + 1])) end = glued_end(end + 1);  // an hour
    const std::string_view token = std::string_view(text_.chars).substr(begin, end - begin);
    push(glued_kind(token, begin), begin, end);
    return end;
  }

  [[nodiscard]] TokenKind glued_kind(std::string_view token, std::size_t begin) const {
    if (token.find(':') != token.npos) return TokenKind::other;
    if (is_year_span(token)) return TokenKind::year;
    const std::optional<TokenKind> named = kind_before(begin);
    if (named && *named != TokenKind::count) return *named;
    if (is_nit(token)) return TokenKind::nit;
    if (is_radicado(token)) return TokenKind::radicado;
    const bool small = token.size() <= 7 && std::all_of(token.begin(), token.end(),
                                                        [](char c) { return is_digit(c) || c == '/' || c == '-'; });
    return small && base::count_digits(token) <= 6 &&
                   std::count_if(token.begin(), token.end(), [](char c) { return !is_digit(c); }) == 1
               ? TokenKind::other  // a fraction or a range: "3/5", "10-15"
               : TokenKind::code;
  }

  // A bare run of digits: by the words about it, then by its shape.
  TokenKind kind_of(std::size_t begin, const DigitRun& digits) {
    if (is_hour(digits.end)) return TokenKind::other;
    if (is_list_number(begin, digits)) return TokenKind::ordinal;
    const bool noun = noun_follows(digits.end);
    const std::optional<TokenKind> named = kind_before(begin);
    const bool grouped = digits.separators > 0 && !(named == TokenKind::nit || named == TokenKind::phone);
    if (named && !grouped) {
      const bool sure = *named == TokenKind::law || *named == TokenKind::article || marked_ || !noun;
      if (sure) return *named;
    }
    if (grouped) return named == TokenKind::law || named == TokenKind::article ? *named : TokenKind::count;
    if (is_year(begin, digits)) return year_or_count(begin, noun);
    if (digits.leading_zero && digits.digits > 2) return TokenKind::code;
    if (digits.digits == 10 && text_[begin] == '3' && text_[begin + 1] <= '5') return TokenKind::phone;
    if (digits.digits >= 11 || (digits.digits >= kLongCount && !noun)) return TokenKind::code;
    if (named && noun) return TokenKind::count;
    return inherited(begin, digits.end).value_or(TokenKind::count);
  }

  static bool four_digits(const DigitRun& digits) { return digits.separators == 0 && digits.digits == 4; }
  [[nodiscard]] bool is_year(std::size_t begin, const DigitRun& digits) const {
    return four_digits(digits) &&
           ((text_[begin] == '1' && text_[begin + 1] == '9') || (text_[begin] == '2' && text_[begin + 1] == '0'));
  }
  [[nodiscard]] TokenKind year_or_count(std::size_t begin, bool noun) const {
    return noun && !is_year_word(word_before(begin)) && !ends_span(begin) ? TokenKind::count : TokenKind::year;
  }
  // "2020 – 2023": a dash ties it to the year before.
  [[nodiscard]] bool ends_span(std::size_t begin) const {
    if (tokens_.empty() || tokens_.back().kind != TokenKind::year) return false;
    const std::size_t dash = skip_spaces(text_, tokens_end_);
    return text_[dash] == '-' && skip_spaces(text_, dash + 1) == begin;
  }

  [[nodiscard]] bool is_hour(std::size_t end) const {
    const std::size_t at = skip_spaces(text_, end);
    for (const std::string_view half : {"a.m", "p.m", "am", "pm", "a. m", "p. m"}) {
      if (phrase_at(text_, at, half) != 0) return true;
    }
    return false;
  }

  // "1. Elaborar", "2) Publicar", "3.1 Resultados" at the beginning of the text.
  [[nodiscard]] bool is_list_number(std::size_t begin, const DigitRun& digits) const {
    for (std::size_t i = 0; i < begin; ++i) {
      if (!is_space(text_[i]) && text_[i] != kBullet) return false;
    }
    if (digits.digits > 4 || digits.separators > 1) return false;
    std::size_t at = digits.end;
    const bool sign = text_[at] == '.' || text_[at] == ')';
    if (sign) ++at;
    if (text_[at] == '-') ++at;
    const std::size_t word = skip_spaces(text_, at);
    if (!is_letter(text_[word])) return false;
    const char first = source_[text_.place(word)];
    const bool capital = first >= 'A' && first <= 'Z';
    return sign || (digits.separators == 1 && capital);
  }

  // A word that is counted follows: "2021 solicitudes", "25 de las solicitudes" not.
  [[nodiscard]] bool noun_follows(std::size_t end) const {
    const std::size_t at = skip_spaces(text_, end);
    if (at == end || !is_letter(text_[at])) return false;
    std::size_t last = at;
    while (is_letter(text_[last])) ++last;
    const std::string_view word = std::string_view(text_.chars).substr(at, last - at);
    if (word.size() < 3 || is_stop_word(word)) return false;
    return word.back() == 's' || is_measure(word);
  }

  // The word that ends before `begin`; signs of "No.", "Nº", ":" and brackets are passed over.
  [[nodiscard]] std::string_view word_before(std::size_t begin) const {
    std::size_t end = begin;
    constexpr std::string_view kPassed = ".:#(\"";
    while (end > 0 && (is_space(text_[end - 1]) || text_[end - 1] == kOrdinalSign ||
                       kPassed.find(text_[end - 1]) != kPassed.npos)) {
      --end;
    }
    std::size_t first = end;
    while (first > 0 && is_letter(text_[first - 1])) --first;
    return std::string_view(text_.chars).substr(first, end - first);
  }
  [[nodiscard]] std::size_t place_of(std::string_view word) const {
    return static_cast<std::size_t>(word.data() - text_.chars.data());
  }

  // What the words before a number say it is. Looks over "No.", an adjective of the norm and, after "número", articles.
  std::optional<TokenKind> kind_before(std::size_t begin) const {
    marked_ = false;
    bool sharp = begin > 0 && text_[begin - 1] == '#';
    std::string_view word = word_before(begin);
    for (int steps = 0; steps < 5 && !word.empty(); ++steps) {
      if (is_number_marker(word)) {
        marked_ = true;
      } else if (const auto kind = keyword_kind(word)) {
        return kind;
      } else if (!is_norm_adjective(word) && !(marked_ && is_stop_word(word))) {
        break;
      }
      word = word_before(place_of(word));
    }
    return marked_ || sharp ? std::optional(TokenKind::code) : std::nullopt;
  }

  // "artículos 5, 6 y 7"; "Leyes 1474 de 2011 y 1712 de 2014".
  [[nodiscard]] std::optional<TokenKind> inherited(std::size_t begin, std::size_t end) const {
    if (tokens_.empty() || noun_follows(end)) return std::nullopt;
    std::size_t gap = tokens_end_;
    bool tie = false;
    while (gap < begin) {
      const char c = text_[gap];
      const bool letter = is_letter(c);
      if (letter && c != 'y' && c != 'e' && c != 'a' && c != 'l') return std::nullopt;
      if (!letter && !is_space(c) && c != ',' && c != '-') return std::nullopt;
      tie = tie || letter || c == ',';
      ++gap;
    }
    if (!tie) return std::nullopt;
    const TokenKind last = tokens_.back().kind;
    if (last == TokenKind::article || last == TokenKind::law) return last;
    const bool after_norm =
        last == TokenKind::year && tokens_.size() > 1 && tokens_[tokens_.size() - 2].kind == TokenKind::law;
    const bool of_year = phrase_at(text_, skip_spaces(text_, end), "de") != 0 &&
                         is_digit(text_[skip_spaces(text_, skip_spaces(text_, end) + 2)]);
    return after_norm && of_year ? std::optional(TokenKind::law) : std::nullopt;
  }

  void push(TokenKind kind, std::size_t begin, std::size_t end) {
    NumberToken token;
    token.kind = kind;
    token.begin = text_.place(begin);
    token.end = text_.place(end);
    token.text = std::string(text_.source(source_, begin, end));
    tokens_.push_back(std::move(token));
    tokens_end_ = end;
  }

  std::string_view source_;
  const Skeleton& text_;
  std::vector<DatePart> dates_;
  NumberContext context_;
  std::size_t next_date_ = 0;
  std::vector<NumberToken> tokens_;
  std::size_t tokens_end_ = 0;   // chars: where the last token ended
  mutable bool marked_ = false;  // a "No." stood before the number asked about last
};

}  // namespace

std::vector<NumberToken> find_numbers(std::string_view text, const NumberContext& context) {
  // Every token has a digit, and most sentences have none.
  if (!base::has_digit(text)) return {};
  return find_numbers(text, skeleton_of(text), context);
}

std::vector<NumberToken> find_numbers(std::string_view text, const Skeleton& skeleton, const NumberContext& context) {
  return Tokenizer(text, skeleton, context).run();
}

}  // namespace cotejo::normalise
