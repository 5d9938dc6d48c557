#include "pipeline/exports/catalogue.h"

#include <algorithm>
#include <array>

namespace cotejo::exports {
namespace {

struct ViewText {
  std::string_view name, title, description, key;
};

constexpr std::array kViews{
    ViewText{"hallazgos", "Hallazgos", "Algo que no cuadra en un informe", "hallazgo_id"},
    ViewText{"evidencias", "Evidencias", "Un lugar impreso que un hallazgo señala", ""},
    ViewText{"decisiones", "Decisiones", "Lo que una persona decidió sobre un hallazgo", ""},
    ViewText{"correcciones", "Correcciones", "Lo que una persona corrigió de lo que un documento es", ""},
    ViewText{"presupuesto", "Presupuesto", "Una cifra de un renglón presupuestal", "registro_id"},
    ViewText{"pqrs", "PQRS", "Una cuenta de peticiones, quejas, reclamos y sugerencias", "registro_id"},
    ViewText{"compromisos", "Compromisos", "Un compromiso, actividad o meta", "registro_id"},
    ViewText{"contratos", "Contratos", "Un contrato, o una clase de contratos con su cuenta", "registro_id"},
    ViewText{"cuentas", "Cuentas", "Un saldo de un estado financiero", "registro_id"},
    ViewText{"cifras_texto", "Cifras del texto", "Una cifra del texto corrido, con su frase", "registro_id"},
    ViewText{"documentos", "Documentos", "Un PDF, y si se pudo leer", "documento_id"},
    ViewText{"entidades", "Entidades", "Una manera de escribir el nombre de una entidad, y el nombre que las une", ""},
    ViewText{"dependencias", "Dependencias",
             "Una manera de escribir el nombre de una dependencia, y el nombre que las une", ""},
    ViewText{"por_revisar", "Por revisar", "Una lectura dudosa que conviene mirar en la página", ""},
    ViewText{"cifras_fuera", "Cifras fuera de tablas", "Cifras alineadas que no quedaron en ninguna tabla", ""},
    ViewText{"tablas", "Tablas", "Una tabla, entera aunque ocupe varias páginas", "tabla_id"},
    ViewText{"celdas", "Celdas", "Una celda de una tabla; una celda combinada, una sola vez", ""},
    ViewText{"paginas", "Páginas", "Una página con su texto", ""},
};

struct ColumnText {
  std::string_view name;  // of the column, or "view.column" where one view means something else by it
  ColumnType type;
  std::string_view description;
  std::string_view refers_to = {};
};

constexpr auto kText = ColumnType::text;
constexpr auto kInteger = ColumnType::integer;
constexpr auto kNumber = ColumnType::number;
constexpr auto kBoolean = ColumnType::boolean;
constexpr auto kDate = ColumnType::date;

constexpr std::array kColumns{
    ColumnText{"documento_id", kInteger, "Número del documento en la base", "documentos.documento_id"},
    ColumnText{"documentos.documento_id", kInteger, "Número del documento en la base"},
    ColumnText{"archivo", kText, "Nombre del archivo PDF"},
    ColumnText{"ruta", kText, "Ruta del PDF desde la carpeta que se dio a leer"},
    ColumnText{"pagina", kInteger, "Página, desde 1"},
    ColumnText{"x0", kNumber, "Borde izquierdo del recuadro, en puntos PDF desde la izquierda de la página"},
    ColumnText{"y0", kNumber, "Borde superior del recuadro, en puntos PDF desde arriba de la página"},
    ColumnText{"x1", kNumber, "Borde derecho del recuadro, en puntos PDF desde la izquierda de la página"},
    ColumnText{"y1", kNumber, "Borde inferior del recuadro, en puntos PDF desde arriba de la página"},
    ColumnText{"tabla_id", kInteger, "Número de la tabla en la base; vacío si no viene de una", "tablas.tabla_id"},
    ColumnText{"tablas.tabla_id", kInteger, "Número de la tabla en la base"},
    ColumnText{"fila", kInteger, "Fila de la tabla, desde 0"},
    ColumnText{"columna", kInteger, "Columna de la tabla, desde 0"},
    ColumnText{"registro_id", kInteger, "Número del registro en la base"},
    ColumnText{"vigencia", kInteger, "Año fiscal del que habla la cifra"},
    ColumnText{"texto_original", kText, "El texto tal como está impreso"},
    ColumnText{"confianza", kNumber, "Certeza de la lectura, de 0 a 1"},
    ColumnText{"es_total", kBoolean, "1 si es un total o subtotal, 0 si es un renglón"},
    ColumnText{"origen", kText, "De dónde salió el texto: texto, ocr, mixto o vacia"},
    ColumnText{"texto", kText, "El texto, como está impreso"},
    ColumnText{"titulo", kText, "Título"},
    ColumnText{"tipo", kText, "Clase"},
    ColumnText{"entidad", kText, "Entidad que publica el informe"},
    ColumnText{"dependencia", kText, "Dependencia que lo publica"},
    ColumnText{"sha256", kText, "SHA-256 del archivo original"},
    ColumnText{"paginas", kInteger, "Cuántas páginas tiene"},
    ColumnText{"documentos.estado", kText, "Si se leyó: completo, parcial o fallido"},
    ColumnText{"error", kText, "Por qué no se leyó, o no del todo"},
    ColumnText{"vigencia_desde", kInteger, "Primer año del que trata el informe"},
    ColumnText{"vigencia_hasta", kInteger, "Último año del que trata el informe"},
    ColumnText{"fecha_corte", kDate, "Fecha de corte del informe"},
    ColumnText{"gemelo_de", kInteger, "Documento digital del que este es copia escaneada: no se suman los dos",
               "documentos.documento_id"},
    ColumnText{"reemplazado_por", kInteger,
               "Documento que tiene ahora su archivo: este es una versión anterior, que no se suma",
               "documentos.documento_id"},
    ColumnText{"adjunto_de", kInteger, "Documento del que este es un adjunto", "documentos.documento_id"},
    ColumnText{"pagina_inicial", kInteger, "Primera página de la tabla"},
    ColumnText{"pagina_final", kInteger, "Última página de la tabla"},
    ColumnText{"filas", kInteger, "Cuántas filas tiene"},
    ColumnText{"columnas", kInteger, "Cuántas columnas tiene"},
    ColumnText{"filas_encabezado", kInteger, "Cuántas de sus filas son encabezado"},
    ColumnText{"metodo", kText, "Cómo se encontró: reglas, reglas_parciales, sombreado o espacios"},
    ColumnText{"filas_combinadas", kInteger, "Cuántas filas ocupa la celda"},
    ColumnText{"columnas_combinadas", kInteger, "Cuántas columnas ocupa la celda"},
    ColumnText{"codigo", kText, "Código como está impreso"},
    ColumnText{"bpin", kText, "Número de proyecto BPIN que contiene el código"},
    ColumnText{"descripcion", kText, "Nombre del renglón"},
    ColumnText{"medida", kText, "Qué mide la cifra"},
    ColumnText{"valor", kNumber, "Valor, en pesos si la unidad es COP; los porcentajes, en tanto por ciento"},
    ColumnText{"unidad", kText, "COP, USD o %"},
    ColumnText{"nivel", kText, "Renglón, subtotal de cierto nivel o total"},
    ColumnText{"clase", kText, "Ingresos, gastos, reservas o cuentas por pagar"},
    ColumnText{"duda", kText, "Por qué la lectura de la cifra es dudosa; vacío si no lo es"},
    ColumnText{"periodo", kText, "Parte del año: 2021, 2021-T4, 2021-S1, 2021-10 o un intervalo"},
    ColumnText{"periodo_texto", kText, "La parte del año, como está impresa"},
    ColumnText{"dimension", kText, "Por qué se cuenta: tipo, canal, dependencia, eps, motivo, asunto o total"},
    ColumnText{"etiqueta", kText, "El renglón, como está impreso"},
    ColumnText{"clave", kText, "El nombre usual que une las maneras de escribirlo"},
    ColumnText{"cruce_dimension", kText, "La segunda dimensión de un cuadro de doble entrada"},
    ColumnText{"cruce_etiqueta", kText, "La etiqueta de la segunda dimensión"},
    ColumnText{"cantidad", kInteger, "Cuántas"},
    ColumnText{"numero", kText, "Número, como está impreso"},
    ColumnText{"compromiso", kText, "El compromiso, actividad o meta"},
    ColumnText{"asunto", kText, "De qué trata"},
    ColumnText{"componente", kText, "Componente o línea a la que pertenece"},
    ColumnText{"responsable", kText, "Quién responde"},
    ColumnText{"fecha_limite_texto", kText, "El plazo, como está impreso"},
    ColumnText{"fecha_limite_desde", kDate, "Primera fecha del plazo"},
    ColumnText{"fecha_limite_hasta", kDate, "Última fecha del plazo"},
    ColumnText{"indicador", kText, "Indicador"},
    ColumnText{"meta_texto", kText, "La meta, como está impresa"},
    ColumnText{"meta_valor", kNumber, "La meta, en número"},
    ColumnText{"meta_unidad", kText, "Unidad de la meta"},
    ColumnText{"avance_texto", kText, "El avance, como está impreso"},
    ColumnText{"avance_porcentaje", kNumber, "El avance, en tanto por ciento"},
    ColumnText{"compromisos.estado", kText, "El estado, como está impreso"},
    ColumnText{"etapas", kText, "Etapas marcadas"},
    ColumnText{"periodos", kText, "Periodos marcados"},
    ColumnText{"contratos.clase", kText, "Clase o modalidad de contratación, como está impresa"},
    ColumnText{"contratos.cantidad", kNumber, "Cuántos contratos; vacío si el renglón es uno solo"},
    ColumnText{"contratista", kText, "Con quién se contrató"},
    ColumnText{"objeto", kText, "Objeto del contrato"},
    ColumnText{"contratos.valor", kNumber, "Valor, en pesos"},
    ColumnText{"adiciones", kNumber, "Adiciones, en pesos"},
    ColumnText{"pagado", kNumber, "Lo pagado, en pesos"},
    ColumnText{"saldo", kNumber, "Lo que falta por pagar o ejecutar, en pesos"},
    ColumnText{"fecha_texto", kText, "La fecha, como está impresa"},
    ColumnText{"cuenta", kText, "Nombre de la cuenta"},
    ColumnText{"cuentas.estado", kText, "Estado financiero: situacion o resultados"},
    ColumnText{"cuentas.periodo", kText, "El periodo o corte, como encabeza la columna"},
    ColumnText{"valor_en_letras", kNumber, "El valor que está escrito en letras a su lado"},
    ColumnText{"frase", kText, "La frase en que está"},
    ColumnText{"hallazgos.hallazgo_id", kInteger, "Número del hallazgo en la base"},
    ColumnText{"hallazgo_id", kInteger, "Número del hallazgo en la base", "hallazgos.hallazgo_id"},
    ColumnText{"huella", kText, "Seña del hallazgo, la misma en toda lectura posterior"},
    ColumnText{"marca", kText, "Ocho letras que nombran el hallazgo en toda base que tenga su documento"},
    ColumnText{"regla", kText, "Regla que no se cumple"},
    ColumnText{"gravedad", kText, "error, advertencia o info"},
    ColumnText{"mensaje", kText, "Qué no cuadra, con su cuenta"},
    ColumnText{"valor_reportado", kText, "Lo que está impreso"},
    ColumnText{"valor_esperado", kText, "Lo que debería ser, o aquello con que se comparó"},
    ColumnText{"diferencia", kText, "Cuánto va de lo uno a lo otro"},
    ColumnText{"diagnostico", kText, "Por qué ocurrió, probablemente"},
    ColumnText{"hallazgos.estado", kText, "Lo que se decidió: abierto, aceptado, descartado o corregido"},
    ColumnText{"rol", kText, "Qué es ese lugar para el hallazgo"},
    ColumnText{"decisiones.estado", kText, "abierto, aceptado, descartado o corregido"},
    ColumnText{"decisiones.valor", kText, "El valor que la persona da por correcto"},
    ColumnText{"campo", kText, "Qué se corrigió"},
    ColumnText{"leido", kText, "Lo que se había leído"},
    ColumnText{"correcciones.valor", kText, "Lo que la persona da por correcto"},
    ColumnText{"nota", kText, "Nota de quien decidió"},
    ColumnText{"autor", kText, "Quién decidió"},
    ColumnText{"fecha", kText, "Cuándo (ISO 8601, UTC)"},
    ColumnText{"nombre", kText, "El nombre, como está impreso"},
    ColumnText{"parte", kInteger, "Cuál de los nombres de una misma celda, desde 0"},
    ColumnText{"entidades.canonico", kText, "La manera de escribirlo que usan más documentos"},
    ColumnText{"canonico", kText, "El nombre que los une dentro del documento"},
    ColumnText{"veces", kInteger, "Cuántas veces está impreso"},
};

// The text of "view.name", else of "name"; nullptr when there is neither.
const ColumnText* text_of(std::string_view view, std::string_view name) {
  const std::string own = std::string(view) + "." + std::string(name);
  const auto find = [](std::string_view wanted) {
    const auto found = std::find_if(kColumns.begin(), kColumns.end(),
                                    [wanted](const ColumnText& text) { return text.name == wanted; });
    return found == kColumns.end() ? nullptr : &*found;
  };
  const ColumnText* text = find(own);
  return text != nullptr ? text : find(name);
}

ColumnInfo info_of(std::string_view view, const std::string& name) {
  const ColumnText* text = text_of(view, name);
  if (text == nullptr) return {name, kText, {}, {}};
  return {name, text->type, text->description, text->refers_to};
}

}  // namespace

int ViewInfo::at(std::string_view column) const {
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (columns[i].name == column) return static_cast<int>(i);
  return -1;
}

model::Result<std::vector<ViewInfo>> catalogue(store::Store& store) {
  const model::Result<std::vector<std::string>> names = store.views();
  if (!names) return names.error();
  std::vector<ViewInfo> views;
  const auto add = [&](ViewInfo view) -> model::Status {
    const model::Result<std::vector<std::string>> columns = store.view_columns(view.name);
    if (!columns) return columns.error();
    for (const std::string& column : columns.value()) view.columns.push_back(info_of(view.name, column));
    views.push_back(std::move(view));
    return model::Done{};
  };
  const auto has = [&](std::string_view name) {
    return std::find(names.value().begin(), names.value().end(), name) != names.value().end();
  };
  for (const ViewText& text : kViews) {
    if (!has(text.name)) continue;
    if (const model::Status status = add({std::string(text.name), text.title, text.description, text.key, {}}); !status)
      return status.error();
  }
  // A view that nobody has described is handed over all the same.
  for (const std::string& name : names.value()) {
    if (std::any_of(views.begin(), views.end(), [&](const ViewInfo& view) { return view.name == name; })) continue;
    if (const model::Status status = add({name, {}, {}, {}, {}}); !status) return status.error();
  }
  return views;
}

}  // namespace cotejo::exports
