// Reads the documents of a .jsonl file with chrono-node: `node chrono.mjs DOCS.jsonl LANGUAGE PASSES`.
import { readFileSync } from "node:fs";
import * as chrono from "chrono-node";

const [file, language, passes] = process.argv.slice(2);
const rows = readFileSync(file, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
const parser = language === "en" ? chrono : chrono[language];
let found = 0;
for (let pass = 0; pass < Number(passes); pass += 1) {
  found = 0;
  for (const row of rows) found += parser.parse(row.text, new Date(row.dct)).length;
}
console.log(found);
