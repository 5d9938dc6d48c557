#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "pipeline/checks/arithmetic/share.h"
#include "pipeline/checks/prose/claims.h"
#include "pipeline/checks/prose/tolerances.h"
#include "pipeline/checks/spanish.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {
namespace {

// «84%, equivalente a 133 usuarios»: a share, and how many that is.
struct Pair {
  const FigureSentence* sentence = nullptr;  // of the share
  const ProseNumber* share = nullptr;
  const ProseNumber* count = nullptr;
  std::string noun;
  int page = 0;
};

struct Count {
  double value = 0;
  int page = 0;
};

bool fits(const Pair& pair, double whole) {
  if (whole < pair.count->value() || whole <= 0) return false;
  return std::abs(100 * pair.count->value() / whole - pair.share->value()) <= unit_of_percent(pair.share->amount);
}

bool equates(std::string_view between) {
  if (between.size() > kLongestEquates) return false;
  const std::string folded = normalise::fold(between);
  return folded == "equivalente a" || folded == "equivalentes a" || folded == "correspondiente a" ||
         folded == "correspondientes a" || folded == "que equivale a" || folded == "que corresponde a" ||
         folded == "es decir";
}

std::string noun_after(const std::string& text, std::size_t from) {
  const std::vector<std::string> words =
      normalise::folded_words(std::string_view(text).substr(from, std::min<std::size_t>(40, text.size() - from)));
  return words.empty() ? std::string() : words.front();
}

std::vector<Pair> pairs_of(const std::vector<FigureSentence>& sentences) {
  std::vector<Pair> pairs;
  const FigureSentence* share_in = nullptr;
  const ProseNumber* share = nullptr;
  for (const FigureSentence& sentence : sentences) {
    for (const ProseNumber& number : sentence.numbers) {
      const std::string& text = sentence.passage->text;
      const bool same_text = share_in != nullptr && share_in->passage == sentence.passage;
      if (same_text && share->percent && !number.percent && number.amount.unit == model::Unit::count &&
          number.value() > 0 && equates(std::string_view(text).substr(share->end, number.begin - share->end)))
        pairs.push_back({share_in, share, &number, noun_after(text, number.end), sentence.passage->source.page});
      share_in = &sentence;
      share = &number;
    }
  }
  return pairs;
}

// The printed number that most of the pairs keep to, 0 when none stands out.
double whole_of(const std::vector<const Pair*>& pairs, const std::vector<Count>& counts) {
  double best = 0;
  int most = kLeastPairs - 1;
  std::set<double> tried;
  for (const Count& count : counts) {
    if (!tried.insert(count.value).second) continue;
    const auto kept = static_cast<int>(
        std::count_if(pairs.begin(), pairs.end(), [&](const Pair* pair) { return fits(*pair, count.value); }));
    if (kept > most) most = kept, best = count.value;
  }
  return best;
}

}  // namespace

bool check_equivalents(const std::vector<FigureSentence>& sentences, std::vector<Contradiction>& found, int& tested) {
  const std::vector<Pair> pairs = pairs_of(sentences);
  if (pairs.size() > kMostPairs) return false;
  if (pairs.size() < static_cast<std::size_t>(kLeastPairs)) return true;
  std::vector<Count> counts;
  for (const FigureSentence& sentence : sentences)
    for (const ProseNumber& number : sentence.numbers)
      if (!number.percent && number.amount.unit == model::Unit::count && counts.size() < kMostCounts)
        counts.push_back({number.value(), sentence.passage->source.page});
  std::map<std::string, std::vector<const Pair*>> by_noun;
  for (const Pair& pair : pairs) by_noun[pair.noun].push_back(&pair);
  for (const auto& [noun, all] : by_noun) {
    if (noun.empty()) continue;
    const double whole = whole_of(all, counts);
    if (whole == 0) continue;
    std::vector<const Pair*> others;
    int kept = 0;
    for (const Pair* pair : all) {
      if (fits(*pair, whole)) {
        ++kept;
        continue;
      }
      const double asked = 100 * pair->count->value() / std::max(pair->share->value(), 1e-6);
      const bool impossible = pair->share->value() > 100;
      // A share of another number that stands near ("de los 18 usuarios de hospitalización").
      const bool of_another = std::any_of(counts.begin(), counts.end(), [&](const Count& count) {
        return std::abs(count.page - pair->page) <= 1 && fits(*pair, count.value);
      });
      const bool same_whole = asked * kSameWhole >= whole && asked <= kSameWhole * whole;
      if (!of_another && (impossible || same_whole) && pair->count->value() <= whole) others.push_back(pair);
    }
    tested += kept + static_cast<int>(others.size());
    if (kept < kMostly * static_cast<double>(kept + static_cast<int>(others.size()))) continue;
    for (const Pair* pair : others) {
      const model::Micro hundredths = share_in_hundredths(pair->count->value(), whole);
      const std::string written_whole =
          written(static_cast<model::Micro>(std::llround(whole)) * model::kMicro, model::Unit::count);
      Contradiction claim{pair->sentence, pair->share, model::micro_to_string(hundredths), {}, {}, {}, {}, -1};
      claim.message = "El texto dice " + pair->share->text + " para " +
                      guillemets(pair->count->text + " " + pair->noun, 50) + "; " + pair->count->text + " de " +
                      written_whole + ", como en " +
                      counted(static_cast<std::size_t>(kept), "frase más", "frases más") + ", es " +
                      written(hundredths, model::Unit::percent) + ".";
      claim.steps = {pair->count->text + " / " + written_whole + " = " + written(hundredths, model::Unit::percent),
                     "Impreso: " + pair->share->text};
      claim.rests_on = {{pair->sentence, pair->count}};
      found.push_back(std::move(claim));
    }
  }
  return true;
}

}  // namespace cotejo::checks
