#include "extractors/tables/ruled/grid.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extractors/tables/ruled/edges.h"
#include "extractors/tables/ruled/ruled.h"
#include "extractors/tables/ruled/tidy.h"

namespace cotejo::tables {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

model::Rule rule(double x0, double y0, double x1, double y1) {
  model::Rule r;
  r.from = {x0, y0};
  r.to = {x1, y1};
  return r;
}

// "row,column rows x columns" of every cell.
std::vector<std::string> shape(const std::vector<PageCell>& cells) {
  std::vector<std::string> out;
  for (const PageCell& c : cells)
    out.push_back(
        std::to_string(c.row) + "," + std::to_string(c.column) +
        (c.row_span * c.column_span > 1 ? " " + std::to_string(c.row_span) + "x" + std::to_string(c.column_span) : ""));
  return out;
}

std::vector<Edge> lattice(const std::vector<double>& xs, const std::vector<double>& ys) {
  std::vector<Edge> edges;
  for (const double y : ys) edges.push_back({true, y, xs.front(), xs.back()});
  for (const double x : xs) edges.push_back({false, x, ys.front(), ys.back()});
  return edges;
}

TEST(JoinedEdges, PiecesOfOneLineAreOneEdge) {
  const auto edges =
      joined_edges({rule(10, 50, 30, 50), rule(32, 50.2, 60, 50.2), rule(12, 50, 31, 50), rule(80, 50.3, 90, 50.3)}, 3);
  ASSERT_THAT(edges, SizeIs(2));
  EXPECT_NEAR(edges[0].from, 10, 1e-9);
  EXPECT_NEAR(edges[0].to, 60, 1e-9);
  EXPECT_NEAR(edges[0].at, 50.1, 0.1);
}

TEST(JoinedEdges, LinesSideBySideStayTwo) {
  EXPECT_THAT(joined_edges({rule(10, 50, 30, 50), rule(10, 52, 30, 52)}, 3), SizeIs(2));
}

TEST(ConnectedEdges, TellsTwoLatticesApart) {
  auto edges = lattice({10, 60, 110}, {10, 30, 50});
  const auto other = lattice({130, 160}, {10, 30});
  edges.insert(edges.end(), other.begin(), other.end());
  std::sort(edges.begin(), edges.end(),
            [](const Edge& a, const Edge& b) { return a.level != b.level ? a.level : a.at < b.at; });
  EXPECT_THAT(connected_edges(edges, 1), SizeIs(2));
}

TEST(Grid, EverySquareIsACell) {
  EXPECT_THAT(shape(cells_of(grid_of(lattice({10, 60, 110}, {10, 30, 50}), 2))),
              ElementsAre("0,0", "0,1", "1,0", "1,1"));
}

TEST(Grid, AMissingSideMergesCells) {
  // The upright line in the middle begins below the first row.
  std::vector<Edge> edges = lattice({10, 110}, {10, 30, 50});
  edges.push_back({false, 60, 30, 50});
  EXPECT_THAT(shape(cells_of(grid_of(edges, 2))), ElementsAre("0,0 1x2", "1,0", "1,1"));
}

TEST(Grid, MergesDownAndAcross) {
  std::vector<Edge> edges{{true, 10, 10, 110}, {true, 30, 60, 110}, {true, 50, 10, 110}, {true, 70, 10, 110},
                          {false, 10, 10, 70}, {false, 60, 10, 50}, {false, 110, 10, 70}};
  EXPECT_THAT(shape(cells_of(grid_of(edges, 2))), ElementsAre("0,0 2x1", "0,1", "1,1", "2,0 1x2"));
}

TEST(Grid, WorksWithoutOuterBorders) {
  // Two level and two upright lines inside: a cross hatch of nine cells.
  const std::vector<Edge> edges{{true, 30, 10, 160}, {true, 50, 10, 160}, {false, 60, 10, 70}, {false, 110, 10, 70}};
  EXPECT_THAT(cells_of(grid_of(edges, 2)), SizeIs(9));
}

TEST(Grid, DoubleRulesAreOneLine) {
  auto edges = lattice({10, 60, 110}, {10, 30, 50});
  edges.push_back({true, 31.5, 10, 110});
  EXPECT_THAT(cells_of(grid_of(edges, 2)), SizeIs(4));
}

TEST(Grid, AHatchingIsNone) {
  std::vector<double> lines;
  for (int i = 0; i < 600; ++i) lines.push_back(i);
  EXPECT_EQ(grid_of(lattice(lines, lines), 0.5).rows(), 0);
}

TEST(Grid, ARegionThatIsNoRectangleFallsIntoRectangles) {
  std::vector<Edge> edges = lattice({10, 110}, {10, 50});
  edges.push_back({true, 30, 60, 110});
  edges.push_back({false, 60, 30, 50});  // cuts the lower right square alone out
  int area = 0;
  for (const PageCell& cell : cells_of(grid_of(edges, 2))) area += cell.row_span * cell.column_span;
  EXPECT_EQ(area, 4);
}

PageTable table_of(const std::vector<double>& xs, const std::vector<double>& ys) {
  const Grid grid = grid_of(lattice(xs, ys), 1);
  PageTable table;
  table.box = grid.box();
  table.xs = grid.xs;
  table.ys = grid.ys;
  table.cells = cells_of(grid);
  for (PageCell& cell : table.cells) cell.words = {1};
  return table;
}

TEST(WithoutGaps, ThinEmptyRowsAndColumnsGo) {
  PageTable table = table_of({10, 60, 64, 110}, {10, 30, 34, 50});
  for (PageCell& cell : table.cells)
    if (cell.row == 1 || cell.column == 1) cell.words.clear();
  std::vector<model::Rect> frames;
  table = without_gaps(std::move(table), 6, frames);
  EXPECT_THAT(shape(table.cells), ElementsAre("0,0", "0,1", "1,0", "1,1"));
  EXPECT_THAT(table.xs, ElementsAre(10, 62, 110));
  EXPECT_TRUE(frames.empty());
}

TEST(WithoutGaps, AThinRowWithWordsStays) {
  std::vector<model::Rect> frames;
  EXPECT_EQ(without_gaps(table_of({10, 60, 110}, {10, 30, 34, 50}), 6, frames).rows(), 3);
}

TEST(WithoutGaps, AFrameAboveTheTableGoes) {
  std::vector<Edge> edges = lattice({10, 110}, {10, 30});
  const auto below = lattice({10, 60, 110}, {33, 50, 70});
  edges.insert(edges.end(), below.begin(), below.end());
  const Grid grid = grid_of(edges, 1);
  PageTable table{model::TableMethod::ruled, grid.box(), grid.xs, grid.ys, cells_of(grid), -1};
  for (PageCell& cell : table.cells)
    if (cell.row != 1) cell.words = {1};
  std::vector<model::Rect> frames;
  table = without_gaps(std::move(table), 6, frames);
  EXPECT_THAT(shape(table.cells), ElementsAre("0,0", "0,1", "1,0", "1,1"));
  ASSERT_THAT(frames, SizeIs(1));
  EXPECT_NEAR(frames[0].y1, 30, 0.01);
}

TEST(Grid, BorderOfRowsIsImpliedWhereUprightsEnd) {
  // A head over two columns, and theirs below it, without a line between them.
  std::vector<Edge> edges = {{true, 10, 0, 90},   {true, 50, 0, 90},   {true, 80, 0, 90},   {false, 0, 10, 80},
                             {false, 30, 10, 80}, {false, 50, 30, 80}, {false, 70, 30, 80}, {false, 90, 10, 80}};
  EXPECT_THAT(shape(cells_of(grid_of(edges, 2))),
              ElementsAre("0,0 2x1", "0,1 1x3", "1,1", "1,2", "1,3", "2,0", "2,1", "2,2", "2,3"));
}

TEST(Grid, OneUprightThatEndsImpliesNoBorder) {
  std::vector<Edge> edges = {
      {true, 10, 0, 90}, {true, 50, 0, 90}, {false, 0, 10, 50}, {false, 40, 30, 50}, {false, 90, 10, 50}};
  EXPECT_THAT(cells_of(grid_of(edges, 2)), SizeIs(1));
}

TEST(RuledSteps, UprightsThatNoLevelRuleMeetBelongToTheTableInLineWithThem) {
  std::vector<model::Rule> rules;
  for (const double y : {10., 30., 150.}) rules.push_back(rule(10, y, 200, y));
  for (const double x : {10., 200.}) rules.push_back(rule(x, 10, x, 150));
  // Rows of a single cell stand from 30 to 50 and from 90 to 110.
  for (const double x : {70., 130.}) {
    rules.push_back(rule(x, 10, x, 30));
    rules.push_back(rule(x, 50, x, 90));
    rules.push_back(rule(x, 110, x, 150));
  }
  // Not in line with any of them.
  rules.push_back(rule(100, 55, 100, 85));
  const RuledSteps steps = ruled_steps(rules, 8);
  ASSERT_THAT(steps.grids, SizeIs(1));
  EXPECT_THAT(steps.grids[0].ys, ElementsAre(10, 30, 50, 90, 110, 150));
  EXPECT_THAT(steps.grids[0].xs, ElementsAre(10, 70, 130, 200));
  EXPECT_THAT(steps.loose, SizeIs(1));
  EXPECT_THAT(shape(cells_of(steps.grids[0])),
              ElementsAre("0,0", "0,1", "0,2", "1,0 1x3", "2,0", "2,1", "2,2", "3,0 1x3", "4,0", "4,1", "4,2"));
}

}  // namespace
}  // namespace cotejo::tables
