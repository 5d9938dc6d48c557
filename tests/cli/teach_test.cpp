// Heads that a person teaches the base: kept, applied to what is stored without the PDF, listed, forgotten, exchanged.
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/cli/program_fixture.h"

namespace cotejo::cli {
namespace {

using testing::HasSubstr;

// A page with a ruled table whose third column has a head that nothing knows.
std::string report(const std::string& entity) {
  std::string stream = "BT /F 14 Tf 150 740 Td (ALCALDIA MUNICIPAL DE " + entity +
                       ") Tj ET\nBT /F 14 Tf 100 715 Td (EJECUCION PRESUPUESTAL DE GASTOS 2019) Tj ET\n";
  const std::vector<std::vector<std::string>> rows = {{"Rubro", "Concepto", "Fijado en comite", "Compromisos"},
                                                      {"2.1", "Funcionamiento", "800.000.000", "750.000.000"},
                                                      {"2.3", "Inversion", "1.200.000.000", "1.100.000.000"}};
  constexpr int kLeft = 60, kTop = 690, kWidth = 120, kHeight = 20;
  for (int i = 0; i <= static_cast<int>(rows.size()); ++i)
    stream += std::to_string(kLeft) + " " + std::to_string(kTop - i * kHeight) + " m " +
              std::to_string(kLeft + 4 * kWidth) + " " + std::to_string(kTop - i * kHeight) + " l S\n";
  for (int i = 0; i <= 4; ++i)
    stream += std::to_string(kLeft + i * kWidth) + " " + std::to_string(kTop) + " m " +
              std::to_string(kLeft + i * kWidth) + " " +
              std::to_string(kTop - static_cast<int>(rows.size()) * kHeight) + " l S\n";
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t c = 0; c < rows[r].size(); ++c)
      stream += "BT /F 9 Tf " + std::to_string(kLeft + 5 + static_cast<int>(c) * kWidth) + " " +
                std::to_string(kTop - 14 - static_cast<int>(r) * kHeight) + " Td (" + rows[r][c] + ") Tj ET\n";
  }
  return test::make_pdf_of_streams({stream});
}

class TeachTest : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    put("honda.pdf", report("HONDA"));
    put("lerida.pdf", report("LERIDA"));
    ASSERT_EQ(ingest().status, 0);
  }
  test::Ran teach(std::vector<std::string> words) {
    words.insert(words.begin(), "teach");
    words.insert(words.end(), {"--db", database()});
    return run(words);
  }
  // Definite appropriations of each document.
  std::string taught_records() {
    return query(
        "SELECT archivo || ' ' || count(*) FROM presupuesto WHERE medida = 'apropiacion_definitiva' GROUP BY archivo");
  }
};

TEST_F(TeachTest, AHeadIsTaughtOnceAndHoldsForAllThatIsStoredAndComes) {
  EXPECT_EQ(taught_records(), "");
  std::filesystem::remove(input() + "/lerida.pdf");  // no PDF is needed
  const test::Ran ran = teach({"FIJADO EN COMITÉ", "apropiacion_definitiva"});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("Aprendido: «FIJADO EN COMITÉ» significa apropiacion_definitiva"));
  EXPECT_EQ(taught_records(), "honda.pdf 2\nlerida.pdf 2");

  put("tercero.pdf", report("MARIQUITA"));
  EXPECT_THAT(ingest().out, HasSubstr("1 leído"));  // what was checked with the word is not read again
  EXPECT_EQ(taught_records(), "honda.pdf 2\nlerida.pdf 2\ntercero.pdf 2");

  EXPECT_THAT(teach({"--list"}).out, HasSubstr("apropiacion_definitiva"));
  EXPECT_EQ(teach({"Fijado en comite", "--remove"}).status, 0);
  EXPECT_EQ(taught_records(), "");
  EXPECT_THAT(teach({"--list"}).out, HasSubstr("No se ha enseñado nada"));
}

