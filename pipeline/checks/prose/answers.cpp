#include <algorithm>
#include <cmath>
#include <map>

#include "pipeline/checks/arithmetic/implied_whole.h"
#include "pipeline/checks/arithmetic/share.h"
#include "pipeline/checks/prose/joints.h"
#include "pipeline/checks/prose/tolerances.h"
#include "pipeline/checks/spanish.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {
namespace {

// «77%, equivalente a 226 usuarios», «23% no satisfechos (54 usuarios)», «(17) 8%»: a share, and how many that is.
struct Answer {
  const FigureSentence* sentence = nullptr;
  const ProseNumber* percent = nullptr;
  const ProseNumber* count = nullptr;
  [[nodiscard]] SharePair pair() const { return {count->value(), percent->value(), unit_of_percent(percent->amount)}; }
};

bool plain_count(const ProseNumber& number) {
  return !number.percent && number.amount.unit == model::Unit::count && number.amount.value.exponent == 0 &&
         number.value() > 0;
}

// «(» right before the second figure and few words between, or words that say that the one is the other.
bool joined(std::string_view between, bool count_first) {
  const std::size_t last = between.find_last_not_of(' ');
  if (count_first) return normalise::fold(between).empty() && between.find(')') != std::string_view::npos;
  if (between.size() > kLongestEquation || between.find_first_of(";\n") != std::string_view::npos) return false;
  if (last != std::string_view::npos && between[last] == '(') return normalise::folded_words(between).size() <= 5;
  const std::string folded = normalise::fold(between);
  return folded.ends_with("equivalente a") || folded.ends_with("equivalentes a") ||
         folded.ends_with("correspondiente a") || folded.ends_with("que equivale a") ||
         folded.ends_with("correspondientes a");
}

// Each figure belongs to one answer; the answers of a text from left to right.
std::vector<Answer> answers_in(const FigureSentence& sentence) {
  std::vector<Answer> answers;
  const auto& numbers = sentence.numbers;
  const std::string_view text = sentence.passage->text;
  for (std::size_t i = 0; i + 1 < numbers.size(); ++i) {
    const ProseNumber& a = numbers[i];
    const ProseNumber& b = numbers[i + 1];
    const std::string_view between = text.substr(a.end, b.begin - a.end);
    if (a.percent && plain_count(b) && joined(between, false)) {
      answers.push_back({&sentence, &a, &b});
      ++i;
    } else if (plain_count(a) && b.percent && a.begin > 0 && text[a.begin - 1] == '(' && joined(between, true)) {
      answers.push_back({&sentence, &b, &a});
      ++i;
    }
  }
  return answers;
}

// `others`: answers that make the number of those asked.
Contradiction claim_of_count(const std::vector<Answer>& answers, double sum, double whole,
                             const std::vector<Answer>& others) {
  const auto count = [](double value) {
    return written(static_cast<model::Micro>(std::llround(value)) * model::kMicro, model::Unit::count);
  };
  const bool pair = answers.size() == 2;
  const Answer& told = answers.back();
  const double expected = pair ? whole - answers.front().count->value() : whole;
  Contradiction claim{
      told.sentence, told.count, model::micro_to_string(std::llround(expected) * model::kMicro), {}, {}, {}, {}, -1};
  if (!pair) claim.reported_sum = model::micro_to_string(std::llround(sum) * model::kMicro);
  for (const Answer& answer : answers) {
    claim.steps.push_back("+ " + answer.count->text + "  (" + answer.percent->text + ")");
    if (answer.count != told.count) claim.rests_on.push_back({answer.sentence, answer.count});
  }
  claim.steps.push_back("= " + count(sum));
  std::string made;
  for (const Answer& other : others) {
    made += (made.empty() ? "" : " + ") + other.count->text;
    claim.rests_on.push_back({other.sentence, other.count});
  }
  claim.steps.push_back("Otras respuestas (página " + std::to_string(others.front().sentence->passage->source.page) +
                        "): " + made + " = " + count(whole));
  claim.message = "El texto reparte " + count(sum) + " (";
  for (const Answer& answer : answers) claim.message += (&answer == &answers.front() ? "" : " + ") + answer.count->text;
  claim.message += "); las otras respuestas del informe son " + count(whole) + ".";
  return claim;
}

// Answers that make 100 %, one after the other: each may hide half a point.
std::vector<std::vector<Answer>> groups_of(const std::vector<Answer>& answers) {
  std::vector<std::vector<Answer>> groups;
  std::vector<Answer> open;
  double sum = 0;
  for (const Answer& answer : answers) {
    open.push_back(answer);
    sum += answer.percent->value();
    const double slack = std::max(1.0, static_cast<double>(open.size()) / 2);
    while (!open.empty() && sum > 100 + slack) {
      sum -= open.front().percent->value();
      open.erase(open.begin());
    }
    if (open.size() < 2 || sum < 100 - slack) continue;
    groups.push_back(std::move(open));
    open.clear();
    sum = 0;
  }
  return groups;
}

double count_of(const std::vector<Answer>& group) {
  double sum = 0;
  for (const Answer& answer : group) sum += answer.count->value();
  return sum;
}

// The number of those asked: what most groups make, two at least.
double number_asked(const std::vector<std::vector<Answer>>& groups) {
  std::map<double, int> sums;
  for (const std::vector<Answer>& group : groups) ++sums[count_of(group)];
  const auto most =
      std::max_element(sums.begin(), sums.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  const auto others =
      std::count_if(sums.begin(), sums.end(), [&](const auto& sum) { return sum.second == most->second; });
  return most == sums.end() || most->second < 2 || others > 1 ? 0 : most->first;
}

// Fewer than were asked may have answered, more cannot.
void check_counts(const std::vector<std::vector<Answer>>& groups, std::vector<Contradiction>& found, int& tested) {
  if (groups.empty()) return;
  const double all = number_asked(groups);
  if (all == 0) return;
  tested += static_cast<int>(groups.size());
  const auto others = std::find_if(groups.begin(), groups.end(),
                                   [&](const std::vector<Answer>& group) { return count_of(group) == all; });
  for (const std::vector<Answer>& group : groups) {
    const double sum = count_of(group);
    if (sum > all && sum - all <= kTwoParts / 2 * all) found.push_back(claim_of_count(group, sum, all, *others));
  }
}

// The answers of the passage that make 100 % and a number of those asked that the shares of the report allow.
std::vector<Answer> parts_of_whole(const std::vector<Answer>& answers, const ImpliedWhole& whole) {
  for (const std::vector<Answer>& group : groups_of(answers))
    if (count_of(group) >= whole.low && count_of(group) <= whole.high) return group;
  return {};
}

// A share that stands behind its number, left over after the parts that make 100 %.
void check_left_over(const std::vector<Answer>& answers, const ImpliedWhole& whole, std::vector<Contradiction>& found) {
  for (const Answer& answer : answers) {
    if (answer.count->begin > answer.percent->begin) continue;
    const double share = 100 * answer.count->value() / whole.value;
    const SharePair pair = answer.pair();
    if (std::abs(share - pair.percent) <= pair.unit) continue;
    const auto kept = std::count_if(answers.begin(), answers.end(), [&](const Answer& other) {
      const double own = 100 * other.count->value() / whole.value;
      return &other != &answer && std::abs(own - other.percent->value()) <= other.pair().unit;
    });
    if (kept < kLeastPairs - 1) continue;
    const std::vector<Answer> parts = parts_of_whole(answers, whole);
    const double total = parts.empty() ? whole.value : count_of(parts);
    const model::Micro hundredths = share_in_hundredths(pair.part, total);
    const std::string all = written(static_cast<model::Micro>(std::llround(total)) * model::kMicro, model::Unit::count);
    Contradiction claim{answer.sentence, answer.percent, model::micro_to_string(hundredths), {}, {}, {}, {}, -1};
    claim.message = "El texto dice " + answer.percent->text + " para (" + answer.count->text + "); de " +
                    (parts.empty() ? "unos " : "los ") + all + " de las demás cifras del párrafo es " +
                    written(hundredths, model::Unit::percent) + ".";
    claim.steps = {answer.count->text + " / " + all + " = " + written(hundredths, model::Unit::percent),
                   "Impreso: " + answer.percent->text};
    claim.rests_on = {{answer.sentence, answer.count}};
    for (const Answer& part : parts) claim.rests_on.push_back({part.sentence, part.count});
    found.push_back(std::move(claim));
  }
}

// «… al 56% no les aplicó la pregunta»: the last of all answers to one question.
bool closes(const FigureSentence& sentence, const ProseNumber& number) {
  const std::string after = sentence.folded(number.end, std::min(sentence.span.end, number.end + kClosingReach));
  for (const char* words : {" no le aplic", " no les aplic", " no aplica", " no sabe no responde", " no respondi"})
    if (after.starts_with(words) || after.find(std::string(" usuarios") + words) != std::string::npos ||
        after.find(std::string(" encuestados") + words) != std::string::npos)
      return true;
  return false;
}

void check_hundred(const std::vector<const FigureSentence*>& passage, std::vector<Contradiction>& found, int& tested) {
  std::vector<std::pair<const FigureSentence*, const ProseNumber*>> open;
  for (const FigureSentence* sentence : passage) {
    for (const ProseNumber& number : sentence->numbers) {
      if (!number.percent) continue;
      open.emplace_back(sentence, &number);
      if (!closes(*sentence, number)) continue;
      double sum = 0;
      model::Micro micros = 0;
      bool whole = true;
      for (const auto& [own, part] : open) {
        sum += part->value();
        micros += model::micro(part->amount.value);
        whole = whole && part->amount.value.exponent == 0;
      }
      // Yes, no, does not apply; two more would be a comparison with another time.
      if (open.size() == 3 && whole) {
        ++tested;
        if (std::abs(sum - 100) > kAnswersOff && sum <= kAnswersMost) {
          const auto& [own, first] = open.front();
          Contradiction claim{own, first, "100", {}, {}, {}, {}, -1};
          claim.reported_sum = model::micro_to_string(micros);
          claim.message = "Las respuestas " + open[0].second->text + ", " + open[1].second->text + " y " +
                          open[2].second->text + " suman " + written(micros, model::Unit::percent) + " y no 100 %.";
          for (const auto& [other, part] : open) {
            claim.steps.push_back("+ " + part->text);
            if (part != first) claim.rests_on.push_back({other, part});
          }
          claim.steps.push_back("= " + written(micros, model::Unit::percent));
          found.push_back(std::move(claim));
        }
      }
      open.clear();
    }
  }
}

}  // namespace

void check_answers(const std::vector<FigureSentence>& sentences, std::vector<Contradiction>& found, int& tested) {
  std::vector<SharePair> pairs;
  std::vector<std::vector<Answer>> by_passage;
  for (std::size_t i = 0; i < sentences.size();) {
    std::vector<const FigureSentence*> passage;
    const mapping::Passage* own = sentences[i].passage;
    for (; i < sentences.size() && sentences[i].passage == own; ++i) passage.push_back(&sentences[i]);
    if (own->source.table >= 0) continue;
    check_hundred(passage, found, tested);
    std::vector<Answer>& answers = by_passage.emplace_back();
    for (const FigureSentence* sentence : passage)
      for (const Answer& answer : answers_in(*sentence)) answers.push_back(answer);
    for (const Answer& answer : answers) pairs.push_back(answer.pair());
  }
  std::vector<std::vector<Answer>> groups;
  for (const std::vector<Answer>& answers : by_passage)
    for (std::vector<Answer>& group : groups_of(answers)) groups.push_back(std::move(group));
  check_counts(groups, found, tested);
  const ImpliedWhole whole = implied_whole(pairs);
  if (whole.agree < kLeastPairs || whole.agree < kMostly * static_cast<double>(pairs.size())) return;
  for (const std::vector<Answer>& answers : by_passage) check_left_over(answers, whole, found);
}

}  // namespace cotejo::checks
