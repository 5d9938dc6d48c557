#include "pipeline/normalise/dates/dates.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace cotejo::normalise {
namespace {

// All dates of a text as "from" or "from..to", a P after a periodic one, "?" for one without a year.
std::string dates_of(const std::string& text, int year = 0) {
  std::string all;
  for (const DateReading& date : find_dates(text, year)) {
    EXPECT_EQ(text.substr(date.begin, date.end - date.begin), date.text);
    if (!all.empty()) all += ' ';
    all += date.span.from.empty() ? "?" : date.span.from;
    if (date.span.from != date.span.to) all += ".." + date.span.to;
    if (date.periodic) all += 'P';
    if (!date.span.from.empty()) {
      EXPECT_TRUE(valid_day(date.span.from) && valid_day(date.span.to)) << text;
    }
  }
  return all;
}

struct Case {
  std::string text;
  std::string dates;
};

TEST(FindDates, WithTheirYear) {
  const Case cases[] = {
      {"29/01/2021", "2021-01-29"},
      {"31/01/20", "2020-01-31"},
      {"1/06/2010", "2010-06-01"},
      {"29-01-2021", "2021-01-29"},
      {"26-8-16", "2016-08-26"},
      {"27.01.2012", "2012-01-27"},
      {"25.07.16", "2016-07-25"},
      {"2021-01-29", "2021-01-29"},
      {"2021/01/29", "2021-01-29"},
      {"31/12/\n2021", "2021-12-31"},
      {"31 / 12 / 2021", "2021-12-31"},
      {"12/31/2021", "2021-12-31"},
      {"31-dic-20", "2020-12-31"},
      {"31-Dic-2020", "2020-12-31"},
      {"31/dic/2020", "2020-12-31"},
      {"30 de junio de 2020", "2020-06-30"},
      {"30 de Junio del 2020", "2020-06-30"},
      {"30 DE JUNIO DE 2020.", "2020-06-30"},
      {"30 junio 2020", "2020-06-30"},
      {"30 de junio de 2.020", "2020-06-30"},
      {"30 de junio del año 2020", "2020-06-30"},
      {"30 de junio de la vigencia 2020", "2020-06-30"},
      {"30 de junio, 2020", "2020-06-30"},
      {"1º de mayo de 2021", "2021-05-01"},
      {"1° de mayo de 2021", "2021-05-01"},
      {"1ro de mayo de 2021", "2021-05-01"},
      {"treinta (30) de junio de 2020", "2020-06-30"},
      {"a los 30 días del mes de junio de 2020", "2020-06-30"},
      {"a los 30 días del mes de junio de dos mil veinte (2020)", "2020-06-30"},
      {"mayo 14 de 2019", "2019-05-14"},
      {"2. Junio 26 de 2020.", "2020-06-26"},
      {"Diciembre 31/2020", "2020-12-31"},
      {"DEL 12 ENERO 2021", "2021-01-12"},
      {"29 de febrero de 2020", "2020-02-29"},
      {"31 de diciem bre de 2021", "2021-12-31"},
      {"15 de sept. de 2021", "2021-09-15"},
      {"15 de setiembre de 2021", "2021-09-15"},
      {"Enero de 2024", "2024-01-01..2024-01-31"},
      {"ENERO DEL 2020", "2020-01-01..2020-01-31"},
      {"Febrero 2020", "2020-02-01..2020-02-29"},
      {"Dic. 2020", "2020-12-01..2020-12-31"},
      {"ene-21", "2021-01-01..2021-01-31"},
      {"06/2021", "2021-06-01..2021-06-30"},
      {"marzo 5 y 6 de 2020", "2020-03-05 2020-03-06"},
      {"13 de mayo de 2020 a las 2 p.m.", "2020-05-13"},
      {"2026-01-28", "2026-01-28"},
      {"(18/06/2022)", "2022-06-18"},
  };
  for (const auto& [text, dates] : cases) EXPECT_EQ(dates_of(text), dates) << text;
  for (const auto& [text, dates] : cases) EXPECT_EQ(dates_of(text, 1999), dates) << text << " in a context";
}

TEST(FindDates, Spans) {
  const Case cases[] = {
      {"Del 22 al 27 de Enero de 2021", "2021-01-22..2021-01-27"},
      {"22-27 de enero de 2021", "2021-01-22..2021-01-27"},
      {"entre el 1 y el 15 de marzo de 2021", "2021-03-01..2021-03-15"},
      {"del 22 de enero al 27 de febrero de 2021", "2021-01-22..2021-02-27"},
      {"del 1 de noviembre al 28 de febrero de 2021", "2020-11-01..2021-02-28"},
      {"desde el 1 de noviembre de 2020 hasta el 28 de febrero de 2021", "2020-11-01..2021-02-28"},
      {"01/01/2021 - 31/12/2021", "2021-01-01..2021-12-31"},
      {"01/01/2021 al 31/12/2021", "2021-01-01..2021-12-31"},
      {"Enero a marzo de 2021", "2021-01-01..2021-03-31"},
      {"enero - febrero de 2020", "2020-01-01..2020-02-29"},
      {"Ene-Mar 2021", "2021-01-01..2021-03-31"},
      {"Enero 22 a 27 de 2021", "2021-01-22..2021-01-27"},
      {"Vigencia 2021", "2021-01-01..2021-12-31"},
      {"Vigencia 2021.", "2021-01-01..2021-12-31"},
      {"Vigencia fiscal: 2021", "2021-01-01..2021-12-31"},
      {"Durante 2021", "2021-01-01..2021-12-31"},
      {"Año 2021", "2021-01-01..2021-12-31"},
      {"2021", "2021-01-01..2021-12-31"},
      {"2020-2023", "2020-01-01..2023-12-31"},
      {"cuatrienio 2020 – 2023", "2020-01-01..2023-12-31"},
      {"vigencias 2020 y 2021", "2020-01-01..2020-12-31 2021-01-01..2021-12-31"},
      {"I trimestre de 2021", "2021-01-01..2021-03-31"},
      {"Primer trimestre de 2021", "2021-01-01..2021-03-31"},
      {"primer y segundo trimestre de 2021", "2021-01-01..2021-03-31 2021-04-01..2021-06-30"},
      {"Trimestre IV 2021", "2021-10-01..2021-12-31"},
      {"1er bimestre 2021", "2021-01-01..2021-02-28"},
      {"Segundo semestre de 2021", "2021-07-01..2021-12-31"},
      {"II semestre del 2021", "2021-07-01..2021-12-31"},
      {"Tercer cuatrimestre 2021", "2021-09-01..2021-12-31"},
      {"Cuatrimestre 2 de 2021", "2021-05-01..2021-08-31"},
      {"Bimestralmente en 2021", "2021-01-01..2021-12-31P 2021-01-01..2021-12-31"},
  };
  for (const auto& [text, dates] : cases) EXPECT_EQ(dates_of(text), dates) << text;
}

TEST(FindDates, WithoutAYearTakeTheContext) {
  const Case cases[] = {
      {"30 Abril, 30 de Agosto, 31 Diciembre", "2021-04-30 2021-08-30 2021-12-31"},
      {"30 de Agosto", "2021-08-30"},
      {"1, 2 y 3 de marzo", "2021-03-01 2021-03-02 2021-03-03"},
      {"Enero", "2021-01-01..2021-01-31"},
      {"ENE", "2021-01-01..2021-01-31"},
      {"Ene-Mar", "2021-01-01..2021-03-31"},
      {"Abril 30", "2021-04-30"},
      {"Abril 30 de agosto", "2021-04-01..2021-04-30 2021-08-30"},
      {"15/03", "2021-03-15"},
      {"15-mar", "2021-03-15"},
      {"I trimestre", "2021-01-01..2021-03-31"},
      {"2do trimestre", "2021-04-01..2021-06-30"},
      {"29 de febrero", ""},
      {"Bimestralmente", "2021-01-01..2021-12-31P"},
      {"Permanente", "2021-01-01..2021-12-31P"},
      {"mensual", "2021-01-01..2021-12-31P"},
      {"Trimestral", "2021-01-01..2021-12-31P"},
      {"Semestralmente", "2021-01-01..2021-12-31P"},
      {"Cada mes", "2021-01-01..2021-12-31P"},
      {"Durante la vigencia", "2021-01-01..2021-12-31P"},
      {"Todo el año", "2021-01-01..2021-12-31P"},
      {"Cuando se requiera", "2021-01-01..2021-12-31P"},
      {"anual", "2021-01-01..2021-12-31P"},
  };
  for (const auto& [text, dates] : cases) EXPECT_EQ(dates_of(text, 2021), dates) << text;
  EXPECT_EQ(dates_of("30 Abril, 30 de Agosto"), "? ?");
  EXPECT_EQ(dates_of("Permanente"), "?P");
  EXPECT_FALSE(find_dates("30 Abril", 2021)[0].year_printed);
}

TEST(FindDates, OneYearServesDatesThatAreTiedToIt) {
  EXPECT_EQ(dates_of("30 Abril, 30 de Agosto y 31 Diciembre de 2021", 1999), "2021-04-30 2021-08-30 2021-12-31");
  EXPECT_EQ(dates_of("30 de abril de 2021 y 30 de agosto", 1999), "2021-04-30 2021-08-30");
  EXPECT_EQ(dates_of("Abril. Vigencia 2021", 1999), "2021-04-01..2021-04-30");
  EXPECT_EQ(dates_of("30 de abril se publicó el informe del 5 de mayo de 2021", 1999), "1999-04-30 2021-05-05");
  EXPECT_TRUE(find_dates("30 Abril y 31 Diciembre de 2021")[0].year_printed);
  EXPECT_EQ(dates_of("Mensual, de enero de 2021", 1999), "2021-01-01..2021-12-31P 2021-01-01..2021-01-31");
}

TEST(FindDates, NothingWhereThereIsNone) {
  for (const char* text : {"",
                           "31 de junio de 2021",
                           "30/02/2021",
                           "31/13/2021",
                           "00/01/2021",
                           "29 de febrero de 2021",
                           "2.1.2.02.02.008",
                           "2020730010024-01",
                           "900.369.984-1",
                           "1100-02.50",
                           "2022-071800",
                           "Ley 951 de 2005",
                           "se atendieron 30 de las 31",
                           "12/15",
                           "130-04-01-13-183",
                           "40 mil",
                           "8.540 millones",
                           "$ 1.250.000",
                           "al mar",
                           "set de datos",
                           "831-2891",
                           "10:30",
                           "02.01.03",
                           "manual",
                           "bianualidad",
                           "161/2013/2014"}) {
    EXPECT_EQ(dates_of(text, 2021), "") << text;
  }
}

TEST(SpanOf, CoversAllDatesOfACell) {
  using model::DaySpan;
  EXPECT_EQ(span_of("30 Abril, 30 de Agosto, 31 Diciembre", 2021), (DaySpan{"2021-04-30", "2021-12-31"}));
  EXPECT_EQ(span_of("Del 22 al 27 de Enero de 2021"), (DaySpan{"2021-01-22", "2021-01-27"}));
  EXPECT_EQ(span_of("31/12/2021\n30/06/2021"), (DaySpan{"2021-06-30", "2021-12-31"}));
  EXPECT_EQ(span_of("Mensual"), DaySpan{});
  EXPECT_EQ(span_of("Mensual", 2021), (DaySpan{"2021-01-01", "2021-12-31"}));
  EXPECT_EQ(span_of("Trimestral, desde el 1 de abril", 2021), (DaySpan{"2021-04-01", "2021-04-01"}));
  EXPECT_EQ(span_of("por definir", 2021), DaySpan{});
  EXPECT_EQ(span_of("", 2021), DaySpan{});
}

TEST(MonthOf, NamesAbbreviationsAndCutHeads) {
  const std::pair<const char*, int> cases[] = {
      {"Enero", 1},     {"ENE", 1},  {"Ene.", 1},         {"Ene ro", 1},      {"E n e r o", 1},  {"Febrero", 2},
      {"Febr", 2},      {"Mar", 3},  {"MARZO", 3},        {"Abr", 4},         {"May", 5},        {"Jun", 6},
      {"Julio", 7},     {"Ago", 8},  {"Sep tiem bre", 9}, {"Sept", 9},        {"Setiembre", 9},  {"Septiem", 9},
      {"Octu bre", 10}, {"Nov", 11}, {"Noviem\nbre", 11}, {"Dic", 12},        {"Diciembre", 12}, {"", 0},
      {"E", 0},         {"Ma", 0},   {"Meta", 0},         {"Enero-Marzo", 0}, {"Junta", 0},      {"Total", 0},
      {"Mayoría", 0},
  };
  for (const auto& [text, month] : cases) EXPECT_EQ(month_of(text), month) << text;
}

TEST(YearPartOf, HeadsOfPeriods) {
  struct Part {
    const char* text;
    int first;
    int last;
  };
  const Part cases[] = {
      {"Ene-Mar", 1, 3},
      {"Enero - Marzo", 1, 3},
      {"enero a marzo", 1, 3},
      {"Abr/Jun", 4, 6},
      {"Jul Sep", 7, 9},
      {"Trimestre I", 1, 3},
      {"I Trimestre", 1, 3},
      {"II TRIM", 4, 6},
      {"Trim. III", 7, 9},
      {"IV trimestre", 10, 12},
      {"1er trimestre", 1, 3},
      {"2do Trimestre", 4, 6},
      {"3er trimestre", 7, 9},
      {"4to trimestre", 10, 12},
      {"Primer trimestre de 2021", 1, 3},
      {"TERCER TRIMESTRE 2022", 7, 9},
      {"Trimes tre I", 1, 3},
      {"T1", 1, 3},
      {"4T", 10, 12},
      {"Trimestre 1", 1, 3},
      {"Cuatrimestre 2", 5, 8},
      {"III cuatrimestre", 9, 12},
      {"Semestre II", 7, 12},
      {"1 semestre", 1, 6},
      {"Primer semestre", 1, 6},
      {"Sem 2", 7, 12},
      {"Bimestre VI", 11, 12},
      {"3er bimestre", 5, 6},
      {"6 bimestre", 11, 12},
      {"Enero", 1, 1},
      {"Ene", 1, 1},
      {"Sep tiem bre", 9, 9},
      {"Enero 2021", 1, 1},
      {"Diciembre de 2021", 12, 12},
      {"Mar-Abr", 3, 4},
      {"Marzo a abril", 3, 4},
      {"", 0, 0},
      {"Trimestre", 0, 0},
      {"Trimestre V", 0, 0},
      {"Semestre 3", 0, 0},
      {"Cuatrimestre IV", 0, 0},
      {"2021", 0, 0},
      {"Total", 0, 0},
      {"Marzo-Enero", 0, 0},
      {"I", 0, 0},
      {"Meta 1", 0, 0},
      {"Componente 1", 0, 0},
      {"C1", 0, 0},
      {"S1", 0, 0},
  };
  for (const Part& part : cases) {
    EXPECT_EQ(year_part_of(part.text).first_month, part.first) << part.text;
    EXPECT_EQ(year_part_of(part.text).last_month, part.last) << part.text;
  }
  EXPECT_EQ(year_part_of(std::string(100'000, 'i')).first_month, 0);
}

TEST(ValidDay, ExistingCalendarDaysOnly) {
  for (const char* day : {"2021-01-01", "2020-02-29", "2000-02-29", "1999-12-31"}) EXPECT_TRUE(valid_day(day)) << day;
  for (const char* day : {"2021-02-29", "1900-02-29", "2021-13-01", "2021-00-10", "2021-04-31", "2021-1-01",
                          "2021/01/01", "", "0000-01-01", "2021-01-0a", "2021-01-011"}) {
    EXPECT_FALSE(valid_day(day)) << day;
  }
}

TEST(FindDates, HostileTextsEnd) {
  std::string days;
  for (int i = 0; i < 20'000; ++i) days += "1, ";
  EXPECT_EQ(find_dates(days, 2021).size(), 0u);
  std::string slashes;
  for (int i = 0; i < 50'000; ++i) slashes += "1/";
  EXPECT_EQ(find_dates(slashes, 2021).size(), 0u);
  EXPECT_EQ(find_dates(std::string(100'000, ' ') + "enero", 2021).size(), 1u);
}

}  // namespace
}  // namespace cotejo::normalise
