#include "pipeline/normalise/text/text.h"

#include <gtest/gtest.h>

#include <string>

namespace cotejo::normalise {
namespace {

struct Pair {
  std::string in;
  std::string out;
};

TEST(Clean, GivesComposedTextWithSingleSpaces) {
  const Pair pairs[] = {
      {"", ""},
      {"   ", ""},
      {"Apropiación  inicial", "Apropiación inicial"},
      {" a\tb\r\nc\fd ", "a b c d"},
      {"Modificacio\u0301n", "Modificación"},
      {"An\u0303o", "Año"},
      {"\uFB01nanciero o\uFB03cial \uFB02ujo e\uFB00ect \uFB04", "financiero official flujo effect ffl"},
      {"presu\u00ADpuesto", "presupuesto"},
      {"pre\u200Bsu\u200Dpues\uFEFFto\u200E", "presupuesto"},
      {"1\u00A0250\u202F000", "1 250 000"},
      {"plan\u2010anual\u2011de", "plan-anual-de"},
      {"a \u2212 b – c — d", "a \u2212 b – c — d"},
      {"«Ibagué» “vibra” ’", "«Ibagué» “vibra” ’"},
      {"No\u2028hay\u2029más", "No hay más"},
      {"Ω α", "Ω α"},
      {"línea\x01uno", "línea uno"},
      {"\uF0B7 Viñeta", "\uF0B7 Viñeta"},
      {"😀 informe", "😀 informe"},
      {"N\u00BA 5 \u2013 1\u00AA", "Nº 5 – 1ª"},
  };
  for (const auto& [in, out] : pairs) EXPECT_EQ(clean(in), out) << in;
}

TEST(Clean, BrokenBytesBecomeReplacementCharacters) {
  EXPECT_EQ(clean("a\xFFz"), "a\uFFFDz");
  EXPECT_EQ(clean("Ibagu\xE9"), "Ibagu\uFFFD");               // Latin-1 taken for UTF-8
  EXPECT_EQ(clean("\xC0\xAF"), "\uFFFD\uFFFD");               // an overlong slash
  EXPECT_EQ(clean("x\xED\xA0\x80").substr(0, 4), "x\uFFFD");  // a lone surrogate
  EXPECT_EQ(clean("\xE2\x82"), "\uFFFD");                     // cut short
}

TEST(Fold, ComparesWithoutCaseAccentsAndSigns) {
  const Pair pairs[] = {
      {"Presupuesto  Definitivo:", "presupuesto definitivo"},
      {"PRESUPUESTO DEFINÍTIVO", "presupuesto definitivo"},
      {"Direcciòn Atención al Ciudadano.", "direccion atencion al ciudadano"},
      {"Secretaria General – Direcciòn", "secretaria general direccion"},
      {"AÑO", "ano"},
      {"An\u0303o", "ano"},
      {"PINGÜINO", "pinguino"},
      {"N° 5", "n 5"},
      {"Nº 5", "n 5"},
      {"N.º 5", "n 5"},
      {"Total¹", "total"},
      {"% Ejec.", "ejec"},
      {"C/AD (%)", "c ad"},
      {"", ""},
      {" -- ", ""},
      {"o\uFB01cina", "oficina"},
      {"presu\u00ADpuesto", "presupuesto"},
      {"pre\u200Bsupuesto", "presupuesto"},
      {"PQRSD_2021", "pqrsd 2021"},
      {"Śląsk", "slask"},
      {"ΑΘΉΝΑ", "αθηνα"},
      {"ÀÈÌÒÙ âêîôû äëïöü ãõ ç", "aeiou aeiou aeiou ao c"},
      {"1\u00A0250", "1 250"},
      {"“Ibagué Vibra”", "ibague vibra"},
      {"✔ sí", "si"},
      {"a\uFFFDb", "a b"},
  };
  for (const auto& [in, out] : pairs) EXPECT_EQ(fold(in), out) << in;
}

TEST(Fold, IsTheSameOnBothOfItsPaths) {
  // A Greek letter sends the whole text through ICU: what it says of the Latin part must be what the fast path says.
  const std::string texts[] = {"Apropiación Definitiva (1)",
                               "N.º 5 – Año 2021",
                               "Señalización ﬁnal",
                               "œuvre Łódź",
                               "ß æ ø",
                               "5ª · ½ ×÷",
                               "tab\tnew\nline",
                               "¿Qué? ¡Sí!"};
  for (const std::string& text : texts) EXPECT_EQ(fold(text + " α"), (fold(text) + " α")) << text;
}

TEST(FoldedWords, AreTheWordsOfTheFold) {
  EXPECT_EQ(folded_words("  Ley 951, de 2005. "), (std::vector<std::string>{"ley", "951", "de", "2005"}));
  EXPECT_TRUE(folded_words(" .,; ").empty());
}

TEST(Similarity, IsOneForTheSameFoldAndFallsWithEdits) {
  EXPECT_EQ(similarity("Secretaría de Hacienda", "SECRETARIA DE HACIENDA."), 1);
  EXPECT_EQ(similarity("", ""), 1);
  EXPECT_EQ(similarity("", "x"), 0);
  EXPECT_DOUBLE_EQ(similarity("pagos", "pago"), 1 - 1.0 / 5);
  EXPECT_DOUBLE_EQ(similarity("2320202008", "2320202009"), 0.9);
  EXPECT_LT(similarity("compromisos", "obligaciones"), 0.5);
  EXPECT_DOUBLE_EQ(similarity("αβγ", "αβδ"), 1 - 1.0 / 3);  // by code points, not bytes
}

TEST(Similarity, BoundsItsWork) {
  const std::string a(200'000, 'a');
  const std::string b(200'000, 'b');
  EXPECT_EQ(similarity(a, b), 0);
}

TEST(Collate, SortsAsSpanishDoes) {
  EXPECT_LT(collate("nube", "ñandú"), 0);
  EXPECT_LT(collate("ñandú", "oso"), 0);
  EXPECT_LT(collate("Árbol", "Barco"), 0);
  EXPECT_GT(collate("zorro", "Árbol"), 0);
  EXPECT_EQ(collate("igual", "igual"), 0);
  EXPECT_NE(collate("si", "sí"), 0);
}

}  // namespace
}  // namespace cotejo::normalise
