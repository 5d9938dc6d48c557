#include "pipeline/mapping/text/sentences.h"

#include <gtest/gtest.h>

#include "pipeline/mapping/text/year_parts.h"

namespace cotejo::mapping {
namespace {

std::vector<std::string> sentences(std::string_view text) {
  std::vector<std::string> out;
  for (const Sentence& sentence : sentences_of(text))
    out.emplace_back(text.substr(sentence.begin, sentence.end - sentence.begin));
  return out;
}

TEST(Sentences, PartAtStopsBeforeCapitals) {
  EXPECT_EQ(sentences("Se recibieron 12. Se respondieron 10 quejas."),
            (std::vector<std::string>{"Se recibieron 12.", "Se respondieron 10 quejas."}));
  EXPECT_EQ(sentences("Uno\nDos"), (std::vector<std::string>{"Uno", "Dos"}));
  EXPECT_EQ(sentences("¿Cuántas? Órdenes de 3."), (std::vector<std::string>{"¿Cuántas?", "Órdenes de 3."}));
}

TEST(Sentences, KeepAbbreviationsNumbersAndListNumbers) {
  EXPECT_EQ(sentences("El Decreto No. 5 y el Art. 3 del Dr. Ruiz").size(), 1U);
  EXPECT_EQ(sentences("Por $ 1.126.000 en total").size(), 1U);
  EXPECT_EQ(sentences("1. Publicar el informe").size(), 1U);
  EXPECT_EQ(sentences("la E. S. E. Hospital").size(), 1U);
  EXPECT_TRUE(sentences(" \n ").empty());
}

TEST(Sentences, OfActsAndLinesPart) {
  EXPECT_EQ(sentences("Según el art. 5 de la Ley 951 de 2005. Se anexa el No. 12 del acta.\nOtra línea"),
            (std::vector<std::string>{"Según el art. 5 de la Ley 951 de 2005.", "Se anexa el No. 12 del acta.",
                                      "Otra línea"}));
}

TEST(Sentences, ThatNeverStopAreCut) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "palabra ";
  for (const Sentence& sentence : sentences_of(text)) EXPECT_LE(sentence.end - sentence.begin, 2100U);
}

TEST(Sentences, AroundAPlaceAreTheOneItStandsIn) {
  const std::string text = "Se recibieron 12.  Se respondieron 10.";
  EXPECT_EQ(sentence_at(text, text.find("12")), "Se recibieron 12.");
  EXPECT_EQ(sentence_at(text, text.find("10")), "Se respondieron 10.");
  EXPECT_EQ(sentence_at(text, text.find("  ")), "Se recibieron 12.");
}

TEST(YearParts, AreSpansOfEqualLengthWithinTheYear) {
  const std::string text = "En el III trimestre de 2021 y de enero a junio, no en mayo ni de febrero a abril";
  const std::vector<YearPart> parts = year_parts(text);
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_EQ(text.substr(parts[0].begin, parts[0].end - parts[0].begin), "III trimestre");
  EXPECT_EQ(year_part_name(parts[0]), "III trimestre");
  EXPECT_EQ(year_part_name(parts[1]), "I semestre");
}

}  // namespace
}  // namespace cotejo::mapping
