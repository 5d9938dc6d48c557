#include <gtest/gtest.h>

#include "pipeline/mapping/text/places.h"
#include "pipeline/mapping/words/tokens.h"
#include "pipeline/normalise/text/skeleton.h"

namespace cotejo::mapping {
namespace {

std::vector<model::Word> words_of(std::initializer_list<const char*> texts) {
  std::vector<model::Word> words;
  double x = 0;
  for (const char* text : texts) {
    model::Word word;
    word.text = text;
    word.box = {x, 0, x + 9, 10};
    x += 10;
    words.push_back(word);
  }
  return words;
}

std::vector<const model::Word*> pointers(const std::vector<model::Word>& words) {
  std::vector<const model::Word*> out;
  for (const model::Word& word : words) out.push_back(&word);
  return out;
}

model::Rect box_of(std::string_view text, const std::vector<model::Word>& words, std::string_view part) {
  model::Source source;
  const std::size_t at = text.find(part);
  set_place(place_words(text, pointers(words)), at, at + part.size(), source);
  return source.box;
}

TEST(Places, UniteTheWordsOfAFigure) {
  const auto words = words_of({"por", "valor", "de", "$", "8.540", "millones", "y"});
  EXPECT_EQ(box_of("por valor de $ 8.540 millones y", words, "$ 8.540 millones"), (model::Rect{30, 0, 59, 10}));
}

TEST(Places, SurviveHyphensSpacesAndForeignWords) {
  EXPECT_EQ(box_of("la administración 45", words_of({"la", "adminis-", "tración", "45"}), "45"),
            (model::Rect{30, 0, 39, 10}));
  EXPECT_EQ(box_of("$8.540 millones", words_of({"$", "8.540", "millones"}), "$8.540"), (model::Rect{0, 0, 19, 10}));
  EXPECT_EQ(box_of("total 45", words_of({"marca", "total", "45"}), "45"), (model::Rect{20, 0, 29, 10}));
  EXPECT_EQ(box_of("uno dos tres 45", words_of({"uno", "tres", "45"}), "45"), (model::Rect{20, 0, 29, 10}));
}

TEST(Places, StayAsTheyWereWithoutWords) {
  model::Source source;
  source.box = {1, 2, 3, 4};
  set_place({}, 0, 5, source);
  EXPECT_EQ(source.box, (model::Rect{1, 2, 3, 4}));
}

TEST(Tokens, KnowTheirPlaceAndFoldLikeWords) {
  const auto tokens = tokens_of("«Peticiones»: 1º–2020, ➤ Año");
  ASSERT_EQ(tokens.size(), 4U);
  EXPECT_EQ(tokens[0].folded, "peticiones");
  EXPECT_EQ(tokens[1].folded, "1");
  EXPECT_EQ(tokens[2].folded, "2020");
  EXPECT_EQ(tokens[3].folded, "ano");
  EXPECT_EQ(token_at(tokens, tokens[2].begin), 2U);
  EXPECT_EQ(token_at(tokens, 1000), 4U);
}

TEST(Tokens, AreTheSameFromASkeleton) {
  for (const std::string text : {"«Peticiones»: 1º–2020, ➤ Año", "El 3,5 % de la ejecución_x a/b", "“Sí”…noble",
                                 "ﬁn de ﬂujo", "", " \n ", "Ωμέγα y Łódź", "co\u0301digo", "N° 5-2021"}) {
    const auto want = tokens_of(text);
    const auto got = tokens_of(text, normalise::skeleton_of(text));
    ASSERT_EQ(got.size(), want.size()) << text;
    for (std::size_t i = 0; i < want.size(); ++i) {
      EXPECT_EQ(got[i].folded, want[i].folded) << text;
      EXPECT_EQ(text.substr(got[i].begin, got[i].end - got[i].begin),
                text.substr(want[i].begin, want[i].end - want[i].begin));
    }
  }
}

TEST(Tokens, OfASkeletonGoOnOverASoftHyphen) {
  const std::string text = "la eje\u00ADcución";
  const auto tokens = tokens_of(text, normalise::skeleton_of(text));
  ASSERT_EQ(tokens.size(), 2U);
  EXPECT_EQ(tokens[1].folded, "ejecucion");
  EXPECT_EQ(text.substr(tokens[1].begin, tokens[1].end - tokens[1].begin), "eje\u00ADcución");
}

TEST(Tokens, TrimmedKeepsWordsAlone) {
  EXPECT_EQ(trimmed("  Total\n general: - "), "Total general");
  EXPECT_EQ(one_line(" a\n\n b "), "a b");
  EXPECT_EQ(trimmed(" .- "), "");
}

}  // namespace
}  // namespace cotejo::mapping
