#include <dirent.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "pipeline/reading/read.h"
#include "pipeline/worker/pool_readers.h"
#include "tests/support/make_pdf.h"
#include "tests/support/make_portfolio.h"
#include "tests/support/places.h"

namespace cotejo::worker {
namespace {

namespace fs = std::filesystem;
using model::ErrorCode;
using testing::HasSubstr;

class PoolTest : public testing::Test {
 protected:
  void SetUp() override { fs::create_directories(folder_); }
  void TearDown() override { fs::remove_all(folder_); }

  Task task(const std::string& name, const std::string& bytes) {
    test::write_file(folder_ / name, bytes);
    Task task;
    task.file = {folder_ / name, name, "sha-" + name, static_cast<std::int64_t>(bytes.size())};
    return task;
  }

  // Workers that go wrong in this way when they come to this stage and page.
  PoolSettings going_wrong(const std::string& way, const std::string& stage, int page, bool once = false) {
    PoolSettings settings = healthy();
    settings.command = {WORKER_DOUBLE, way, stage, std::to_string(page)};
    if (once) settings.command.push_back(folder_ / "marker");
    return settings;
  }

  PoolSettings healthy() {
    PoolSettings settings;
    settings.extract.ocr = reading::OcrMode::never;
    settings.limits.cpu_seconds = 1;
    settings.limits.wall_seconds = 1;
    settings.command = {WORKER_DOUBLE, "well", "never", "0"};
    return settings;
  }

  static Outcome read(PoolSettings settings, Task task) {
    const auto readers = pool_readers(std::move(settings));
    readers->begin(std::move(task));
    return *readers->next([](long) { return true; });
  }

  static model::Bundle read_here(const SourceFile& file, const ExtractSettings& settings, reading::OcrDesk& desk) {
    const reading::Analyser analyser = reading::Analyser::make({}).value();
    return reading::read(file, settings, desk, analyser, {true, false, false}, [](const reading::Activity&) {}).bundle;
  }

  static std::vector<int> pages(const Outcome& outcome) {
    std::vector<int> numbers;
    for (const model::Page& page : outcome.bundle.pages) numbers.push_back(page.number);
    return numbers;
  }

