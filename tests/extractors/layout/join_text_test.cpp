#include "extractors/layout/join_text.h"

#include <gtest/gtest.h>

namespace cotejo::layout {
namespace {

// A line of which nothing is left, and a next word that does not fit.
constexpr Break full{1, 30, 10, false};
// A line that ends early: the next word would have fitted.
constexpr Break early{120, 30, 10, false};

std::string joined(std::string first, const std::string& second, const Break& at) {
  append_text(first, second, seam_between(first, second, at));
  return first;
}

TEST(JoinText, WordsKeepTheirSpace) {
  EXPECT_EQ(joined("la Alcaldía de", "Ibagué", full), "la Alcaldía de Ibagué");
}

TEST(JoinText, HyphenationIsUndone) {
  EXPECT_EQ(joined("la adminis-", "tración", full), "la administración");
  EXPECT_EQ(joined("ADMINIS-", "TRACIÓN", full), "ADMINISTRACIÓN");
}

TEST(JoinText, ASoftHyphenPartsAWordWhateverRoomIsLeft) {
  Break at;
  at.size = 10;
  at.room = 200;
  at.next_word = 20;
  std::string text = "bienes\u00AD", code = "Acta\u00AD";
  append_text(text, "tar social", seam_between(text, "tar social", at));
  append_text(code, "Segunda", seam_between(code, "Segunda", at));
  EXPECT_EQ(text, "bienestar social");
  EXPECT_EQ(code.find("\u00AD"), std::string::npos);
}

TEST(JoinText, AWordCutWithoutAHyphenIsOne) {
  EXPECT_EQ(joined("Modifica", "ciones", early), "Modificaciones");
  EXPECT_EQ(joined("Respuest", "a", full), "Respuesta");
  EXPECT_EQ(joined("Pendiente", "s", full), "Pendientes");
  EXPECT_EQ(joined("(Reestructuració", "n)", full), "(Reestructuración)");
  Break end = full;
  end.last = true;
  EXPECT_EQ(joined("Rpta No oportun", "a", end), "Rpta No oportuna");
  // Words of their own, and beginnings that are none.
  EXPECT_EQ(joined("Respuesta", "a", full), "Respuesta a");
  EXPECT_EQ(joined("Respuest", "a", early), "Respuest a");
  EXPECT_EQ(joined("Total", "miento", full), "Totalmiento");
  EXPECT_EQ(joined("No", "ciones", full), "No ciones");
  EXPECT_EQ(joined("Traslado por", "mes", full), "Traslado por mes");
}

TEST(JoinText, CodesKeepTheirHyphen) {
  EXPECT_EQ(joined("214320202009-", "2020730010024-01", full), "214320202009-2020730010024-01");
  EXPECT_EQ(joined("físico-", "Química", full), "físico-Química");
}

TEST(JoinText, ACutNumberIsOne) {
  EXPECT_EQ(joined("247.091.338.00", "0", full), "247.091.338.000");
  EXPECT_EQ(joined("5.882.", "401", Break{15, 18, 10, false}), "5.882.401");
  EXPECT_EQ(joined("-", "92%", full), "-92%");
}

TEST(JoinText, ADecimalThatDidNotFitBelongsToItsFigure) {
  EXPECT_EQ(joined("$ 5.831.328.000,0", "0", full), "$ 5.831.328.000,00");
  EXPECT_NE(joined("$ 5.831.328.000,0", "0", early), "$ 5.831.328.000,00");
}

TEST(JoinText, NumbersInAListAreNotOne) {
  EXPECT_EQ(joined("2020", "2021", early), "2020\n2021");
}

TEST(JoinText, APesoSignStaysApart) {
  EXPECT_EQ(joined("$", "247.091", full), "$ 247.091");
}

TEST(JoinText, AnEarlyEndAndACapitalMakeAParagraph) {
  EXPECT_EQ(joined("fin de la frase.", "Otra frase", early), "fin de la frase.\nOtra frase");
  EXPECT_EQ(joined("fin de la frase.", "Otra frase", full), "fin de la frase. Otra frase");
  EXPECT_EQ(joined("una línea corta", "que sigue", early), "una línea corta que sigue");
}

TEST(JoinText, ExtraSpaceBetweenLinesMakesAParagraph) {
  EXPECT_EQ(joined("una", "otra", Break{1, 30, 10, true}), "una\notra");
}

TEST(JoinText, AddressesGoOn) {
  EXPECT_EQ(joined("https://www.facebook.com/videos/", "1548546721993391/", full),
            "https://www.facebook.com/videos/1548546721993391/");
}

TEST(BeginsItem, TellsBulletsAndNumbersFromAmounts) {
  for (const char* text : {"• uno", "- uno", "➤ uno", "a) uno", "1. uno", "1.2 uno", "12) uno"})
    EXPECT_TRUE(begins_item(text)) << text;
  for (const char* text : {"uno", "-92%", "1.234 pesos", "2020 fue", "", "A. Gómez", "1.234.567"})
    EXPECT_FALSE(begins_item(text)) << text;
}

}  // namespace
}  // namespace cotejo::layout
