#include "pipeline/worker/serve.h"

#include <malloc.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <new>
#include <optional>
#include <utility>

#include "model/codec/codec.h"
#include "pipeline/reading/read.h"
#include "pipeline/reading/readers.h"
#include "pipeline/worker/message.h"
#include "pipeline/worker/sandbox.h"

namespace cotejo::worker {
namespace {

using model::Result;
using model::Stage;
using reading::Analyser;
using reading::Extraction;
using reading::OcrDesk;
using Clock = std::chrono::steady_clock;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kLimitAddressSpace = false;  // the sanitizers' shadows take terabytes of it
#else
constexpr bool kLimitAddressSpace = true;
#endif

// No file that a worker writes (its temporary ones, what libraries say on standard error) grows beyond this.
constexpr rlim_t kLargestFile = rlim_t{256} << 20;

// How long a worker keeps warm what the next page might need; making the OCR engine anew takes a fraction of that.
constexpr std::chrono::milliseconds kAwake{1000};

Board* board_of_process = nullptr;  // for the handler below, which takes no argument

void on_memory_exhausted() {
  board_of_process->ran_out_of_memory();
  std::set_new_handler(nullptr);  // the allocation fails, and whoever asked for it copes or ends the process
}

void limit(__rlimit_resource resource, rlim_t value) {
  rlimit both{value, value};
  setrlimit(resource, &both);
}

void set_limits(const Limits& limits) {
  if (kLimitAddressSpace) limit(RLIMIT_AS, static_cast<rlim_t>(limits.memory));
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, kLargestFile);
  std::signal(SIGXFSZ, SIG_IGN);
}

// From now on `seconds` more of the processor's time; then SIGXCPU ends the process.
void grant_cpu(int seconds) {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  rlimit both{};
  getrlimit(RLIMIT_CPU, &both);
  both.rlim_cur = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec + 1 + seconds);
  setrlimit(RLIMIT_CPU, &both);
}

class Worker {
 public:
  Worker(Channel channel, Board board, const Watch& watch)
      : channel_(std::move(channel)), board_(std::move(board)), outer_watch_(watch) {
    board_of_process = &board_;
  }

  int run() {
    const std::optional<std::string> first = channel_.receive();
    if (!first) return 0;
    const Result<Setup> setup = decode_setup(*first);
    if (!setup) return refuse(0, setup.error());
    extract_ = setup.value().extract;
    desk_.emplace(extract_);
    limits_ = setup.value().limits;
    Result<Analyser> analyser = Analyser::make(setup.value().analysis);
    if (!analyser) return refuse(0, analyser.error());
    analyser_ = std::move(analyser).value();

    set_limits(limits_);
    std::set_new_handler(on_memory_exhausted);
    Reply ready;
    ready.answer = Answer::ready;
    ready.isolation = shut_in({readable_places(extract_), setup.value().temporary_folder});
    if (!channel_.send(encode(ready))) return 0;
    while (const std::optional<std::string> message = next_message()) {
      const Result<Request> request = decode_request(*message);
      if (!request) return refuse(0, request.error());
      if (!channel_.send(encode(answer(request.value())))) return 0;
    }
    return 0;
  }

 private:
  // Who is given nothing to do for a while gives back what reading takes: the OCR engine, and memory that was freed.
  std::optional<std::string> next_message() {
    if (!channel_.hears(kAwake)) {
      desk_.emplace(extract_);
      malloc_trim(0);
    }
    return channel_.receive();
  }

  int refuse(std::uint64_t document, const model::Error& error) {
    Reply reply;
    reply.document = document;
    reply.error = error;
    return channel_.send(encode(reply)) ? 0 : 1;
  }

  Reply answer(const Request& request) {
    Reply reply;
    reply.document = request.document;
    try {
      switch (request.order) {
        case Order::read:
          read(request, reply);
          break;
        case Order::finish:
          finish(request, reply);
          break;
        case Order::analyse:
          analyse(request, reply);
          break;
        case Order::draw:
          draw(request, reply);
          break;
        case Order::detach:
          detach(request, reply);
          break;
        case Order::archive:
          archive(request, reply);
          break;
      }
    } catch (const std::bad_alloc&) {
      failed(reply, model::ErrorCode::out_of_memory, "");
    } catch (const std::exception& fault) {
      failed(reply, model::ErrorCode::crashed, fault.what());
    }
    return reply;
  }

  void failed(Reply& reply, model::ErrorCode code, const std::string& detail) {
    const Activity activity = board_.activity();
    const std::uint64_t document = reply.document;
    reply = Reply{};
    reply.document = document;
    reply.error = {code, activity.stage, "", activity.page, detail};
    close_document();
  }

  [[nodiscard]] Watch watch() {
    return [this](const Activity& activity) { begin(activity); };
  }

  void begin(const Activity& activity) {
    grant_cpu(limits_.step_seconds(activity.pages));
    board_.begin(activity);
    if (outer_watch_) outer_watch_(activity);
  }

  void close_document() {
    extraction_.reset();
    held_.clear();
    open_document_ = 0;
  }

  bool open_document(const Request& request, Reply& reply) {
    if (extraction_ && open_document_ == request.document) return true;
    close_document();
    file_ = channel_.take_attached();
    begin({Stage::open, 0});
    SourceFile file = request.file;
    if (request.with_file) file.path = own_file();
    Result<Extraction> extraction = Extraction::open(file, extract_);
    if (!extraction) {
      reply.error = extraction.error();
      return false;
    }
    extraction_.emplace(std::move(extraction).value());
    open_document_ = request.document;
    board_.document_opened(extraction_->page_count());
    return true;
  }

