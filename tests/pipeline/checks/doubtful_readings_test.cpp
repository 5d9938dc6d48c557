#include <gtest/gtest.h>

#include <algorithm>

#include "tests/pipeline/checks/table_faults.h"

namespace cotejo::checks {
namespace {

using testing::analysed;
using testing::Document;
using testing::of;
using testing::Rows;

TEST(Reading, AnotherReadingOfADoubtfulCellThatRepairsTheSumIsNoSlipOfTheReport) {
  Document document = of({{"Rubro", "Valor"},
                          {"Aseo", "5.100.000"},
                          {"Vías", "2.200.000"},
                          {"Agua", "8.300.000"},
                          {"Total", "10.600.000"}});
  for (model::Cell& cell : document.bundle().tables[0].cells) cell.origin = model::Origin::ocr;
  EXPECT_NE(document.check().findings.at(0).severity, model::Severity::info);
  document.bundle().tables[0].cells[7].alternatives = {{"3.300.000", 0.4}};
  const model::Finding finding = document.check().findings.at(0);
  EXPECT_EQ(finding.severity, model::Severity::info);
  EXPECT_EQ(finding.diagnosis, model::Diagnosis::doubtful_reading);
  EXPECT_NE(finding.message.find("3.300.000"), std::string::npos);
}

TEST(Reading, SlipsThatReadersMakeAndWritersDoNotAreTheReadersOnAScan) {
  const auto misread = [](bool scanned, Rows rows) {
    Document document = of(rows);
    for (model::Cell& cell : document.bundle().tables[0].cells)
      if (scanned) cell.origin = model::Origin::ocr;
    std::vector<bool> result;
    for (const Fault& fault : analysed(document).faults) result.push_back(fault.misread);
    return result;
  };
  const Rows cut{{"Rubro", "Valor"}, {"Aseo", "210.300.000"}, {"Vías", "170.200.000"}, {"Total", "380.500"}};
  EXPECT_EQ(misread(true, cut), std::vector<bool>{true});
  EXPECT_EQ(misread(false, cut), std::vector<bool>{false});
  const Rows speck{{"Rubro", "Valor"},
                   {"Aseo", "-5.100.340"},
                   {"Vías", "9.200.120"},
                   {"Agua", "3.310.800"},
                   {"Total", "17.611.260"}};
  EXPECT_EQ(misread(true, speck), std::vector<bool>{true});
  const Rows line{{"Rubro", "Inicial", "CDP", "Pagos"},
                  {"Aseo", "5.104.340", "4.104.340", "3.104.340"},
                  {"Vías", "9.207.120", "8.207.120", "7.207.120"},
                  {"Agua", "3.318.800", "2.318.800", "1.318.800"},
                  {"Total", "14.311.460", "12.311.460", "10.311.460"}};
  EXPECT_EQ(misread(true, line), (std::vector<bool>{true, true, true}));
  EXPECT_EQ(misread(false, line), (std::vector<bool>{false, false, false}));
  const Rows far{{"Tipo", "Enero", "Febrero", "Marzo", "Total"},
                 {"Quejas", "1.254", "1.118", "1.306", "3.678"},
                 {"Reclamos", "842", "917", "768", "71"},
                 {"Peticiones", "2.031", "1.975", "2.214", "6.220"}};
  EXPECT_EQ(misread(true, far), std::vector<bool>{true});
  EXPECT_EQ(misread(false, far), std::vector<bool>{false});
  // The cell of the total ends before its figure does, whatever it was read from.
  Rows wrapped{{"Tipo", "Valor"},
               {"Suministro", "$ 9,787,100,000"},
               {"Consultoría", "$ 5,707,700,000"},
               {"Obra", "$ 8,873,000,000"},
               {"Total", "$ 24,367,800,0"}};
  EXPECT_EQ(misread(false, wrapped), std::vector<bool>{true});
  wrapped.back()[1] = "$ 24,376,800,000";
  EXPECT_EQ(misread(false, wrapped), std::vector<bool>{false}) << "whole, and wrong";
}

TEST(Reading, ATotalThatIsOffByALineThatStandsBesideTheTableLacksOneThatWasNotRead) {
  const auto notes = [](const Rows& rows, const std::string& beside) {
    Document document = of(rows);
    document.paragraph(beside);
    std::vector<bool> result;
    for (const model::Finding& finding : document.check().findings)
      if (finding.rule == "total-no-cuadra") result.push_back(finding.severity == model::Severity::info);
    return result;
  };
  Rows rows{{"Tipo", "Ene-Mar", "Abr-Jun", "Jul-Sep", "Oct-Dic", "Total"},
            {"Quejas", "10", "2", "5", "1", "18"},
            {"Reclamos", "9", "6", "7", "4", "26"},
            {"Sugerencias", "5", "0", "0", "0", "5"},
            {"Denuncias", "12", "5", "6", "5", "28"},
            {"Felicitaciones", "6", "0", "0", "0", "6"},
            {"TOTAL GENERAL", "49", "16", "20", "11", "96"}};
  EXPECT_EQ(notes(rows, "Consultas 7 3 2 1 13"), (std::vector<bool>{true, true, true, true, true}));
  EXPECT_EQ(notes(rows, "Consultas 7 3 2 13 1"), (std::vector<bool>{false, false, false, false, false}))
      << "nothing that the report prints tells of another line";
  Rows twice = rows;
  twice.back() = {"TOTAL GENERAL", "54", "18", "24", "15", "111"};  // Denuncias twice
  for (const bool note : notes(twice, "")) EXPECT_FALSE(note);
  rows.insert(rows.end() - 1, {"Consultas", "7", "3", "2", "1", "13"});
  EXPECT_EQ(notes(rows, ""), std::vector<bool>{});
  rows.back()[2] = "19";
  rows.back()[5] = "99";
  const std::vector<bool> slips = notes(rows, "");
  EXPECT_FALSE(slips.empty());
  EXPECT_EQ(std::count(slips.begin(), slips.end(), true), 0) << "two columns are slips of the report";
}

TEST(Reading, ALinkBrokenByFiguresThatNoSumVouchesForIsANoteOnAScan) {
  const auto severity = [](bool scanned, const std::string& total) {
    Document document = of({{"Concepto", "Compromisos", "Obligaciones"},
                            {"Vías", "$ 8.250.000", "$ 8.312.500"},
                            {"Aseo", "$ 3.900.000", "$ 3.700.000"},
                            {"Agua", "$ 6.100.000", "$ 5.000.000"},
                            {"Total", "$ 18.250.000", total}});
    document.measure(1, "compromisos").measure(2, "obligaciones");
    for (model::Cell& cell : document.bundle().tables[0].cells) {
      if (scanned) cell.origin = model::Origin::ocr;
    }
    return testing::of_rule(document.check(), "sobre-ejecucion").at(0).severity;
  };
  EXPECT_EQ(severity(false, ""), model::Severity::error);
  EXPECT_EQ(severity(true, ""), model::Severity::info);
  EXPECT_EQ(severity(true, "$ 17.012.500"), model::Severity::error) << "both columns add up with these figures";
}

TEST(Reading, ASumThatFailsVouchesForALinkThatItsMendingWouldBreakToo) {
  const auto severity = [](const std::string& total) {
    Document document = of({{"Concepto", "Compromisos", "Obligaciones"},
                            {"Vías", "$ 8.250.340", "$ 10.312.520"},
                            {"Aseo", "$ 3.907.150", "$ 3.707.110"},
                            {"Agua", "$ 6.103.260", "$ 5.001.790"},
                            {"Total", "$ 18.260.750", total}});
    document.measure(1, "compromisos").measure(2, "obligaciones");
    for (model::Cell& cell : document.bundle().tables[0].cells) cell.origin = model::Origin::ocr;
    for (const model::Finding& finding : testing::of_rule(document.check(), "sobre-ejecucion"))
      if (finding.reported == "10312520") return finding.severity;
    return model::Severity::info;
  };
  EXPECT_EQ(severity("$ 19.021.420"), model::Severity::error);  // the sum holds
  EXPECT_EQ(severity("$ 19.021.710"), model::Severity::error);  // 10.312.810 would break the link all the same
  EXPECT_EQ(severity("$ 16.821.870"), model::Severity::info);   // 8.112.970 would keep it
  EXPECT_EQ(severity(""), model::Severity::info);               // nothing vouches
}

TEST(Reading, ASignThatOneOfTwoEqualFiguresLacksIsASpeckOnAScan) {
  const auto severity = [](bool scanned) {
    Document document = of({{"Concepto", "Compromisos", "Obligaciones"},
                            {"Vías", "$ -303.047,28", "$ 303.047,28"},
                            {"Aseo", "$ 3.900.000,00", "$ 3.700.000,00"},
                            {"Agua", "$ 6.100.000,00", "$ 5.000.000,00"},
                            {"Total", "$ 9.696.952,72", "$ 9.003.047,28"}});
    document.measure(1, "compromisos").measure(2, "obligaciones");
    for (model::Cell& cell : document.bundle().tables[0].cells)
      if (scanned) cell.origin = model::Origin::ocr;
    return testing::of_rule(document.check(), "sobre-ejecucion").at(0).severity;
  };
  EXPECT_EQ(severity(false), model::Severity::error);
  EXPECT_EQ(severity(true), model::Severity::info);
}

TEST(Reading, ADifferenceThatNoSlipExplainsIsTheReadersWhereAFigureIsUnsure) {
  const auto severity = [](double confidence) {
    Document document = of({{"Rubro", "Valor"},
                            {"Aseo", "5.104.340,15"},
                            {"Vías", "9.207.120,61"},
                            {"Agua", "3.318.800,27"},
                            {"Obras", "1.664.279,45"},
                            {"Total", "19.900.634,94"}});
    for (model::Cell& cell : document.bundle().tables[0].cells) cell.origin = model::Origin::ocr;
    document.bundle().tables[0].cells[9].confidence = confidence;
    return document.check().findings.at(0).severity;
  };
  EXPECT_EQ(severity(0.95), model::Severity::error);
  EXPECT_EQ(severity(0.68), model::Severity::info);
}

TEST(Reading, ADoubtfulFigureThatADigitWouldMendIsLikelierMisread) {
  const auto severity = [](double confidence) {
    Document document = of({{"Rubro", "Valor"}, {"Aseo", "5.100.000"}, {"Vías", "2.200.000"}, {"Total", "7.800.000"}});
    for (model::Cell& cell : document.bundle().tables[0].cells) {
      cell.origin = model::Origin::ocr;
      cell.confidence = confidence;
    }
    return document.check().findings.at(0).severity;
  };
  EXPECT_EQ(severity(0.95), model::Severity::error);
  EXPECT_EQ(severity(0.55), model::Severity::info);
}

}  // namespace
}  // namespace cotejo::checks
