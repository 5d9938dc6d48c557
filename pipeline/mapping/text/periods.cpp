#include "pipeline/mapping/text/periods.h"

#include <algorithm>
#include <array>

#include "pipeline/mapping/text/tolerances.h"
#include "pipeline/normalise/dates/calendar.h"
#include "pipeline/normalise/dates/dates.h"
#include "pipeline/normalise/text/word_beginnings.h"

namespace cotejo::mapping {
namespace {

using namespace tolerances::periods;

struct PartName {
  std::string_view word;
  int months;
};
constexpr std::array<PartName, 8> kParts{{{"trimestre", 3},
                                          {"trim", 3},
                                          {"cuatrimestre", 4},
                                          {"cuatrim", 4},
                                          {"semestre", 6},
                                          {"sem", 6},
                                          {"bimestre", 2},
                                          {"bim", 2}}};

int part_length(std::string_view word) {
  if (word.size() < 3 || (word[0] != 't' && word[0] != 'c' && word[0] != 's' && word[0] != 'b')) return 0;
  for (const PartName& part : kParts) {
    if (word == part.word ||
        (word.size() == part.word.size() + 1 && word.substr(0, part.word.size()) == part.word && word.back() == 's')) {
      return part.months;
    }
  }
  return 0;
}

// 1 to 6 of "I", "1", "1er", "primer", "primero", "segundo" …; 0 when it is none.
int ordinal_word(std::string_view word) {
  constexpr std::string_view kFirst = "iv0123456pstcq";
  if (word.empty() || word.size() > kLongestOrdinal || kFirst.find(word[0]) == kFirst.npos) return 0;
  constexpr std::array<std::array<std::string_view, 7>, 6> kNames{
      {{"i", "1", "1er", "1ro", "primer", "primero", "01"},
       {"ii", "2", "2do", "2o", "segundo", "segunda", "02"},
       {"iii", "3", "3er", "3ro", "tercer", "tercero", "03"},
       {"iv", "4", "4to", "4o", "cuarto", "cuarta", "04"},
       {"v", "5", "5to", "5o", "quinto", "quinta", "05"},
       {"vi", "6", "6to", "6o", "sexto", "sexta", "06"}}};
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (std::find(kNames[i].begin(), kNames[i].end(), word) != kNames[i].end()) return static_cast<int>(i) + 1;
  }
  return 0;
}

// 1 to 3 of a Roman numeral whose strokes were read as other strokes: "ll", "lI", "IIl". Folded letters, and | for a
// stroke that parted words; 0 when a sign of it is no stroke.
int strokes(std::string_view text) {
  if (text.empty() || text.size() > 3) return 0;
  return text.find_first_not_of("il1|") == std::string_view::npos ? static_cast<int>(text.size()) : 0;
}

std::string_view roman(int ordinal) {
  constexpr std::array<std::string_view, 6> kRoman{"I", "II", "III", "IV", "V", "VI"};
  return kRoman[static_cast<std::size_t>(ordinal - 1)];
}

int year_word(std::string_view word) {
  if (word.size() != 4 || !std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; })) return 0;
  const int year = (word[0] - '0') * 1000 + (word[1] - '0') * 100 + (word[2] - '0') * 10 + (word[3] - '0');
  return year >= kFirstYear && year <= kLastYear ? year : 0;
}

// Whether a period or a law may begin with the word: most words are told by their first letters.
bool may_begin_period(std::string_view word) {
  // ordinals, Roman numerals and their misread strokes, parts of a year, months, words before a year, laws
  static constexpr normalise::WordBeginnings kBeginnings{
      "i",   "ii",  "iii", "iv",  "v",   "vi",  "l",   "ll",  "lll", "il",  "li",  "ill", "lil",
      "lli", "iil", "ili", "lii", "pri", "seg", "ter", "cua", "qui", "sex", "tri", "sem", "bim",
      "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "set", "oct", "nov", "dic",
      "ano", "vig", "anu", "ley", "dec", "res", "acu", "cir", "ord", "con", "sen", "dir", "nor"};
  const char first = word.empty() ? ' ' : word[0];
  return (first >= '0' && first <= '9') || kBeginnings.may_begin(word);
}

