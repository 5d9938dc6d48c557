#include "pipeline/normalise/text/text.h"

#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

#include "base/utf8.h"
#include "pipeline/normalise/text/skeleton.h"
#include "pipeline/normalise/text/tolerances.h"

namespace cotejo::normalise {
namespace {

using namespace tolerances::text;

// Latin-1 and the general punctuation are already NFC and need no tables: nearly every text of a report is of them.
bool is_plain(char32_t c) {
  return c < 0x300 || (c >= 0x2010 && c <= 0x205E && c != 0x2028 && c != 0x2029);
}

bool is_left_out(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
         c == 0xFEFF;
}

bool is_blank(char32_t c) {
  return c <= 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

// Appends code points, runs of blanks as one space, none at the ends.
class Joiner {
 public:
  explicit Joiner(std::size_t size) { text_.reserve(size); }
  void add(char32_t c) {
    if (pending_ && !text_.empty()) text_ += ' ';
    pending_ = false;
    base::append_utf8(text_, c);
  }
  void blank() { pending_ = true; }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
  bool pending_ = false;
};

std::string_view ligature(char32_t c) {
  constexpr std::string_view kOpened[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
  return c >= 0xFB00 && c <= 0xFB06 ? kOpened[c - 0xFB00] : std::string_view();
}

void clean_into(Joiner& joiner, char32_t c) {
  if (is_left_out(c)) return;
  if (is_blank(c)) return joiner.blank();
  if (c == 0x2010 || c == 0x2011) return joiner.add('-');
  const std::string_view opened = ligature(c);
  if (opened.empty()) return joiner.add(c);
  for (const char letter : opened) joiner.add(static_cast<unsigned char>(letter));
}

// ICU gives its own shared instances; a nullptr (no data) leaves the text as it came.
icu::UnicodeString composed(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status) != 0) return text;
  icu::UnicodeString result = nfc->normalize(text, status);
  return U_FAILURE(status) != 0 ? text : result;
}

icu::UnicodeString decomposed(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status) != 0) return text;
  icu::UnicodeString result = nfd->normalize(text, status);
  return U_FAILURE(status) != 0 ? text : result;
}

icu::UnicodeString unicode(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

std::string clean_any(std::string_view text) {
  const icu::UnicodeString nfc = composed(unicode(text));
  Joiner joiner(text.size());
  for (std::int32_t i = 0; i < nfc.length(); i = nfc.moveIndex32(i, 1)) {
    clean_into(joiner, static_cast<char32_t>(nfc.char32At(i)));
  }
  return joiner.take();
}

std::string fold_any(std::string_view text) {
  icu::UnicodeString folded = decomposed(unicode(clean_any(text)));
  folded.toLower(icu::Locale::getRoot());
  Joiner joiner(text.size());
  for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
    const UChar32 c = folded.char32At(i);
    const std::int8_t type = u_charType(c);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) continue;
    if (c < 0x100 && c >= 0x80) {
      const char plain = skeleton_char(static_cast<char32_t>(c));  // æ, ø, ß and the like, as the fast path has them
      is_letter(plain) ? joiner.add(static_cast<unsigned char>(plain)) : joiner.blank();
    } else if ((u_isalpha(c) != 0 && type != U_MODIFIER_LETTER) || type == U_DECIMAL_DIGIT_NUMBER) {
      joiner.add(static_cast<char32_t>(c));
    } else {
      joiner.blank();
    }
  }
  return joiner.take();
}

// What the code points below U+0100 fold to: a letter or digit, ' ' for what parts words, '\0' for what is left out.
const std::array<char, 0x100>& folded_latin() {
  static const std::array<char, 0x100> table = [] {
    std::array<char, 0x100> made{};
    for (char32_t c = 0; c < made.size(); ++c) {
      const char plain = skeleton_char(c);
      made[c] = plain == '\0' || is_left_out(c) ? '\0' : is_letter(plain) || is_digit(plain) ? plain : ' ';
    }
    return made;
  }();
  return table;
}

std::u32string code_points(const std::string& text) {
  std::u32string points;
  for (std::size_t position = 0; position < text.size() && points.size() < kLongestCompared;) {
    points += next_code_point(text, position);
  }
  return points;
}

}  // namespace

std::string clean(std::string_view text) {
  Joiner joiner(text.size());
  for (std::size_t position = 0; position < text.size();) {
    const char32_t c = next_code_point(text, position);
    if (!is_plain(c) && !is_blank(c)) return clean_any(text);
    clean_into(joiner, c);
  }
  return joiner.take();
}

std::string fold(std::string_view text) {
  const char* const latin = folded_latin().data();
  std::string out(text.size() + 1, '\0');  // no letter folds to more bytes than it has; one more for a gap at the end
  const char* at = text.data();
  const char* const end = at + text.size();
  char* to = out.data();
  char last = ' ';  // of what is written: no gap at the beginning, and none after another
  while (at != end) {
    const auto lead = static_cast<unsigned char>(*at);
    char plain = '\0';
    if (lead < 0x80) {
      plain = latin[lead];  // never left out
      ++at;
    } else {
      auto position = static_cast<std::size_t>(at - text.data());
      const char32_t c = next_code_point(text, position);
      at = text.data() + position;
      plain = c < 0x100 ? latin[c] : skeleton_char(c);
      if (plain == kLetter || (c >= 0xFB00 && c <= 0xFB06) || (plain == kOther && c >= 0x2070)) return fold_any(text);
      if (plain == '\0' || (c >= 0x100 && is_left_out(c))) continue;  // marks and soft hyphens join what they part
      if (!is_letter(plain) && !is_digit(plain)) plain = ' ';
    }
    // Without a branch: most texts are letters and single spaces, in no order that could be foretold.
    *to = plain;
    to += static_cast<std::ptrdiff_t>((plain != ' ') | (last != ' '));
    last = plain;
  }
  if (to != out.data() && to[-1] == ' ') --to;
  out.resize(static_cast<std::size_t>(to - out.data()));
  return out;
}

std::vector<std::string> folded_words(std::string_view text) {
  const std::string folded = fold(text);
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    words.push_back(folded.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

double similarity(std::string_view a, std::string_view b) {
  const std::string folded_a = fold(a);
  const std::string folded_b = fold(b);
  if (folded_a == folded_b) return 1;
  const std::u32string left = code_points(folded_a);
  const std::u32string right = code_points(folded_b);
  const std::size_t longer = std::max(left.size(), right.size());
  std::vector<std::size_t> row(right.size() + 1);  // distances of a prefix of `left` to every prefix of `right`
  for (std::size_t j = 0; j <= right.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= left.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const std::size_t changed = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
    }
  }
  return 1 - static_cast<double>(row.back()) / static_cast<double>(longer);
}

int collate(std::string_view a, std::string_view b) {
  // One collator a thread: ICU's compare is const, and building one reads its rules from the data file.
  thread_local const std::unique_ptr<icu::Collator> collator = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Collator> made(icu::Collator::createInstance(icu::Locale("es"), status));
    return U_FAILURE(status) != 0 ? nullptr : std::move(made);
  }();
  if (!collator) return a.compare(b);
  UErrorCode status = U_ZERO_ERROR;
  return collator->compareUTF8({a.data(), static_cast<std::int32_t>(a.size())},
                               {b.data(), static_cast<std::int32_t>(b.size())}, status);
}

}  // namespace cotejo::normalise
