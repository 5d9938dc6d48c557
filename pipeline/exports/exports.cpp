#include "pipeline/exports/exports.h"

#include <algorithm>

#include "pipeline/exports/output/kinds.h"
#include "pipeline/exports/output/staging.h"
#include "pipeline/exports/report/program.h"

namespace cotejo::exports {

const std::vector<Kind>& kinds() {
  static const std::vector<Kind> all{
      {"xlsx", "libro de cálculo: resumen, hallazgos, presupuesto, PQRS, compromisos y documentos", ".xlsx",
       write_workbook},
      {"csv", "una carpeta con un archivo CSV por vista, para abrir en una hoja de cálculo", "", write_csv_folder},
      {"datapackage", "una carpeta Frictionless Data Package: CSV normalizados y datapackage.json que los explica", "",
       write_data_package},
      {"sqlite",
       "una carpeta con una base SQLite que se basta a sí misma y el metadata.json que la explica a Datasette", "",
       write_open_base},
      {"alto", "una carpeta por documento y un archivo ALTO 4.4 por página: palabras con su lugar y su certeza", "",
       write_alto},
      {"hocr", "una carpeta por documento y un archivo hOCR por página, que se abre en un navegador", "", write_hocr},
      {"pdf",
       "una carpeta con cada documento en PDF/A-2b: lo que muestra el original, y lo leído como texto que se puede "
       "buscar",
       "", write_pdfa},
      {"bagit",
       "un paquete BagIt para un archivo: originales, PDF/A, ALTO, datos, base y lo que se hizo con ellos (PREMIS)", "",
       write_bag},
      {"informe",
       "el informe de empalme: una carpeta con HTML, y PDF y DOCX donde estén instalados Chromium y LibreOffice", "",
       write_report},
      {"fuid", "el Formato Único de Inventario Documental, un renglón por documento", ".xlsx", write_fuid},
  };
  return all;
}

const Kind* find_kind(std::string_view name) {
  const auto found =
      std::find_if(kinds().begin(), kinds().end(), [name](const Kind& kind) { return kind.name == name; });
  return found == kinds().end() ? nullptr : &*found;
}

model::Result<Summary> export_base(store::Store& store, const Kind& kind, const Request& request) {
  Request own = request;
  own.kind = kind.name;
  return kind.run(store, own);
}

void abandon() {
  end_programs();
  drop_unfinished();
}

}  // namespace cotejo::exports