bool connective(std::string_view word) {
  constexpr std::array<std::string_view, 14> kWords{"de", "del", "el",       "la",  "a",       "al",    "y",
                                                    "en", "ano", "vigencia", "mes", "periodo", "hasta", "corte"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

bool year_intro(std::string_view word) {
  return word == "ano" || word == "vigencia" || word == "vigencias" || word == "anualidad";
}

// The year that follows token `at` behind connectives ("de 2021", "del año 2021"); moves `end` past it.
int following_year(const std::vector<Token>& tokens, std::size_t at, std::size_t& end) {
  for (std::size_t i = at; i < tokens.size() && i < at + 5; ++i) {
    if (const int year = year_word(tokens[i].folded)) {
      end = i + 1;
      return year;
    }
    if (!connective(tokens[i].folded)) return 0;
  }
  return 0;
}

bool same_line(std::string_view text, std::size_t begin, std::size_t end) {
  return text.substr(begin, end - begin).find('\n') == std::string_view::npos;
}

bool law_word(std::string_view word) {
  constexpr std::array<std::string_view, 16> kWords{
      "ley",      "leyes",      "decreto",   "decretos", "resolucion", "resoluciones", "acuerdo",    "acuerdos",
      "circular", "circulares", "ordenanza", "conpes",   "sentencia",  "directiva",    "ordenanzas", "norma"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

// Numbers with a separator inside ("1.406", "13/05/2022") are no ordinals and no years.
bool stands_alone(std::string_view text, const Token& token) {
  const auto joined = [&](std::size_t sign, std::size_t digit) {
    return sign < text.size() && digit < text.size() && (text[sign] == '.' || text[sign] == ',' || text[sign] == '/') &&
           text[digit] >= '0' && text[digit] <= '9';
  };
  return !joined(token.end, token.end + 1) && !(token.begin >= 2 && joined(token.begin - 1, token.begin - 2));
}

class Finder {
 public:
  Finder(std::string_view text, const std::vector<Token>& tokens) : text_(text), tokens_(tokens) {}

  std::vector<Period> all() {
    for (std::size_t at = 0; at < tokens_.size();) {
      if (!may_begin_period(tokens_[at].folded)) {
        ++at;
        continue;
      }
      if (law_word(tokens_[at].folded)) {
        at = end_of_law(at);
        continue;
      }
      Period period = part_at(at);
      if (period.empty()) period = months_at(at);
      if (period.empty()) period = year_at(at);
      if (period.empty()) {
        ++at;
        continue;
      }
      at = std::max(at + 1, period.end_token);
      found_.push_back(std::move(period));
    }
    return std::move(found_);
  }

 private:
  // Past "Ley 1755 de 2015", "Decreto 484 del 6 de junio de 2019", "Resolución No. 1400-0019 de mayo 14 de 2019": the
  // years of laws are not what a text is about.
  [[nodiscard]] std::size_t end_of_law(std::size_t at) const {
    std::size_t end = at + 1;
    bool numbered = false;
    while (end < tokens_.size() && end < at + 10) {
      const Token& token = tokens_[end];
      const bool reference = token.is_number() || month_word(token.folded) != 0 || connective(token.folded) ||
                             token.folded == "no" || token.folded == "numero" || token.folded == "n" ||
                             token.folded == "nro" || token.folded == "municipal" || token.folded == "nacional" ||
                             token.folded == "presidencial" || token.folded == "externa";
      if (!reference || text_.substr(tokens_[end - 1].end, token.begin - tokens_[end - 1].end).find_first_of(",;:") !=
                            std::string_view::npos)
        break;
      ++end;
      if (numbered && year_word(token.folded) != 0) break;
      numbered = numbered || token.is_number();
    }
    return end;
  }

  // "III trimestre de 2022", "trimestre III", "1er semestre".
  Period part_at(std::size_t at) const {
    std::size_t name = at;
    bool misread = false;
    int ordinal = ordinal_at(at, misread);
    if (ordinal != 0) {
      name = at + 1;
      if (name < tokens_.size() && (tokens_[name].folded == "er" || tokens_[name].folded == "do")) ++name;  // "1 er"
      if (name >= tokens_.size() || !stands_alone(text_, tokens_[at])) return {};
    }
    const int months = part_length(tokens_[name].folded);
    if (months == 0) return {};
    std::size_t end = name + 1;
    if (ordinal == 0) {
      std::size_t number = end;
      if (number + 1 < tokens_.size() && tokens_[number].folded == "no") ++number;  // "Trimestre No. 2"
      if (number < tokens_.size()) ordinal = ordinal_at(number, misread);
      if (ordinal != 0 && stands_alone(text_, tokens_[number])) {
        end = number + 1;
      } else {
        ordinal = bars_after(tokens_[name].end);
        misread = true;
      }
    }
    if (ordinal == 0 || ordinal * months > 12) return {};
    Period period = made(at, end, (ordinal - 1) * months + 1, ordinal * months);
    if (misread) {
      const std::string part = one_line(text_.substr(tokens_[name].begin, tokens_[name].end - tokens_[name].begin));
      period.label = name == at ? part + " " + std::string(roman(ordinal)) : std::string(roman(ordinal)) + " " + part;
    }
    return period;
  }

  [[nodiscard]] int ordinal_at(std::size_t at, bool& misread) const {
    if (const int plain = ordinal_word(tokens_[at].folded)) return plain;
    const int read = strokes(tokens_[at].folded);
    misread = misread || read != 0;
    return read;
  }

  // "Trimestre |", "Trimestre ||": the strokes part words and are no tokens.
  [[nodiscard]] int bars_after(std::size_t at) const {
    while (at < text_.size() && text_[at] == ' ') ++at;
    const std::size_t end = std::min(text_.find_first_not_of('|', at), text_.size());
    return at < end ? strokes(text_.substr(at, end - at)) : 0;
  }

  // "mayo", "Ene-Mar", "enero a junio de 2021", "enero, febrero y marzo".
  Period months_at(std::size_t at) const {
    const int first = month_word(tokens_[at].folded);
    if (first == 0) return {};
    int last = first;
    std::size_t end = at + 1;
    for (;;) {
      std::size_t next = end;
      while (next < tokens_.size() && next < end + 2 && (tokens_[next].folded == "a" || tokens_[next].folded == "y"))
        ++next;
      if (next >= tokens_.size() || !same_line(text_, tokens_[end - 1].begin, tokens_[next].begin)) break;
      const int month = month_word(tokens_[next].folded);
      if (month <= last) break;
      last = month;
      end = next + 1;
    }
    return made(at, end, first, last);
  }

  Period year_at(std::size_t at) const {
    std::size_t end = at;
    if (year_intro(tokens_[at].folded)) ++end;
    if (end >= tokens_.size()) return {};
    const int year = year_word(tokens_[end].folded);
    if (year == 0 || !stands_alone(text_, tokens_[end])) return {};
    Period period;
    period.label = tokens_[end].folded;
    period.year = year;
    period.first_token = at;
    period.end_token = end + 1;
    period.words = end + 1 - at;
    return period;
  }

  Period made(std::size_t at, std::size_t end, int first, int last) const {
    Period period;
    period.label = one_line(text_.substr(tokens_[at].begin, tokens_[end - 1].end - tokens_[at].begin));
    period.first_month = first;
    period.last_month = last;
    period.first_token = at;
    period.end_token = end;
    period.words = end - at;
    period.year = following_year(tokens_, end, period.end_token);
    return period;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::vector<Period> found_;
};

// A head that its narrow column cut within a word: "Septiembr e", "Trimes tre II".
Period cut_period(std::string_view text, const std::vector<Token>& tokens) {
  if (tokens.size() < 2 || text.size() > kLongestHead) return {};
  const normalise::YearPart part = normalise::year_part_of(text);
  if (part.first_month == 0) return {};
  Period period;
  period.label = one_line(text);
  period.first_month = part.first_month;
  period.last_month = part.last_month;
  period.end_token = period.words = tokens.size();
  return period;
}

}  // namespace

int month_word(std::string_view folded) {
  return normalise::month_number(folded);
}

std::string period_name(const Period& period, int year) {
  const std::string printed_year = period.year != 0 ? std::to_string(period.year)
                                   : year != 0      ? std::to_string(year)
                                                    : std::string();
  const int months = period.last_month - period.first_month + 1;
  if (!period.part() || months == 12) return printed_year;
  const std::string lead = printed_year.empty() ? std::string() : printed_year + "-";
  const auto month = [&](int number) { return lead + (number < 10 ? "0" : "") + std::to_string(number); };
  if (months == 1) return month(period.first_month);
  const bool aligned = period.last_month % months == 0;
  if (months == 3 && aligned) return lead + "T" + std::to_string(period.last_month / 3);
  if (months == 6 && aligned) return lead + "S" + std::to_string(period.last_month / 6);
  return month(period.first_month) + "/" + month(period.last_month);
}

std::vector<Period> find_periods(std::string_view text, const std::vector<Token>& tokens) {
  return Finder(text, tokens).all();
}

std::vector<Period> find_periods(std::string_view text) {
  return find_periods(text, tokens_of(text));
}

Period period_label(std::string_view text, int other_words) {
  const std::vector<Token> tokens = tokens_of(text);
  const std::vector<Period> periods = find_periods(text, tokens);
  if (periods.empty()) return cut_period(text, tokens);
  int others = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool named = std::any_of(periods.begin(), periods.end(), [&](const Period& period) {
      return i >= period.first_token && i < period.end_token;
    });
    if (!named && !connective(tokens[i].folded)) ++others;
  }
  if (others > other_words) return {};
  Period best = periods.front();
  for (const Period& period : periods) {
    if (period.part() && !best.part()) {  // "2021 Trimestre I": the year belongs to the part
      const int year = best.year;
      best = period;
      if (best.year == 0) best.year = year;
    } else if (period.year != 0 && best.year == 0) {
      best.year = period.year;
    }
  }
  return best;
}

}  // namespace cotejo::mapping
