#include "model/result.h"

#include <array>

namespace cotejo::model {
namespace {

struct CodeText {
  ErrorCode code;
  std::string_view name;
  std::string_view problem_es;
  std::string_view problem_en;
  std::string_view remedy_es;
  std::string_view remedy_en;
};

constexpr std::array kCodes{
    CodeText{ErrorCode::not_found, "not_found", "no existe o no se puede abrir", "does not exist or cannot be opened",
             "Revise la ruta y los permisos de lectura.", "Check the path and its read permission."},
    CodeText{ErrorCode::not_a_pdf, "not_a_pdf", "no es un PDF", "is not a PDF",
             "Conviértalo a PDF o retírelo de la carpeta.", "Convert it to PDF or take it out of the folder."},
    CodeText{ErrorCode::empty_file, "empty_file", "el archivo está vacío (0 bytes)", "the file is empty (0 bytes)",
             "Pida o descargue de nuevo el archivo.", "Ask for the file or download it again."},
    CodeText{ErrorCode::damaged, "damaged", "el PDF está dañado o incompleto", "the PDF is damaged or cut short",
             "Descárguelo de nuevo o repárelo con «qpdf ENTRADA SALIDA».",
             "Download it again or repair it with 'qpdf INPUT OUTPUT'."},
    CodeText{ErrorCode::encrypted, "encrypted", "el PDF está cifrado y pide contraseña",
             "the PDF is encrypted and asks for a password",
             "Dé la contraseña con --password-file, o quítela con «qpdf --decrypt --password=… ENTRADA SALIDA».",
             "Give the password with --password-file, or remove it with 'qpdf --decrypt --password=… INPUT OUTPUT'."},
    CodeText{ErrorCode::no_pages, "no_pages", "el PDF no tiene páginas", "the PDF has no pages",
             "Pida o descargue de nuevo el archivo.", "Ask for the file or download it again."},
    CodeText{ErrorCode::too_large, "too_large", "supera los límites de tamaño", "is over the size limits",
             "Divídalo con «qpdf --split-pages».", "Split it with 'qpdf --split-pages'."},
    CodeText{ErrorCode::no_text, "no_text", "la página muestra texto que no se pudo leer",
             "the page shows text that could not be read",
             "Léala con reconocimiento óptico (--ocr auto) o revise la imagen.",
             "Read it with OCR (--ocr auto) or look at the image."},
    CodeText{ErrorCode::page_failed, "page_failed", "no se pudo leer la página", "the page could not be read",
             "Revise la página; repare el PDF con «qpdf ENTRADA SALIDA».",
             "Look at the page; repair the PDF with 'qpdf INPUT OUTPUT'."},
    CodeText{ErrorCode::timed_out, "timed_out", "se agotó el tiempo permitido", "ran out of the time allowed",
             "Repita con un --timeout mayor.", "Run again with a larger --timeout."},
    CodeText{ErrorCode::out_of_memory, "out_of_memory", "se agotó la memoria permitida",
             "ran out of the memory allowed", "Repita con un --memory mayor o divida el PDF.",
             "Run again with a larger --memory or split the PDF."},
    CodeText{ErrorCode::crashed, "crashed", "el proceso lector terminó de forma inesperada",
             "the reading process ended unexpectedly", "Repare el PDF con «qpdf ENTRADA SALIDA» y repita.",
             "Repair the PDF with 'qpdf INPUT OUTPUT' and run again."},
    CodeText{ErrorCode::ocr_unavailable, "ocr_unavailable", "falta el modelo de lectura óptica en español",
             "the Spanish OCR model is missing or broken", "Instale el paquete tesseract-ocr-spa, o use --ocr never.",
             "Install the package tesseract-ocr-spa, or use --ocr never."},
    CodeText{ErrorCode::protocol, "protocol", "los datos del extracto están dañados o son de otra versión",
             "the extract's data are damaged or of another version",
             "Genere de nuevo el extracto con «cotejo extract».", "Make the extract again with 'cotejo extract'."},
    CodeText{ErrorCode::vocabulary, "vocabulary", "hay un error en el archivo de configuración",
             "there is an error in the configuration file", "Corrija la línea indicada.", "Correct the line named."},
    CodeText{ErrorCode::database, "database", "no se puede usar la base de datos", "the database cannot be used",
             "Revise permisos, espacio y que otro programa no la tenga bloqueada.",
             "Check permissions, space, and that no other program holds it locked."},
    CodeText{ErrorCode::database_newer, "database_newer", "la base de datos es de una versión más nueva de cotejo",
             "the database was written by a newer version of cotejo", "Actualice cotejo o use otra base con --db.",
             "Upgrade cotejo or use another database with --db."},
    CodeText{ErrorCode::disk_full, "disk_full", "no queda espacio en el disco", "no space is left on the disk",
             "Libere espacio y repita: lo ya guardado está completo.",
             "Free some space and run again: what was saved is whole."},
    CodeText{ErrorCode::output, "output", "no se puede escribir el archivo de salida",
             "the output file cannot be written", "Revise la carpeta, los permisos y el espacio.",
             "Check the folder, its permissions and the space left."},
    CodeText{ErrorCode::database_locked, "database_locked", "otro programa tiene ocupada la base de datos",
             "another program holds the database",
             "Ciérrelo o espere a que termine y repita la misma orden: lo ya guardado está completo.",
             "Close it or wait for its end and run the same command again : what was saved is "
             "whole."},
    CodeText{
        ErrorCode::database_damaged, "database_damaged", "el archivo de la base de datos está dañado",
        "the database file is damaged",
        "No se ha tocado. Use una copia de respaldo, lea los PDF de nuevo en otra base con --db, o rescate lo que "
        "quede "
        "con «sqlite3 BASE .recover».",
        "It was left as it is. Use a backup, read the PDFs again into another database with --db, or rescue what is "
        "left with 'sqlite3 DATABASE .recover'."},
    CodeText{ErrorCode::database_closed, "database_closed", "no se puede escribir en la base de datos",
             "the database cannot be written to",
             "Dé permiso de escritura al archivo y a su carpeta, o use otra base con --db.",
             "Give write permission to the file and its folder, or use another database with --db."},
};

const CodeText& text_of(ErrorCode code) {
  for (const CodeText& text : kCodes) {
    if (text.code == code) return text;
  }
  return kCodes.front();  // unreachable: a test holds the table to the enumeration
}

constexpr std::array<std::string_view, 10> kStages{"discover", "open", "page",  "ocr",   "layout",
                                                   "tables",   "map",  "check", "store", "output"};

}  // namespace

std::string_view name(ErrorCode code) {
  return text_of(code).name;
}

std::string_view name(Stage stage) {
  return kStages[static_cast<std::size_t>(stage)];
}

std::string_view problem(ErrorCode code, Language language) {
  const CodeText& text = text_of(code);
  return language == Language::spanish ? text.problem_es : text.problem_en;
}

std::string_view remedy(ErrorCode code, Language language) {
  const CodeText& text = text_of(code);
  return language == Language::spanish ? text.remedy_es : text.remedy_en;
}

std::string describe(const Error& error, Language language) {
  std::string out = error.file;
  if (error.page > 0) {
    if (!out.empty()) out += ", ";
    out += language == Language::spanish ? "página " : "page ";
    out += std::to_string(error.page);
  }
  if (!out.empty()) out += ": ";
  out += problem(error.code, language);
  if (!error.detail.empty()) out += " (" + error.detail + ")";
  out += ". ";
  out += remedy(error.code, language);
  return out;
}

}  // namespace cotejo::model
