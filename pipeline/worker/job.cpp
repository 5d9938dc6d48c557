#include "pipeline/worker/job.h"

#include <algorithm>
#include <utility>

#include "pipeline/worker/tolerances.h"

namespace cotejo::worker {
namespace {

using model::Error;
using model::Stage;

using namespace tolerances::job;

}  // namespace

Job::Job(std::uint64_t number, Task task, Descriptor bytes, std::string settings, Limits limits)
    : number_(number),
      task_(std::move(task)),
      bytes_(std::move(bytes)),
      settings_(std::move(settings)),
      limits_(limits),
      analyse_(task_.analyse) {
  outcome_.file = task_.file;
  outcome_.attachment = task_.attachment;
  if (task_.bundle.empty() && task_.draw_page == 0 && task_.attachment == 0 && !task_.archive)
    waiting_.push_back({});
  else
    finish_waiting_ = true;
}

bool Job::waiting() const {
  return !waiting_.empty() || finish_waiting_;
}

int Job::pages_waiting() const {
  int pages = 0;
  for (const PageRange& range : waiting_) pages += range.last == 0 ? 1 : range.last - range.first + 1;
  return pages;
}

Request Job::next(const std::set<int>& held, int helpers) {
  Request order;
  order.document = number_;
  order.file = task_.file;
  order.content = content_;
  order.analyse = analyse_;
  order.inspect = task_.inspect && analyse_;
  ++under_way_;
  if (waiting_.empty()) {
    finish_waiting_ = false;
    if (task_.draw_page > 0) {
      order.order = Order::draw;
      order.first_page = order.last_page = task_.draw_page;
      order.dpi = task_.dpi;
      return order;
    }
    if (task_.attachment > 0) {
      order.order = Order::detach;
      order.attachment = task_.attachment - 1;
      return order;
    }
    if (task_.archive) {
      order.order = Order::archive;
      order.copy = *task_.archive;
      order.bundle = task_.bundle;
      return order;
    }
    if (!task_.bundle.empty()) {
      order.order = Order::analyse;
      order.bundle = task_.bundle;
      return order;
    }
    order.order = Order::finish;
    order.bundle = model::encode(facts_);
    for (const auto& [page, blob] : pages_) {
      if (held.count(page) == 0) order.pages.push_back(blob);
    }
    return order;
  }
  PageRange range = waiting_.front();
  waiting_.pop_front();
  const int pages = range.last - range.first + 1;
  if (range.last != 0 && helpers > 0 && pages > 1) {
    const int share = std::max(1, pages / (helpers + 1));
    waiting_.push_front({range.first + share, range.last});
    range.last = range.first + share - 1;
  }
  order.order = Order::read;
  order.first_page = range.first;
  order.last_page = range.last;
  order.text_only = range.first == range.last && text_only_.count(range.first) > 0;
  order.budget_seconds = kBudgetSeconds;
  order.only_open = range.last == 0 && helpers > 0;
  // The one who reads the last pages and holds all others may go on to the end by itself.
  const bool alone = under_way_ == 1 && waiting_.empty();
  order.finish =
      alone && std::all_of(pages_.begin(), pages_.end(), [&](const auto& it) { return held.count(it.first) > 0; });
  return order;
}

bool Job::take_pages(const Request& order, Reply reply) {
  --under_way_;
  model::Result<model::Bundle> facts = model::decode_bundle(reply.bundle);
  if (!facts || reply.page_numbers.size() != reply.pages.size() || facts.value().sha256 != task_.file.sha256) {
    fail({model::ErrorCode::protocol, Stage::page, task_.file.name, 0, ""});
    return true;
  }
  page_count_ = facts.value().page_count;
  std::move(facts.value().errors.begin(), facts.value().errors.end(), std::back_inserter(errors_));
  facts.value().errors.clear();
  facts_ = std::move(facts).value();
  for (std::size_t i = 0; i < reply.pages.size(); ++i) pages_[reply.page_numbers[i]] = std::move(reply.pages[i]);
  const int last = order.last_page == 0 ? page_count_ : std::min(order.last_page, page_count_);
  // An answer that does not get on would be asked for again for ever.
  const int next_page = std::max(reply.next_page, order.first_page + (order.only_open ? 0 : 1));
  if (next_page <= last) waiting_.push_front({next_page, last});
  return settle();
}

// Whether anything is left to do; when all pages are there, the finishing is.
bool Job::settle() {
  if (seconds_ > limits_.document_seconds(page_count_) && !waiting_.empty()) {
    give_up({model::ErrorCode::timed_out, Stage::page, "", 0,
             std::to_string(static_cast<int>(seconds_)) + " s de procesador en el documento; " +
                 (pages_waiting() == 1 ? "1 página no se intentó"
                                       : std::to_string(pages_waiting()) + " páginas no se intentaron")});
  }
  if (!waiting_.empty() || under_way_ > 0) return false;
  if (page_count_ == 0) {  // every order was lost before one of them told the length
    fail(errors_.empty() ? Error{} : errors_.front());
    return true;
  }
  finish_waiting_ = true;
  return false;
}

bool Job::take_finished(const Request& order, Reply reply) {
  --under_way_;
  outcome_.encoded = order.order == Order::analyse ? std::move(task_.bundle) : std::move(reply.bundle);
  model::Result<model::Bundle> bundle = model::decode_bundle(outcome_.encoded);
  if (!bundle || bundle.value().sha256 != task_.file.sha256) {
    fail(bundle ? Error{model::ErrorCode::protocol, Stage::store, task_.file.name, 0, ""} : bundle.error());
    return true;
  }
  outcome_.bundle = std::move(bundle).value();
  if (!errors_.empty()) {
    std::move(errors_.begin(), errors_.end(), std::back_inserter(outcome_.bundle.errors));
    reading::sort_pages(outcome_.bundle);
    outcome_.encoded = model::encode(outcome_.bundle);
  }
  outcome_.inspection = std::move(reply.inspection);
  if (!reply.analysis.empty()) {
    model::Result<model::Analysis> analysis = model::decode_analysis(reply.analysis);
    if (analysis)
      outcome_.analysis = std::move(analysis).value();
    else
      outcome_.bundle.errors.push_back(analysis.error());
  }
  return true;
}

bool Job::take_drawn(const Request& order, Reply reply) {
  --under_way_;
  const bool whole =
      reply.width > 0 && reply.height > 0 &&
      static_cast<std::uint64_t>(reply.width) * static_cast<std::uint64_t>(reply.height) == reply.gray.size();
  if (!whole) {
    fail({model::ErrorCode::protocol, Stage::page, task_.file.name, order.first_page, ""});
    return true;
  }
  pdf::Raster picture{reply.width, reply.height, order.dpi, {}};
  picture.gray.assign(reply.gray.begin(), reply.gray.end());
  outcome_.picture = std::move(picture);
  return true;
}

bool Job::take_detached(Reply reply) {
  --under_way_;
  outcome_.attached = std::move(reply.bytes);
  return true;
}

bool Job::take_archived(Reply reply) {
  --under_way_;
  outcome_.copy = std::move(reply.copy);
  return true;
}

bool Job::lost(const Request& order, const Activity& activity, const Error& error) {
  --under_way_;
  const bool at_page = activity.stage == Stage::page || activity.stage == Stage::ocr;
  const bool within = activity.page >= order.first_page && (order.last_page == 0 || activity.page <= order.last_page);
  if (order.order == Order::read && at_page && within) return lost_page(order, activity, error);
  return lost_whole(order, activity, error);
}

bool Job::lost_page(const Request& order, const Activity& activity, const Error& error) {
  const int page = activity.page;
  // The pages before it were read and not yet sent.
  waiting_.push_front({page + 1, order.last_page});
  if (order.last_page != 0 && page >= order.last_page) waiting_.pop_front();
  if (page > order.first_page) waiting_.push_front({order.first_page, page - 1});
  if (++attempts_[page] < 2) {
    waiting_.push_front({page, page});
    return false;
  }
  if (order.text_only) return settle();  // the error is noted already
  Error of_page = error;
  of_page.file = task_.file.name;
  of_page.page = page;
  errors_.push_back(of_page);
  // Only its pixels did harm as far as is known.
  if (activity.stage == Stage::ocr && text_only_.insert(page).second) waiting_.push_front({page, page});
  ++lost_pages_;
  const int most = error.code == model::ErrorCode::timed_out ? kMostTimedOutPages : kMostLostPages;
  if (lost_pages_ >= most) {
    of_page.detail = std::to_string(lost_pages_) + " páginas perdidas; las demás no se intentaron";
    give_up(of_page);
  }
  // A page that is lost before the length is known: the next order, for the pages after it, finds the length.
  return settle();
}

void Job::give_up(Error error) {
  if (waiting_.empty()) return;
  error.file = task_.file.name;
  error.page = 0;
  errors_.push_back(std::move(error));
  waiting_.clear();
}

bool Job::lost_whole(const Request& order, const Activity& activity, const Error& error) {
  Error whole = error;
  whole.file = task_.file.name;
  whole.page = task_.draw_page;  // 0 but for a drawing
  const bool again = ++attempts_at_whole_ < 2;
  if (order.order == Order::draw || order.order == Order::detach || order.order == Order::archive) {
    finish_waiting_ = again;
    if (!again) fail(whole);
    return !again;
  }
  if (activity.stage == Stage::open) {
    if (!again) {
      fail(whole);
      return true;
    }
  } else if (!again) {
    // The step that kills is left out; what comes before it is kept.
    if (order.order == Order::analyse || (activity.stage != Stage::tables && activity.stage != Stage::layout)) {
      analyse_ = false;
    } else {
      content_ = false;
      analyse_ = false;
    }
    attempts_at_whole_ = 0;
    errors_.push_back(whole);
  }
  if (order.order == Order::read) {
    waiting_.push_front({order.first_page, order.last_page});
    return false;
  }
  if (order.order == Order::analyse && !analyse_) {
    Reply nothing;
    ++under_way_;
    return take_finished(order, std::move(nothing));
  }
  finish_waiting_ = true;
  return false;
}

void Job::fail(const Error& error) {
  waiting_.clear();
  finish_waiting_ = false;
  outcome_.bundle = model::Bundle{};
  outcome_.bundle.file_name = task_.file.name;
  outcome_.bundle.sha256 = task_.file.sha256;
  outcome_.bundle.file_size = task_.file.size;
  outcome_.bundle.settings = settings_;
  outcome_.bundle.errors = {error};
  outcome_.bundle.errors.front().file = task_.file.name;
  outcome_.encoded.clear();
  outcome_.analysis.reset();
}

Outcome Job::outcome() {
  return std::move(outcome_);
}

}  // namespace cotejo::worker
