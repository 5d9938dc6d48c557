#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/result.h"
#include "pipeline/reading/readers.h"
#include "pipeline/worker/channel.h"
#include "pipeline/worker/message.h"

namespace cotejo::worker {

using reading::Outcome;
using reading::Task;

struct PoolSettings {
  ExtractSettings extract;
  AnalysisSettings analysis;
  Limits limits;
  int jobs = 1;                                                  // processes, at least 1
  std::vector<std::string> command{"/proc/self/exe", "worker"};  // what a worker is started with
};

// The worker processes and the documents that they read, as one loop turns them. For one thread, which must outlive the
// workers: when the thread that started a process ends, the process is ended with it.
class Pool {
 public:
  explicit Pool(PoolSettings settings);
  ~Pool();
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;

  // `bytes`: descriptor of what the file holds, or why there is none; none is needed when the task brings a bundle.
  void begin(Task task, model::Result<Descriptor> bytes);

  // Gives orders to idle workers, then waits a moment (50 ms at most) for answers or until `wake` can be read.
  void turn(int wake);

  // The next document that is done.
  [[nodiscard]] std::optional<Outcome> take();

  [[nodiscard]] reading::PagesRead pages_read() const;
  [[nodiscard]] const std::string& warning() const;  // as Readers::warning()

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cotejo::worker
