// Reports that the samples do not hold: one whose words are markup, one whose table goes over two pages, and one that was
// scanned so badly that its readings are doubtful.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
export const kHostile = "<script>window.broken=1</script>";
export const kHostileTitle = '<img src=x onerror="window.broken=1"> & "ejecución" 2021';

function sheet(title, heads, rows, style) {
  const row = (cells, tag) => `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join("")}</tr>`;
  return `<!doctype html><meta charset="utf-8"><style>body{font:11pt "Liberation Sans"}table{border-collapse:collapse;margin-top:12pt}
    td,th{border:1px solid #000;padding:4pt 8pt}td+td{text-align:right}${style}</style>
    <p>ALCALDÍA MUNICIPAL DE PRUEBA</p><h1 style="font-size:13pt">${escaped(title)}</h1><p>Vigencia 2021</p>
    <table>${row(heads, "th")}${rows.map((cells) => row(cells, "td")).join("")}</table>`;
}

const kHeads = ["Concepto", "Apropiación definitiva", "Pagos"];
const kHostileRows = [
  [kHostile, "120.000.000", "100.000.000"],
  ['"><svg onload=alert(1)>', "230.000.000", "200.000.000"],
  ["Servicios públicos", "350.000.000", "300.000.000"],
  ["TOTAL", "700.000.000", "601.000.000"],
];
// A table over two pages, whose total is a hundred million more than its lines.
const kLongRows = Array.from({ length: 60 }, (_, at) => [`Rubro ${at + 1}`, `${(at + 1) * 2}.000.000`, `${at + 1}.000.000`]);
const kLongTotal = ["TOTAL", "3.660.000.000", "1.930.000.000"];
const kScannedRows = [
  ["Sueldos", "128.653.905", "118.356.809"],
  ["Honorarios", "236.583.068", "206.385.693"],
  ["Servicios públicos", "353.865.380", "305.638.965"],
  ["Mantenimiento", "63.508.836", "58.930.683"],
  ["TOTAL", "782.611.189", "689.312.150"],
];

// A page of one JPEG as a PDF, which is what a scanner makes.
function scanned(jpeg, width, height) {
  const objects = [
    Buffer.from("<< /Type /Catalog /Pages 2 0 R >>"),
    Buffer.from("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
    Buffer.from("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>"),
    Buffer.from("<< /Length 27 >>\nstream\nq 612 0 0 792 0 0 cm /I Do Q\nendstream"),
    Buffer.concat([
      Buffer.from(`<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`),
      jpeg,
      Buffer.from("\nendstream"),
    ]),
  ];
  const parts = [Buffer.from("%PDF-1.4\n")];
  const places = [];
  let at = parts[0].length;
  objects.forEach((object, number) => {
    const part = Buffer.concat([Buffer.from(`${number + 1} 0 obj\n`), object, Buffer.from("\nendobj\n")]);
    places.push(at);
    at += part.length;
    parts.push(part);
  });
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  parts.push(Buffer.from(`xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`));
  return Buffer.concat(parts);
}

export async function makeReports(browser, folder) {
  const page = await browser.newPage({ viewport: { width: 816, height: 1056 }, deviceScaleFactor: 1.25 });
  await page.setContent(sheet(kHostileTitle, kHeads, kHostileRows, ""));
  await page.pdf({ path: join(folder, "hostil <b>.pdf"), format: "Letter", margin: { top: "2cm", left: "2cm" } });
  await page.setContent(sheet("EJECUCIÓN DE GASTOS POR RUBRO", kHeads, [...kLongRows, kLongTotal], ""));
  await page.pdf({ path: join(folder, "larga.pdf"), format: "Letter", margin: { top: "2cm", left: "2cm", bottom: "2cm" } });
  await page.setContent(sheet("EJECUCIÓN DE GASTOS", kHeads, kScannedRows, "body{padding:60px;color:#555;filter:blur(0.7px)}"));
  const jpeg = await page.screenshot({ type: "jpeg", quality: 18 });
  writeFileSync(join(folder, "escaneado.pdf"), scanned(jpeg, 816 * 1.25, 1056 * 1.25));
  await page.close();
}
