// The built program with bases that offices made apart: brought into one, they are what reading all together gives.
#include <fstream>
#include <iterator>

#include "tests/cli/program_fixture.h"
#include "tests/support/places.h"

namespace cotejo::cli {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

class MergeTest : public ProgramTest {
 protected:
  // A report that contradicts itself once, and a figure that tells it from others.
  static std::string report(int year, const std::string& figure = "ciento catorce millones de pesos ($115.000.000)") {
    return test::make_pdf(std::vector<std::string>{"INFORME DE GESTION VIGENCIA " + std::to_string(year) +
                                                   "\nAlcaldia Municipal de Prueba\nSe pagaron " + figure + ".\n"});
  }
  std::string base(const std::string& name) const { return folder_ / (name + ".db"); }
  test::Ran read(const std::string& name, const std::vector<std::string>& folders) {
    std::vector<std::string> words{"ingest", "-j1", "--db", base(name)};
    for (const std::string& it : folders) words.push_back(input() + "/" + it);
    return run(words);
  }
  test::Ran merge(const std::vector<std::string>& names, const std::string& into) {
    std::vector<std::string> words{"merge", "-j1", "--into", base(into)};
    for (const std::string& name : names) words.push_back(base(name));
    return run(words);
  }
  std::string ask(const std::string& name, const std::string& sql) { return query(base(name), sql); }
  void write_base(const std::string& name, const std::string& file) {
    std::ifstream in(std::string(test::test_data()) + "/" + file);
    const std::string sql{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    sqlite3* db = nullptr;
    sqlite3_open(base(name).c_str(), &db);
    EXPECT_EQ(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(db);
    sqlite3_close(db);
  }
  // Office a and office b, with a report in common.
  void two_offices() {
    put("a/2020.pdf", report(2020));
    put("a/2021.pdf", report(2021));
    put("b/2022.pdf", report(2022, "doscientos millones de pesos ($210.000.000)"));
    put("b/copia de 2021.pdf", report(2021));
    EXPECT_EQ(read("a", {"a"}).status, 1);
    EXPECT_EQ(read("b", {"b"}).status, 1);
  }
};

TEST_F(MergeTest, BasesMadeApartGiveTogetherWhatReadingAllTogetherGives) {
  put("a/roto.pdf", "esto es un texto");
  put("b/vacio.pdf", "");
  put("a/2020.pdf", report(2020));
  put("a/2021.pdf", report(2021));
  put("b/2022.pdf", report(2022));
  put("b/copia de 2021.pdf", report(2021));
  EXPECT_EQ(read("a", {"a"}).status, 3);
  EXPECT_EQ(read("b", {"b"}).status, 3);
  EXPECT_EQ(read("all", {"a", "b"}).status, 3);
  const test::Ran ran = merge({"a", "b"}, "c");
  EXPECT_EQ(ran.status, 3) << ran.out << ran.err;
  EXPECT_THAT(ran.out, Not(HasSubstr("Las bases dicen cosas distintas")));
  EXPECT_EQ(digest(base("c")), digest(base("all")));
  EXPECT_EQ(ask("c", "SELECT count(*) FROM document_path"), ask("all", "SELECT count(*) FROM document_path"));
  EXPECT_EQ(run({"verify", "--db", base("c")}).out, run({"verify", "--db", base("all")}).out);
  // The other way round, one after the other, and once more.
  merge({"b", "a"}, "d");
  EXPECT_EQ(digest(base("d")), digest(base("all")));
  merge({"a"}, "e");
  EXPECT_NE(digest(base("e")), digest(base("all")));
  merge({"b"}, "e");
  EXPECT_EQ(digest(base("e")), digest(base("all")));
  const test::Ran again = merge({"a", "b"}, "c");
  EXPECT_THAT(again.out, HasSubstr("Nada que hacer"));
  EXPECT_EQ(digest(base("c")), digest(base("all")));
}

TEST_F(MergeTest, WhatWasDecidedInEitherIsKeptAndTheLaterOfTwoHolds) {
  two_offices();
  const std::string of_2020 = ask("a", "SELECT marca FROM hallazgos WHERE ruta LIKE '%2020.pdf'");
  const std::string of_2021 = ask("a", "SELECT marca FROM hallazgos WHERE ruta LIKE '%2021.pdf'");
  const std::string of_2022 = ask("b", "SELECT marca FROM hallazgos WHERE ruta LIKE '%2022.pdf'");
  run({"accept", of_2020, "--db", base("a"), "--author", "ana", "--note", "visto"});
  run({"accept", of_2021, "--db", base("a"), "--author", "ana", "--note", "visto"});
  run({"dismiss", of_2021, "--db", base("b"), "--author", "blas", "--note", "visto"});
  run({"dismiss", of_2022, "--db", base("b"), "--author", "blas", "--note", "visto"});
  ask("a", "UPDATE decision SET time = '2024-05-02T00:00:00Z'");
  ask("b", "UPDATE decision SET time = '2024-05-01T00:00:00Z'");
  const test::Ran ran = merge({"a", "b"}, "c");
  EXPECT_THAT(ran.out, HasSubstr("hallazgo " + of_2021 + ": vale aceptado (ana, 2024-05-02T00:00:00Z)"));
  EXPECT_THAT(ran.out, HasSubstr("no descartado (blas"));
  EXPECT_THAT(ran.out, Not(HasSubstr(of_2020)));
  const std::string states = "SELECT group_concat(estado, ' ') FROM (SELECT estado FROM hallazgos ORDER BY ruta)";
  EXPECT_EQ(ask("c", states), "aceptado aceptado descartado");
  EXPECT_EQ(ask("c", "SELECT count(*) FROM decisiones"), "4");
  // What is decided in the merged base afterwards stays when the same bases come again, and is no conflict.
  run({"reopen", of_2021, "--db", base("c"), "--author", "carla", "--note", "visto"});
  const test::Ran again = merge({"b", "a"}, "c");
  EXPECT_THAT(again.out, Not(HasSubstr("hallazgo " + of_2021)));
  EXPECT_EQ(ask("c", states), "aceptado abierto descartado");
  EXPECT_EQ(ask("c", "SELECT count(*) FROM decisiones"), "5");
}

TEST_F(MergeTest, CorrectionsAndTaughtWordsDecideWhatIsReadInTheMergedBase) {
  two_offices();
  const auto correct = [&](const std::string& in, const std::string& document, const std::string& entity,
                           const std::string& time) {
    EXPECT_LE(run({"correct", "--document", document, "--entity", entity, "--db", base(in), "--author", in, "--note",
                   "portada"})
                  .status,
              1);
    ask(in, "UPDATE document_correction SET time = '" + time + "' WHERE value = '" + entity + "'");
  };
  merge({"a", "b"}, "c");  // before anything was told: what comes later is to be read anew
  correct("a", "2020.pdf", "Alcaldia de Honda", "2024-05-01T00:00:00Z");
  correct("a", "2021.pdf", "Alcaldia de Ambalema", "2024-05-01T00:00:00Z");
  correct("b", "2021.pdf", "Alcaldia de Armero", "2024-05-02T00:00:00Z");
  for (const auto& [in, meaning] : {std::pair{"a", "pagos"}, {"b", "obligaciones"}}) {
    EXPECT_LE(run({"teach", "Girado al corte", meaning, "--db", base(in), "--author", in}).status, 3);
    ask(in, "UPDATE taught_word SET time = '2024-05-0" + std::string(*in == 'a' ? "4" : "3") + "T00:00:00Z'");
  }
  const test::Ran ran = merge({"a", "b"}, "c");
  EXPECT_THAT(ran.out, HasSubstr("2021.pdf: entity: vale «Alcaldia de Armero»"));
  EXPECT_THAT(ran.out, HasSubstr("palabra Girado al corte: vale pagos"));
  EXPECT_EQ(ask("c", "SELECT entidad FROM documentos WHERE ruta LIKE '%2020.pdf'"), "Alcaldia de Honda");
  EXPECT_EQ(ask("c", "SELECT entidad FROM documentos WHERE ruta LIKE '%2021.pdf'"), "Alcaldia de Armero");
  EXPECT_EQ(ask("c", "SELECT count(*) FROM correcciones"), "3");
  EXPECT_EQ(ask("c", "SELECT meaning FROM taught_word"), "pagos");
  merge({"a", "b"}, "d");
  EXPECT_EQ(digest(base("c")), digest(base("d")));
}

TEST_F(MergeTest, WhatAPersonReadAtAPlaceIsReadSoInTheMergedBase) {
  two_offices();
  merge({"a", "b"}, "c");
  const auto tell = [&](const std::string& in, const std::string& value, const std::string& time) {
    ask(in,
        "INSERT INTO reading_correction (document_id, page, x0, y0, x1, y1, printed, value, author, time) "
        "SELECT p.documento_id, 1, 100, 100, 150, 110, '115', '" +
            value + "', '" + in + "', '" + time + "' FROM documentos p WHERE p.ruta LIKE '%2021.pdf'");
  };
  tell("a", "114", "2024-05-01T00:00:00Z");
  tell("b", "116", "2024-05-02T00:00:00Z");
  const test::Ran ran = merge({"a", "b"}, "c");
  EXPECT_THAT(ran.out, HasSubstr("2021.pdf: 1: vale «116» (b, 2024-05-02T00:00:00Z)"));
  const std::string values = "SELECT group_concat(value, ' ') FROM (SELECT value FROM reading_correction ORDER BY id)";
  EXPECT_EQ(ask("c", values), "114 116");
  EXPECT_THAT(merge({"b", "a"}, "c").out, HasSubstr("Nada que hacer"));
  EXPECT_EQ(ask("c", values), "114 116");
}

TEST_F(MergeTest, OlderVersionsStayOlderAndTwoContentsOfOnePathBothStay) {
  put("a/informe.pdf", report(2020));
  read("a", {"a"});
  put("a/informe.pdf", report(2020, "trescientos millones de pesos ($310.000.000)"));
  read("a", {"a"});
  put("b/otro.pdf", report(2022));
  read("b", {"b"});
  merge({"b", "a"}, "c");
  const std::string older = "SELECT count(*) FROM documentos WHERE reemplazado_por IS NOT NULL";
  EXPECT_EQ(ask("c", older), "1");
  read("both", {"b"});
  merge({"a"}, "both");
  EXPECT_EQ(digest(base("c")), digest(base("both")));
  // Another office has a third report at that path.
  put("a/informe.pdf", report(2021));
  read("x", {"a"});
  const test::Ran ran = merge({"a", "x"}, "d");
  EXPECT_THAT(ran.out, HasSubstr("se conservan los dos documentos"));
  EXPECT_EQ(ask("d", older), "1");
  EXPECT_EQ(ask("d", "SELECT count(*) FROM documentos"), "3");
}

TEST_F(MergeTest, WhatABaseHasAtAPathStaysThereWhenAnotherReportIsBroughtFromTheSamePath) {
  put("a/informe.pdf", report(2020));
  read("c", {"a"});
  put("a/informe.pdf", report(2021));
  read("x", {"a"});
  const std::string path = fs::path(input()) / "a/informe.pdf";
  const std::string there =
      "SELECT group_concat(d.file_name || ' ' || coalesce(d.replaced_by, 'vale') || ' ' || "
      "(p.path = '" +
      path + "'), ', ') FROM document d JOIN document_path p ON p.document_id = d.id";
  const test::Ran ran = merge({"x"}, "c");
  EXPECT_THAT(ran.out, HasSubstr("se conservan los dos documentos"));
  EXPECT_EQ(ask("c", there), "informe.pdf vale 1, informe.pdf vale 0");
  EXPECT_EQ(
      ask("c", "SELECT vigencia_from FROM document d JOIN document_path p ON p.document_id = d.id WHERE p.path = '" +
                   path + "'"),
      "2020");
  // Once more, and once more from a base that has a copy of it elsewhere, too.
  EXPECT_THAT(merge({"x"}, "c").out, HasSubstr("Nada que hacer"));
  EXPECT_EQ(ask("c", there), "informe.pdf vale 1, informe.pdf vale 0");
  fs::copy_file(path, input() + "/a/otra.pdf");
  read("x", {"a"});
  merge({"x"}, "c");
  EXPECT_EQ(ask("c", "SELECT count(*) FROM document WHERE replaced_by IS NULL"), "2");
  EXPECT_EQ(ask("c", "SELECT count(*) FROM document_path WHERE path LIKE '%/otra.pdf'"), "1");
  // One that knows what the other base has as an older version of its own takes the path over.
  put("a/informe.pdf", report(2020));
  fs::remove(input() + "/a/otra.pdf");
  read("y", {"a"});
  put("a/informe.pdf", report(2022));
  read("y", {"a"});
  put("a/informe.pdf", report(2020));
  read("e", {"a"});
  merge({"y"}, "e");
  EXPECT_EQ(ask("e",
                "SELECT group_concat(vigencia_from || ' ' || (replaced_by IS NULL), ', ') FROM "
                "(SELECT * FROM document ORDER BY vigencia_from)"),
            "2020 0, 2022 1");
  // And the other way round: what is brought is known here as the older.
  read("f", {"a"});
  const test::Ran older = merge({"f"}, "y");
  EXPECT_THAT(older.out, Not(HasSubstr("se conservan los dos documentos")));
  EXPECT_EQ(ask("y", "SELECT count(*) FROM document WHERE replaced_by IS NULL"), "1");
}

TEST_F(MergeTest, WhatIsToldOfADocumentThatABaseHasReadBetterCountsAtOnce) {
  put("a/2021.pdf", report(2021));
  read("a", {"a"});
  read("b", {"a"});
  // As if b had been read by another version of the program.
  ask("b", "UPDATE document SET settings = 'otra' || substr(settings, instr(settings, ' | '))");
  EXPECT_LE(run({"correct", "--document", "2021.pdf", "--entity", "Alcaldia de Honda", "--db", base("b"), "--author",
                 "b", "--note", "portada"})
                .status,
            1);
  ask("b", "UPDATE document SET settings = 'otra' || substr(settings, instr(settings, ' | '))");
  merge({"b"}, "a");
  EXPECT_EQ(ask("a", "SELECT entidad FROM documentos"), "Alcaldia de Honda");
  EXPECT_THAT(ask("a", "SELECT settings FROM document"), Not(HasSubstr("otra")));
  EXPECT_THAT(merge({"b"}, "a").out, HasSubstr("Nada que hacer"));
}

TEST_F(MergeTest, AReadingThatOnlyOneOfficeCouldMakeIsKept) {
  const std::string closed = fs::path(input()) / "a/cerrado.pdf";
  put("a/abierto.pdf", report(2021));
  ASSERT_EQ(std::system(("qpdf --encrypt abrete-7391 dueno-1 256 -- '" + input() + "/a/abierto.pdf' '" + closed +
                         "' 2> /dev/null")
                            .c_str()),
            0);
  fs::remove(input() + "/a/abierto.pdf");
  EXPECT_EQ(read("without", {"a"}).status, 3);
  const std::string keys = folder_ / "claves.txt";
  test::write_file(keys, "cerrado.pdf\tabrete-7391");
  EXPECT_EQ(run({"ingest", input() + "/a", "--db", base("with"), "--password-file", keys}).status, 1);
  for (const std::vector<std::string>& order : {std::vector<std::string>{"without", "with"}, {"with", "without"}}) {
    const std::string into = "c-" + order.front();
    merge(order, into);
    EXPECT_EQ(ask(into, "SELECT estado FROM documentos"), "completo") << order.front();
  }
  merge({"with"}, "without");
  EXPECT_EQ(ask("without", "SELECT estado FROM documentos"), "completo");
  merge({"c-with"}, "with");
  EXPECT_EQ(ask("with", "SELECT estado FROM documentos"), "completo");
}

TEST_F(MergeTest, BasesOfOtherVersionsAreBroughtUpToDateOrToldAndNeverHalfTaken) {
  two_offices();
  write_base("old", "base-esquema-8.sql");
  EXPECT_EQ(merge({"old", "a"}, "c").status, 1);
  EXPECT_EQ(ask("c", "SELECT count(*) FROM documentos"), "5");
  EXPECT_EQ(ask("c", "SELECT entidad FROM documentos WHERE archivo = 'otro.pdf'"), "Alcaldía de Honda");  // told by ana
  EXPECT_EQ(ask("c", "SELECT estado FROM hallazgos WHERE marca = 'ljiejmep'"), "aceptado");
  ask("b", "PRAGMA user_version = 99");
  const test::Ran newer = merge({"a", "b"}, "d");
  EXPECT_EQ(newer.status, 4);
  EXPECT_THAT(newer.err, HasSubstr(base("b")));
  EXPECT_FALSE(fs::exists(base("d")));
}

TEST_F(MergeTest, ABaseIsNotMergedIntoItselfNorWithOneThatIsNotThere) {
  two_offices();
  EXPECT_EQ(merge({"a", "b"}, "a").status, 2);
  EXPECT_EQ(merge({"a", "nada"}, "c").status, 4);
  EXPECT_FALSE(fs::exists(base("c")));
  EXPECT_EQ(run({"merge", base("a")}).status, 2);
}

}  // namespace
}  // namespace cotejo::cli
