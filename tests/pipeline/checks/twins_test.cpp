#include "pipeline/checks/twins.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace cotejo::checks {
namespace {

// A report of `lines` budget lines, of which the last `wrong` were misread.
ArchiveDocument report(const std::string& sha256, model::Origin origin, int lines, int wrong = 0) {
  ArchiveDocument document{sha256 + ".pdf", sha256, {}};
  for (int i = 0; i < lines; ++i) {
    model::BudgetEntry entry;
    entry.vigencia = 2021;
    entry.measure = model::Measure::pagos;
    entry.amount = {{1000 + i + (i >= lines - wrong ? 5000 : 0), 0}, model::Unit::cop};
    entry.source.origin = origin;
    document.records.budget.push_back(entry);
  }
  return document;
}

TEST(Twins, AScanGoesWithTheDigitalReportOfTheSameFigures) {
  const auto twins = twins_of({report("scan", model::Origin::ocr, 20, 2), report("original", model::Origin::text, 20)});
  EXPECT_THAT(twins, testing::ElementsAre(testing::Pair("scan", "original")));
}

TEST(Twins, OtherFiguresFewFiguresAndTwoDigitalReportsAreNone) {
  EXPECT_TRUE(twins_of({report("scan", model::Origin::ocr, 20, 8), report("o", model::Origin::text, 20)}).empty());
  EXPECT_TRUE(twins_of({report("scan", model::Origin::ocr, 5), report("o", model::Origin::text, 5)}).empty());
  EXPECT_TRUE(twins_of({report("a", model::Origin::text, 20), report("b", model::Origin::text, 20)}).empty());
  EXPECT_TRUE(twins_of({report("scan", model::Origin::ocr, 10), report("o", model::Origin::text, 40)}).empty());
}

TEST(Twins, AMisreadOrAbsentBodyDoesNotPartThemButAnotherYearDoes) {
  ArchiveDocument scan = report("scan", model::Origin::ocr, 20, 2), original = report("o", model::Origin::text, 20);
  original.records.document.entity = "Municipio de Honda";
  for (const char* name : {"", "Municipio de Hondo"}) {
    scan.records.document.entity = name;
    EXPECT_EQ(twins_of({scan, original}).size(), 1) << name;
  }
  for (model::BudgetEntry& it : scan.records.budget) it.vigencia = 0;
  EXPECT_EQ(twins_of({scan, original}).size(), 1);
  for (model::BudgetEntry& it : scan.records.budget) it.vigencia = 2022;
  EXPECT_TRUE(twins_of({scan, original}).empty());
}

// A form of counts, all of them small, as two bodies may send it in.
ArchiveDocument form(const std::string& sha256, model::Origin origin, const std::string& period = "2021-T1") {
  ArchiveDocument document{sha256 + ".pdf", sha256, {}};
  for (int i = 0; i < 12; ++i) {
    model::PqrsCount count;
    count.measure = i % 2 == 0 ? model::Measure::recibidas : model::Measure::respondidas;
    count.key = "tipo " + std::to_string(i / 2);
    count.period = period;
    count.count = 1 + i / 2 % 3;
    count.source.origin = origin;
    document.records.pqrs.push_back(count);
  }
  return document;
}

TEST(Twins, SmallCountsTellAReportOnlyWithinOneBodyAndPeriod) {
  ArchiveDocument scan = form("scan", model::Origin::ocr), original = form("o", model::Origin::text);
  EXPECT_TRUE(twins_of({scan, original}).empty());
  scan.records.document.entity = original.records.document.entity = "Municipio de Honda";
  EXPECT_EQ(twins_of({scan, original}).size(), 1);
  ArchiveDocument later = form("o", model::Origin::text, "2021-T2");
  later.records.document.entity = "Municipio de Honda";
  EXPECT_TRUE(twins_of({scan, later}).empty());
}

TEST(Twins, SketchesOfTwinsHaveMuchInCommonAndThoseOfOthersNothing) {
  const Sketch original = sketch_of(report("o", model::Origin::text, 200).records);
  const auto shared = [&](const Sketch& other) {
    std::vector<std::int64_t> common;
    std::set_intersection(original.values.begin(), original.values.end(), other.values.begin(), other.values.end(),
                          std::back_inserter(common));
    return common.size();
  };
  EXPECT_FALSE(original.scanned);
  EXPECT_EQ(original.values.size(), 16);
  const Sketch scan = sketch_of(report("scan", model::Origin::ocr, 200, 40).records);
  EXPECT_TRUE(scan.scanned);
  EXPECT_GE(shared(scan), 8);
  ArchiveDocument other = report("x", model::Origin::ocr, 200);
  for (model::BudgetEntry& it : other.records.budget) it.amount.value.mantissa += 100'000;
  EXPECT_EQ(shared(sketch_of(other.records)), 0);
  // Small figures, which everybody prints, do not make two reports alike that have large ones enough.
  ArchiveDocument a = report("a", model::Origin::text, 200), b = other;
  for (ArchiveDocument* it : {&a, &b})
    for (model::BudgetEntry& entry : it->records.budget) entry.amount.value.exponent = 3;
  const Sketch large = sketch_of(a.records);
  for (int i = 1; i < 200; ++i) {
    for (ArchiveDocument* it : {&a, &b}) {
      it->records.budget.push_back(it->records.budget.front());
      it->records.budget.back().amount.value = {i, 0};
    }
  }
  std::vector<std::int64_t> common;
  const Sketch of_a = sketch_of(a.records), of_b = sketch_of(b.records);
  std::set_intersection(of_a.values.begin(), of_a.values.end(), of_b.values.begin(), of_b.values.end(),
                        std::back_inserter(common));
  EXPECT_THAT(common, testing::IsEmpty());
  EXPECT_EQ(of_a.values, large.values);
  EXPECT_TRUE(sketch_of(report("few", model::Origin::ocr, 5).records).values.empty());
}

}  // namespace
}  // namespace cotejo::checks