  fs::path folder_ = fs::temp_directory_path() / ("cotejo-pool-test-" + std::to_string(getpid()));
};

TEST_F(PoolTest, ReadsWhatReadingInThisProcessReads) {
  PoolSettings settings = healthy();
  Task given = task("a.pdf", test::make_pdf(7));
  reading::OcrDesk desk(settings.extract);
  const std::string here = model::encode(read_here(given.file, settings.extract, desk));
  const Outcome outcome = read(settings, given);
  EXPECT_EQ(outcome.encoded, here);
  EXPECT_EQ(pages(outcome), (std::vector<int>{1, 2, 3, 4, 5, 6, 7}));
  EXPECT_TRUE(outcome.analysis.has_value());
}

TEST_F(PoolTest, TellsThePagesAheadOfWhatIsUnderWayOnly) {
  PoolSettings settings = healthy();
  settings.jobs = 2;
  const auto readers = pool_readers(std::move(settings));
  for (const int length : {3, 40}) {
    readers->begin(task(std::to_string(length) + ".pdf", test::make_pdf(length)));
    long most = 0;
    const auto outcome = readers->next([&](long) {
      most = std::max(most, readers->pages_read().ahead);
      return true;
    });
    ASSERT_TRUE(outcome);
    EXPECT_LE(most, length);
    EXPECT_EQ(readers->pages_read().ahead, 0);
  }
  EXPECT_EQ(readers->pages_read().pages, 43);
  EXPECT_EQ(readers->pages_read().scanned, 0);
}

TEST_F(PoolTest, KeepsThePagesAheadOfOneThatHangsWhenAnotherIsDone) {
  PoolSettings settings = going_wrong("hang", "page", 5, true);
  settings.jobs = 2;
  const auto readers = pool_readers(std::move(settings));
  readers->begin(task("corto.pdf", test::make_pdf(2)));
  readers->begin(task("largo.pdf", test::make_pdf(6)));
  ASSERT_TRUE(readers->next([](long) { return true; }));
  long most = 0;
  ASSERT_TRUE(readers->next([&](long) {
    most = std::max(most, readers->pages_read().ahead);
    return true;
  }));
  EXPECT_GE(most, 1);
  EXPECT_LE(most, 6);
}

TEST_F(PoolTest, GivesTheBytesOfAnAttachmentAndReadsBytesThatAreNoFile) {
  Task out = task("a.pdf", test::make_portfolio({{"dentro.pdf", test::make_pdf(2)}}));
  out.attachment = 1;
  const Outcome outcome = read(healthy(), out);
  ASSERT_TRUE(outcome.attached);
  EXPECT_EQ(*outcome.attached, test::make_pdf(2));
  Task inside;
  inside.file = {"a.pdf!/dentro.pdf", "dentro.pdf", "sha", 1};
  inside.content = *outcome.attached;
  EXPECT_EQ(pages(read(healthy(), inside)), (std::vector<int>{1, 2}));
  out.attachment = 2;
  EXPECT_FALSE(read(healthy(), out).attached);
}

TEST_F(PoolTest, TellsWhyAFileCannotBeOpened) {
  const auto code = [&](const std::string& name, const std::string& bytes) {
    const Outcome outcome = read(healthy(), task(name, bytes));
    EXPECT_TRUE(outcome.bundle.pages.empty());
    EXPECT_EQ(outcome.bundle.sha256, "sha-" + name);
    return outcome.bundle.errors.at(0).code;
  };
  EXPECT_EQ(code("empty.pdf", ""), ErrorCode::empty_file);
  EXPECT_EQ(code("text.pdf", "no soy un PDF"), ErrorCode::not_a_pdf);
  Task absent = task("x.pdf", "x");
  fs::remove(absent.file.path);
  EXPECT_EQ(read(healthy(), absent).bundle.errors.at(0).code, ErrorCode::not_found);
}

TEST_F(PoolTest, APageThatCrashesTheWorkerIsLostAloneWithSignalAndStage) {
  const Outcome outcome = read(going_wrong("crash", "page", 3), task("a.pdf", test::make_pdf(5)));
  EXPECT_EQ(pages(outcome), (std::vector<int>{1, 2, 4, 5}));
  ASSERT_EQ(outcome.bundle.errors.size(), 1u);
  EXPECT_EQ(outcome.bundle.errors[0].code, ErrorCode::crashed);
  EXPECT_EQ(outcome.bundle.errors[0].stage, model::Stage::page);
  EXPECT_EQ(outcome.bundle.errors[0].page, 3);
  EXPECT_THAT(outcome.bundle.errors[0].detail, HasSubstr("SIGSEGV"));
  EXPECT_TRUE(outcome.analysis.has_value());
  EXPECT_EQ(model::encode(outcome.bundle), outcome.encoded);
}

TEST_F(PoolTest, APageThatCrashesTheWorkerOnceIsReadTheSecondTime) {
  const Outcome outcome = read(going_wrong("abort", "page", 2, true), task("a.pdf", test::make_pdf(4)));
  EXPECT_EQ(pages(outcome), (std::vector<int>{1, 2, 3, 4}));
  EXPECT_TRUE(outcome.bundle.errors.empty());
}

TEST_F(PoolTest, FirstAndLastPagesMayCrashToo) {
  EXPECT_EQ(pages(read(going_wrong("crash", "page", 1), task("a.pdf", test::make_pdf(3)))), (std::vector<int>{2, 3}));
  EXPECT_EQ(pages(read(going_wrong("crash", "page", 3), task("a.pdf", test::make_pdf(3)))), (std::vector<int>{1, 2}));
  const Outcome only = read(going_wrong("crash", "page", 1), task("a.pdf", test::make_pdf(1)));
  EXPECT_TRUE(only.bundle.pages.empty());
  EXPECT_EQ(only.bundle.errors.at(0).page, 1);
}

TEST_F(PoolTest, AWorkerThatEndsByItselfIsNoReasonToStop) {
  const Outcome outcome = read(going_wrong("exit", "page", 2), task("a.pdf", test::make_pdf(3)));
  EXPECT_EQ(pages(outcome), (std::vector<int>{1, 3}));
  EXPECT_THAT(outcome.bundle.errors.at(0).detail, HasSubstr("7"));
}

TEST_F(PoolTest, AWorkerThatHangsRunsOutOfTime) {
  PoolSettings settings = going_wrong("hang", "page", 2);
  settings.limits.wall_seconds = 0.2;
  const Outcome outcome = read(settings, task("a.pdf", test::make_pdf(3)));
  EXPECT_EQ(pages(outcome), (std::vector<int>{1, 3}));
  EXPECT_EQ(outcome.bundle.errors.at(0).code, ErrorCode::timed_out);
}

TEST_F(PoolTest, AWorkerThatComputesForEverRunsOutOfProcessorTime) {
  PoolSettings settings = going_wrong("spin", "page", 1);
  settings.limits.wall_seconds = 100;
  const Outcome outcome = read(settings, task("a.pdf", test::make_pdf(2)));
  EXPECT_EQ(pages(outcome), (std::vector<int>{2}));
  EXPECT_EQ(outcome.bundle.errors.at(0).code, ErrorCode::timed_out);
  EXPECT_THAT(outcome.bundle.errors.at(0).detail, HasSubstr("procesador"));
}

TEST_F(PoolTest, AWorkerThatFillsMemoryIsToldApart) {
  PoolSettings settings = going_wrong("memory", "page", 2);
  settings.limits.memory = std::int64_t{400} << 20;
  settings.limits.wall_seconds = 60;
  settings.limits.cpu_seconds = 60;
  const Outcome outcome = read(settings, task("a.pdf", test::make_pdf(3)));
  EXPECT_EQ(pages(outcome), (std::vector<int>{1, 3}));
  EXPECT_EQ(outcome.bundle.errors.at(0).code, ErrorCode::out_of_memory);
}

TEST_F(PoolTest, RubbishCutAndDamagedAnswersCostThePage) {
  for (const char* way : {"rubbish", "truncated", "damaged"}) {
    const Outcome outcome = read(going_wrong(way, "page", 2), task("a.pdf", test::make_pdf(3)));
    EXPECT_EQ(pages(outcome), (std::vector<int>{1, 3})) << way;
    EXPECT_EQ(outcome.bundle.errors.at(0).page, 2) << way;
  }
}

TEST_F(PoolTest, ACrashWhileOpeningFailsTheDocument) {
  const Outcome outcome = read(going_wrong("crash", "open", 0), task("a.pdf", test::make_pdf(2)));
  EXPECT_TRUE(outcome.bundle.pages.empty());
  ASSERT_EQ(outcome.bundle.errors.size(), 1u);
  EXPECT_EQ(outcome.bundle.errors[0].stage, model::Stage::open);
  EXPECT_EQ(outcome.bundle.settings, healthy().extract.fingerprint());
}

TEST_F(PoolTest, ACrashInTheTablesKeepsThePages) {
  const Outcome outcome = read(going_wrong("crash", "tables", 0), task("a.pdf", test::make_pdf(2)));
  EXPECT_EQ(pages(outcome), (std::vector<int>{1, 2}));
  ASSERT_EQ(outcome.bundle.errors.size(), 1u);
  EXPECT_EQ(outcome.bundle.errors[0].stage, model::Stage::tables);
  EXPECT_FALSE(outcome.analysis.has_value());
}

TEST_F(PoolTest, ACrashInTheAnalysisKeepsTheExtract) {
  const Outcome outcome = read(going_wrong("crash", "map", 0), task("a.pdf", test::make_pdf(2)));
  EXPECT_EQ(pages(outcome), (std::vector<int>{1, 2}));
  ASSERT_EQ(outcome.bundle.errors.size(), 1u);
  EXPECT_EQ(outcome.bundle.errors[0].stage, model::Stage::map);
  EXPECT_FALSE(outcome.analysis.has_value());
}

TEST_F(PoolTest, WorkersThatNeverComeUpFailTheDocumentInsteadOfTheRun) {
  const Outcome outcome = read(going_wrong("exit", "start", 0), task("a.pdf", test::make_pdf(2)));
  EXPECT_EQ(outcome.bundle.errors.at(0).code, ErrorCode::crashed);
  PoolSettings absent = healthy();
  absent.command = {"/no/such/program"};
  EXPECT_EQ(read(absent, task("a.pdf", test::make_pdf(2))).bundle.errors.at(0).code, ErrorCode::crashed);
}

TEST_F(PoolTest, ADocumentWhosePagesAllCrashIsGivenUpInTime) {
  const Outcome outcome = read(going_wrong("crash", "page", 0), task("a.pdf", test::make_pdf(200)));
  EXPECT_TRUE(outcome.bundle.pages.empty());
  EXPECT_GE(outcome.bundle.errors.size(), 1u);
  EXPECT_LT(outcome.bundle.errors.size(), 20u);
}

TEST_F(PoolTest, ManyDocumentsAmongManyWorkersComeOutAsOneByOne) {
  PoolSettings settings = healthy();
  settings.jobs = 4;
  const auto readers = pool_readers(settings);
  std::set<std::string> names;
  int begun = 0;
  const auto take = [&] {
    const Outcome outcome = *readers->next([](long) { return true; });
    names.insert(outcome.file.name);
    reading::OcrDesk desk(settings.extract);
    EXPECT_EQ(outcome.encoded, model::encode(read_here(outcome.file, settings.extract, desk))) << outcome.file.name;
  };
  while (begun < 30) {
    while (begun < 30 && readers->under_way() < readers->capacity()) {
      readers->begin(task(std::to_string(begun) + ".pdf", test::make_pdf(1 + begun % 7)));
      ++begun;
    }
    take();
  }
  while (readers->under_way() > 0) take();
  EXPECT_EQ(names.size(), 30u);
}

TEST_F(PoolTest, OneCrashingDocumentAmongOthersHarmsNone) {
  PoolSettings settings = going_wrong("crash", "page", 6);
  settings.jobs = 3;
  const auto readers = pool_readers(settings);
  for (int pages : {5, 8, 5})
    readers->begin(task(std::to_string(readers->under_way()) + ".pdf", test::make_pdf(pages)));
  std::size_t whole = 0;
  while (readers->under_way() > 0) {
    const Outcome outcome = *readers->next([](long) { return true; });
    whole += outcome.bundle.errors.empty() ? 1 : 0;
    EXPECT_EQ(outcome.bundle.pages.size(), outcome.bundle.page_count == 8 ? 7u : 5u);
  }
  EXPECT_EQ(whole, 2u);
}

TEST_F(PoolTest, AnalysesABundleAgainWithoutItsFile) {
  const Outcome first = read(healthy(), task("a.pdf", test::make_pdf(2)));
  Task again;
  again.file = first.file;
  again.file.path = "/nowhere";
  again.bundle = first.encoded;
  const Outcome second = read(healthy(), again);
  EXPECT_EQ(second.encoded, first.encoded);
  EXPECT_EQ(model::encode(*second.analysis), model::encode(*first.analysis));
  const Outcome crashed = read(going_wrong("crash", "map", 0), again);
  EXPECT_FALSE(crashed.analysis.has_value());
  EXPECT_EQ(crashed.bundle.errors.at(0).stage, model::Stage::map);
}

TEST_F(PoolTest, DrawsAPageAsReadingInThisProcessDoes) {
  Task given = task("a.pdf", test::make_pdf(3));
  given.draw_page = 2;
  given.dpi = 40;
  const Outcome apart = read(healthy(), given);
  ASSERT_TRUE(apart.picture.has_value());
  const auto here = pdf::Document::open(given.file.path).value().render(2, 40).value();
  EXPECT_EQ(apart.picture->width, here.width);
  EXPECT_EQ(apart.picture->gray, here.gray);
  EXPECT_EQ(read(going_wrong("crash", "page", 2), given).bundle.errors.at(0).code, ErrorCode::crashed);
  EXPECT_EQ(read(going_wrong("hang", "page", 2), given).bundle.errors.at(0).code, ErrorCode::timed_out);
  given.draw_page = 4;
  EXPECT_EQ(read(healthy(), given).bundle.errors.at(0).code, ErrorCode::page_failed);
}

TEST_F(PoolTest, InspectsApart) {
  Task given = task("a.pdf", test::make_pdf(1));
  given.inspect = true;
  EXPECT_THAT(read(healthy(), given).inspection, HasSubstr("a.pdf"));
  EXPECT_EQ(read(going_wrong("crash", "map", 0), given).inspection, "");
}

TEST_F(PoolTest, StopsWhenToldTo) {
  PoolSettings settings = going_wrong("hang", "page", 1);
  const auto readers = pool_readers(settings);
  readers->begin(task("a.pdf", test::make_pdf(2)));
  EXPECT_FALSE(readers->next([](long) { return false; }).has_value());
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // whose memory is not the program's
// Resident memory of the processes that this one started, in MB.
long memory_of_children() {
  long pages = 0;
  for (const auto& entry : fs::directory_iterator("/proc")) {
    std::ifstream stat(entry.path() / "stat"), statm(entry.path() / "statm");
    std::string line;
    if (!std::getline(stat, line)) continue;
    std::istringstream rest(line.substr(line.rfind(')') + 1));
    std::string state;
    long parent = 0, all = 0, resident = 0;
    rest >> state >> parent;
    if (parent == getpid() && statm >> all >> resident) pages += resident;
  }
  return pages * sysconf(_SC_PAGESIZE) >> 20;
}

TEST_F(PoolTest, AWorkerThatReadAScanGivesItsMemoryBackWhenItIsGivenNothingToDo) {
  constexpr long kMost = 40;
  PoolSettings settings = healthy();
  settings.extract.ocr = reading::OcrMode::automatic;
  settings.limits = {};
  const auto readers = pool_readers(settings);
  const std::string scan = std::string(test::samples()) + "/acta-presupuesto-2019-escaneada.pdf";
  for (int turn = 0; turn < 2; ++turn) {  // and reads the next one as well
    Task task;
    task.file = {scan, "scan.pdf", "sha-scan", static_cast<std::int64_t>(fs::file_size(scan))};
    readers->begin(task);
    const Outcome outcome = *readers->next([](long) { return true; });
    if (!outcome.bundle.errors.empty()) GTEST_SKIP() << "no model to read scans with";
    ASSERT_EQ(outcome.bundle.pages.at(0).origin, model::Origin::ocr);
    for (int i = 0; i < 100 && memory_of_children() >= kMost; ++i) usleep(100'000);
    EXPECT_LT(memory_of_children(), kMost);
    EXPECT_GT(memory_of_children(), 0);
  }
}
#endif

TEST_F(PoolTest, LeavesNoTemporaryFolderAndNoDescriptorBehind) {
  const auto descriptors = [] {
    return std::distance(fs::directory_iterator("/proc/self/fd"), fs::directory_iterator());
  };
  setenv("TMPDIR", folder_.c_str(), 1);
  const auto before = descriptors();
  (void)read(going_wrong("crash", "page", 1), task("a.pdf", test::make_pdf(2)));
  EXPECT_EQ(descriptors(), before);
  unsetenv("TMPDIR");
  for (const auto& entry : fs::directory_iterator(folder_)) EXPECT_EQ(entry.path().filename(), "a.pdf");
}

}  // namespace
}  // namespace cotejo::worker
