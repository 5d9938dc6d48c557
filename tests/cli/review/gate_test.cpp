#include "cli/review/web/gate.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

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
  EXPECT_EQ(gate.enter("10.0.0.9", "correcta1", " "), "");
  EXPECT_EQ(gate.enter("10.0.0.9", "correcta2", "Ana"), "");
  EXPECT_EQ(gate.enter("10.0.0.9", "", "Ana"), "");
  EXPECT_NE(gate.enter("10.0.0.9", "correcta1", "Ana"), "");
  Request request = asking();
  request.host = "10.0.0.5:8080";
  EXPECT_EQ(gate.refusal(request), "");
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
  EXPECT_FALSE(Password::of_file(path).ok());
  chmod(path.c_str(), 0600);
  const auto password = Password::of_file(path);
  ASSERT_TRUE(password.ok());
  EXPECT_TRUE(password.value().is("una clave larga"));
  EXPECT_FALSE(password.value().is("una clave larga "));
  std::ofstream(path) << "corta\n";
  EXPECT_FALSE(Password::of_file(path).ok());
  std::filesystem::remove(path);
  EXPECT_EQ(Password::of_file(path).error().code, model::ErrorCode::not_found);
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
