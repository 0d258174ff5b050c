// Fails when an import goes against the layers: lib -> core -> audio -> ui -> features -> app.
// A layer may import itself and those before it; features are siblings; core and audio know no React.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const LAYERS = ["lib", "core", "audio", "ui", "features", "app"];
const source = fileURLToPath(new URL("../src", import.meta.url));

function* files(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* files(path);
    else if (/\.tsx?$/.test(name)) yield path;
  }
}

export function violation(file, specifier) {
  const parts = file.split("/");
  const own = LAYERS.indexOf(parts[0]);
  if (own < 0) return null; // main.tsx
  if (/^react(-dom)?($|\/)|^react-router|react-query/.test(specifier)) {
    return own < LAYERS.indexOf("ui") ? `${parts[0]} must not know React` : null;
  }
  let target = null;
  if (specifier.startsWith("@/")) target = specifier.slice(2);
  else if (specifier.startsWith(".")) target = relative(source, resolve(source, dirname(file), specifier));
  if (target === null) return null;
  const other = target.split("/");
  const layer = LAYERS.indexOf(other[0]);
  if (layer > own) return `${parts[0]} must not import ${other[0]}`;
  const siblings = parts[0] === "features" && other[0] === "features" && parts.length > 2 && other.length > 2;
  if (siblings && parts[1] !== other[1]) return `features are siblings: ${parts[1]} must not import ${other[1]}`;
  return null;
}

const found = [];
for (const path of files(source)) {
  const file = relative(source, path);
  for (const [, a, b] of readFileSync(path, "utf8").matchAll(/(?:\bfrom|\bimport)\s*(?:"([^"]+)"|\(\s*"([^"]+)"\s*\))/g)) {
    const specifier = a ?? b;
    const reason = violation(file, specifier);
    if (reason) found.push(`${file}: "${specifier}": ${reason}`);
  }
}
if (found.length > 0) {
  process.stderr.write(`${found.join("\n")}\n${found.length} import(s) against the layers\n`);
  process.exit(1);
}
process.stdout.write("layers: every import goes the right way\n");
