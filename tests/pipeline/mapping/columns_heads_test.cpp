#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "pipeline/mapping/columns/role.h"
#include "pipeline/mapping/words/vocabulary.h"

namespace cotejo::mapping {
namespace {

struct HeadCase {
  std::vector<std::string> levels;  // outermost first
  std::string measure;
};

ColumnHead head_of(const std::vector<std::string>& levels, const Vocabulary& vocabulary) {
  ColumnHead head{head_text(levels), {}, {}, {}, {}};
  head.general = meaning_of(vocabulary, "columnas", head, false).meaning;
  head.budget = budget_meaning(vocabulary, head, true);
  return head;
}

ColumnValues large_figures() {
  ColumnValues values;
  values.filled = values.numbers = 8;
  values.largest = 5e9;
  return values;
}

// Heads of execution reports of Colombian bodies: SIIF, CUIPO, FUT, SIA Contralorías, hospitals, town halls, RAFAM.
const std::vector<HeadCase> kBudgetHeads{
    {{"Apropiación inicial"}, "apropiacion_inicial"},
    {{"APR. INICIAL"}, "apropiacion_inicial"},
    {{"Aprop. Inicial"}, "apropiacion_inicial"},
    {{"Apropiac. Inic."}, "apropiacion_inicial"},
    {{"Presupuesto Inicial"}, "apropiacion_inicial"},
    {{"Ppto. inicial"}, "apropiacion_inicial"},
    {{"Ppto Inicial Aprobado"}, "apropiacion_inicial"},
    {{"PRESUPUESTO Y MODIFICACIONES", "INICIAL"}, "apropiacion_inicial"},
    {{"Presupuesto", "Inicial (1)"}, "apropiacion_inicial"},
    {{"Aforo inicial"}, "apropiacion_inicial"},
    {{"Presupuesto aprobado"}, "apropiacion_inicial"},
    {{"Estimado inicial"}, "apropiacion_inicial"},
    {{"Adiciones"}, "adiciones"},
    {{"Modificaciones", "Adiciones"}, "adiciones"},
    {{"MODIFICACIONES PRESUPUESTALES", "ADICION"}, "adiciones"},
    {{"APR. ADICIONADA"}, "adiciones"},
    {{"Adic."}, "adiciones"},
    {{"Adición Ppto"}, "adiciones"},
    {{"Reducciones"}, "reducciones"},
    {{"REDUCC"}, "reducciones"},
    {{"APR. REDUCIDA"}, "reducciones"},
    {{"Modificaciones", "Reducción"}, "reducciones"},
    {{"Créditos"}, "creditos"},
    {{"TRASLADOS", "Crédito"}, "creditos"},
    {{"Traslados Créditos"}, "creditos"},
    {{"Contracréditos"}, "contracreditos"},
    {{"Contra-créditos"}, "contracreditos"},
    {{"Contracréd."}, "contracreditos"},
    {{"TRASLADOS", "Contracrédito"}, "contracreditos"},
    {{"Apropiación definitiva"}, "apropiacion_definitiva"},
    {{"Aprop. Vigente"}, "apropiacion_definitiva"},
    {{"APR. VIGENTE"}, "apropiacion_definitiva"},
    {{"Apropiación Vigente Dep.Gsto."}, "apropiacion_definitiva"},
    {{"Ppto. Definitivo"}, "apropiacion_definitiva"},
    {{"PRES .DEF."}, "apropiacion_definitiva"},
    {{"Ppto. Def."}, "apropiacion_definitiva"},
    {{"Presupuesto Definitivo (3=1+2)"}, "apropiacion_definitiva"},
    {{"PRESUPUESTO", "DEFINITIVO"}, "apropiacion_definitiva"},
    {{"Total presupuesto"}, "apropiacion_definitiva"},
    {{"Presupuesto asignado"}, "apropiacion_definitiva"},
    {{"Recursos asignados"}, "apropiacion_definitiva"},
    {{"Valor apropiado"}, "apropiacion_definitiva"},
    {{"Aforo definitivo"}, "apropiacion_definitiva"},
    {{"Presupuesto final"}, "apropiacion_definitiva"},
    {{"Apropiación"}, "apropiacion_definitiva"},
    {{"CDP"}, "cdp"},
    {{"CDP acumulados"}, "cdp"},
    {{"Total CDP Dep.Gstos"}, "cdp"},
    {{"Certificados de disponibilidad"}, "cdp"},
    {{"Disponibilidades"}, "cdp"},
    {{"Disponibilidad Presupuestal"}, "cdp"},
    {{"Certif. Disponibilidad"}, "cdp"},
    {{"Compromisos"}, "compromisos"},
    {{"Total Comp. Dep. Gstos"}, "compromisos"},
    {{"Valor comprometido"}, "compromisos"},
    {{"Valor compromiso"}, "compromisos"},
    {{"Registros"}, "compromisos"},
    {{"RP"}, "compromisos"},
    {{"Registros Presupuestales"}, "compromisos"},
    {{"Compromisos Acum."}, "compromisos"},
    {{"EJECUCIÓN", "COMPROMISOS"}, "compromisos"},
    {{"Ejecución Obligado"}, "obligaciones"},
    {{"Ejecución del presupuesto"}, "ejecucion"},
    {{"COMPROMISOS (EJECUCIÓN)", "2019"}, "compromisos"},
    {{"Total comprometido"}, "compromisos"},
    {{"CRP"}, "compromisos"},
    {{"Obligaciones"}, "obligaciones"},
    {{"Total Oblig. Dep.Gstos"}, "obligaciones"},
    {{"Oblig. Acum."}, "obligaciones"},
    {{"OBLIGACION"}, "obligaciones"},
    {{"Valor obligado"}, "obligaciones"},
    {{"Causado"}, "obligaciones"},
    {{"Devengado"}, "obligaciones"},
    {{"Pagos"}, "pagos"},
    {{"Giros"}, "pagos"},
    {{"Valor girado"}, "pagos"},
    {{"Total Ordenes de Pago Dep.Gstos"}, "pagos"},
    {{"Pagado"}, "pagos"},
    {{"Pagos Acumulados"}, "pagos"},
    {{"Egresos"}, "pagos"},
    {{"Pagos efectuados a la fecha"}, "pagos"},
    {{"Saldo por ejecutar"}, "saldo"},
    {{"Apropiación disponible"}, "saldo"},
    {{"Saldo de apropiación"}, "saldo"},
    {{"Por comprometer"}, "saldo"},
    {{"Saldo disponible"}, "saldo"},
    {{"Presupuesto por ejecutar"}, "saldo"},
    {{"Saldo por recaudar"}, "saldo"},
    {{"Compromisos por obligar"}, "saldo"},
    {{"Ppto. sin comprometer"}, "saldo"},
    {{"Apropiación - Compromisos"}, "saldo"},
    {{"Crédito Vig. - Devengado"}, "saldo"},
    {{"Devengado no pagado"}, "saldo"},
    {{"Ejecución - Pagos"}, "pagos"},
    {{"PRESUPUESTO Y MODIFICACIONES", "PRES .DEF."}, "apropiacion_definitiva"},
    {{"PRESUPUESTO Y MODIFICACIONES", "REDUCC"}, "reducciones"},
    {{"OBLIGACIONES", "TOTAL"}, "obligaciones"},
    {{"Crédito vigente"}, "apropiacion_definitiva"},
    {{"Recaudo acumulado"}, "recaudo"},
    {{"Recaudos"}, "recaudo"},
    {{"RECAUDOS", "TOTAL MESES"}, "recaudo"},
    {{"Total recaudo"}, "recaudo"},
    {{"Ingresos recaudados"}, "recaudo"},
    {{"Recaudo en efectivo"}, "recaudo"},
    {{"Reservas presupuestales"}, "reservas"},
    {{"Reservas"}, "reservas"},
    {{"Cuentas por pagar"}, "cuentas_por_pagar"},
    {{"CxP"}, "cuentas_por_pagar"},
    {{"Ejecución"}, "ejecucion"},
    {{"Presupuesto ejecutado"}, "ejecucion"},
    {{"Valor ejecutado"}, "ejecucion"},
    {{"Ejecución", "Valor"}, "ejecucion"},
    {{"Ejecución presupuestal acumulada"}, "ejecucion"},
    {{"Presupuesto Ejecutado 2023"}, "ejecucion"},
    // misread by OCR
    {{"Aprcpiación inicial"}, "apropiacion_inicial"},
    {{"Compromlsos"}, "compromisos"},
    {{"Obllgaciones"}, "obligaciones"},
    {{"Presupuesto dcfinitivo"}, "apropiacion_definitiva"},
    // known to be no stage of the budget
    {{"Modificaciones"}, ""},
    {{"Modifica ciones"}, ""},
    {{"Adiciones y/o reducciones"}, ""},
    {{"Reconocimientos"}, ""},
    {{"No. Registro"}, ""},
    {{"Nro. CDP"}, ""},
    {{"Avance físico"}, ""},
    {{"Población beneficiada"}, ""},
};

TEST(ColumnHeads, BudgetMeasuresInManyWordings) {
  const Vocabulary vocabulary = Vocabulary::standard();
  for (const HeadCase& example : kBudgetHeads) {
    const ColumnReading column =
        read_column(head_of(example.levels, vocabulary), large_figures(), model::TableKind::budget, true, vocabulary);
    EXPECT_EQ(meaning_name(column), example.measure) << column.head << ": " << column.why;
    EXPECT_EQ(column.role, ColumnRole::amount) << column.head;
  }
}

TEST(ColumnHeads, PercentagesOfExecution) {
  const Vocabulary vocabulary = Vocabulary::standard();
  ColumnValues values;
  values.filled = values.percents = 6;
  for (const std::string head : {"% Ejecución", "% ejecutado", "% Ejec.", "Porcentaje de ejecución", "% Comprometido",
                                 "% Pagos", "% de recaudo", "Ejecución %", "% Cumplimiento", "% EJEC. OBLIGACIONES"}) {
    const ColumnReading column =
        read_column(head_of({head}, vocabulary), values, model::TableKind::budget, true, vocabulary);
    EXPECT_EQ(column.role, ColumnRole::percent) << head;
    EXPECT_EQ(meaning_name(column), "porcentaje_ejecucion") << head;
  }
  for (const std::string head : {"%", "% Variación", "% Participación", "Peso porcentual"}) {
    const ColumnReading column =
        read_column(head_of({head}, vocabulary), values, model::TableKind::budget, true, vocabulary);
    EXPECT_EQ(column.role, ColumnRole::percent) << head;
    EXPECT_EQ(meaning_name(column), "") << head;
  }
}

TEST(ColumnHeads, OtherFiguresOfABudgetTable) {
  const Vocabulary vocabulary = Vocabulary::standard();
  const auto read = [&](const std::string& head) {
    return read_column(head_of({head}, vocabulary), large_figures(), model::TableKind::budget, true, vocabulary);
  };
  EXPECT_EQ(meaning_name(read("TOTAL")), "total");
  EXPECT_EQ(read("DIFERENCIA").role, ColumnRole::difference);
  EXPECT_EQ(read("Variación absoluta").role, ColumnRole::difference);
  EXPECT_EQ(read("2021").vigencia, 2021);
  EXPECT_EQ(read("Compromisos 2021").vigencia, 2021);
  EXPECT_EQ(read("Ejecutado 2020 - 2023").vigencia, 0);
}

TEST(ColumnHeads, SaysWhy) {
  const Vocabulary vocabulary = Vocabulary::standard();
  const auto why = [&](const std::string& head) {
    return read_column(head_of({head}, vocabulary), large_figures(), model::TableKind::budget, true, vocabulary).why;
  };
  EXPECT_EQ(why("Compromisos"), "el encabezado significa «compromisos»");
  EXPECT_EQ(why("Compromlsos"), "el encabezado se parece a «compromisos»");
  EXPECT_NE(why("Apropiac. Inic.").find("abrevia"), std::string::npos);
  const ColumnReading unknown =
      read_column(head_of({"Zarigüeyas"}, vocabulary), large_figures(), model::TableKind::budget, true, vocabulary);
  EXPECT_FALSE(unknown.known);
  EXPECT_TRUE(
      read_column(head_of({"Modifica ciones"}, vocabulary), large_figures(), model::TableKind::budget, true, vocabulary)
          .known);
}

}  // namespace
}  // namespace cotejo::mapping
