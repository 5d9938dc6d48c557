#include "pipeline/worker/job.h"

#include <gtest/gtest.h>

namespace cotejo::worker {
namespace {

using model::Error;
using model::ErrorCode;
using model::Stage;

Task task() {
  Task task;
  task.file = {"/x/a.pdf", "a.pdf", "sha", 9};
  return task;
}

Job job() {
  return Job(1, task(), {}, "settings");
}

// The answer of a worker that read pages first to last of a document of `count`.
Reply pages(int count, int first, int last) {
  Reply reply;
  reply.answer = Answer::pages;
  reply.next_page = last + 1;
  model::Bundle facts;
  facts.sha256 = "sha";
  facts.page_count = count;
  reply.bundle = model::encode(facts);
  for (int number = first; number <= last; ++number) {
    model::Page page;
    page.number = number;
    reply.pages.push_back(model::encode(page));
    reply.page_numbers.push_back(number);
  }
  return reply;
}

std::set<int> numbers(int first, int last) {
  std::set<int> all;
  for (int i = first; i <= last; ++i) all.insert(i);
  return all;
}

const Error kCrash{ErrorCode::crashed, Stage::page, "", 0, "SIGSEGV"};

TEST(Job, TheFirstOrderIsTheWholeDocumentToItsEnd) {
  Job it = job();
  ASSERT_TRUE(it.waiting());
  const Request order = it.next({}, 0);
  EXPECT_EQ(order.order, Order::read);
  EXPECT_EQ(order.first_page, 1);
  EXPECT_EQ(order.last_page, 0);
  EXPECT_TRUE(order.finish);
  EXPECT_FALSE(it.waiting());
}

TEST(Job, WhatIsLeftIsSharedWithThoseWhoStandIdle) {
  Job it = job();
  EXPECT_FALSE(it.take_pages(it.next({}, 0), pages(100, 1, 10)));
  const Request own = it.next(numbers(1, 10), 2);
  EXPECT_EQ(own.first_page, 11);
  EXPECT_EQ(own.last_page, 40);
  EXPECT_FALSE(own.finish);
  const Request second = it.next({}, 1);
  EXPECT_EQ(second.first_page, 41);
  EXPECT_EQ(second.last_page, 70);
  const Request third = it.next({}, 0);
  EXPECT_EQ(third.first_page, 71);
  EXPECT_EQ(third.last_page, 100);
  EXPECT_FALSE(third.finish);
  EXPECT_FALSE(it.waiting());
}

TEST(Job, WithOthersIdleTheFirstOrderOnlyAsksForTheLength) {
  Job it = job();
  const Request first = it.next({}, 1);
  EXPECT_TRUE(first.only_open);
  Reply opened = pages(5, 1, 0);
  EXPECT_FALSE(it.take_pages(first, std::move(opened)));
  const Request own = it.next({}, 1);
  EXPECT_FALSE(own.only_open);
  EXPECT_EQ(own.first_page, 1);
  EXPECT_EQ(own.last_page, 2);
  const Request other = it.next({}, 0);
  EXPECT_EQ(other.first_page, 3);
  EXPECT_EQ(other.last_page, 5);
}

TEST(Job, OneWhoReadsAloneGoesOnToTheEnd) {
  Job it = job();
  EXPECT_FALSE(it.take_pages(it.next({}, 0), pages(20, 1, 10)));
  EXPECT_TRUE(it.next(numbers(1, 10), 0).finish);
  Job other = job();
  EXPECT_FALSE(other.take_pages(other.next({}, 0), pages(20, 1, 10)));
  EXPECT_FALSE(other.next(numbers(1, 9), 0).finish);  // another worker, which does not hold all of them
}

TEST(Job, WhenAllPagesAreThereTheMissingOnesGoWithTheLastOrder) {
  Job it = job();
  EXPECT_FALSE(it.take_pages(it.next({}, 0), pages(4, 1, 2)));
  const Request rest = it.next({}, 0);
  EXPECT_FALSE(it.take_pages(rest, pages(4, 3, 4)));
  ASSERT_TRUE(it.waiting());
  const Request finish = it.next({3, 4}, 0);
  EXPECT_EQ(finish.order, Order::finish);
  EXPECT_EQ(finish.pages.size(), 2u);
}

TEST(Job, ALostPageIsTriedOnceMoreAloneAndThenGivenUp) {
  Job it = job();
  EXPECT_FALSE(it.take_pages(it.next({}, 0), pages(10, 1, 2)));
  Request order = it.next({}, 0);
  EXPECT_FALSE(it.lost(order, {Stage::page, 5}, kCrash));
  order = it.next({}, 0);
  EXPECT_EQ(order.first_page, 5);
  EXPECT_EQ(order.last_page, 5);
  EXPECT_FALSE(order.finish);
  EXPECT_FALSE(it.lost(order, {Stage::page, 5}, kCrash));
  order = it.next({}, 0);
  EXPECT_EQ(order.first_page, 3);
  EXPECT_EQ(order.last_page, 4);
  EXPECT_FALSE(it.take_pages(order, pages(10, 3, 4)));
  order = it.next({}, 0);
  EXPECT_EQ(order.first_page, 6);
  EXPECT_EQ(order.last_page, 10);
}

TEST(Job, AnAnswerThatDoesNotGetOnIsNotAskedForForEver) {
  Job it = job();
  int orders = 0;
  bool over = false;
  while (!over && it.waiting() && orders < 1000) {
    const Request order = it.next({}, 0);
    ++orders;
    if (order.order == Order::finish) break;
    Reply reply = pages(20, 1, 0);
    reply.next_page = 1;
    over = it.take_pages(order, std::move(reply));
  }
  EXPECT_LE(orders, 21);
}

TEST(Job, AnswersOfAnotherDocumentAreRefused) {
  Job it = job();
  Reply reply = pages(3, 1, 3);
  model::Bundle facts;
  facts.sha256 = "other";
  reply.bundle = model::encode(facts);
  EXPECT_TRUE(it.take_pages(it.next({}, 0), std::move(reply)));
  EXPECT_EQ(it.outcome().bundle.errors.at(0).code, ErrorCode::protocol);
}

TEST(Job, ADocumentThatCannotBeOpenedIsTriedTwice) {
  Job it = job();
  EXPECT_FALSE(it.lost(it.next({}, 0), {Stage::open, 0}, kCrash));
  EXPECT_TRUE(it.lost(it.next({}, 0), {Stage::open, 0}, kCrash));
  const Outcome outcome = it.outcome();
  EXPECT_EQ(outcome.bundle.errors.size(), 1u);
  EXPECT_EQ(outcome.bundle.settings, "settings");
}

TEST(Job, TheStepThatKillsIsLeftOutTheSecondTime) {
  Job it = job();
  EXPECT_FALSE(it.lost(it.next({}, 0), {Stage::map, 0}, kCrash));
  const Request again = it.next({}, 0);
  EXPECT_TRUE(again.analyse);
  EXPECT_FALSE(it.lost(again, {Stage::map, 0}, kCrash));
  const Request without = it.next({}, 0);
  EXPECT_TRUE(without.content);
  EXPECT_FALSE(without.analyse);
  EXPECT_FALSE(it.lost(without, {Stage::tables, 0}, kCrash));
  EXPECT_FALSE(it.lost(it.next({}, 0), {Stage::tables, 0}, kCrash));
  EXPECT_FALSE(it.next({}, 0).content);
}

TEST(Job, ManyLostPagesEndTheDocument) {
  Job it = job();
  EXPECT_FALSE(it.take_pages(it.next({}, 0), pages(1000, 1, 1)));
  int orders = 0;
  while (it.waiting() && orders < 10'000) {
    const Request order = it.next({}, 0);
    if (order.order == Order::finish) break;
    ++orders;
    ASSERT_FALSE(it.lost(order, {Stage::page, order.first_page}, kCrash));
  }
  EXPECT_LT(orders, 30);
}

TEST(Job, APageWhosePixelsKillKeepsItsTextLayer) {
  Job it = job();
  EXPECT_FALSE(it.take_pages(it.next({}, 0), pages(3, 1, 1)));
  for (int i = 0; i < 2; ++i) {
    const Request order = it.next({}, 0);
    EXPECT_FALSE(order.text_only);
    EXPECT_FALSE(it.lost(order, {Stage::ocr, 2}, kCrash));
  }
  const Request again = it.next({}, 0);
  EXPECT_TRUE(again.text_only);
  EXPECT_EQ(again.first_page, 2);
  EXPECT_EQ(again.last_page, 2);
  // The next pages are read as ever.
  EXPECT_FALSE(it.next({}, 0).text_only);
  // A worker that dies of the text layer, too, is not asked again.
  EXPECT_FALSE(it.lost(again, {Stage::page, 2}, kCrash));
  EXPECT_FALSE(it.waiting());
}

TEST(Job, SlowPagesThatAddUpEndTheDocumentAndKeepWhatWasRead) {
  Limits limits;
  limits.cpu_seconds = 60;
  Job it(1, task(), {}, "settings", limits);
  EXPECT_FALSE(it.take_pages(it.next({}, 0), pages(3000, 1, 1)));
  int read = 1;
  while (it.waiting() && read < 3000) {
    const Request order = it.next({}, 0);
    if (order.order == Order::finish) break;
    it.spent(59);
    ++read;
    ASSERT_FALSE(it.take_pages(order, pages(3000, order.first_page, order.first_page)));
  }
  EXPECT_GT(read, 100);
  EXPECT_LE(59 * read, limits.document_seconds(3000) + 2 * 59);
  Reply finished;
  model::Bundle bundle;
  bundle.sha256 = "sha";
  bundle.page_count = 3000;
  finished.bundle = model::encode(bundle);
  EXPECT_TRUE(it.take_finished({}, std::move(finished)));
  const Outcome outcome = it.outcome();
  ASSERT_EQ(outcome.bundle.errors.size(), 1U);
  EXPECT_EQ(outcome.bundle.errors[0].code, ErrorCode::timed_out);
  EXPECT_NE(outcome.bundle.errors[0].detail.find("páginas no se intentaron"), std::string::npos);
}

Task drawing() {
  Task drawing = task();
  drawing.draw_page = 2;
  drawing.dpi = 50;
  return drawing;
}

TEST(Job, ADrawingIsOneOrderTriedTwice) {
  Job it(1, drawing(), {}, "settings");
  const Request order = it.next({}, 3);
  EXPECT_EQ(order.order, Order::draw);
  EXPECT_EQ(order.first_page, 2);
  EXPECT_FALSE(it.waiting());
  EXPECT_FALSE(it.lost(order, {Stage::page, 2}, kCrash));
  EXPECT_TRUE(it.lost(it.next({}, 0), {Stage::page, 2}, kCrash));
  const Outcome outcome = it.outcome();
  EXPECT_FALSE(outcome.picture.has_value());
  EXPECT_EQ(outcome.bundle.errors.at(0).page, 2);
}

TEST(Job, APictureWhoseSizeLiesIsRefused) {
  for (const auto& [width, height] : {std::pair{3, 3}, {-2, -4}, {0, 0}, {1 << 30, 1 << 30}}) {
    Job it(1, drawing(), {}, "settings");
    Reply reply;
    reply.width = width;
    reply.height = height;
    reply.gray.assign(8, 'x');
    EXPECT_TRUE(it.take_drawn(it.next({}, 0), std::move(reply)));
    EXPECT_EQ(it.outcome().bundle.errors.at(0).code, ErrorCode::protocol);
  }
}

}  // namespace
}  // namespace cotejo::worker
