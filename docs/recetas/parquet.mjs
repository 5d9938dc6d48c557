// Pasa a Parquet el paquete de datos de cotejo: un archivo por tabla, con los tipos que dice datapackage.json.
//   cotejo export --as datapackage --to datos
//   npm install hyparquet-writer && node parquet.mjs datos parquet
// Un código como 0201010 sigue siendo texto; lo que no se sabe queda nulo; una fecha queda como texto AAAA-MM-DD.
import { createReadStream, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [from, to] = process.argv.slice(2);
if (!to) {
  console.error("uso: node parquet.mjs PAQUETE_DE_DATOS CARPETA");
  process.exit(2);
}
// Los módulos se buscan donde se trabaja, no donde está esta receta.
const modules = createRequire(pathToFileURL(join(process.env.MODULOS ?? process.cwd(), "x")));
const { parquetWriteFile } = await import(pathToFileURL(modules.resolve("hyparquet-writer")));

const kTypes = { integer: "INT64", number: "DOUBLE", boolean: "BOOLEAN" };
const valueOf = { INT64: BigInt, DOUBLE: Number, BOOLEAN: (text) => text === "1", STRING: (text) => text };

// Los renglones de un CSV (RFC 4180), sin tener el archivo entero en la memoria.
async function* rowsOf(path) {
  let row = [], field = "", quoted = false, closed = false;
  for await (const piece of createReadStream(path, "utf8")) {
    for (const c of piece) {
      if (closed && c === '"') field += c; // dos comillas son una
      if (closed) quoted = c === '"', closed = false;
      else if (quoted && c === '"') { closed = true; continue; }
      else if (quoted) { field += c; continue; }
      if (quoted) continue;
      if (c === '"') quoted = true;
      else if (c === ",") row.push(field), field = "";
      else if (c === "\n") row.push(field), yield row, row = [], field = "";
      else field += c;
    }
  }
  if (field || row.length) yield [...row, field];
}

mkdirSync(to, { recursive: true });
for (const { name, path, schema } of JSON.parse(readFileSync(join(from, "datapackage.json"), "utf8")).resources) {
  const columns = schema.fields.map(({ name, type }) => ({ name, type: kTypes[type] ?? "STRING", nullable: true, data: [] }));
  let head = true;
  for await (const row of rowsOf(join(from, path))) {
    if (!head) columns.forEach((column, at) => column.data.push(row[at] === "" ? null : valueOf[column.type](row[at])));
    head = false;
  }
  await parquetWriteFile({ filename: resolve(to, `${name}.parquet`), columnData: columns });
  console.log(`${name}: ${columns[0].data.length}`);
}
