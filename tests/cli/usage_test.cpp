#include "cli/console/text.h"
#include "tests/cli/program_fixture.h"

namespace cotejo::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

int places(std::string_view text) {
  int count = 0;
  for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) ++count;
  return count;
}

TEST(Texts, EachIsThereInBothLanguagesWithTheSamePlaces) {
  for (int i = 0; i < static_cast<int>(Text::count_); ++i) {
    const auto which = static_cast<Text>(i);
    EXPECT_FALSE(text(which, model::Language::spanish).empty()) << i;
    EXPECT_FALSE(text(which, model::Language::english).empty()) << i;
    EXPECT_EQ(places(text(which, model::Language::spanish)), places(text(which, model::Language::english)))
        << text(which, model::Language::english);
  }
}

TEST_F(ProgramTest, HelpNamesEveryCommandInBothLanguages) {
  for (const char* language : {"es_CO.UTF-8", "en_US.UTF-8"}) {
    const test::Ran ran = run({"--help"}, language);
    EXPECT_EQ(ran.status, 0);
    for (const char* command :
         {"ingest", "findings", "explain", "show", "accept", "dismiss", "reopen", "correct", "decisions", "documents",
          "search", "inspect", "check", "extract", "load", "verify", "digest"}) {
      EXPECT_THAT(ran.out, HasSubstr(command));
      const test::Ran help = run({command, "--help"}, language);
      EXPECT_EQ(help.status, 0) << command;
      EXPECT_THAT(help.out, HasSubstr(std::string("cotejo ") + command));
    }
  }
  EXPECT_THAT(run({"--help"}, "es_CO.UTF-8").out, HasSubstr("Órdenes"));
  EXPECT_THAT(run({"--help"}, "en_GB.UTF-8").out, HasSubstr("Commands"));
  EXPECT_THAT(run({"--help"}, "de_DE.UTF-8").out, HasSubstr("Órdenes"));
  EXPECT_THAT(run({"--lang", "en", "--help"}, "es").out, HasSubstr("Commands"));
}

TEST_F(ProgramTest, VersionNamesLibrariesAndLanguageModel) {
  const test::Ran ran = run({"--version"});
  EXPECT_EQ(ran.status, 0);
  for (const char* part : {"cotejo ", "Poppler ", "tesseract ", "leptonica", "SQLite ", "spa"}) {
    EXPECT_THAT(ran.out, HasSubstr(part));
  }
}

TEST_F(ProgramTest, HelpNamesValuesInTheLanguageAndTellsADefaultOnce) {
  const std::string spanish = run({"correct", "--help"}).out, english = run({"correct", "--help"}, "en").out;
  EXPECT_THAT(spanish, AllOf(HasSubstr("--entity TEXTO"), HasSubstr("--db ARCHIVO"), Not(HasSubstr("TEXT "))));
  EXPECT_THAT(english, AllOf(HasSubstr("--entity TEXT "), HasSubstr("--db FILE")));
  EXPECT_THAT(run({"show", "--help"}).out, HasSubstr("[ARCHIVO]"));
  EXPECT_THAT(spanish, Not(HasSubstr(") (por omisión")));
}

TEST_F(ProgramTest, WrongUseIsToldInTheLanguageWithStatusTwo) {
  const auto wrong = [&](std::vector<std::string> words, const std::string& told) {
    const test::Ran ran = run(std::move(words));
    EXPECT_EQ(ran.status, 2) << ran.err;
    EXPECT_THAT(ran.err, HasSubstr(told));
    EXPECT_THAT(ran.err, HasSubstr("--help"));
    EXPECT_EQ(ran.out, "");
  };
  wrong({}, "falta la orden");
  wrong({"ingest"}, "falta RUTA");
  wrong({"inspect"}, "falta ARCHIVO");
  wrong({"ingest", "x.pdf"}, "falta --db");
  wrong({"ingest", "x.pdf", "--db", "a", "--nada"}, "--nada");
  wrong({"ingest", "x.pdf", "--db", "a", "-j", "0"}, "no sirve");
  wrong({"findings", "--db", "a", "--format", "xml"}, "no sirve");
  wrong({"findings", "--db", "a", "--format", "jsn"}, "¿Quiso decir «json»?");
  wrong({"search", "x", "--db", "a", "--limit", "muchas"}, "«muchas» no es un número de 1 a");
  wrong({"finding", "--db", "a"}, "¿Quiso decir «findings»?");
  wrong({"nada"}, "nada");
  wrong({"show", "-o", "x.png"}, "--page");
  EXPECT_THAT(run({"ingest"}, "en").err, HasSubstr("is missing"));
}

TEST_F(ProgramTest, ADatabaseThatIsNotThereOrIsNoneOfOursEndsWithFour) {
  for (const char* command : {"findings", "digest", "verify", "check"}) {
    const test::Ran ran = run({command, "--db", folder_ / "none.db"});
    EXPECT_EQ(ran.status, 4) << command;
    EXPECT_THAT(ran.err, HasSubstr("none.db"));
  }
  EXPECT_FALSE(std::filesystem::exists(folder_ / "none.db"));
  test::write_file(database(), "no soy una base de datos, sino un texto bastante largo");
  put("a.pdf", test::make_pdf(1));
  const test::Ran ran = ingest();
  EXPECT_EQ(ran.status, 4);
  EXPECT_THAT(ran.err, HasSubstr("a.db"));
}

}  // namespace
}  // namespace cotejo::cli
