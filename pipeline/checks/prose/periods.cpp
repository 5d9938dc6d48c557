#include "pipeline/checks/prose/periods.h"

#include <array>
#include <map>

#include "pipeline/normalise/text/text.h"

namespace cotejo::checks {
namespace {

struct Token {
  std::size_t begin;
  std::string_view word;
};

std::vector<Token> tokens_of(std::string_view folded) {
  std::vector<Token> tokens;
  for (std::size_t i = 0; i < folded.size();) {
    while (i < folded.size() && folded[i] == ' ') ++i;
    std::size_t end = i;
    while (end < folded.size() && folded[end] != ' ') ++end;
    if (end > i) tokens.push_back({i, folded.substr(i, end - i)});
    i = end;
  }
  return tokens;
}

int months_of(std::string_view word) {
  if (word == "trimestre" || word == "trim") return 3;
  if (word == "semestre") return 6;
  if (word == "bimestre") return 2;
  if (word == "cuatrimestre") return 4;
  return 0;
}

int ordinal_of(std::string_view word) {
  static constexpr std::array<std::array<const char*, 8>, 6> kWords{{
      {"i", "1", "1er", "1o", "primer", "primero", "primera", "1ro"},
      {"ii", "2", "2do", "2o", "segundo", "segunda", "2da", "2"},
      {"iii", "3", "3er", "3o", "tercer", "tercero", "tercera", "3ro"},
      {"iv", "4", "4to", "4o", "cuarto", "cuarta", "4ta", "4"},
      {"v", "5", "5to", "5o", "quinto", "quinta", "5ta", "5"},
      {"vi", "6", "6to", "6o", "sexto", "sexta", "6ta", "6"},
  }};
  for (std::size_t i = 0; i < kWords.size(); ++i) {
    for (const char* entry : kWords[i]) {
      if (word == entry) return static_cast<int>(i) + 1;
    }
  }
  return 0;
}

}  // namespace

std::vector<PeriodMention> find_periods(std::string_view folded) {
  std::vector<PeriodMention> result;
  const std::vector<Token> tokens = tokens_of(folded);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const int months = months_of(tokens[i].word);
    if (months == 0) continue;
    int index = 0;
    std::size_t begin = tokens[i].begin;
    std::size_t end = begin + tokens[i].word.size();
    if (i > 0) index = ordinal_of(tokens[i - 1].word);
    if (index > 0) begin = tokens[i - 1].begin;
    if (index == 0 && i + 1 < tokens.size()) {
      index = ordinal_of(tokens[i + 1].word);
      if (index > 0) end = tokens[i + 1].begin + tokens[i + 1].word.size();
    }
    if (index > 0 && index * months <= 12) result.push_back({begin, end, months, index});
  }
  return result;
}

PeriodMention period_of(const model::Bundle& bundle) {
  std::map<std::pair<int, int>, int> votes;
  const auto vote = [&](const std::string& text, int weight) {
    const std::string folded = normalise::fold(text);
    for (const PeriodMention& mention : find_periods(folded)) votes[{mention.months, mention.index}] += weight;
  };
  const int first_page = bundle.pages.empty() ? 1 : bundle.pages.front().number;
  for (const model::Block& block : bundle.blocks) {
    const bool head = block.kind == model::BlockKind::heading || block.kind == model::BlockKind::caption ||
                      block.kind == model::BlockKind::running_head;
    vote(block.text, block.page == first_page ? 3 : head ? 2 : 1);
  }
  for (const model::Table& table : bundle.tables) vote(table.title, 2);
  PeriodMention best;
  int most = 0, second = 0;
  for (const auto& [key, count] : votes) {
    if (count > most) {
      second = most;
      most = count;
      best = {0, 0, key.first, key.second};
    } else if (count > second) {
      second = count;
    }
  }
  return most >= 3 && most > second ? best : PeriodMention{};
}

std::string period_name(const PeriodMention& period) {
  static constexpr std::array kRoman{"I", "II", "III", "IV", "V", "VI"};
  const char* part = period.months == 3   ? "trimestre"
                     : period.months == 6 ? "semestre"
                     : period.months == 4 ? "cuatrimestre"
                                          : "bimestre";
  if (period.index < 1 || period.index > 6) return part;
  return std::string(kRoman[static_cast<std::size_t>(period.index - 1)]) + " " + part;
}

}  // namespace cotejo::checks