  void read(const Request& request, Reply& reply) {
    if (!open_document(request, reply)) return;
    const int count = extraction_->page_count();
    const int last = request.last_page == 0 ? count : std::min(request.last_page, count);
    const auto begun = Clock::now();
    int page = std::max(1, request.first_page);
    const int first = page;
    for (; page <= last && !request.only_open; ++page) {
      const double seconds = std::chrono::duration<double>(Clock::now() - begun).count();
      if (page > first && request.budget_seconds > 0 && seconds > request.budget_seconds) break;
      board_.page_done(extraction_->read_page(page, *desk_, watch(), request.text_only));
    }
    model::Bundle bundle = extraction_->take();
    if (page > last && request.finish && !request.only_open) {
      std::move(bundle.pages.begin(), bundle.pages.end(), std::back_inserter(held_));
      bundle.pages = std::exchange(held_, {});
      conclude(std::move(bundle), request, reply);
      return;
    }
    reply.answer = Answer::pages;
    reply.next_page = page;
    for (const model::Page& it : bundle.pages) {
      reply.pages.push_back(model::encode(it));
      reply.page_numbers.push_back(it.number);
    }
    std::move(bundle.pages.begin(), bundle.pages.end(), std::back_inserter(held_));
    bundle.pages.clear();
    reply.bundle = model::encode(bundle);
  }

  void finish(const Request& request, Reply& reply) {
    begin({Stage::tables, 0});
    Result<model::Bundle> bundle = model::decode_bundle(request.bundle);
    if (!bundle) {
      reply.error = bundle.error();
      return;
    }
    if (open_document_ == request.document) bundle.value().pages = std::exchange(held_, {});
    close_document();
    for (const std::string& blob : request.pages) {
      Result<model::Page> page = model::decode_page(blob);
      if (!page) {
        reply.error = page.error();
        return;
      }
      bundle.value().pages.push_back(std::move(page).value());
    }
    conclude(std::move(bundle).value(), request, reply);
  }

  void conclude(model::Bundle bundle, const Request& request, Reply& reply) {
    const reading::Steps steps{request.content, request.analyse, request.inspect, request.file.told};
    reading::Read read = reading::finish(std::move(bundle), *analyser_, steps, watch());
    reply.bundle = model::encode(read.bundle);
    if (read.analysis) reply.analysis = model::encode(*read.analysis);
    reply.inspection = std::move(read.inspection);
    reply.answer = Answer::finished;
    close_document();
  }

  void analyse(const Request& request, Reply& reply) {
    begin({Stage::map, 0});
    Result<model::Bundle> bundle = model::decode_bundle(request.bundle);
    if (!bundle) {
      reply.error = bundle.error();
      return;
    }
    reading::Read read =
        reading::finish(std::move(bundle).value(), *analyser_, {false, true, false, request.file.told}, watch());
    if (read.analysis) reply.analysis = model::encode(*read.analysis);
    reply.answer = Answer::finished;
  }

  void draw(const Request& request, Reply& reply) {
    close_document();
    file_ = channel_.take_attached();
    begin({Stage::page, request.first_page});
    Result<pdf::Document> document = pdf::Document::open(own_file(), request.file.password);
    Result<pdf::Raster> picture =
        document ? document.value().render(request.first_page, request.dpi) : Result<pdf::Raster>(document.error());
    if (!picture) {
      reply.error = picture.error();
      return;
    }
    reply.width = picture.value().width;
    reply.height = picture.value().height;
    reply.gray.assign(picture.value().gray.begin(), picture.value().gray.end());
    reply.answer = Answer::drawn;
  }

  void detach(const Request& request, Reply& reply) {
    if (!open_document(request, reply)) return;
    Result<std::string> bytes = extraction_->attachment(static_cast<std::size_t>(request.attachment));
    if (!bytes) {
      reply.error = bytes.error();
      return;
    }
    reply.bytes = std::move(bytes).value();
    reply.answer = Answer::detached;
    close_document();
  }

  void archive(const Request& request, Reply& reply) {
    close_document();
    file_ = channel_.take_attached();
    begin({Stage::output, 0});
    SourceFile file = request.file;
    file.path = own_file();
    Result<archival::Copy> copy = reading::make_copy(file, request.copy, request.bundle);
    if (!copy) {
      reply.error = copy.error();
      return;
    }
    reply.copy = std::move(copy).value();
    reply.answer = Answer::archived;
  }

  // The descriptor that came with the order, as a path.
  [[nodiscard]] std::string own_file() const { return "/proc/self/fd/" + std::to_string(file_.get()); }

  Channel channel_;
  Board board_;
  const Watch& outer_watch_;
  ExtractSettings extract_;
  Limits limits_;
  std::optional<OcrDesk> desk_;
  std::optional<Analyser> analyser_;
  Descriptor file_;
  std::optional<Extraction> extraction_;
  std::uint64_t open_document_ = 0;  // 0: none
  std::vector<model::Page> held_;    // pages of the open document that the parent has, too
};

}  // namespace

int serve(Channel channel, Board board, const Watch& watch) {
  if (!board.open()) return 1;
  return Worker(std::move(channel), std::move(board), watch).run();
}

int serve_as_worker() {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  // Ctrl-C, and a terminal that is closed, reach the whole group; the parent decides what they mean.
  std::signal(SIGINT, SIG_IGN);
  std::signal(SIGHUP, SIG_IGN);
  const int status = serve(Channel(Descriptor(kWorkerSocket)), Board::attach(Descriptor(kWorkerBoard)));
  // Nothing is left to be said or written; the libraries' farewells only cost time.
  _exit(status);
}

}  // namespace cotejo::worker
