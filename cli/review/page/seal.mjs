// Writes into dist/index.html from which sources dist was built, and what was built, so that tests/house/page.py can tell
// without npm whether both are still so.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("../../../tests/house/page.py", import.meta.url));
const here = fileURLToPath(new URL(".", import.meta.url));
const index = `${here}dist/index.html`;
const text = readFileSync(index, "utf8").replace(/ crossorigin/g, "").replace(/\s*<meta name="sealed"[^>]*>/, "");
writeFileSync(index, text);
const seal = execFileSync("python3", [script, "--seal", here], { encoding: "utf8" }).trim();
writeFileSync(index, text.replace('<meta charset="utf-8" />', `<meta charset="utf-8" />\n    <meta name="sealed" content="${seal}" />`));
