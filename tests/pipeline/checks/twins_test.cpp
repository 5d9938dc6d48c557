#include "pipeline/checks/twins.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cotejo::checks {
namespace {

// A report of `lines` budget lines, of which the last `wrong` were misread.
ArchiveDocument report(const std::string& sha256, model::Origin origin, int lines, int wrong = 0) {
  ArchiveDocument document{sha256 + ".pdf", sha256, {}};
  for (int i = 0; i < lines; ++i) {
    model::BudgetEntry entry;
    entry.vigencia = 2021;
    entry.measure = "pagos";
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

}  // namespace
}  // namespace cotejo::checks
