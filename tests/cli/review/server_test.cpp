#include <chrono>
#include <cstdlib>
#include <thread>

#include "tests/cli/review/review_fixture.h"

// The server as a browser meets it: what it lets in, what it never says.
namespace cotejo::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

class ServerTest : public ReviewTest {
 protected:
  void SetUp() override {
    ReviewTest::SetUp();
    put("informe.pdf",
        test::make_pdf(std::vector<std::string>{
            "INFORME DE GESTION VIGENCIA 2021\nAlcaldia Municipal de Prueba\n"
            "El <script>alert\\(1\\)</script> contrato tuvo un valor de ciento catorce millones de pesos "
            "\\($115.000.000\\) durante la vigencia 2021.\n"}));
    ASSERT_EQ(ingest().status, 1);
  }
};

TEST_F(ServerTest, ThePageIsEverybodysAndTheDataTheBearersOfTheToken) {
  start();
  const auto page = client_->Get("/");
  ASSERT_TRUE(page);
  EXPECT_EQ(page->status, 200);
  EXPECT_FALSE(page->has_header("Set-Cookie"));
  EXPECT_THAT(page->get_header_value("Content-Security-Policy"), HasSubstr("default-src 'none'; script-src 'self'"));
  EXPECT_EQ(page->get_header_value("X-Content-Type-Options"), "nosniff");
  EXPECT_EQ(get("findings").status, 401);
  EXPECT_EQ(get("session").body["authenticated"], false);
  EXPECT_FALSE(client_->Get("/?token=0123")->has_header("Set-Cookie"));
  enter();
  EXPECT_EQ(get("session").body["name"], "Ana");
  EXPECT_EQ(get("findings").status, 200);
  EXPECT_EQ(stop(), 0);
}

TEST_F(ServerTest, OtherSitesAndOtherNamesAreKeptOut) {
  start();
  enter();
  const auto with = [&](httplib::Headers more) {
    more.insert({"Cookie", cookie_});
    return answer_of(client_->Post("/api/decisions", more, "{}", "application/json"));
  };
  EXPECT_EQ(with({{"Origin", "http://malo.example"}}).body["error"]["code"], "origin");
  EXPECT_EQ(with({}).body["error"]["code"], "origin");
  EXPECT_EQ(with({{"Origin", origin()}, {"Host", "malo.example:" + std::to_string(port_)}}).body["error"]["code"],
            "host");
  EXPECT_EQ(answer_of(client_->Post("/api/decisions", headers(), "a=b", "application/x-www-form-urlencoded")).status,
            415);
  EXPECT_EQ(answer_of(client_->Post("/api/decisions", headers(), std::string(5 << 20, ' '), "application/json")).status,
            413);
  EXPECT_EQ(post("decisions", Json::array()).body["error"]["code"], "usage");
  EXPECT_EQ(answer_of(client_->Post("/api/decisions", headers(), "{roto", "application/json")).status, 400);
}

TEST_F(ServerTest, NoPathReachesTheDisk) {
  start();
  enter();
  for (const char* path : {"/../../etc/passwd", "/assets/../../../etc/passwd", "/assets/%2e%2e/%2e%2e/etc/passwd",
                           "/api/documents/..%2f..%2fetc%2fpasswd", "/api/exports/..%2fa", "/etc/passwd",
                           "/api/documents/1/pages/1/../../../a.db"}) {
    const auto answer = client_->Get(path, headers());
    ASSERT_TRUE(answer) << path;
    EXPECT_TRUE(answer->status == 404 || answer->status == 400) << path;
    EXPECT_THAT(answer->body, Not(HasSubstr("root:"))) << path;
  }
}

TEST_F(ServerTest, WhatADocumentSaysIsDataAndNeverAPage) {
  start();
  enter();
  const Answer layers = get("documents/1/pages/1/layers");
  EXPECT_THAT(layers.text, HasSubstr("<script>"));
  EXPECT_EQ(layers.headers.find("Content-Type")->second, "application/json; charset=utf-8");
  EXPECT_EQ(layers.headers.find("X-Content-Type-Options")->second, "nosniff");
}

