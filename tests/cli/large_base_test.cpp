#include <sys/resource.h>

#include <algorithm>

#include "tests/cli/program_fixture.h"

// What a command holds of a base does not grow with it.
namespace cotejo::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;

constexpr const char* kSlip =
    "El presupuesto de la vigencia fue de quinientos siete millones de pesos ($504.000.000).\n";
constexpr int kFindings = 40'000, kDocuments = 40'000;
// What the program may hold: more than it takes for a base of one finding, and half of what all of these take.
constexpr rlim_t kRoom = rlim_t{24} << 20;

class LargeBaseTest : public ProgramTest {
 protected:
  void SetUp() override {
#ifdef __SANITIZE_ADDRESS__
    GTEST_SKIP() << "memory that was given back is kept";
#endif
    ProgramTest::SetUp();
    put("informe.pdf", test::make_pdf(std::vector<std::string>{kSlip}));
    ASSERT_EQ(ingest().status, 1);
  }
  test::Ran run_in_little_room(std::vector<std::string> words) {
    words.insert(words.end(), {"--db", database()});
    return test::Running(words, folder_, "es",
                         [] {
                           const rlimit limit{kRoom, kRoom};
                           return setrlimit(RLIMIT_DATA, &limit) == 0;
                         })
        .wait();
  }
  static std::string counted(int most) {
    return "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + std::to_string(most) + ") ";
  }
  // Repeats the one finding.
  void grow_findings() {
    query(counted(kFindings - 1) +
          "INSERT INTO finding_number SELECT 1000 + i, document_id, fingerprint || i, 1000 + i, mark || i "
          "FROM n, finding_number WHERE id = (SELECT min(id) FROM finding)");
    query(counted(kFindings - 1) +
          "INSERT INTO finding SELECT 1000 + i, document_id, table_id, 1000 + i, archive, rule, severity, page, "
          "message || i, reported, expected, 'x' || i, diagnosis FROM n, finding WHERE id = (SELECT min(id) FROM "
          "finding)");
  }
  // Repeats the one document, without what is in it.
  void grow_documents() {
    query(counted(kDocuments - 1) +
          "INSERT INTO document (id, sha256, file_name, size, settings, page_count, state, relations_tested, route) "
          "SELECT 1000 + i, printf('%064x', i), file_name, size, settings, page_count, state, 0, i || '/' || route "
          "FROM n, document WHERE id = 1");
    query(counted(kDocuments - 1) +
          "INSERT INTO document_path (path, document_id, route) SELECT i || path, 1000 + i, i || '/' || route "
          "FROM n, document_path WHERE document_id = 1");
  }
};

TEST_F(LargeBaseTest, FindingsArePrintedWithoutHoldingThem) {
  ASSERT_EQ(query("SELECT count(*) FROM finding"), "1");
  grow_findings();
  for (const std::vector<std::string>& way : {std::vector<std::string>{"--format", "list"},
                                              {"--format", "table"},
                                              {"--format", "csv"},
                                              {"--format", "json"},
                                              {"--summary"},
                                              {"--sort", "amount"}}) {
    std::vector<std::string> words{"findings"};
    words.insert(words.end(), way.begin(), way.end());
    const test::Ran ran = run_in_little_room(words);
    EXPECT_EQ(ran.status, 1) << way.back() << ran.err;
    if (way.back() == "list") {
      EXPECT_THAT(ran.out, HasSubstr("\n40000 hallazgos"));
    }
  }
}

TEST_F(LargeBaseTest, DocumentsAreListedWithoutHoldingThem) {
  grow_documents();
  for (const char* format : {"list", "table", "csv", "json"}) {
    const test::Ran ran = run_in_little_room({"documents", "--format", format});
    EXPECT_EQ(ran.status, 0) << format << ran.err;
    EXPECT_THAT(ran.out, HasSubstr("39999/informe.pdf"));
  }
}

TEST_F(LargeBaseTest, TheDocumentsThatAFilterMeansAreFoundWithoutHoldingThem) {
  grow_documents();
  // A part of a route is looked for in each document once: with each against each this would take minutes.
  const test::Ran one = run_in_little_room({"documents", "--document", "39999/INFORME", "--format", "csv"});
  EXPECT_EQ(one.status, 0) << one.err;
  EXPECT_EQ(std::count(one.out.begin(), one.out.end(), '\n'), 2) << one.out;
  EXPECT_EQ(run_in_little_room({"findings", "--document", "informe"}).status, 1);
  const test::Ran none = run_in_little_room({"findings", "--document", "39999/imforme"});
  EXPECT_EQ(none.status, 2);
  EXPECT_THAT(none.err, AllOf(HasSubstr("¿Quiso decir «39999/informe.pdf»?"), HasSubstr("… y 39976 más")));
  const test::Ran entity = run_in_little_room({"documents", "--document", "399", "--vigencia", "1999"});
  EXPECT_EQ(entity.status, 2);
}

TEST_F(LargeBaseTest, AnInventoryIsWrittenWithoutHoldingTheDocuments) {
  grow_documents();
  const test::Ran ran = run_in_little_room({"export", "--as", "fuid", "--to", folder_ / "fuid.xlsx"});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("filas 40000"));
  EXPECT_THAT(ran.out, HasSubstr("La base tiene 40000 documentos"));
}

}  // namespace
}  // namespace cotejo::cli
