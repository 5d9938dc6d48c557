#include "base/captions.h"

#include <gtest/gtest.h>

namespace cotejo::base {
namespace {

TEST(CaptionWord, IsTheFirstWordWhateverItsCaseAndAccents) {
  for (const char* text : {"Tabla 4", "CUADRO No. 2", "Table 3", "tablas"})
    EXPECT_EQ(caption_word(text), CaptionWord::table) << text;
  for (const char* text : {"Gráfico 3", "GRÁFICA", "Grafica.", "Ilustración 2", "Mapa 1"})
    EXPECT_EQ(caption_word(text), CaptionWord::picture) << text;
  for (const char* text : {"Fig. 3", "Chart 2", "Annex A"}) EXPECT_EQ(caption_word(text), CaptionWord::either) << text;
  for (const char* text : {"", "La tabla 4", "Tablero 3", "4 tabla", "Figuras"})
    EXPECT_EQ(caption_word(text), CaptionWord::none) << text;
}

TEST(NoteWord, IsTheWholeWord) {
  for (const char* word : {"Fuente", "SOURCE", "nota", "Elaboró", "Elaboración"})
    EXPECT_TRUE(is_note_word(word)) << word;
  for (const char* word : {"", "Fuentes", "fuente:", "elaborado"}) EXPECT_FALSE(is_note_word(word)) << word;
}

TEST(FirstLetters, EndBeforeWhatIsNone) {
  EXPECT_EQ(first_letters("Gráfico 3"), 8U);
  EXPECT_EQ(first_letters("3"), 0U);
}

TEST(Captions, AUnitNoteIsNothingButAUnit) {
  for (const char* text :
       {"Cifras en millones de pesos", "(Cifras en miles de pesos)", "En millones de pesos corrientes",
        "Valores en pesos.", "(en miles de pesos)", "Cifras expresadas en pesos"})
    EXPECT_TRUE(is_unit_note(text)) << text;
  for (const char* text : {"Pesos", "Valor en pesos de 2012", "Cifras en revisión", "Apropiación en millones de pesos",
                           "Millones de pesos 2012", "Cifras 1.200", "En miles"})
    EXPECT_FALSE(is_unit_note(text)) << text;
}

}  // namespace
}  // namespace cotejo::base
