#include "cli/review/web/gate.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <optional>
#include <thread>
#include <vector>

#include "cli/review/web/assets.h"

// Who is let in, by name, origin, token and password.
namespace cotejo::cli::review {
namespace {

Request asking(const std::string& method = "GET") {
  Request request;
  request.method = method;
  request.host = "127.0.0.1:8080";
  if (method != "GET") request.origin = "http://127.0.0.1:8080";
  return request;
}

TEST(Gate, OurOwnPageAloneMayChangeSomething) {
  Gate::Settings settings;
  settings.port = 8080;
  const Gate gate(std::move(settings));
  EXPECT_EQ(gate.refusal(asking()), "");
  EXPECT_EQ(gate.refusal(asking("POST")), "");
  for (const char* origin : {"", "null", "https://127.0.0.1:8080", "http://127.0.0.1:8081", "http://malo.example"}) {
    Request request = asking("POST");
    request.origin = origin;
    EXPECT_EQ(gate.refusal(request), "origin") << origin;
  }
  Request read = asking();
  read.origin = "http://malo.example";
  EXPECT_EQ(gate.refusal(read), "origin");
  Request form = asking("POST");
  form.body = "a=b";
  form.content_type = "application/x-www-form-urlencoded";
  EXPECT_EQ(gate.refusal(form), "type");
}

TEST(Gate, OtherNamesOfThisMachineAreNotOurs) {
  Gate::Settings settings;
  settings.port = 8080;
  const Gate gate(std::move(settings));
  for (const char* host :
       {"malo.example:8080", "127.0.0.1", "127.0.0.1:80", "127.0.0.1.malo.example:8080", "10.0.0.5:8080", ""}) {
    Request request = asking();
    request.host = host;
    EXPECT_EQ(gate.refusal(request), "host") << host;
  }
  for (const char* host : {"localhost:8080", "[::1]:8080", "LOCALHOST:8080"}) {
    Request request = asking();
    request.host = host;
    EXPECT_EQ(gate.refusal(request), "") << host;
  }
}

TEST(Gate, TheTokenBeginsASessionThatItsCookieNames) {
  Gate::Settings settings;
  settings.port = 8080;
  settings.name = "Ana";
  Gate gate(std::move(settings));
  EXPECT_EQ(gate.enter(""), "");
  EXPECT_EQ(gate.enter(gate.token() + "0"), "");
  const std::string session = gate.enter(gate.token());
  ASSERT_FALSE(session.empty());
  EXPECT_EQ(gate.name_of(session), "Ana");
  EXPECT_NE(gate.cookie(session).find("HttpOnly; SameSite=Strict"), std::string::npos);
  Request request = asking();
  request.cookie = "otra=1; cotejo-8080=" + session + "; fin=2";
  EXPECT_EQ(gate.session(request), session);
  request.cookie = "cotejo-8081=" + session;
  EXPECT_EQ(gate.session(request), "");
  gate.call(session, "  Luis\n Ríos ");
  EXPECT_EQ(gate.name_of(session), "Luis Ríos");
  gate.leave(session);
  EXPECT_EQ(gate.name_of(session), "");
}

TEST(Gate, ANetworkTakesThePasswordAndAName) {
  Gate::Settings settings;
  settings.host = "0.0.0.0";
  settings.port = 8080;
  settings.password.emplace("correcta1");
  Gate gate(std::move(settings));
  EXPECT_EQ(gate.enter(gate.token()), "");  // there is no token
  EXPECT_EQ(gate.enter("10.0.0.9", "correcta1", " ").session, "");
  EXPECT_EQ(gate.enter("10.0.0.9", "correcta2", "Ana").session, "");
  EXPECT_EQ(gate.enter("10.0.0.9", "", "Ana").session, "");
  EXPECT_NE(gate.enter("10.0.0.9", "correcta1", "Ana").session, "");
  Request request = asking();
  request.host = "10.0.0.5:8080";
  EXPECT_EQ(gate.refusal(request), "");
}

TEST(Gate, WhoGuessesWaitsAndNobodyElseDoes) {
  auto now = std::chrono::steady_clock::time_point();
  Gate::Settings settings;
  settings.host = "0.0.0.0";
  settings.port = 8080;
  settings.password.emplace("correcta1");
  settings.now = [&now] { return now; };
  Gate gate(std::move(settings));
  const auto guess = [&] { return gate.enter("10.0.0.9", "errada", "Ana"); };
  for (int slip = 0; slip < 3; ++slip) EXPECT_EQ(guess().wait.count(), 0);
  for (const int wanted : {1, 2, 4, 8, 16, 32, 32}) {
    const auto begun = std::chrono::steady_clock::now();
    EXPECT_EQ(guess().wait.count(), wanted);
    // The right word does not count either until then, or guessing would go on during the wait.
    EXPECT_EQ(gate.enter("10.0.0.9", "correcta1", "Ana").wait.count(), wanted);
    EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::milliseconds(200)) << "a thread is held";
    EXPECT_NE(gate.enter("10.0.0.8", "correcta1", "Luis").session, "") << "others are let in";
    now += std::chrono::seconds(wanted);
    EXPECT_EQ(guess().wait.count(), 0);
  }
  now += std::chrono::seconds(32);
  EXPECT_NE(gate.enter("10.0.0.9", "correcta1", "Ana").session, "");
  EXPECT_EQ(guess().wait.count(), 0) << "who knew the word begins anew";
}

TEST(Gate, ManyGuessesAtOnceAreNotLookedAtAtOnce) {
  Gate::Settings settings;
  settings.port = 8080;
  settings.password.emplace("correcta1");
  Gate gate(std::move(settings));
  std::atomic<int> told_to_wait = 0;
  std::vector<std::thread> guesses;
  for (int i = 0; i < 40; ++i)
    guesses.emplace_back([&, i] {
      told_to_wait += gate.enter("10.0.0." + std::to_string(i), "errada", "Ana").wait.count() > 0 ? 1 : 0;
    });
  for (std::thread& one : guesses) one.join();
  EXPECT_GT(told_to_wait, 0);
}

TEST(Gate, TheUsualPortIsLeftOutByBrowsers) {
  Gate::Settings settings;
  settings.port = 80;
  const Gate gate(std::move(settings));
  for (const char* host : {"127.0.0.1", "localhost", "[::1]", "127.0.0.1:80"}) {
    Request request = asking("POST");
    request.host = host;
    request.origin = "http://" + request.host;
    EXPECT_EQ(gate.refusal(request), "") << host;
  }
  Request request = asking();
  for (const char* host : {"malo.example", "127.0.0.1:8080", "10.0.0.5"}) {
    request.host = host;
    EXPECT_EQ(gate.refusal(request), "host") << host;
  }
}

TEST(Gate, AProxyServesItUnderItsOwnNameAndTellsWhoAsks) {
  Gate::Settings settings;
  settings.host = "127.0.0.1";
  settings.port = 8080;
  settings.password.emplace("correcta1");
  settings.origin = "https://Cotejo.Oficina";
  const Gate gate(std::move(settings));
  Request request = asking("POST");
  request.host = "cotejo.oficina";
  request.origin = "https://cotejo.oficina";
  EXPECT_EQ(gate.refusal(request), "");
  for (const char* origin : {"http://cotejo.oficina", "https://malo.example", ""}) {
    request.origin = origin;
    EXPECT_EQ(gate.refusal(request), "origin") << origin;
  }
  request.host = "malo.example";
  EXPECT_EQ(gate.refusal(request), "host");
  EXPECT_EQ(gate.refusal(asking("POST")), "") << "who sits at this machine needs no proxy";
  EXPECT_TRUE(gate.cookie("x").ends_with("; Secure"));
  request.remote = "127.0.0.1";
  request.forwarded_for = "1.2.3.4, 10.0.0.9";
  EXPECT_EQ(gate.address_of(request), "10.0.0.9");
  request.remote = "::ffff:127.0.0.1";
  for (const auto& [sent, address] : {std::pair{"1.2.3.4, 10.0.0.9:51120", "10.0.0.9"},
                                      {"[2001:db8::7]:443", "2001:db8::7"},
                                      {"2001:db8::7", "2001:db8::7"}}) {
    request.forwarded_for = sent;
    EXPECT_EQ(gate.address_of(request), address);
  }
  request.remote = "10.0.0.7";
  EXPECT_EQ(gate.address_of(request), "10.0.0.7") << "whoever asks by themselves says what they want";
}

TEST(Gate, AServerIsKnownByTheNameThatItWasGivenHoweverWritten) {
  Gate::Settings settings;
  settings.host = "Servidor.Oficina";
  settings.port = 8080;
  settings.password.emplace("correcta1");
  const Gate gate(std::move(settings));
  Request request = asking();
  request.host = "servidor.oficina:8080";
  EXPECT_EQ(gate.refusal(request), "");
  request.host = "servidor.oficina.malo.example:8080";
  EXPECT_EQ(gate.refusal(request), "host");
}

TEST(Password, ComesFromAFileOfItsOwnerAlone) {
  const std::string path = (std::filesystem::temp_directory_path() / "cotejo-password-test").string();
  std::ofstream(path) << "una clave larga\r\nlo demás no cuenta\n";
  chmod(path.c_str(), 0644);
  using Fault = Password::Fault;
  const auto fault = [&] {
    const auto read = Password::of_file(path);
    return std::holds_alternative<Fault>(read) ? std::optional(std::get<Fault>(read)) : std::nullopt;
  };
  EXPECT_EQ(fault(), Fault::open_to_others);
  chmod(path.c_str(), 0600);
  const auto password = Password::of_file(path);
  ASSERT_TRUE(std::holds_alternative<Password>(password));
  EXPECT_TRUE(std::get<Password>(password).is("una clave larga"));
  EXPECT_FALSE(std::get<Password>(password).is("una clave larga "));
  std::ofstream(path) << "corta\n";
  EXPECT_EQ(fault(), Fault::too_short);
  std::filesystem::remove(path);
  EXPECT_EQ(fault(), Fault::unreadable);
}

TEST(Assets, ThePageIsInTheProgram) {
  ASSERT_NE(asset("index.html"), nullptr);
  EXPECT_EQ(asset("index.html")->type, "text/html; charset=utf-8");
  EXPECT_NE(asset("index.html")->bytes.find("<!"), std::string_view::npos);
  EXPECT_EQ(asset("../CMakeLists.txt"), nullptr);
  EXPECT_EQ(type_of("a.js"), "text/javascript; charset=utf-8");
  EXPECT_EQ(type_of("sin-nada"), "application/octet-stream");
}

}  // namespace
}  // namespace cotejo::cli::review
