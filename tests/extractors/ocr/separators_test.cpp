#include "extractors/ocr/figures/separators.h"

#include <gtest/gtest.h>

#include "tests/extractors/ocr/figure_words.h"

namespace cotejo::ocr {
namespace {

std::vector<PixelWord> page_of_commas() {
  std::vector<PixelWord> words;
  for (int i = 0; i < 6; ++i) words.push_back(word("1.012.932,35", 400, 40 * i));
  return words;
}

TEST(Separators, TakeTheStyleOfThePage) {
  std::vector<PixelWord> words = page_of_commas();
  for (const char* text : {"230,212.490,93", "4:483.753.451,60", "85.73%", "2.1.2.02.02", "1,25", "2.10"})
    words.push_back(word(text, 800, 0));
  mend_separators(words);
  EXPECT_EQ(words[6].text, "230.212.490,93");
  EXPECT_EQ(words[6].alternatives.front().text, "230,212.490,93");
  EXPECT_EQ(words[7].text, "4.483.753.451,60");
  EXPECT_EQ(words[8].text, "85,73%");
  EXPECT_EQ(words[9].text, "2.1.2.02.02");
  EXPECT_EQ(words[10].text, "1,25");
  EXPECT_EQ(words[11].text, "2.10");
}

TEST(Separators, OfThousandsAreThoseOfTheirColumn) {
  const auto read = [](std::vector<std::string> column, const std::string& figure) {
    std::vector<PixelWord> words;
    int y = 100;
    for (const std::string& text : column) words.push_back(word(text.c_str(), 500, y += 40));
    words.push_back(word(figure.c_str(), 500, y + 40));
    for (PixelWord& each : words) each.box.x1 = 600;
    mend_separators(words);
    return words.back().text;
  };
  EXPECT_EQ(read({"2.418", "630", "3.702"}, "1,494"), "1.494");
  EXPECT_EQ(read({"2.418", "630", "3.702,5"}, "1,494"), "1,494") << "the column has decimals";
  EXPECT_EQ(read({"2.418", "630"}, "1,494"), "1,494") << "one figure tells no style";
  EXPECT_EQ(read({"2.418", "3.702"}, "0,494"), "0,494");
}

TEST(Separators, OfDecimalsAreThoseOfTheirColumn) {
  const auto read = [](std::vector<std::string> column, const std::string& figure) {
    std::vector<PixelWord> words = page_of_commas();
    int y = 600;
    column.push_back(figure);
    for (const std::string& text : column) {
      words.push_back(word(text.c_str(), 1500, y += 40));
      words.back().box.x1 = 1600;
    }
    mend_separators(words);
    return words.back().text;
  };
  EXPECT_EQ(read({"1.576,00", "0,00", "45.200,00"}, "0.00"), "0,00");
  EXPECT_EQ(read({"1.576,00", "0,00", "45.200,00"}, "08:37"), "08:37");
  EXPECT_EQ(read({"1.576,00", "0,00", "A"}, "0.00"), "0.00") << "two make no column";
  EXPECT_EQ(read({"2.10", "2.11", "2.12", "0,00", "1,50", "2,50"}, "2.13"), "2.13") << "a column of codes";
}

TEST(Separators, ComeBackWhereTheyLeftTheirRoom) {
  std::vector<PixelWord> words = page_of_commas();
  words.push_back(word("5512.733,17", 500, 400));
  words.back().gaps = {1};
  words.push_back(word("5512.733,17", 500, 440));
  words.back().gaps = {2};  // makes no groups of three
  mend_separators(words);
  EXPECT_EQ(words[6].text, "5.512.733,17");
  EXPECT_EQ(words[6].alternatives.front().text, "5512.733,17");
  EXPECT_EQ(words[7].text, "5512.733,17");
}

TEST(Separators, PutTogetherAFigureThatFellApart) {
  std::vector<PixelWord> words = page_of_commas();
  words.push_back(word("1.411", 500, 400, 0.9));
  PixelWord rest = word("542,93", 586, 400, 0.7);
  words.push_back(rest);
  words.push_back(word("2.468", 900, 400));  // of the next column
  words.push_back(word("172,86", 1200, 400));
  mend_separators(words);
  ASSERT_EQ(words.size(), 9U);
  EXPECT_EQ(words[6].text, "1.411.542,93");
  EXPECT_EQ(words[6].alternatives.front().text, "1.411 542,93");
  EXPECT_NEAR(words[6].confidence, 0.7, 1e-9);
  EXPECT_EQ(words[6].box.x1, 586);
}

TEST(Separators, KeepTheOtherReadingsOfPiecesAndOfMendedFigures) {
  std::vector<PixelWord> words = page_of_commas();
  words.push_back(word("351", 500, 400, 0.7));
  words.back().alternatives = {{"361", 0.35}};
  words.push_back(word("449,48", 576, 400));
  words.back().alternatives = {{"440,48", 0.3}};
  words.push_back(word("1,411.844.495,13", 900, 440));
  words.back().alternatives = {{"1,411.644.495,13", 0.3}};
  mend_separators(words);
  ASSERT_EQ(words.size(), 8U);
  EXPECT_EQ(words[6].text, "351.449,48");
  const auto reads = [](const PixelWord& w, const char* text) {
    return std::any_of(w.alternatives.begin(), w.alternatives.end(),
                       [&](const model::Reading& other) { return other.text == text; });
  };
  EXPECT_TRUE(reads(words[6], "361.449,48"));
  EXPECT_TRUE(reads(words[6], "351.440,48"));
  EXPECT_EQ(words[7].text, "1.411.844.495,13");
  EXPECT_TRUE(reads(words[7], "1.411.644.495,13"));
}

TEST(Separators, JoinPiecesWhoseSignsAreAllLost) {
  std::vector<PixelWord> words = page_of_commas();
  const int line = words.back().line;
  int x = 400 - 24 - 3 * (36 + 12);
  for (const char* piece : {"267", "298", "137"}) {
    words.push_back(word(piece, x + 36, 300));
    x += 48;
  }
  words.push_back(word("83", 400, 300));  // ends where the column of decimals ends
  words.push_back(word("137", 760, 340));
  words.push_back(word("83", 796, 340));  // ends no such column
  for (std::size_t i = 6; i < words.size(); ++i) words[i].line = line + (i < 10 ? 1 : 2);
  mend_separators(words);
  ASSERT_EQ(words.size(), 9U);
  EXPECT_EQ(words[6].text, "267.298.137,83");
  EXPECT_EQ(words[6].alternatives.front().text, "267 298 137 83");
  EXPECT_EQ(words[7].text, "137");
}

TEST(Separators, StandWhereTheirRoomIsLeft) {
  std::vector<PixelWord> words = page_of_commas();
  const int line = words.back().line;
  words.push_back(word("5701", 400, 300));
  words.back().gaps = {2};
  words.push_back(word("4810331", 366, 340));  // two digits stand after it
  words.back().gaps = {1, 4};
  words.push_back(word("71", 400, 340));
  words.push_back(word("5701", 400, 380));  // no room in it
  words.push_back(word("5701", 800, 420));  // not in a column of decimals
  words.back().gaps = {2};
  for (std::size_t i = 6; i < words.size(); ++i) words[i].line = line + words[i].box.y0;
  mend_separators(words);
  ASSERT_EQ(words.size(), 10U);
  EXPECT_EQ(words[6].text, "57,01");
  EXPECT_EQ(words[6].alternatives.front().text, "5701");
  EXPECT_EQ(words[7].text, "4.810.331,71");
  EXPECT_EQ(words[8].text, "5701");
  EXPECT_EQ(words[9].text, "5701");
}

TEST(Separators, OfACutFigureAreThoseOfThePageWhereItsRestStandsBelow) {
  std::vector<PixelWord> words;
  for (int i = 0; i < 8; ++i) words.push_back(word("491.300.000", 400, 80 * i));
  words.push_back(word("18.142,300.0", 800, 0));
  words.push_back(word("00", 800, 26));
  words.push_back(word("14.108.103,8", 800, 80));  // nothing goes on under it
  words.push_back(word("5.480:073,53", 800, 160));
  words.push_back(word("9", 800, 186));
  mend_separators(words);
  EXPECT_EQ(words[8].text, "18.142.300.0");
  EXPECT_EQ(words[8].alternatives.front().text, "18.142,300.0");
  EXPECT_EQ(words[10].text, "14.108.103,8");
  EXPECT_EQ(words[11].text, "5.480.073.53");
}

TEST(Separators, AreTakenOffTheEndsOfFiguresInAColumn) {
  std::vector<PixelWord> words;
  for (int i = 0; i < 6; ++i) words.push_back(word("491.300.000", 400, 80 * i));
  words.push_back(word("370,243.162,", 400, 480));
  words.push_back(word(".4.442.050.785'", 400, 560));
  words.push_back(word("4.442.050.", 400, 640));
  words.push_back(word("785", 400, 666));         // its last group
  words.push_back(word("1.250.000.", 700, 720));  // the end of a sentence
  mend_separators(words);
  EXPECT_EQ(words[6].text, "370.243.162");
  EXPECT_EQ(words[7].text, "4.442.050.785");
  EXPECT_EQ(words[8].text, "4.442.050.");
  EXPECT_EQ(words[10].text, "1.250.000.");
}

TEST(Separators, OfThePageAreToldByCutFiguresToo) {
  std::vector<PixelWord> words;
  for (int i = 0; i < 5; ++i) words.push_back(word("36.531.050.00", 400 + 300 * i, 0));
  words.push_back(word("380.500,000", 100, 0));
  mend_separators(words);
  EXPECT_EQ(words[5].text, "380.500.000");
}

TEST(Separators, DustBetweenACurrencySignAndItsAmountGoes) {
  std::vector<PixelWord> words;
  for (int i = 0; i < 6; ++i) words.push_back(word("$491.300.000", 400, 80 * i));
  words.push_back(word("$'1.000,000", 400, 480));
  words.push_back(word("$.11,144.953.057", 400, 560));
  mend_separators(words);
  EXPECT_EQ(words[6].text, "$1.000.000");
  EXPECT_EQ(words[7].text, "$11.144.953.057");
}

TEST(Separators, JoinACodeThatFellApartAfterAPoint) {
  std::vector<PixelWord> words;
  for (int i = 0; i < 4; ++i) words.push_back(word("2.3.1.01.01", 200, 40 * i));
  words.push_back(word("2.3,", 116, 160));
  words.push_back(word("2.02.02.008", 254, 160));
  words.push_back(word("1.", 116, 200));  // a number of a list before a code
  words.push_back(word("Ingresos", 254, 200));
  mend_separators(words);
  ASSERT_EQ(words.size(), 7U);
  EXPECT_EQ(words[4].text, "2.3.2.02.02.008");
  EXPECT_EQ(words[4].alternatives.front().text, "2.3, 2.02.02.008");
  EXPECT_EQ(words[4].box.x1, 254);
  EXPECT_EQ(words[5].text, "1.");
}

TEST(Separators, DustLeavesTheEndsOfACutFigure) {
  std::vector<PixelWord> words;
  for (int i = 0; i < 6; ++i) words.push_back(word("491.300.000", 400, 80 * i));
  words.push_back(word("9.887,100:0.", 400, 480));
  words.push_back(word("00", 400, 506));
  words.push_back(word(".6.109.375.2", 400, 560));
  words.push_back(word("59", 400, 586));
  words.push_back(word("5$5.469.771.381", 400, 640));
  words.push_back(word("1.320.822.93", 400, 720));
  words.push_back(word("7.", 400, 746));
  words.push_back(word("8.", 400, 900));  // under no cut figure
  mend_separators(words);
  EXPECT_EQ(words[12].text, "7");
  EXPECT_EQ(words[13].text, "8.");
  EXPECT_EQ(words[6].text, "9.887.100.0");
  EXPECT_EQ(words[8].text, "6.109.375.2");
  EXPECT_EQ(words[10].text, "$5.469.771.381");
}

TEST(Separators, TheLastSignOfACutFigureTellsThatNoDecimalsFollow) {
  std::vector<PixelWord> words;
  for (int i = 0; i < 8; ++i) words.push_back(word("491.300.000", 400, 80 * i));
  words.push_back(word("7,985.879.94", 800, 0));  // its rest is on the next page
  words.push_back(word("7,985.879,94", 800, 80));
  mend_separators(words);
  EXPECT_EQ(words[8].text, "7.985.879.94");
  EXPECT_EQ(words[9].text, "7,985.879,94");
}

TEST(Separators, OfCodesStandWhereTheirRoomIsLeft) {
  std::vector<PixelWord> words;
  for (int i = 0; i < 4; ++i) words.push_back(word("2.1.1.01.01", 200, 40 * i));
  words.push_back(word("22", 92, 160));
  words.back().gaps = {1};
  words.push_back(word("2.18.04.01", 188, 200));
  words.back().gaps = {2};
  words.push_back(word("22", 92, 240));
  words.push_back(word("22", 592, 280));
  words.back().gaps = {1};
  mend_separators(words);
  EXPECT_EQ(words[4].text, "2.2");
  EXPECT_EQ(words[4].alternatives.front().text, "22");
  EXPECT_EQ(words[5].text, "2.1.8.04.01");
  EXPECT_EQ(words[6].text, "22");
  EXPECT_EQ(words[7].text, "22");
}

TEST(Separators, OfShortCodesArePointsWhereCodesBegin) {
  std::vector<PixelWord> words;
  for (int i = 0; i < 4; ++i) words.push_back(word("2.1.1.01.01", 200, 40 * i));
  words.push_back(word("2,1", 104, 160));  // begins where they do
  words.push_back(word("2,1", 604, 160));
  mend_separators(words);
  EXPECT_EQ(words[4].text, "2.1");
  EXPECT_EQ(words[5].text, "2,1");
}

TEST(Separators, TheRestOfACutCodeIsOfDigits) {
  std::vector<PixelWord> words;
  const char* const rests[] = {"6", "B-", "2", "Be"};
  for (int i = 0; i < 4; ++i) {
    words.push_back(word("2.3.2.02.02.00", 200, 80 * i));
    words.push_back(word(rests[i], 56, 80 * i + 26));
    words.back().line = 2 * i + 1;
    words[words.size() - 2].line = 2 * i;
  }
  std::vector<PixelWord> none{words[0], words[2], words[3], words[4]};  // no other code is cut
  mend_separators(words);
  EXPECT_EQ(words[3].text, "8");
  EXPECT_EQ(words[3].alternatives.front().text, "B-");
  EXPECT_EQ(words[7].text, "Be");
  mend_separators(none);
  EXPECT_EQ(none[2].text, "B-");
}

TEST(Separators, DecimalsOfACutFigureAreNoDecimalsOfThePage) {
  std::vector<PixelWord> words;
  for (int i = 0; i < 3; ++i) words.push_back(word("35.400.000", 400 + 200 * i, 0));
  for (int i = 0; i < 3; ++i) {
    words.push_back(word("36.531.050.00", 1200 + 200 * i, 0));
    words.push_back(word("0", 1200 + 200 * i, 26));
  }
  words.push_back(word("33.376.641,36", 2000, 0));
  words.push_back(word("4", 2000, 26));
  mend_separators(words);
  EXPECT_EQ(words[3].text, "36.531.050.00");
  EXPECT_EQ(words[9].text, "33.376.641.36");
}

TEST(Separators, OfCodesArePointsWhereTheirColumnHasPoints) {
  std::vector<PixelWord> words;
  for (int i = 0; i < 4; ++i) words.push_back(word("2.1.1.01.01", 200, 40 * i));
  words.push_back(word("2.1,1.01.02", 200, 160));
  words.push_back(word(".2.3,3.04.05", 200, 200));
  words.push_back(word("2.3.2,02.02.", 200, 240));
  words.push_back(word("12,04,2020", 200, 280));
  words.push_back(word("1.234,567.890", 200, 320));  // groups of three: an amount
  words.push_back(word("3.1,2", 600, 160));          // in no column of codes
  std::vector<PixelWord> mixed = words;
  mend_separators(mixed);
  EXPECT_EQ(mixed[4].text, "2.1,1.01.02") << "the column has commas as well";
  words[7].text = "12.04,2020";
  mend_separators(words);
  EXPECT_EQ(words[4].text, "2.1.1.01.02");
  EXPECT_EQ(words[4].alternatives.front().text, "2.1,1.01.02");
  EXPECT_EQ(words[5].text, "2.3.3.04.05");
  EXPECT_EQ(words[6].text, "2.3.2.02.02.");
  EXPECT_EQ(words[8].text, "1.234,567.890");
  EXPECT_EQ(words[9].text, "3.1,2");
}

TEST(Separators, DustBesideThePointOfACodeIsNoSignOfItsOwn) {
  std::vector<PixelWord> words;
  for (int i = 0; i < 4; ++i) words.push_back(word("2.1.1.01.01", 200, 40 * i));
  words.push_back(word("2.1.3:.05.04", 200, 160));
  words.push_back(word("2.1.3.'07,.02", 200, 200));
  mend_separators(words);
  EXPECT_EQ(words[4].text, "2.1.3.05.04");
  EXPECT_EQ(words[4].alternatives.front().text, "2.1.3:.05.04");
  EXPECT_EQ(words[5].text, "2.1.3.07.02");
}

TEST(Separators, DoNotMakeDecimalsOfAFigureThatTheNextLineFinishes) {
  std::vector<PixelWord> words;
  for (int i = 0; i < 6; ++i) words.push_back(word("491.300.000", 400, 40 * i));
  words.push_back(word("1.328.000.00", 800, 0));
  words.push_back(word("89.59%", 900, 0));
  mend_separators(words);
  EXPECT_EQ(words[6].text, "1.328.000.00");
  EXPECT_EQ(words[7].text, "89,59%");
}

TEST(Separators, AColonBeforeThreeDigitsIsAPoint) {
  std::vector<PixelWord> words;
  for (int i = 0; i < 6; ++i) words.push_back(word("491.300.000", 400, 40 * i));
  words.push_back(word("1:350", 800, 0));
  words.push_back(word("08:37", 900, 0));
  mend_separators(words);
  EXPECT_EQ(words[6].text, "1.350");
  EXPECT_EQ(words[7].text, "08:37");
}

TEST(Separators, StayAsTheyAreWhereThePageHasNoStyle) {
  std::vector<PixelWord> words{word("230,212.490,93", 400, 0), word("1.411", 500, 40), word("542,93", 586, 40)};
  mend_separators(words);
  EXPECT_EQ(words.size(), 3U);
  EXPECT_EQ(words[0].text, "230,212.490,93");
}

}  // namespace
}  // namespace cotejo::ocr