TEST_F(TeachTest, AWordOfOneEntityCountsForItsDocumentsAlone) {
  EXPECT_EQ(teach({"Fijado en comite", "apropiacion_definitiva", "--entity", "honda"}).status, 0);
  EXPECT_EQ(taught_records(), "honda.pdf 2");
  EXPECT_EQ(ingest().status, 0);
  EXPECT_EQ(taught_records(), "honda.pdf 2");
  EXPECT_EQ(teach({"Fijado en comite", "--remove"}).status, 2) << "it was not taught for all";
  EXPECT_EQ(teach({"Fijado en comite", "--remove", "--entity", "honda"}).status, 0);
  EXPECT_EQ(taught_records(), "");
}

TEST_F(TeachTest, ErrorsTellWhatThereIs) {
  const test::Ran none = teach({"Fijado en comite", "apropiacion"});
  EXPECT_EQ(none.status, 2);
  EXPECT_THAT(none.err, HasSubstr("«apropiacion» no es un significado"));
  EXPECT_THAT(none.err, HasSubstr("apropiacion_definitiva"));
  EXPECT_THAT(none.err, HasSubstr("pqrs.medida"));
  const test::Ran several = teach({"Fijado en comite", "fecha"});
  EXPECT_EQ(several.status, 2);
  EXPECT_THAT(several.err, HasSubstr("compromisos.columna:fecha"));
  EXPECT_EQ(teach({"Fijado en comite", "apropiacion_definitiva", "--entity", "Tunja"}).status, 2);
  EXPECT_EQ(teach({}).status, 2);
  EXPECT_EQ(teach({"--list", "--remove"}).status, 2);
  EXPECT_EQ(taught_records(), "");
}

TEST_F(TeachTest, WordsGoFromBaseToBaseAsAVocabularyFile) {
  EXPECT_EQ(teach({"Fijado en comite", "apropiacion_definitiva", "--entity", "honda"}).status, 0);
  EXPECT_EQ(teach({"Pte", "pqrs.medida:pendientes"}).status, 0);
  const std::string file = folder_ / "palabras.txt";
  EXPECT_EQ(teach({"--export", file}).status, 0);
  EXPECT_EQ(teach({"--export", file}).status, 4) << "what is there is not written over";
  const std::string other = folder_ / "b.db";
  EXPECT_EQ(run({"ingest", input(), "--db", other}).status, 0);
  EXPECT_EQ(run({"teach", "--import", file, "--db", other}).status, 0);
  EXPECT_EQ(run({"teach", "--export", "-", "--db", other}).out, teach({"--export", "-"}).out);
  EXPECT_EQ(query(other, "SELECT count(*) FROM presupuesto WHERE medida = 'apropiacion_definitiva'"), "2");
  // It is a vocabulary file as any other.
  const std::string third = folder_ / "c.db";
  EXPECT_EQ(run({"ingest", input(), "--db", third, "--vocabulary", file}).status, 0);
  EXPECT_EQ(query(third, "SELECT DISTINCT archivo FROM presupuesto WHERE medida = 'apropiacion_definitiva'"),
            "honda.pdf");
}

TEST_F(TeachTest, AFileOfWordsIsKeptWholeOrNotAtAll) {
  ASSERT_EQ(teach({"Fijado en comite", "apropiacion_definitiva"}).status, 0);
  const std::string file = folder_ / "palabras.txt";
  ASSERT_EQ(teach({"--export", file}).status, 0);
  ASSERT_EQ(teach({"--remove", "Fijado en comite"}).status, 0);
  std::ofstream(file, std::ios::app) << "cdp = visto bueno\n";
  // The base refuses the second word, as a full disk would.
  (void)query("CREATE TRIGGER no_room BEFORE INSERT ON taught_word WHEN NEW.key = 'visto bueno' "
              "BEGIN SELECT RAISE(ABORT, 'no room'); END");
  EXPECT_EQ(teach({"--import", file}).status, 4);
  EXPECT_EQ(query("SELECT count(*) FROM taught_word"), "0");
  (void)query("DROP TRIGGER no_room");
  EXPECT_NE(teach({"--import", file}).status, 4);
  EXPECT_EQ(query("SELECT count(*) FROM taught_word"), "2");
}

}  // namespace
}  // namespace cotejo::cli
