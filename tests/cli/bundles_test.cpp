// The built program with reading and loading apart: extracts of many machines, of several settings, in any order.
#include <algorithm>
#include <fstream>

#include "tests/cli/program_fixture.h"

namespace cotejo::cli {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class BundlesTest : public ProgramTest {
 protected:
  void put_reports(int count) {
    for (int i = 0; i < count; ++i) {
      put(std::to_string(2000 + i) + "/informe.pdf",
          test::make_pdf(std::vector<std::string>{"INFORME DE GESTION VIGENCIA " + std::to_string(2000 + i) +
                                                  "\nAlcaldia Municipal de Prueba\nTexto " + std::to_string(i) +
                                                  "\n"}));
    }
  }
  std::vector<std::string> bundles(const std::string& folder) const {
    std::vector<std::string> all;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
      if (entry.path().extension() == ".cotejo") all.push_back(entry.path());
    std::sort(all.begin(), all.end());
    return all;
  }
  test::Ran load(const std::vector<std::string>& files, const std::string& base) {
    std::vector<std::string> words{"load"};
    words.insert(words.end(), files.begin(), files.end());
    words.insert(words.end(), {"--db", base});
    return run(words);
  }
};

TEST_F(BundlesTest, ShardsOfAListGiveTogetherWhatOneRunGives) {
  put_reports(9);
  put("roto.pdf", "esto es un texto");
  const std::string list = folder_ / "lista.txt";
  {
    std::ofstream file(list);
    for (int i = 0; i < 9; ++i) file << input() << "/" << 2000 + i << "/informe.pdf\n";
    file << input() << "/roto.pdf\n";
  }
  const std::string out = folder_ / "x";
  for (const char* shard : {"1/3", "2/3", "3/3"}) {
    const test::Ran ran = run({"extract", "--files-from", list, "--base-dir", folder_, "--shard", shard, "-o", out,
                               "--log", folder_ / "parte.jsonl", "--failed-ok"});
    EXPECT_EQ(ran.status, 0) << shard << ran.err;
  }
  EXPECT_EQ(bundles(out).size(), 10u);
  // Without --failed-ok what could not be read is told by the status; with --resume nothing is opened again.
  EXPECT_EQ(run({"extract", "--files-from", list, "-o", folder_ / "y"}).status, 3);
  const auto before = fs::last_write_time(bundles(out).front());
  const test::Ran again = run({"extract", "--files-from", list, "--base-dir", folder_, "-o", out, "--log",
                               folder_ / "parte.jsonl", "--resume", "--failed-ok"});
  EXPECT_EQ(again.status, 0);
  EXPECT_EQ(fs::last_write_time(bundles(out).front()), before);
  EXPECT_EQ(run({"extract", "--files-from", list, "-o", out, "--resume"}).status, 2);
  EXPECT_EQ(run({"extract", "--files-from", list, "-o", out, "--shard", "4/3"}).status, 2);
  EXPECT_EQ(run({"extract", "--files-from", folder_ / "no-hay", "-o", out}).status, 4);
  EXPECT_EQ(load({out}, database()).status, 3);
  EXPECT_EQ(query("SELECT min(ruta) || ' ' || count(*) FROM documentos WHERE estado = 'completo'"),
            "in/2000/informe.pdf 9");
}

TEST_F(BundlesTest, LoadedInGroupsOfManyTheBaseIsTheSameInAnyOrder) {
  constexpr int kReports = 230;  // more than two groups, and a part of one
  put_reports(kReports);
  EXPECT_EQ(run({"extract", input(), "-o", folder_ / "x"}).status, 0);
  std::vector<std::string> files = bundles(folder_ / "x");
  EXPECT_EQ(load(files, database()).status, 0);
  EXPECT_EQ(query("SELECT count(*) FROM documentos"), std::to_string(kReports));
  std::reverse(files.begin(), files.end());
  // A damaged one in the middle costs itself alone; what is there already is passed over.
  test::write_file(folder_ / "dañado.cotejo", "otra cosa");
  files.insert(files.begin() + kReports / 2, folder_ / "dañado.cotejo");
  const std::string other = folder_ / "b.db";
  EXPECT_EQ(load({files.begin(), files.begin() + 40}, other).status, 0);
  EXPECT_EQ(load(files, other).status, 3);
  EXPECT_EQ(digest(other), digest(database()));
  EXPECT_EQ(run({"verify", "--db", other}).status, 0);
}

TEST_F(BundlesTest, OfSeveralExtractsOfOneContentTheSameIsKeptInAnyOrder) {
  put_reports(3);
  const std::string own = folder_ / "own", never = folder_ / "never", always = folder_ / "always";
  EXPECT_EQ(run({"extract", input(), "-o", own}).status, 0);
  EXPECT_EQ(run({"extract", input(), "-o", never, "--ocr", "never"}).status, 0);
  EXPECT_EQ(load({own}, database()).status, 0);
  const std::string whole = digest(database());
  std::vector<std::vector<std::string>> orders{{own, never}, {never, own}};
  for (const auto& order : orders) {
    for (const bool together : {true, false}) {
      const std::string base = folder_ / "m.db";
      for (const char* end : {"", "-wal", "-shm"}) fs::remove(base + end);
      if (together) {
        EXPECT_EQ(load(order, base).status, 0);
      } else {
        for (const std::string& folder : order) EXPECT_EQ(load({folder}, base).status, 0);
      }
      EXPECT_EQ(digest(base), whole);
    }
  }
}

}  // namespace
}  // namespace cotejo::cli
