#include <algorithm>
#include <cmath>
#include <map>

#include "pipeline/checks/arithmetic/slips.h"
#include "pipeline/checks/prose/joints.h"
#include "pipeline/checks/prose/label_tables.h"
#include "pipeline/checks/prose/tolerances.h"
#include "pipeline/checks/spanish.h"
#include "pipeline/mapping/text/year_parts.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {
namespace {

// Whether the column is of one of the parts of the year that the sentence names, if it names any; a column that names
// none is of the report's.
bool of_period(const Figures& figures, int column, const std::vector<mapping::YearPart>& said,
               const mapping::YearPart& report) {
  if (said.empty()) return true;
  std::vector<mapping::YearPart> own =
      mapping::year_parts(normalise::fold(figures.table().title + " " + figures.column_name(column)));
  if (own.empty() && report.months == 0) return true;
  if (own.empty()) own.push_back(report);
  return std::any_of(own.begin(), own.end(), [&](const mapping::YearPart& part) {
    return std::find(said.begin(), said.end(), part) != said.end();
  });
}

struct Mention {
  std::size_t begin = 0;  // byte offsets into the passage
  std::size_t end = 0;
  int row = -1;
};

// Where the words of the rows stand in the sentence.
std::vector<Mention> mentions_of(const LabelTable& table, const FigureSentence& sentence) {
  std::vector<std::pair<std::string, mapping::Sentence>> words;  // stem, offsets
  const std::string& text = sentence.passage->text;
  for (std::size_t i = sentence.span.begin; i < sentence.span.end;) {
    const auto is_word = [&](char c) {
      return (static_cast<unsigned char>(c) & 0x80U) != 0 || std::isalnum(static_cast<unsigned char>(c)) != 0;
    };
    while (i < sentence.span.end && !is_word(text[i])) ++i;
    std::size_t end = i;
    while (end < sentence.span.end && is_word(text[end])) ++end;
    if (end > i)
      words.emplace_back(stem(normalise::fold(std::string_view(text).substr(i, end - i))), mapping::Sentence{i, end});
    i = end;
  }
  std::vector<Mention> result;
  for (std::size_t i = 0; i < words.size();) {
    const LabelRow* best = nullptr;
    for (const LabelRow& row : table.rows) {
      if (row.stems.size() > words.size() - i || (best != nullptr && row.stems.size() <= best->stems.size())) continue;
      bool same = true;
      for (std::size_t k = 0; k < row.stems.size(); ++k) same = same && row.stems[k] == words[i + k].first;
      if (same) best = &row;
    }
    if (best == nullptr) {
      ++i;
      continue;
    }
    result.push_back({words[i].second.begin, words[i + best->stems.size() - 1].second.end, best->row});
    i += best->stems.size();
  }
  return result;
}

// What the text between a label and a figure after it must be for the figure to be the label's.
bool joins_forward(const FigureSentence& sentence, std::size_t from, std::size_t to) {
  if (to < from || to - from > kClause) return false;
  const std::string_view between = std::string_view(sentence.passage->text).substr(from, to - from);
  if (between.find_first_of(";\n") != std::string_view::npos || between.find(". ") != std::string_view::npos)
    return false;
  const std::string folded = normalise::fold(between);
  if (folded.empty()) return between.find_first_of("(:=") != std::string_view::npos;
  static const std::vector<std::string> joints{"equivalente a",
                                               "equivalente al",
                                               "con",
                                               "con un total de",
                                               "con un indicador del",
                                               "con un",
                                               "con el",
                                               "un total de",
                                               "correspondiente a",
                                               "correspondientes a",
                                               "fueron",
                                               "eps con un total de",
                                               "con una participacion del",
                                               "representan el",
                                               "representa el",
                                               "que equivale al",
                                               "que equivalen al",
                                               "con un porcentaje del"};
  if (to - from <= kPhrase && std::find(joints.begin(), joints.end(), folded) != joints.end()) return true;
  // "La ventanilla presencial sigue siendo el canal preferido, con 2.951": a clause that ends in a joint after a comma.
  const std::size_t comma = between.rfind(',');
  if (comma == std::string_view::npos) return false;
  const std::string last = normalise::fold(between.substr(comma + 1));
  return last.starts_with("con") && std::find(joints.begin(), joints.end(), last) != joints.end();
}

bool paired(const FigureSentence& sentence, const ProseNumber& first, const ProseNumber& second) {
  if (first.percent == second.percent || second.begin < first.end || second.begin - first.end > 32) return false;
  const std::string_view between = std::string_view(sentence.passage->text).substr(first.end, second.begin - first.end);
  const std::string folded = normalise::fold(between);
  if (folded.empty()) return between.find('(') != std::string_view::npos;
  return folded == "equivalente a" || folded == "equivalente al" || folded == "es decir" ||
         folded == "correspondiente a" || folded == "correspondiente al" || folded == "que equivale a" ||
         folded == "que corresponde a" || folded == "o sea";
}

// A figure before its label: at most a noun and a verb stand between ("1 comunicaciones fueron peticiones"), and
// nothing that begins another clause. A figure in brackets belongs to what stands before it.
bool joins_backward(const FigureSentence& sentence, const ProseNumber& first, std::size_t from, std::size_t to) {
  if (to < from || to - from > 60) return false;
  const std::string& text = sentence.passage->text;
  const std::size_t before = text.find_last_not_of(' ', first.begin == 0 ? 0 : first.begin - 1);
  if (first.begin > 0 && before != std::string::npos && text[before] == '(') return false;
  const std::string_view between = std::string_view(text).substr(from, to - from);
  if (between.find_first_of(";.:\n") != std::string_view::npos) return false;
  const std::vector<std::string> words = normalise::folded_words(between);
  if (words.size() > 4) return false;
  for (const std::string& word : words) {
    for (const char* other :
         {"y", "e", "o", "en", "mientras", "lugar", "seguido", "seguida", "luego", "tercer", "segundo"}) {
      if (word == other) return false;
    }
  }
  return true;
}

// Running prose and no labels of a chart: it has the small words that join others.
bool is_prose(const FigureSentence& sentence) {
  int small = 0, words = 0;
  for (const std::string& word : normalise::folded_words(sentence.text())) {
    ++words;
    for (const char* joint :
         {"de", "la", "el", "los", "las", "en", "un", "una", "con", "se", "que", "del", "fueron", "por"})
      small += word == joint;
  }
  return small >= 2 && static_cast<std::size_t>(words) >= 2 * sentence.numbers.size();
}

// The label of each figure, -1 for none.
std::vector<int> owners_of(const FigureSentence& sentence, const std::vector<Mention>& mentions) {
  const auto& numbers = sentence.numbers;
  std::vector<int> owners(numbers.size(), -1);
  for (std::size_t j = 0; j < numbers.size(); ++j) {
    if (j > 0 && owners[j - 1] >= 0 && paired(sentence, numbers[j - 1], numbers[j])) {
      owners[j] = owners[j - 1];
      continue;
    }
    const Mention* before = nullptr;
    const Mention* after = nullptr;
    for (const Mention& mention : mentions) {
      if (mention.end <= numbers[j].begin) before = &mention;
      if (mention.begin >= numbers[j].end && after == nullptr) after = &mention;
    }
    const bool free_before = j == 0 || before == nullptr || numbers[j - 1].end <= before->begin;
    if (before != nullptr && free_before && joins_forward(sentence, before->end, numbers[j].begin)) {
      owners[j] = before->row;
      continue;
    }
    std::size_t next = j + 1;
    if (next < numbers.size() && paired(sentence, numbers[j], numbers[next])) ++next;
    // "con 2.951 solicitudes, seguida del correo, con 2.118": a label that leads to a figure of its own is not this
    // one's.
    const bool leads_on = after != nullptr && next < numbers.size() && numbers[next].begin >= after->end &&
                          numbers[next].percent == numbers[j].percent &&
                          joins_forward(sentence, after->end, numbers[next].begin);
    const bool free_after =
        after != nullptr && !leads_on && (next >= numbers.size() || numbers[next].begin >= after->begin);
    if (free_after && joins_backward(sentence, numbers[j], numbers[next - 1].end, after->begin)) owners[j] = after->row;
  }
  return owners;
}

bool speaks_of_before(const FigureSentence& sentence, const ProseNumber& number) {
  const std::size_t from = number.begin - std::min(number.begin - sentence.span.begin, std::size_t{60});
  const std::string around = sentence.folded(from, number.begin);
  return around.find(" anterior") != std::string::npos || around.find(" pasad") != std::string::npos;
}

// The counts that their rows print, each with the percentage beside it.
std::vector<ToldShare> shares_in(const FigureSentence& sentence, const std::vector<int>& owners,
                                 const LabelTable& entry) {
  std::vector<ToldShare> shares;
  for (std::size_t j = 0; j + 1 < owners.size(); ++j) {
    const ProseNumber& first = sentence.numbers[j];
    const ProseNumber& second = sentence.numbers[j + 1];
    if (owners[j] < 0 || owners[j] != owners[j + 1] || !paired(sentence, first, second)) continue;
    const ProseNumber& count = first.percent ? second : first;
    const Figure& printed = entry.table->figures.at({owners[j], entry.count});
    if (printed.known == Known::printed && printed.value == model::micro(count.amount.value))
      shares.push_back({owners[j], &sentence, &count, first.percent ? &first : &second});
  }
  return shares;
}

// One long figure with two digits swapped: no other thing is counted so.
bool swapped_digits(const std::vector<Compared>& compared, const LabelTable& entry) {
  if (compared.size() != 1 || compared.front().agrees || compared.front().number->percent) return false;
  const model::Amount& said = compared.front().number->amount;
  const model::Amount& printed = entry.table->figures.at({compared.front().row, entry.count}).amount;
  return std::abs(printed.value.to_double()) >= kLongCount &&
         writing_slip(model::micro(said.value), model::micro(printed.value)).kind ==
             model::Diagnosis::digits_transposed;
}

}  // namespace