TEST_F(ServerTest, WhatDidNotChangeIsNotSentAgain) {
  start();
  enter();
  const Answer list = get("findings");
  httplib::Headers again = headers();
  again.insert({"If-None-Match", list.headers.find("ETag")->second});
  const auto second = client_->Get("/api/findings", again);
  EXPECT_EQ(second->status, 304);
  EXPECT_EQ(second->body, "");
}

TEST_F(ServerTest, AChangeByAnotherProgramIsSeen) {
  start();
  enter();
  const Json before = get("state").body;
  EXPECT_EQ(get("findings?state=aceptado").body["total"], 0);
  ASSERT_EQ(run({"accept", "1", "--db", database(), "--note", "desde la consola", "--author", "Luis"}).status, 0);
  EXPECT_NE(get("state").body["version"], before["version"]);
  const Json accepted = get("findings?state=aceptado").body;
  ASSERT_EQ(accepted["total"], 1);
  EXPECT_EQ(accepted["items"][0]["author"], "Luis");
}

TEST_F(ServerTest, ANetworkAsksForThePassword) {
  test::write_file(folder_ / "clave", "una clave larga\n");
  std::filesystem::permissions(folder_ / "clave", std::filesystem::perms::owner_read);
  start({"--host", "127.0.0.1", "--password-file", folder_ / "clave"});
  EXPECT_THAT(address_, Not(HasSubstr("token")));
  EXPECT_EQ(get("session").body["login"], "password");
  EXPECT_EQ(get("findings").status, 401);
  for (int guess = 0; guess < 3; ++guess)
    EXPECT_EQ(post("session", {{"password", "otra"}, {"name", "Luis"}}).status, 401);
  const Answer later = post("session", {{"password", "otra"}, {"name", "Luis"}});
  EXPECT_EQ(later.status, 429);
  EXPECT_EQ(later.body["error"]["code"], "wait");
  EXPECT_EQ(later.headers.find("Retry-After")->second, "1");
  sleep(1);
  EXPECT_EQ(post("session", {{"password", "una clave larga"}}).status, 400);
  const Answer in = post("session", {{"password", "una clave larga"}, {"name", "Luis"}});
  ASSERT_EQ(in.status, 200) << in.text;
  cookie_ = in.headers.find("Set-Cookie")->second;
  cookie_ = cookie_.substr(0, cookie_.find(';'));
  EXPECT_EQ(get("session").body["name"], "Luis");
  EXPECT_EQ(get("findings").body["total"], 1);
}

TEST_F(ServerTest, SaysWhatKeepsItFromServing) {
  start();
  const test::Ran taken = run({"review", "--db", database(), "--no-browser", "--port", std::to_string(port_)});
  EXPECT_EQ(taken.status, 4);
  EXPECT_THAT(taken.err, HasSubstr("otro programa lo usa"));
  const test::Ran missing = run({"review", "--db", folder_ / "no-hay.db", "--no-browser"});
  EXPECT_EQ(missing.status, 4);
  EXPECT_THAT(missing.err, HasSubstr("no-hay.db"));
  EXPECT_EQ(run({"review", "--db", database(), "--no-browser", "--host", "0.0.0.0"}).status, 2);
  test::write_file(folder_ / "abierta", "una clave larga\n");
  std::filesystem::permissions(folder_ / "abierta", static_cast<std::filesystem::perms>(0644));
  const test::Ran open = run(
      {"review", "--db", database(), "--no-browser", "--host", "127.0.0.1", "--password-file", folder_ / "abierta"});
  EXPECT_EQ(open.status, 4);
  EXPECT_THAT(open.err, HasSubstr("chmod 600"));
  const test::Ran english = run({"--lang", "en", "review", "--db", database(), "--no-browser", "--host", "127.0.0.1",
                                 "--password-file", folder_ / "abierta"});
  EXPECT_THAT(english.err, HasSubstr("other people can read the password"));
}

