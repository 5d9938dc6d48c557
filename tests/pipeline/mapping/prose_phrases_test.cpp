#include "pipeline/mapping/words/phrases.h"
#include "pipeline/mapping/words/vocabulary.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace cotejo::mapping {
namespace {

Vocabulary words() {
  return Vocabulary::from(
             "[a]\nuno = valor, valores\ndos = valor pagado\ntres = \"saldo\", respuesta oportuna\n"
             "cuatro = extraordinarios, extraordinarias\ncinco = abcd\nseis = dcba\n",
             "x")
      .value();
}

std::string text_of(const Vocabulary::Entry* entry) {
  return entry == nullptr ? "" : entry->folded;
}

TEST(PhraseIndex, FindsThePhraseOfMostWordsThatBeginsAtAWord) {
  const Vocabulary vocabulary = words();
  const std::vector<Token> tokens = tokens_of("el Valor pagado, valores extraordinarias");
  const PhraseIndex& phrases = vocabulary.phrases("a");
  EXPECT_EQ(phrases.at(tokens, 0, tokens.size()).words, 0u);
  EXPECT_EQ(phrases.at(tokens, 1, tokens.size()).meaning, "dos");
  EXPECT_EQ(phrases.at(tokens, 1, tokens.size()).words, 2u);
  EXPECT_EQ(phrases.at(tokens, 1, 2).meaning, "uno");
  EXPECT_EQ(phrases.at(tokens, 3, tokens.size()).meaning, "uno");
  EXPECT_EQ(phrases.at(tokens, 4, tokens.size()).meaning, "cuatro");  // told apart by the eighth letter and on
  EXPECT_EQ(phrases.at(tokens, 5, tokens.size()).words, 0u);
}

TEST(PhraseIndex, TheLongestPhraseInATextAndTheFirstOfTwoAsLong) {
  const Vocabulary vocabulary = words();
  const PhraseIndex& phrases = vocabulary.phrases("a");
  EXPECT_EQ(text_of(phrases.longest("un valor y un valor pagado")), "valor pagado");
  EXPECT_EQ(text_of(phrases.longest("dcba abcd")), "dcba");
  EXPECT_EQ(text_of(phrases.longest("abcd dcba")), "abcd");
  EXPECT_EQ(phrases.longest("valorado saldos"), nullptr);
  EXPECT_EQ(phrases.longest(""), nullptr);
  EXPECT_EQ(phrases.longest("extraordinario"), nullptr);
  EXPECT_EQ(phrases.longest(TextWords("un valor y un valor pagado")), phrases.longest("valor pagado"));
  EXPECT_EQ(phrases.longest(TextWords("")), nullptr);
  EXPECT_TRUE(phrases.may_begin("valor"));
  EXPECT_FALSE(phrases.may_begin("pagado"));
}

TEST(PhraseIndex, PhrasesInQuotesStandForTheWholeTextOnly) {
  const Vocabulary vocabulary = words();
  const PhraseIndex& phrases = vocabulary.phrases("a");
  EXPECT_EQ(text_of(phrases.inside("saldo")), "saldo");
  EXPECT_EQ(phrases.inside("el saldo"), nullptr);
  EXPECT_EQ(text_of(phrases.longest("el saldo")), "saldo");
  EXPECT_EQ(text_of(phrases.at_start("valor pagado hoy")), "valor pagado");
  EXPECT_EQ(phrases.at_start("el valor"), nullptr);
  EXPECT_EQ(phrases.at_start("saldo final"), nullptr);
}

TEST(PhraseIndex, FindsTheEntryThatIsTheWholeText) {
  const Vocabulary vocabulary = words();
  const PhraseIndex& phrases = vocabulary.phrases("a");
  EXPECT_EQ(text_of(phrases.whole("valor")), "valor");
  EXPECT_EQ(text_of(phrases.whole("valor pagado")), "valor pagado");
  EXPECT_EQ(text_of(phrases.whole("saldo")), "saldo");
  for (const auto* text : {"", "valor pagad", "el valor", "pagado"}) EXPECT_EQ(phrases.whole(text), nullptr) << text;
}

TEST(PhraseIndex, ReadsWordsThatTheirColumnCut) {
  const Vocabulary vocabulary = words();
  EXPECT_EQ(text_of(vocabulary.phrases("a").same_letters("respuest a oportuna")), "respuesta oportuna");
  EXPECT_EQ(vocabulary.phrases("a").same_letters("respuest oportuna"), nullptr);
}

TEST(PhraseIndex, GathersWhatAWordBegins) {
  const Vocabulary vocabulary = words();
  const auto begun = [&](std::string_view word, bool shortened) {
    std::vector<const Vocabulary::Entry*> entries;
    vocabulary.phrases("a").add_begun_by(word, shortened, entries);
    std::vector<std::string> texts;
    for (const auto* entry : entries) texts.push_back(entry->folded);
    std::sort(texts.begin(), texts.end());
    return texts;
  };
  EXPECT_EQ(begun("val", true), (std::vector<std::string>{"valor", "valor pagado", "valores"}));
  EXPECT_EQ(begun("valor", false), (std::vector<std::string>{"valor", "valor pagado"}));
  EXPECT_TRUE(begun("val", false).empty());
  EXPECT_TRUE(begun("zzz", true).empty());
}

TEST(PhraseIndex, OutlivesTheVocabularyThatItWasCopiedFromAndLearnsWhatIsAdded) {
  std::optional<Vocabulary> first = words();
  Vocabulary copy = *first;
  first.reset();
  EXPECT_EQ(copy.phrases("a").longest("valor pagado")->meaning, "dos");
  ASSERT_TRUE(copy.add("[a]\nuno = valor pagado\ndos = importe\n", "mias.txt").ok());
  EXPECT_EQ(copy.phrases("a").longest("valor pagado")->meaning, "uno");
  EXPECT_EQ(copy.phrases("a").longest("el importe")->meaning, "dos");
  EXPECT_EQ(copy.phrases("b").longest("valor"), nullptr);
}

}  // namespace
}  // namespace cotejo::mapping
