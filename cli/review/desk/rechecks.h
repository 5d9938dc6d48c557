#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "model/store/review/decisions.h"
#include "pipeline/reading/readers.h"
#include "pipeline/run/report.h"
#include "pipeline/run/settings.h"

namespace cotejo::cli::review {

// Mapping and checks, run again behind the answer after a person told something, with what came of it.
class Rechecks {
 public:
  // Opens the base anew, for it is used on another thread; settings with what the base was taught.
  struct Makers {
    std::function<model::Result<store::Store>()> store;
    std::function<model::Result<run::Settings>(store::Store&)> settings;
    std::function<std::unique_ptr<reading::Readers>(const run::Settings&)> readers;
  };
  // What is to be checked again.
  struct Scope {
    bool all = false;                     // every document, whatever the lists say
    std::vector<std::string> sha256s;     // documents that are read anew; none: the archive's rules alone
    std::vector<std::int64_t> documents;  // whose findings may change by it
    friend bool operator==(const Scope&, const Scope&) = default;
  };
  enum class State : std::uint8_t { running, done, failed };  // running: or waiting for its turn
  struct Job {
    int id = 0;
    State state = State::running;
    std::size_t done = 0;  // documents
    std::size_t total = 0;
    std::optional<model::Error> error;
    std::vector<store::FindingLine> vanished;  // as they were; the first so many
    std::vector<store::FindingLine> appeared;
    std::size_t vanished_total = 0;
    std::size_t appeared_total = 0;
    std::size_t changed = 0;  // that say something else now
  };
  static constexpr std::size_t kShown = 200;  // findings of a job that are told one by one

  explicit Rechecks(Makers makers);
  // As end(), and waits for it.
  ~Rechecks();
  Rechecks(const Rechecks&) = delete;
  Rechecks& operator=(const Rechecks&) = delete;

  // The number of the job that does it. One that waits to do just that does it for both.
  [[nodiscard]] int begin(const Scope& scope);
  // Nobody waits any more, and nothing new begins: what is under way ends after the document it is at.
  void end();

  // Waits up to so many seconds for its end; nothing when there is no such job. The last hundred are remembered.
  [[nodiscard]] std::optional<Job> look(int id, double seconds);

 private:
  using Lines = std::map<std::int64_t, store::FindingLine>;
  void work();
  [[nodiscard]] model::Status check(const Scope& scope, int id, Job& result);
  [[nodiscard]] static model::Result<Lines> lines_of(store::Store& store, const Scope& scope);

  Makers makers_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::condition_variable ended_;
  std::deque<std::pair<int, Scope>> waiting_;
  std::map<int, Job> jobs_;
  int last_ = 0;
  bool ending_ = false;
  std::thread thread_;  // the last: it uses the others
};

}  // namespace cotejo::cli::review