void check_labels(const Context& context, const std::vector<FigureSentence>& sentences,
                  std::vector<Contradiction>& found, int& tested) {
  const mapping::YearPart period = mapping::period_of(context.bundle());
  const std::vector<LabelTable> tables = label_tables(context, period);
  std::map<std::pair<const LabelTable*, int>, std::vector<Compared>> strangers;  // by table and page
  for (const FigureSentence& sentence : sentences) {
    if (sentence.passage->source.table >= 0 || !is_prose(sentence)) continue;  // a cell's words have their own row
    const int page = sentence.passage->source.page;
    const std::vector<mapping::YearPart> parts = other_parts(sentence);
    for (const LabelTable& entry : tables) {
      const Figures& figures = entry.table->figures;
      if (!of_period(figures, entry.count, parts, period)) continue;
      if (page < figures.table().first_page - 1 || page > figures.table().last_page + 1) continue;
      const std::vector<Mention> mentions = mentions_of(entry, sentence);
      if (mentions.empty()) continue;
      const std::vector<int> owners = owners_of(sentence, mentions);
      std::vector<Compared> compared;
      for (std::size_t j = 0; j < owners.size(); ++j) {
        const ProseNumber& number = sentence.numbers[j];
        if (owners[j] < 0 || speaks_of_before(sentence, number)) continue;
        const int column = number.percent ? entry.percent : entry.count;
        if (column < 0) continue;
        const Figure& figure = figures.at({owners[j], column});
        if (figure.known != Known::printed) continue;
        compared.push_back({owners[j], &sentence, &number, number.amount.rounded().meets(figure.amount.rounded())});
      }
      if (entry.percent < 0) check_row_shares(entry, shares_in(sentence, owners, entry), found, tested);
      // A label that the sentence gives two figures of a kind is a common word in it ("área urbana", "área rural").
      std::erase_if(compared, [all = compared](const Compared& c) {
        return std::any_of(all.begin(), all.end(), [&](const Compared& other) {
          return other.row == c.row && other.number->percent == c.number->percent &&
                 !(other.number->amount.value == c.number->amount.value);
        });
      });
      const auto agreeing = std::count_if(compared.begin(), compared.end(), [](const Compared& c) { return c.agrees; });
      tested += static_cast<int>(compared.size());
      const bool speaks_of_it = agreeing >= 1 && 3 * static_cast<std::size_t>(agreeing) >= compared.size();
      if (!speaks_of_it && !swapped_digits(compared, entry)) {
        if (agreeing == 0)
          strangers[{&entry, page}].insert(strangers[{&entry, page}].end(), compared.begin(), compared.end());
        continue;
      }
      std::map<int, bool> told;
      for (const bool percents : {false, true}) {
        for (const Compared& c : compared) {
          if (c.agrees || c.number->percent != percents || told[c.row]) continue;
          told[c.row] = true;
          const int column = percents ? entry.percent : entry.count;
          const Figure& figure = figures.at({c.row, column});
          Contradiction claim{&sentence, c.number, figure.amount.value.to_string(), {}, {},
                              {},        {},       figures.reading().table};
          claim.diagnosis = writing_slip(model::micro(c.number->amount.value), model::micro(figure.amount.value)).kind;
          claim.message = "El texto da " + guillemets(c.number->text, 30) + " para " +
                          guillemets(label_of(entry, c.row), 60) + "; " + table_name(figures.table()) + " dice " +
                          written(figure.amount) + ".";
          claim.steps = {"En el texto: " + c.number->text, "En la tabla, " + figures.row_name(c.row) + ", " +
                                                               figures.column_name(column) + ": " +
                                                               written(figure.amount)};
          claim.sources = {evidence_of(*entry.table, {c.row, column}, model::Role::source)};
          found.push_back(std::move(claim));
        }
      }
    }
  }
  for (const auto& [table, told] : strangers) check_shifted(*table.first, told, found);
}

}  // namespace cotejo::checks
