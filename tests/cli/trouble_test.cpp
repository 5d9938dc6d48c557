#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <iterator>

#include "tests/cli/program_fixture.h"

// The built program when the system is against it: databases that are locked, damaged or may not be written to, full
// disks, and runs that are killed.
namespace cotejo::cli {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// Looks again and again, for a while, whether something has come true.
template <class Condition>
bool comes_true(Condition condition) {
  for (int tries = 0; tries < 5000; ++tries) {
    if (condition()) return true;
    usleep(2000);
  }
  return false;
}

// Another program's hold on a database, until it goes.
class Lock {
 public:
  explicit Lock(const std::string& path) {
    sqlite3_open(path.c_str(), &db_);
    sqlite3_busy_timeout(db_, 20'000);
    held_ = sqlite3_exec(db_, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK;
  }
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;
  ~Lock() { sqlite3_close(db_); }
  bool held() const { return held_; }

 private:
  sqlite3* db_ = nullptr;
  bool held_ = false;
};

// A file system put over a folder, in a view of the file systems that this process has for itself.
class Mount {
 public:
  Mount(const fs::path& place, const char* type, const char* source, unsigned long flags, const char* data)
      : place_(place) {
    static const bool own_view =
        unshare(CLONE_NEWNS) == 0 && mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
    done_ = own_view && mount(source, place.c_str(), type, flags, data) == 0;
  }
  Mount(const Mount&) = delete;
  Mount& operator=(const Mount&) = delete;
  ~Mount() {
    if (done_) umount2(place_.c_str(), MNT_DETACH);
  }
  bool again(unsigned long flags, const char* data) {
    return mount(nullptr, place_.c_str(), nullptr, MS_REMOUNT | flags, data) == 0;
  }
  bool done() const { return done_; }

 private:
  fs::path place_;
  bool done_ = false;
};

// Permissions mean nothing to root; nobody is held by them.
bool become_nobody() {
  constexpr uid_t kNobody = 65534;
  return geteuid() != 0 || (setgid(kNobody) == 0 && setuid(kNobody) == 0);
}

class TroubleTest : public ProgramTest {
 protected:
  void put_reports(int count, int pages = 3) {
    for (int i = 0; i < count; ++i)
      put(std::to_string(i) + ".pdf", test::make_pdf(pages, "Informe " + std::to_string(i)));
  }
  test::Ran run_as_nobody(const std::vector<std::string>& words) {
    return test::Running(words, folder_, "es", become_nobody).wait();
  }
  // The digest of a database that was made of the same input in one go.
  std::string undisturbed() {
    (void)run({"ingest", input(), "--db", folder_ / "whole.db", "-j1"});
    return digest(folder_ / "whole.db");
  }
  // Every command that opens a database; `read_only` those that only read it.
  std::vector<std::vector<std::string>> commands(const std::string& database, bool read_only) {
    std::vector<std::vector<std::string>> all{
        {"findings"}, {"explain", "1"}, {"search", "informe"}, {"digest"}, {"verify"}};
    if (!read_only) {
      all.push_back({"ingest", input(), "--wait", "0"});
      all.push_back({"check", "--wait", "0"});
      all.push_back({"accept", "1", "--note", "x"});
    }
    for (auto& words : all) words.insert(words.end(), {"--db", database});
    return all;
  }
};

TEST_F(TroubleTest, ALockedDatabaseIsToldWithWhatToDo) {
  put_reports(3);
  ASSERT_EQ(ingest().status, 0);
  put("nuevo.pdf", test::make_pdf(1));
  const std::string before = digest(database());
  {
    const Lock lock(database());
    ASSERT_TRUE(lock.held());
    const test::Ran ran = ingest({"--wait", "0.1"});
    EXPECT_EQ(ran.status, 4) << ran.out;
    EXPECT_THAT(ran.err, HasSubstr("otro programa tiene ocupada la base de datos"));
    EXPECT_THAT(ran.err, HasSubstr("repita la misma orden"));
    EXPECT_EQ(digest(database()), before) << "readers are not locked out";
  }
  EXPECT_EQ(ingest().status, 0);
  EXPECT_EQ(digest(database()), undisturbed());
}

TEST_F(TroubleTest, ALockedDatabaseIsWaitedFor) {
  put_reports(1);
  ASSERT_EQ(ingest().status, 0);
  put("nuevo.pdf", test::make_pdf(1));
  auto lock = std::make_unique<Lock>(database());
  ASSERT_TRUE(lock->held());
  test::Running waiting({"ingest", input(), "--db", database(), "--wait", "60"}, folder_);
  const auto has_opened = [&] {
    std::error_code error;
    for (fs::directory_iterator it("/proc/" + std::to_string(waiting.process()) + "/fd", error), end;
         !error && it != end; it.increment(error)) {
      if (fs::read_symlink(it->path(), error) == database()) return true;
    }
    return false;
  };
  ASSERT_TRUE(comes_true(has_opened));
  lock.reset();
  EXPECT_EQ(waiting.wait().status, 0);
  EXPECT_EQ(query("SELECT count(*) FROM documentos"), "2");
}

TEST_F(TroubleTest, ALockThatComesInTheMiddleOfARunLosesNothing) {
  put_reports(60);
  test::Running running({"ingest", input(), "--db", database(), "-j2", "--wait", "0.1"}, folder_);
  ASSERT_TRUE(comes_true([&] { return query("SELECT count(*) > 0 FROM documentos") == "1"; }));
  {
    const Lock lock(database());
    ASSERT_TRUE(lock.held());
    const test::Ran ran = running.wait();
    // The lock may have come after the last document.
    EXPECT_THAT(ran.err, testing::AnyOf("", HasSubstr("otro programa tiene ocupada")));
  }
  EXPECT_EQ(ingest().status, 0);
  EXPECT_EQ(digest(database()), undisturbed());
}

TEST_F(TroubleTest, ADamagedDatabaseIsToldAndLeftAsItIs) {
  put_reports(20, 10);
  ASSERT_EQ(ingest().status, 0);
  const std::string sound = bytes_of(database());
  ASSERT_GT(sound.size(), 40U * 4096);
  put("nuevo.pdf", test::make_pdf(1));
  std::string head = sound;
  std::fill_n(head.begin(), 100, '\xAA');
  const std::string half = sound.substr(0, sound.size() / 2);
  std::string schema = sound;  // the first page behind the head of the file
  std::fill(schema.begin() + 100, schema.begin() + 4096, '\x55');
  for (const std::string& damaged : {head, half, schema}) {
    test::write_file(database(), damaged);
    for (const auto& words : commands(database(), false)) {
      const test::Ran ran = run(words);
      EXPECT_EQ(ran.status, 4) << words[0] << ran.out;
      EXPECT_THAT(ran.err, HasSubstr("el archivo de la base de datos está dañado")) << words[0];
      EXPECT_THAT(ran.err, HasSubstr("copia de respaldo")) << words[0];
      EXPECT_EQ(bytes_of(database()), damaged) << words[0];
    }
  }
}

TEST_F(TroubleTest, DamageInsideADatabaseIsFoundByVerifyAndHarmsNoCommand) {
  put_reports(20, 10);
  ASSERT_EQ(ingest().status, 0);
  const std::string sound = bytes_of(database());
  put("nuevo.pdf", test::make_pdf(1));
  int found = 0, tried = 0;
  for (std::size_t page = 2; page < sound.size() / 4096; page += 11) {
    std::string damaged = sound;
    std::fill_n(damaged.begin() + static_cast<std::ptrdiff_t>(page * 4096), 4096, '\xC3');
    ++tried;
    for (const auto& words : commands(database(), false)) {
      test::write_file(database(), damaged);
      fs::remove(database() + "-wal");
      fs::remove(database() + "-shm");
      const test::Ran ran = run(words);
      EXPECT_LE(ran.status, 4) << words[0] << " page " << page << ran.err;
      EXPECT_EQ(ran.status == 4, !ran.err.empty()) << words[0] << ran.err;
      if (words[0] == "verify") found += ran.status == 3 || ran.status == 4;
    }
  }
  // A page that the database had freed may hold anything.
  EXPECT_GE(found, tried - 2);
}

TEST_F(TroubleTest, PlacesWhereNoDatabaseCanBeAreTold) {
  put_reports(1);
  const std::string below_a_file = input() + "/0.pdf/a.db";
  for (const std::string& place : {below_a_file, std::string("/proc/a.db"), input(), std::string("/dev/full")}) {
    const test::Ran ran = run({"ingest", input(), "--db", place});
    EXPECT_EQ(ran.status, 4) << place << ran.out;
    EXPECT_THAT(ran.err, HasSubstr(place));
    EXPECT_THAT(ran.err, Not(HasSubstr("inesperado"))) << place;
  }
  EXPECT_EQ(run({"extract", input(), "-o", below_a_file}).status, 4);
  EXPECT_EQ(run({"ingest", input(), "--db", database(), "--log", below_a_file}).status, 4);
}

TEST_F(TroubleTest, ADatabaseThatMayNotBeWrittenCanBeRead) {
  put_reports(2);
  ASSERT_EQ(ingest().status, 0);
  const std::string content = bytes_of(database());
  const std::string expected = digest(database());
  put("nuevo.pdf", test::make_pdf(1));
  const fs::path closed = folder_ / "cerrada % #1";
  fs::create_directory(closed);
  fs::copy_file(database(), closed / "a.db");
  const auto look = [&](const std::function<test::Ran(std::vector<std::string>)>& do_it) {
    for (const std::string command : {"findings", "verify", "digest"}) {
      EXPECT_EQ(do_it({command, "--db", closed / "a.db"}).status, 0) << command;
    }
    EXPECT_EQ(do_it({"digest", "--db", closed / "a.db"}).out, expected);
    for (const auto& words : {std::vector<std::string>{"ingest", input(), "--db", closed / "a.db"},
                              std::vector<std::string>{"check", "--db", closed / "a.db"}}) {
      const test::Ran ran = do_it(words);
      EXPECT_EQ(ran.status, 4) << ran.out;
      EXPECT_THAT(ran.err, HasSubstr("no se puede escribir en la base de datos"));
      EXPECT_THAT(ran.err, HasSubstr("permiso de escritura"));
    }
    EXPECT_EQ(bytes_of(closed / "a.db"), content);
  };
  fs::permissions(folder_, fs::perms(0755));
  fs::permissions(closed / "a.db", fs::perms(0444));
  fs::permissions(closed, fs::perms(0555));
  if (run_as_nobody({"--version"}).status == 0) look([&](const auto& words) { return run_as_nobody(words); });
  fs::permissions(closed, fs::perms(0755));
  fs::permissions(closed / "a.db", fs::perms(0644));
  Mount mount(closed, nullptr, closed.c_str(), MS_BIND, nullptr);
  if (mount.done() && mount.again(MS_BIND | MS_RDONLY, nullptr)) look([&](const auto& words) { return run(words); });
}

TEST_F(TroubleTest, AFullDiskIsToldAndWhatIsOnItWhole) {
  put_reports(40, 40);
  const fs::path disk = folder_ / "disco";
  fs::create_directory(disk);
  Mount mount(disk, "tmpfs", "none", 0, "size=900k");
  if (!mount.done()) GTEST_SKIP() << "this user may mount nothing; a limit on files stands in for it elsewhere";
  const test::Ran ran = run({"ingest", input(), "--db", disk / "a.db", "-j2"});
  EXPECT_EQ(ran.status, 4) << ran.out;
  EXPECT_THAT(ran.err, HasSubstr("no queda espacio en el disco"));
  ASSERT_TRUE(mount.again(0, "size=40m"));
  EXPECT_EQ(run({"verify", "--db", disk / "a.db"}).status, 0);
  const test::Ran rest = run({"ingest", input(), "--db", disk / "a.db"});
  EXPECT_EQ(rest.status, 0) << rest.err;
  EXPECT_THAT(rest.out, Not(HasSubstr(" 0 omitidos")));
  EXPECT_EQ(digest(disk / "a.db"), undisturbed());
}

TEST_F(TroubleTest, ExtractsOnAFullDiskAreWholeOrNotThere) {
  put_reports(6, 60);
  const fs::path disk = folder_ / "disco";
  fs::create_directory(disk);
  Mount mount(disk, "tmpfs", "none", 0, "size=12k");
  if (!mount.done()) GTEST_SKIP() << "this user may mount nothing";
  const test::Ran ran = run({"extract", input(), "-o", disk});
  EXPECT_EQ(ran.status, 4) << ran.out;
  EXPECT_THAT(ran.err, HasSubstr("no queda espacio en el disco"));
  for (const auto& entry : fs::directory_iterator(disk)) {
    EXPECT_EQ(entry.path().extension(), ".cotejo");
    EXPECT_EQ(run({"load", entry.path(), "--db", database()}).status, 0);
  }
}

TEST_F(TroubleTest, OutputThatCannotBeWrittenIsTold) {
  put_reports(1);
  const test::Ran logged = ingest({"--log", "/dev/full"});
  EXPECT_EQ(logged.status, 3);
  EXPECT_THAT(logged.err, HasSubstr("el registro /dev/full quedó incompleto"));
  const auto into_full = [] { return dup2(open("/dev/full", O_WRONLY), STDOUT_FILENO) >= 0; };
  for (const auto& words : commands(database(), true)) {
    if (words[0] == "explain") continue;
    const test::Ran ran = test::Running(words, folder_, "es", into_full).wait();
    EXPECT_EQ(ran.status, 4) << words[0];
    EXPECT_THAT(ran.err, HasSubstr("no se pudo escribir")) << words[0];
  }
  const test::Ran drawn = run({"show", input() + "/0.pdf", "--page", "1", "-o", "/dev/full"});
  EXPECT_EQ(drawn.status, 4) << drawn.out;
}

TEST_F(TroubleTest, TwoRunsAtOnceGiveWhatOneGives) {
  put_reports(24);
  put("copia.pdf", test::make_pdf(3, "Informe 0"));
  put("malo.pdf", "x");
  test::Running one({"ingest", input(), "--db", database(), "-j1"}, folder_);
  test::Running two({"ingest", input(), "--db", database(), "-j3"}, folder_);
  EXPECT_EQ(one.wait().status, 3);
  EXPECT_EQ(two.wait().status, 3);
  EXPECT_EQ(digest(database()), undisturbed());
  EXPECT_EQ(run({"verify", "--db", database()}).status, 0);
}

// The processes that this one has started and that still live.
std::vector<pid_t> children_of(pid_t parent) {
  std::vector<pid_t> children;
  for (const auto& entry : fs::directory_iterator("/proc")) {
    const std::string name = entry.path().filename();
    if (name.find_first_not_of("0123456789") != std::string::npos) continue;
    const std::string stat = bytes_of(entry.path() / "stat");
    const auto behind_name = stat.rfind(") ");
    if (behind_name == std::string::npos || stat[behind_name + 2] == 'Z') continue;
    if (std::stoi(stat.substr(behind_name + 4)) == parent) children.push_back(std::stoi(name));
  }
  return children;
}

TEST_F(TroubleTest, AKilledRunLeavesNoProcessAndItsFoldersGoWithTheNextRun) {
  const fs::path temporary = folder_ / "tmp";
  fs::create_directory(temporary);
  fs::create_directory(temporary / "cotejo-lector-mio");  // no name of ours: too short
  const auto in_own = [&] { return setenv("TMPDIR", temporary.c_str(), 1) == 0; };
  const auto folders = [&] { return std::distance(fs::directory_iterator(temporary), fs::directory_iterator()); };
  put("largo.pdf", test::make_pdf(3000));
  test::Running killed({"ingest", input(), "--db", database(), "-j2"}, folder_, "es", in_own);
  ASSERT_TRUE(comes_true([&] { return children_of(killed.process()).size() == 2; }));
  const std::vector<pid_t> workers = children_of(killed.process());
  // Another run in between leaves the folders of one that lives alone.
  put("corto.pdf", test::make_pdf(1));
  EXPECT_EQ(test::Running({"inspect", input() + "/corto.pdf"}, folder_, "es", in_own).wait().status, 0);
  EXPECT_EQ(folders(), 3);
  kill(killed.process(), SIGKILL);
  (void)killed.wait();
  for (const pid_t worker : workers) EXPECT_TRUE(comes_true([&] { return kill(worker, 0) != 0; }));
  EXPECT_EQ(folders(), 3) << "nobody was left to clear them";
  EXPECT_EQ(test::Running({"inspect", input() + "/corto.pdf"}, folder_, "es", in_own).wait().status, 0);
  EXPECT_EQ(folders(), 1);
  EXPECT_TRUE(fs::exists(temporary / "cotejo-lector-mio"));
}

TEST_F(TroubleTest, AHostilePageIsToldByEveryCommandThatOpensIt) {
  // The state of the drawing saved again and again, which takes memory each time.
  std::string saves;
  for (int i = 0; i < 200'000; ++i) saves += "q ";
  put("lento.pdf", test::make_pdf_of_streams({saves + '\n'}));
  const std::string path = input() + "/lento.pdf";
  const std::vector<std::string> limits{"--timeout", "1", "--memory", "128"};
  for (std::vector<std::string> command :
       {std::vector<std::string>{"show", path, "--page", "1", "-o", folder_ / "x.png"}, {"inspect", path}}) {
    command.insert(command.end(), limits.begin(), limits.end());
    const test::Ran ran = run(command);
    EXPECT_EQ(ran.status, 4) << command[0] << ran.out;
    EXPECT_THAT(ran.err, testing::AnyOf(HasSubstr("tiempo permitido"), HasSubstr("memoria permitida")));
    EXPECT_THAT(ran.err, HasSubstr("lento.pdf"));
  }
}

}  // namespace
}  // namespace cotejo::cli
