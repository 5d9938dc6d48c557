#pragma once

#include <httplib.h>
#include <signal.h>

#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/cli/program_fixture.h"

namespace cotejo::cli {

using Json = nlohmann::json;

// The built program as a server on a free port of this machine, and a browser of one person.
class ReviewTest : public ProgramTest {
 protected:
  void TearDown() override {
    stop();
    ProgramTest::TearDown();
  }

  // Starts it over the base that was made, and waits until it says its address. More options go first.
  void start(std::vector<std::string> more = {}) {
    std::vector<std::string> words{"review", "--db", database(), "--no-browser", "--author", "Ana"};
    words.insert(words.end(), more.begin(), more.end());
    server_ = std::make_unique<test::Running>(words, folder_);
    for (int tries = 0; tries < 2000 && address_.empty(); ++tries) {
      usleep(10'000);
      const std::string said = server_->said();
      const std::size_t begin = said.find("http://");
      const std::size_t end = said.find('\n', begin);
      if (begin != std::string::npos && end != std::string::npos) address_ = said.substr(begin, end - begin);
    }
    ASSERT_FALSE(address_.empty());
    const std::size_t port = address_.rfind(':') + 1;
    port_ = std::stoi(address_.substr(port, address_.find('/', port) - port));
    client_ = std::make_unique<httplib::Client>("127.0.0.1", port_);
    client_->set_read_timeout(60);
  }
  // Goes in by the address that the program gave.
  void enter() {
    const auto page = client_->Get(address_.substr(address_.find('/', 7)).c_str());
    ASSERT_TRUE(page);
    cookie_ = page->get_header_value("Set-Cookie");
    cookie_ = cookie_.substr(0, cookie_.find(';'));
    ASSERT_FALSE(cookie_.empty());
  }
  // Ends it as Ctrl-C does; its exit status.
  int stop() {
    if (!server_) return -1;
    client_.reset();
    kill(server_->process(), SIGINT);
    const int status = server_->wait().status;
    server_.reset();
    address_.clear();
    return status;
  }

  [[nodiscard]] std::string origin() const { return "http://127.0.0.1:" + std::to_string(port_); }
  [[nodiscard]] httplib::Headers headers() const { return {{"Cookie", cookie_}, {"Origin", origin()}}; }

  struct Answer {
    int status = 0;
    Json body;
    std::string text;
    httplib::Headers headers;
  };
  static Answer answer_of(const httplib::Result& result) {
    if (!result) return {};
    return {result->status, Json::parse(result->body, nullptr, false), result->body, result->headers};
  }
  Answer get(const std::string& path) { return answer_of(client_->Get(("/api/" + path).c_str(), headers())); }
  Answer post(const std::string& path, const Json& body) {
    return answer_of(client_->Post(("/api/" + path).c_str(), headers(), body.dump(), "application/json"));
  }
  // What checking again came to.
  Json job(const Answer& begun) {
    EXPECT_EQ(begun.status, 202) << begun.text;
    if (begun.status != 202) return {};
    Json job;
    do {
      job = get("jobs/" + std::to_string(begun.body["job"].get<int>()) + "?wait=20").body;
    } while (job.value("state", "") == "running");
    return job;
  }

  std::unique_ptr<test::Running> server_;
  std::unique_ptr<httplib::Client> client_;
  std::string address_;
  std::string cookie_;
  int port_ = 0;
};

}  // namespace cotejo::cli