// The words of a command can be read by everybody on the machine.
TEST_F(ServerTest, TheTokenIsHandedToTheBrowserInAFileOfItsOwnersAlone) {
  const std::filesystem::path told = folder_ / "abierto.txt", opener = folder_ / "bin/xdg-open";
  std::filesystem::create_directories(opener.parent_path());
  test::write_file(opener, "#!/bin/sh\nprintf '%s\\n' \"$*\" > '" + told.string() + ".tmp'\ncat \"$1\" >> '" +
                               told.string() + ".tmp'\nstat -c %a \"$1\" >> '" + told.string() + ".tmp'\nmv '" +
                               told.string() + ".tmp' '" + told.string() + "'\n");
  std::filesystem::permissions(opener, std::filesystem::perms::owner_all);
  const std::string path = opener.parent_path().string() + ":" + getenv("PATH");
  const auto desktop = [&] {
    setenv("PATH", path.c_str(), 1);
    setenv("DISPLAY", ":99", 1);
    setenv("XDG_RUNTIME_DIR", folder_.c_str(), 1);
    return true;
  };
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    std::filesystem::remove(told);
    test::Running server({"review", "--db", database()}, folder_, "es", desktop);
    for (int tries = 0; tries < 1000 && !std::filesystem::exists(told); ++tries) usleep(10'000);
    kill(server.process(), signal);
    const test::Ran ran = server.wait();
    EXPECT_EQ(ran.status, 0) << ran.err;
    std::ifstream file(told);
    std::string argument, page, mode;
    std::getline(file, argument);
    std::getline(file, page);
    std::getline(file, mode);
    EXPECT_THAT(argument, Not(HasSubstr("token")));
    EXPECT_THAT(page, HasSubstr("url=http://127.0.0.1:"));
    EXPECT_THAT(page, HasSubstr("?token="));
    EXPECT_EQ(mode, "600");
    EXPECT_FALSE(std::filesystem::exists(argument)) << "it goes with the program, by " << signal;
  }
}

TEST_F(ServerTest, EndsAtOnceThoughSomebodyWaits) {
  start();
  enter();
  const auto meaning = get("meanings").body["items"][0]["meaning"];
  const Answer begun = post("taught", {{"word", "Palabra rara"}, {"meaning", meaning}});
  ASSERT_EQ(begun.status, 202);
  // One job after another, so that the last has to wait for its turn.
  int last = begun.body["job"].get<int>();
  for (int i = 0; i < 60; ++i)
    last = post("taught", {{"word", "Palabra rara " + std::to_string(i)}, {"meaning", meaning}}).body["job"].get<int>();
  std::thread waiting([&] {
    httplib::Client other("127.0.0.1", port_);
    other.set_read_timeout(60);
    static_cast<void>(other.Get(("/api/jobs/" + std::to_string(last) + "?wait=25").c_str(), headers()));
  });
  usleep(200'000);
  const auto asked = std::chrono::steady_clock::now();
  EXPECT_EQ(stop(), 0);
  EXPECT_LT(std::chrono::steady_clock::now() - asked, std::chrono::seconds(5));
  waiting.join();
}

TEST_F(ServerTest, AWindowBeyondEveryNumberIsEmpty) {
  start();
  enter();
  for (const char* list : {"findings", "documents", "readings", "figures/budget", "figures/commitments"}) {
    const Answer answer = get(std::string(list) + "?offset=9223372036854775807&limit=500");
    EXPECT_EQ(answer.status, 200) << list << answer.text;
    EXPECT_TRUE(answer.body["items"].empty()) << list;
  }
}

TEST_F(ServerTest, ATextIsAsLongAsAPersonWritesOne) {
  start();
  enter();
  const std::string all(5000, 'x');
  const Json version = get("documents/1").body["version"];
  EXPECT_EQ(post("documents/1", {{"version", version}, {"title", all}}).body["error"]["code"], "usage");
  EXPECT_EQ(post("documents/1", {{"version", version}, {"title", "Otro"}, {"note", all}}).status, 400);
  EXPECT_EQ(post("documents/1", {{"version", version}, {"title", "Otro"}}).status, 202);
}

}  // namespace
}  // namespace cotejo::cli
