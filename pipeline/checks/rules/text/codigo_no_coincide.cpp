#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

#include "base/digits.h"
#include "pipeline/checks/arithmetic/slips.h"
#include "pipeline/checks/prose/scan.h"
#include "pipeline/checks/rules/rules.h"
#include "pipeline/checks/rules/text/tolerances.h"
#include "pipeline/checks/rules/tolerances.h"
#include "pipeline/checks/spanish.h"
#include "pipeline/mapping/text/passages.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {
namespace {

using namespace tolerances::codigo_no_coincide;

struct TableCode {
  std::string code;  // as printed
  std::string digits;
  std::string label;
  const TableAnalysis* table = nullptr;
  int row = -1;
};

std::string digits_only(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (base::is_digit(c)) out += c;
  }
  return out;
}

// Codes of one chart that is filled up with zeros: 100000000 is what 110000000 is a part of, and no slip of it.
bool part_of_other(const std::string& a, const std::string& b) {
  const auto stem = [](const std::string& code) { return code.substr(0, code.find_last_not_of('0') + 1); };
  const std::string first = stem(a), second = stem(b);
  return (a.back() == '0' || b.back() == '0') && (first.starts_with(second) || second.starts_with(first));
}

// One digit wrong, missing or too many, or two swapped.
bool one_slip_apart(const std::string& a, const std::string& b) {
  if (part_of_other(a, b)) return false;
  if (a.size() == b.size()) {
    std::vector<std::size_t> differ;
    for (std::size_t i = 0; i < a.size() && differ.size() <= 2; ++i) {
      if (a[i] != b[i]) differ.push_back(i);
    }
    if (differ.size() == 1) return true;
    return differ.size() == 2 && a[differ[0]] == b[differ[1]] && a[differ[1]] == b[differ[0]];
  }
  const std::string& longer = a.size() > b.size() ? a : b;
  const std::string& shorter = a.size() > b.size() ? b : a;
  if (longer.size() != shorter.size() + 1) return false;
  const auto differ = std::mismatch(shorter.begin(), shorter.end(), longer.begin());
  return std::equal(differ.first, shorter.end(), differ.second + 1);
}

bool in_code(char c) {
  return is_digit(c) || c == '.' || c == '-';
}

// A code and a description in one cell ("206101601027 REMUNERACION …") are told apart here, for tables whose mapping
// found no column of codes.
void add_code(const TableAnalysis& table, int row, std::vector<TableCode>& codes) {
  const mapping::RowReading& reading = table.figures.reading().rows[static_cast<std::size_t>(row)];
  TableCode entry{reading.code, digits_only(reading.code), table.figures.row(row).label, &table, row};
  if (entry.digits.empty()) {
    const std::string_view label = std::string_view(entry.label).substr(0, 300);
    const std::size_t begin = skip_spaces(label, 0);
    const std::size_t end = run_end(label, begin, in_code);
    const std::size_t words = skip_spaces(label, end);
    const bool code = end - begin >= 6 && end - begin <= 31 && is_digit(label[begin]);
    if (!code || words == end || words == label.size() || is_digit(label[words])) return;
    entry.code = label.substr(begin, end - begin);
    entry.digits = digits_only(entry.code);
    entry.label = std::string(label.substr(words));
  }
  if (entry.digits.size() >= 6) codes.push_back(std::move(entry));
}

// How like the words that follow the code are to the description, over as many words.
double likeness(const std::vector<std::string>& after, const std::string& label) {
  const std::vector<std::string> words = normalise::folded_words(label);
  if (words.empty() || after.empty()) return 0;
  std::string a, b;
  for (std::size_t i = 0; i < words.size() && i < after.size() && i < 8; ++i) {
    a += after[i] + " ";
    b += words[i] + " ";
  }
  return normalise::similarity(a, b);
}

// A row of a table that fell apart into text: it begins with its code.
bool begins_line(std::string_view text, std::size_t offset) {
  const std::size_t before = offset == 0 ? std::string_view::npos : text.find_last_not_of(' ', offset - 1);
  return before == std::string_view::npos || text[before] == '\n';
}

// Where the letters begin that belong to the code ("CPS-010-2014").
std::size_t begin_of_letters(std::string_view text, std::size_t offset) {
  std::size_t begin = offset;
  while (begin > 0 && (is_letter(text[begin - 1]) || text[begin - 1] == '-')) --begin;
  return begin;
}

// Words of its sentence that stand before a code: a line of running text may begin with it by chance.
std::ptrdiff_t words_before(const mapping::Passage& passage, std::size_t offset) {
  std::size_t begin = 0;
  for (const mapping::Sentence& sentence : passage.sentences)
    if (sentence.begin <= offset) begin = sentence.begin;
  const std::string_view before = std::string_view(passage.text).substr(begin, offset - begin);
  return std::count(before.begin(), before.end(), ' ');
}

// … or it stands over or under the codes of the table, in their column.
bool under_codes(const model::Source& printed, const model::Source& code) {
  return printed.page == code.page && printed.box.x1 > printed.box.x0 && code.box.x1 > code.box.x0 &&
         std::abs(printed.box.x0 - code.box.x0) <= kSameEdge && printed.box.x1 <= code.box.x1 + kSameEdge;
}

