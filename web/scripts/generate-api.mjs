// Writes api/schema.d.ts from the server's OpenAPI: `npm run api [-- schema.yml]`; with `--check` it only compares.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const target = here("../api/schema.d.ts");
const given = process.argv.slice(2).find((argument) => !argument.startsWith("--"));
const check = process.argv.includes("--check");

/** The schema as the server of this checkout describes itself. */
function fromServer(folder) {
  const ours = here("../../.venv/bin/python");
  const python = process.env.KLANGWERK_PYTHON ?? (existsSync(ours) ? ours : "python3");
  const file = join(folder, "schema.yml");
  const env = { ...process.env, KLANGWERK_HOME: folder };
  execFileSync(python, ["-m", "klangwerk.studio.manage", "spectacular", "--file", file], { stdio: ["ignore", "ignore", "inherit"], env });
  return file;
}

const folder = mkdtempSync(join(tmpdir(), "klangwerk-api-"));
try {
  const schema = readFileSync(given ?? fromServer(folder), "utf8");
  const ast = await openapiTS(schema, { alphabetize: true, defaultNonNullable: false });
  const text = `// Generated from the server's OpenAPI by \`npm run api\`; do not edit.\n\n${astToString(ast)}`;
  if (!check) writeFileSync(target, text);
  else if (!existsSync(target) || readFileSync(target, "utf8") !== text) {
    process.stderr.write("web/api/schema.d.ts is stale: run `make api` and commit it.\n");
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
