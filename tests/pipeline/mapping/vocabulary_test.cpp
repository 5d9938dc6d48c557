#include "pipeline/mapping/words/vocabulary.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>

#include "pipeline/mapping/words/scoped_text.h"
#include "pipeline/mapping/words/vocabulary_text.h"
#include "pipeline/normalise/text/text.h"

namespace cotejo::mapping {
namespace {

std::string problem_of(const Vocabulary& before, std::string_view text) {
  Vocabulary vocabulary = before;
  const auto added = vocabulary.add(text, "mias.txt");
  if (added.ok()) return "";
  EXPECT_EQ(added.error().code, model::ErrorCode::vocabulary);
  EXPECT_EQ(added.error().file, "mias.txt");
  return added.error().detail;
}

TEST(Vocabulary, TheBuiltInOneHasNoError) {
  const auto vocabulary = Vocabulary::from(standard_vocabulary_text(), "vocabulary.txt");
  ASSERT_TRUE(vocabulary.ok()) << model::describe(vocabulary.error(), model::Language::spanish);
  EXPECT_GT(vocabulary.value().section("columnas.presupuesto").size(), 200u);
  EXPECT_TRUE(vocabulary.value().section("no.existe").empty());
}

TEST(Vocabulary, EveryStageOfTheContractHasItsWords) {
  const Vocabulary vocabulary = Vocabulary::standard();
  std::set<std::string> stages;
  for (const auto& entry : vocabulary.section("columnas.presupuesto")) stages.insert(entry.meaning);
  for (const std::string stage :
       {"apropiacion_inicial", "adiciones", "reducciones", "creditos", "contracreditos", "apropiacion_definitiva",
        "cdp", "compromisos", "obligaciones", "pagos", "reservas", "cuentas_por_pagar", "recaudo", "ejecucion"}) {
    EXPECT_TRUE(stages.contains(stage)) << stage;
  }
  EXPECT_EQ(vocabulary.exact("columnas.saldo", "saldo"), "saldo");
}

TEST(Vocabulary, TheLongestWordsDecideAndStandAsWholeWords) {
  const auto made = Vocabulary::from("[a]\nuno = valor\ndos = valor pagado\ntres = pago\n", "x");
  ASSERT_TRUE(made.ok());
  const Vocabulary& vocabulary = made.value();
  EXPECT_EQ(vocabulary.meaning("a", "valor"), "uno");
  EXPECT_EQ(vocabulary.meaning("a", "el valor pagado hoy"), "dos");
  EXPECT_EQ(vocabulary.meaning("a", "valores"), "");
  EXPECT_EQ(vocabulary.meaning("a", "pagos"), "");
  EXPECT_EQ(vocabulary.exact("a", "el valor"), "");
  ASSERT_NE(vocabulary.at_start("a", "valor pagado hoy"), nullptr);
  EXPECT_EQ(vocabulary.at_start("a", "valor pagado hoy")->meaning, "dos");
  EXPECT_EQ(vocabulary.at_start("a", "el valor"), nullptr);
  EXPECT_EQ(vocabulary.meaning("otra", "valor"), "");
  EXPECT_EQ(vocabulary.meaning("a", ""), "");
}

TEST(Vocabulary, WordsInQuotesCountOnlyAsTheWhole) {
  const auto made = Vocabulary::from("[a]\ndef = \"definitiva\"\n", "x");
  ASSERT_TRUE(made.ok());
  EXPECT_EQ(made.value().meaning("a", "definitiva"), "def");
  EXPECT_EQ(made.value().meaning("a", "sancion definitiva"), "");
}

TEST(Vocabulary, FoldsWordsAndGoesOnOverLines) {
  const auto made =
      Vocabulary::from("# comentario\n\n[a]\r\ninicial = Aprop. Inicial,\n   PRESUPUESTO INÍCIAL,\n", "x");
  ASSERT_TRUE(made.ok());
  EXPECT_EQ(made.value().exact("a", "aprop inicial"), "inicial");
  EXPECT_EQ(made.value().exact("a", "presupuesto inicial"), "inicial");
  EXPECT_EQ(made.value().section("a").front().line, 5);
}

TEST(Vocabulary, AFileAddsWordsAndItsOwnWordsWin) {
  Vocabulary vocabulary = Vocabulary::standard();
  ASSERT_TRUE(
      vocabulary.add("[columnas.presupuesto]\npagos = Desembolsado al ente\ncompromisos = giros\n", "mias.txt").ok());
  EXPECT_EQ(vocabulary.exact("columnas.presupuesto", "desembolsado al ente"), "pagos");
  EXPECT_EQ(vocabulary.exact("columnas.presupuesto", "giros"), "compromisos");
  EXPECT_EQ(Vocabulary::standard().exact("columnas.presupuesto", "giros"), "pagos");
}

TEST(Vocabulary, AFileAddsToEverySection) {
  // Section → one of its meanings, from the built-in text itself.
  std::map<std::string, std::string> sections;
  std::string section;
  std::istringstream text{std::string(standard_vocabulary_text())};
  for (std::string line; std::getline(text, line);) {
    if (line.starts_with('[')) section = line.substr(1, line.find_first_of("+]") - 1);
    const std::size_t sign = line.find(" = ");
    if (!line.starts_with('#') && !line.starts_with(' ') && sign != std::string::npos)
      sections.emplace(section, line.substr(0, sign));
  }
  ASSERT_GT(sections.size(), 30U);
  for (const auto& [name, meaning] : sections) {
    Vocabulary vocabulary = Vocabulary::standard();
    const auto added = vocabulary.add("[" + name + "]\n" + meaning + " = zarandaja nueva\n", "propio.txt");
    ASSERT_TRUE(added.ok()) << name;
    EXPECT_EQ(vocabulary.meaning(name, "zarandaja nueva"), meaning) << name;
  }
}

TEST(Vocabulary, NamesTheLineOfAnError) {
  const Vocabulary standard = Vocabulary::standard();
  EXPECT_EQ(problem_of(standard, "[columnas.presupuesto]\npagos = giros a terceros\n"), "");
  EXPECT_EQ(problem_of(standard, "pagos = giros\n"), "línea 1: hay palabras antes del primer encabezado [sección]");
  EXPECT_EQ(problem_of(standard, "\n[columnas.prespuesto]\n"), "línea 2: no existe la sección [columnas.prespuesto]");
  EXPECT_EQ(problem_of(standard, "[columnas.presupuesto]\n# nota\npago = giros\n"),
            "línea 3: la sección [columnas.presupuesto] no tiene el significado «pago»");
  EXPECT_EQ(problem_of(standard, "[columnas.presupuesto]\npagos giros\n"),
            "línea 2: falta el signo = entre el significado y sus palabras");
  EXPECT_EQ(problem_of(standard, "[columnas.presupuesto]\npagos =\n"),
            "línea 2: falta al menos una palabra después del signo =");
  EXPECT_EQ(problem_of(standard, "[columnas.presupuesto]\npagos = a,,b\n"), "línea 2: hay dos comas seguidas");
  EXPECT_EQ(problem_of(standard, "[columnas.presupuesto]\npagos = ***\n"), "línea 2: «***» no tiene letras ni cifras");
  EXPECT_EQ(problem_of(standard, "[columnas.presupuesto\n"), "línea 1: el encabezado de sección no termina en ]");
  EXPECT_EQ(problem_of(standard, "[columnas.presupuesto]\n  giros\n"),
            "línea 2: la línea continúa un significado que no existe");
  EXPECT_EQ(problem_of(standard, "[columnas.presupuesto]\npagos = nuevo\ncdp = nuevo\n"),
            "línea 3: «nuevo» ya significa «pagos» en la sección [columnas.presupuesto]");
}

TEST(Vocabulary, AnErrorLeavesItAsItWas) {
  Vocabulary vocabulary = Vocabulary::standard();
  EXPECT_FALSE(vocabulary.add("[columnas.presupuesto]\npagos = palabra nueva\n[no]\n", "mias.txt").ok());
  EXPECT_EQ(vocabulary.exact("columnas.presupuesto", "palabra nueva"), "");
}

TEST(ScopedText, PartsAreOfEntitiesAndLinesKeepTheirNumbers) {
  const auto parts =
      by_entity("[columnas]\ncodigo = Clave\n@entidad Alcaldía de Honda\n[columnas]\ncodigo = Id.\n@entidad\n# fin\n");
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_EQ(parts[0].text, "[columnas]\ncodigo = Clave\n\n\n\n\n# fin\n");
  EXPECT_EQ(parts[1].entity, "Alcaldía de Honda");
  EXPECT_EQ(parts[1].text, "\n\n\n[columnas]\ncodigo = Id.\n\n\n");
}

TEST(ScopedText, WordsAndTheirTextAreOne) {
  const std::string text = text_of_words({{"Fijado, en comité", "columnas.presupuesto", "apropiacion_definitiva", ""},
                                          {"Pte", "pqrs.medida", "pendientes", ""},
                                          {"Vr. real", "columnas.presupuesto", "pagos", "ESE San José"}});
  EXPECT_EQ(
      text,
      "[columnas.presupuesto]\napropiacion_definitiva = Fijado  en comité\n\n[pqrs.medida]\npendientes = \"Pte\"\n"
      "\n@entidad ESE San José\n[columnas.presupuesto]\npagos = Vr. real\n");
  const std::vector<ScopedWord> words = words_of_text(text);
  ASSERT_EQ(words.size(), 3U);
  EXPECT_EQ(words[1].word, "Pte");
  EXPECT_EQ(words[2].entity, "ESE San José");
  EXPECT_EQ(words[2].meaning, "pagos");
  EXPECT_EQ(text_of_words(words), text);
  Vocabulary vocabulary = Vocabulary::standard();
  EXPECT_TRUE(vocabulary.add(by_entity(text)[1].text, "palabras").ok());
}

TEST(Vocabulary, ParticiplesAreKnownInEveryGenderAndNumberWhereNothingElseClaimsThem) {
  const Vocabulary vocabulary = Vocabulary::standard();
  EXPECT_EQ(vocabulary.exact("columnas.presupuesto", "apropiados"), "apropiacion_definitiva");
  EXPECT_EQ(vocabulary.exact("columnas.presupuesto", "giradas"), "pagos");
  EXPECT_EQ(vocabulary.exact("contratos.columna", "n contratos"), "cantidad");
  Vocabulary own = vocabulary;
  ASSERT_TRUE(own.add("[columnas.presupuesto]\nobligaciones = giradas\n", "x").ok());
  EXPECT_EQ(own.exact("columnas.presupuesto", "giradas"), "obligaciones");
}

}  // namespace
}  // namespace cotejo::mapping
