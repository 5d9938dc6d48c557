#include <sys/resource.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/cli/program_fixture.h"
#include "tests/support/places.h"

namespace cotejo::cli {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class ExportTest : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    const std::string sample = std::string(test::samples());
    for (const auto& entry : fs::directory_iterator(sample))
      if (entry.path().extension() == ".pdf" && samples_ < 1) {
        fs::copy(entry.path(), fs::path(input()) / entry.path().filename());
        ++samples_;
      }
    ingest({"--ocr", "never"});
  }
  std::string read(const std::string& name) const {
    std::ifstream file(folder_ / name, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
  }
  test::Ran hand_over(std::vector<std::string> more) {
    std::vector<std::string> words{"export", "--db", database()};
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
  }
  int samples_ = 0;
};

TEST_F(ExportTest, HandsOverEachKind) {
  for (const std::string kind :
       {"csv", "datapackage", "sqlite", "xlsx", "alto", "hocr", "pdf", "bagit", "informe", "fuid"}) {
    const test::Ran ran = hand_over({"--as", kind, "--to", folder_ / kind, "--date", "2026-01-31"});
    EXPECT_EQ(ran.status, 0) << kind << ran.err;
    EXPECT_THAT(ran.out, HasSubstr(kind)) << kind;
    EXPECT_TRUE(fs::exists(folder_ / kind)) << kind;
  }
  EXPECT_EQ(query("SELECT count(*) FROM documentos"), "1");
  EXPECT_THAT(read("csv/documentos.csv"), HasSubstr("documento_id;"));
  EXPECT_THAT(read("datapackage/datapackage.json"), HasSubstr("\"sha256\""));
  EXPECT_EQ(read("xlsx").substr(0, 2), "PK");
}

TEST_F(ExportTest, NeverWritesOverWhatIsThere) {
  std::ofstream(folder_ / "mio.xlsx") << "lo mío";
  const test::Ran refused = hand_over({"--as", "xlsx", "--to", folder_ / "mio.xlsx"});
  EXPECT_EQ(refused.status, 4);
  EXPECT_THAT(refused.err, HasSubstr("mio.xlsx"));
  EXPECT_THAT(refused.err, HasSubstr("--force"));
  EXPECT_EQ(read("mio.xlsx"), "lo mío");
  EXPECT_EQ(hand_over({"--as", "xlsx", "--to", folder_ / "mio.xlsx", "--force"}).status, 0);
  EXPECT_EQ(read("mio.xlsx").substr(0, 2), "PK");
}

// Little room, for little files: a limit on what one file may hold is a full disk that needs no rights.
TEST_F(ExportTest, WhatDoesNotFitIsToldAndLeavesNothing) {
  for (const std::string asked :
       {"csv", "datapackage", "sqlite", "xlsx", "xlsx --evidence", "alto", "hocr", "pdf", "bagit", "informe", "fuid"}) {
    const std::string kind = asked.substr(0, asked.find(' '));
    const std::string place = folder_ / ("salida " + kind);
    std::vector<std::string> words{"export", "--db", database(), "--as", kind, "--to", place};
    if (kind != asked) words.push_back(asked.substr(kind.size() + 1));
    const auto little = [] {
      const rlimit limit{2048, 2048};
      std::signal(SIGXFSZ, SIG_IGN);
      return setrlimit(RLIMIT_FSIZE, &limit) == 0;
    };
    const test::Ran ran = test::Running(words, folder_, "es", little).wait();
    EXPECT_EQ(ran.status, 4) << asked << ran.out;
    EXPECT_THAT(ran.err, HasSubstr("cotejo: ")) << asked;
    for (const auto& entry : fs::directory_iterator(folder_))
      EXPECT_EQ(entry.path().filename().string().find("salida"), std::string::npos) << entry.path();
  }
}

// Whatever an export is at when it is told to end, it takes away at once what it has made: at its beginning, and when
// it has opened originals, which listens to the same signals in its own way. One that was faster than the signal is
// tried again.
TEST_F(ExportTest, WhoeverIsToldToEndLeavesNothing) {
  struct Moment {
    std::string kind;
    std::string reached;  // part of the path of a file that is there by then
    std::vector<std::string> more = {};
  };
  int caught = 0;
  for (const Moment& moment : {Moment{"bagit", "parcial"},
                               {"bagit", "/pdfa/"},
                               {"informe", "parcial"},
                               {"xlsx", "parcial"},
                               {"xlsx", "hallazgo-", {"--evidence"}}}) {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
      for (int tries = 0; tries < 10; ++tries) {
        const fs::path place = folder_ / ("salida " + moment.kind);
        std::vector<std::string> words{"export", "--db", database(), "--as", moment.kind, "--to", place};
        words.insert(words.end(), moment.more.begin(), moment.more.end());
        test::Running exporting(words, folder_);
        const auto reached = [&] {
          std::error_code gone;
          for (fs::recursive_directory_iterator it(folder_, gone), end; !gone && it != end; it.increment(gone)) {
            const std::string path = it->path().string();
            if (path.find("parcial") != std::string::npos && path.find(moment.reached) != std::string::npos)
              return true;
          }
          return false;
        };
        for (int waits = 0; waits < 5000 && !reached() && !fs::exists(place); ++waits) usleep(500);
        kill(exporting.process(), signal);
        const test::Ran ran = exporting.wait();
        if (ran.status == 0 || fs::exists(place)) {
          fs::remove_all(place);
          fs::remove_all(place.string() + "-evidencias");
          continue;
        }
        ++caught;
        EXPECT_EQ(ran.status, 128 + signal) << moment.kind << moment.reached << ran.err;
        for (const auto& entry : fs::directory_iterator(folder_))
          EXPECT_EQ(entry.path().filename().string().find("salida"), std::string::npos) << entry.path();
        break;
      }
    }
  }
  EXPECT_GT(caught, 0);
}

TEST_F(ExportTest, AFilterThatMeansNothingIsTold) {
  const test::Ran ran = hand_over({"--as", "csv", "--to", folder_ / "salida", "--entity", "no hay tal entidad"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_FALSE(fs::exists(folder_ / "salida"));
  EXPECT_EQ(hand_over({"--as", "parquet", "--to", folder_ / "salida"}).status, 2);
}

}  // namespace
}  // namespace cotejo::cli
