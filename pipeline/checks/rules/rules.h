#pragma once

#include "pipeline/checks/rule.h"

// One function a rule, each in the file of its name; rules.cpp declares them.
namespace cotejo::checks {

void total_no_cuadra(const Context& context, Report& report);
void fila_no_cuadra(const Context& context, Report& report);
void porcentaje_no_cuadra(const Context& context, Report& report);
void sobre_ejecucion(const Context& context, Report& report);
void letras_y_cifras(const Context& context, Report& report);
void texto_no_cuadra(const Context& context, Report& report);
void entre_tablas(const Context& context, Report& report);
void codigo_no_coincide(const Context& context, Report& report);
void arrastre_no_cuadra(const Context& context, Report& report);
void cifra_dudosa(const Context& context, Report& report);
void cifra_ilegible(const Context& context, Report& report);
void dato_faltante(const Context& context, Report& report);
void fecha_fuera_de_periodo(const Context& context, Report& report);
void estado_y_avance(const Context& context, Report& report);
void meta_no_cumplida(const Context& context, Report& report);
void rotulo_no_coincide(const Context& context, Report& report);
void marcador_sin_llenar(const Context& context, Report& report);
void duplicado(const Context& context, Report& report);
void tabla_no_leida(const Context& context, Report& report);

void entre_documentos(const std::vector<const ArchiveDocument*>& documents, std::vector<ArchiveFinding>& found);

}  // namespace cotejo::checks
