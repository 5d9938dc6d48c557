// Holds the public views to the contract of the design: names and order of their columns.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "model/store/store.h"

namespace cotejo::store {
namespace {

const std::map<std::string, std::string> kContract{
    {"documentos",
     "documento_id archivo ruta sha256 paginas estado error entidad dependencia tipo titulo vigencia_desde "
     "vigencia_hasta "
     "fecha_corte gemelo_de reemplazado_por"},
    {"paginas", "documento_id archivo ruta pagina origen confianza texto"},
    {"tablas",
     "tabla_id documento_id archivo ruta titulo tipo pagina_inicial pagina_final filas columnas filas_encabezado "
     "metodo"},
    {"celdas",
     "tabla_id documento_id archivo ruta fila columna filas_combinadas columnas_combinadas pagina x0 y0 x1 y1 texto "
     "origen "
     "confianza"},
    {"presupuesto",
     "registro_id documento_id archivo ruta pagina tabla_id fila vigencia codigo bpin descripcion medida valor unidad "
     "es_total "
     "texto_original confianza x0 y0 x1 y1 nivel clase duda"},
    {"pqrs",
     "registro_id documento_id archivo ruta pagina tabla_id fila vigencia periodo periodo_texto dimension "
     "etiqueta clave cruce_dimension cruce_etiqueta medida cantidad es_total "
     "texto_original confianza x0 y0 x1 y1 duda"},
    {"compromisos",
     "registro_id documento_id archivo ruta pagina tabla_id fila numero compromiso asunto componente "
     "responsable "
     "fecha_limite_texto "
     "fecha_limite_desde fecha_limite_hasta indicador meta_texto meta_valor meta_unidad avance_texto avance_porcentaje "
     "estado etapas periodos confianza"},
    {"contratos",
     "registro_id documento_id archivo ruta pagina tabla_id fila numero clase cantidad contratista objeto valor "
     "adiciones pagado saldo fecha_texto es_total texto_original confianza x0 y0 x1 y1"},
    {"cuentas",
     "registro_id documento_id archivo ruta pagina tabla_id fila codigo cuenta estado periodo vigencia valor unidad "
     "es_total texto_original confianza x0 y0 x1 y1"},
    {"planta",
     "registro_id documento_id archivo ruta pagina tabla_id fila nivel cargo codigo grado vinculacion vigencia "
     "cantidad "
     "es_total texto_original confianza x0 y0 x1 y1"},
    {"procesos",
     "registro_id documento_id archivo ruta pagina tabla_id fila numero clase despacho demandante demandado estado "
     "cantidad cuantia provision es_total texto_original confianza x0 y0 x1 y1"},
    {"cifras_texto",
     "registro_id documento_id archivo ruta pagina tabla_id fila vigencia medida codigo etiqueta valor unidad "
     "valor_en_letras texto_original frase confianza x0 y0 x1 y1"},
    {"hallazgos",
     "hallazgo_id huella marca documento_id archivo ruta pagina tabla_id regla gravedad mensaje valor_reportado "
     "valor_esperado "
     "diferencia "
     "diagnostico estado"},
    {"evidencias", "hallazgo_id rol documento_id archivo ruta pagina x0 y0 x1 y1 texto"},
    {"entidades", "documento_id archivo ruta nombre canonico clave"},
    {"decisiones", "hallazgo_id huella marca documento_id archivo ruta regla estado valor nota autor fecha"},
    {"correcciones", "documento_id archivo ruta campo leido valor nota autor fecha pagina x0 y0 x1 y1"},
    {"por_revisar",
     "documento_id archivo ruta pagina x0 y0 x1 y1 clase texto alternativas motivo confianza tabla_id fila columna valor "
     "hallazgos"},
    {"dependencias", "documento_id archivo ruta nombre parte canonico clave veces"},
    {"cifras_fuera", "documento_id archivo ruta pagina x0 y0 x1 y1 texto origen confianza"}};

class ViewsTest : public testing::Test {
 protected:
  void SetUp() override {
    path_ = std::filesystem::temp_directory_path() /
            ("cotejo-views-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()) + ".db");
    std::filesystem::remove(path_);
    ASSERT_TRUE(Store::open(path_, Access::create).ok());
    ASSERT_EQ(sqlite3_open(path_.c_str(), &db_), SQLITE_OK);
  }
  void TearDown() override {
    sqlite3_close(db_);
    std::filesystem::remove(path_);
  }
  std::vector<std::string> column(const std::string& sql) {
    std::vector<std::string> values;
    sqlite3_exec(
        db_, sql.c_str(),
        [](void* out, int, char** row, char**) {
          static_cast<std::vector<std::string>*>(out)->emplace_back(row[0] != nullptr ? row[0] : "NULL");
          return 0;
        },
        &values, nullptr);
    return values;
  }
  std::filesystem::path path_;
  sqlite3* db_ = nullptr;
};

TEST_F(ViewsTest, HaveTheColumnsOfTheContract) {
  for (const auto& [view, columns] : kContract) {
    std::string got;
    for (const std::string& name : column("SELECT name FROM pragma_table_info('" + view + "')")) {
      got += (got.empty() ? "" : " ") + name;
    }
    EXPECT_EQ(got, columns) << view;
  }
}

TEST_F(ViewsTest, AreAllTheViewsThereAre) {
  EXPECT_EQ(column("SELECT name FROM sqlite_schema WHERE type = 'view'").size(), kContract.size());
}

TEST_F(ViewsTest, EveryTableIsStrictAndJournalIsWal) {
  EXPECT_THAT(
      column("SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND strict = 0 AND name "
             "NOT LIKE 'sqlite_%'"),
      testing::IsEmpty());
  EXPECT_EQ(column("PRAGMA journal_mode").front(), "wal");
  EXPECT_EQ(column("PRAGMA user_version").front(), std::to_string(schema_version()));
}

}  // namespace
}  // namespace cotejo::store