// … or figures follow it as its columns.
bool figures_follow(std::string_view text, std::size_t from) {
  const std::size_t until = std::min(text.size(), from + kReach);
  int figures = 0;
  for (std::size_t i = from; i < until; ++figures) {
    while (i < until && !is_digit(text[i])) ++i;
    const std::size_t begin = i;
    i = run_end(text, i, [](char c) { return is_digit(c) || c == '.' || c == ','; });
    if (i == begin) break;
    figures -= i - begin < kShortestFigure;
  }
  return figures >= kColumns;
}

struct PrintedCode {
  std::size_t offset = 0;
  std::string_view text;
};

// The next run of digits, points and dashes from `at` on that stands by itself and is as long as a code; its text is
// empty when there is none.
PrintedCode next_code(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    at = run_end(text, at, in_code);
    if (begin > 0 && is_word(text[begin - 1])) continue;
    std::size_t end = at;
    // A letter at the end belongs to the last part alone: "2020730010024-01A".
    if (end < text.size() && is_word(text[end])) end = begin + text.substr(begin, end - begin).find_last_of(".-") + 1;
    while (end > begin && !is_digit(text[end - 1])) --end;
    if (end - begin >= kShortest && end - begin <= kLongest) return {begin, text.substr(begin, end - begin)};
  }
  return {};
}

}  // namespace

// A budget code in prose that no table has, one slip away from one whose words follow it.
void codigo_no_coincide(const Context& context, Report& report) {
  std::vector<TableCode> codes;
  for (const TableAnalysis& table : context.tables) {
    for (int r = 0; r < table.figures.rows(); ++r) {
      if (table.figures.row(r).body) add_code(table, r, codes);
    }
  }
  if (codes.empty()) return;
  for (const mapping::Passage& passage : context.document.passages) {
    for (PrintedCode found = next_code(passage.text, 0); !found.text.empty();
         found = next_code(passage.text, found.offset + found.text.size())) {
      const std::size_t offset = found.offset;
      const std::string printed(found.text);
      const std::string digits = digits_only(printed);
      if (digits.size() < 6 || begins_line(passage.text, begin_of_letters(passage.text, offset))) continue;
      if (figures_follow(passage.text, offset + printed.size())) continue;
      const auto same = [&](const TableCode& code) {
        return code.digits == digits || code.digits.find(digits) != std::string::npos;
      };
      if (std::any_of(codes.begin(), codes.end(), same)) continue;
      const std::string_view tail = std::string_view(passage.text).substr(offset + printed.size());
      const std::vector<std::string> after = normalise::folded_words(tail.substr(0, 200));
      const TableCode* best = nullptr;
      double best_likeness = 0;
      for (const TableCode& code : codes) {
        const bool own_cell =
            passage.source.table == code.table->figures.reading().table && passage.source.row == code.row;
        if (own_cell || !one_slip_apart(digits, code.digits)) continue;
        const double like = likeness(after, code.label);
        if (like > best_likeness) {
          best = &code;
          best_likeness = like;
        }
      }
      report.tested(1);
      if (best == nullptr || best_likeness < kSameWords) continue;
      model::Finding finding;
      finding.evidence = {evidence_of(mapping::source_at(context.bundle(), passage, offset, offset + printed.size()),
                                      model::Role::reported),
                          evidence_of(*best->table, {best->row, 0}, model::Role::source)};
      const std::string sentence = mapping::sentence_at(passage.text, passage.sentences, offset);
      if (words_before(passage, offset) < kWordsOfText &&
          under_codes(finding.evidence[0].source, finding.evidence[1].source))
        continue;
      finding.table = passage.source.table;
      finding.reported = printed;
      finding.expected = best->code;
      Slip slip = writing_slip(0, 0);
      if (digits.size() == best->digits.size()) {
        int differ = 0;
        for (std::size_t i = 0; i < digits.size(); ++i) differ += digits[i] != best->digits[i];
        slip.kind = differ == 1 ? model::Diagnosis::wrong_digit : model::Diagnosis::digits_transposed;
      } else {
        slip.kind = model::Diagnosis::wrong_digit;
      }
      finding.diagnosis = slip.kind;
      finding.message = "El texto da el código " + printed + " a " + guillemets(best->label, 60) + "; en " +
                        table_name(best->table->figures.table()) + " es " + best->code + ".";
      finding.steps = {"En el texto: " + sentence, "En la tabla: " + best->code + "  " + guillemets(best->label)};
      finding.evidence.front().source.text = printed;
      finding.evidence.front().source.sentence = sentence;
      // One digit of a scan that nothing vouches for is the reader's slip as likely as the writer's.
      const bool scanned = finding.evidence.front().source.origin == model::Origin::ocr;
      report.add(std::move(finding), printed + "|" + best->code,
                 scanned ? model::Severity::info : model::Severity::warning);
    }
  }
}

}  // namespace cotejo::checks
