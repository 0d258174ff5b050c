// Builds the effects: Faust and WAT sources in src/klangwerk/dsp into WASM, and effects.json, which says how to run them.
// They go into src/klangwerk/dsp/wasm: `npm run dsp`, or elsewhere: `npm run dsp -- FOLDER`.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { FaustCompiler, LibFaust, instantiateFaustModuleFromFile } from "@grame/faustwasm/dist/esm/index.js";

const EFFECTS = ["ott", "distortion", "limiter"];
const MOST_BYTES = 25_000; // the browser fetches each file
const OPTIONS = "-ftz 2 -mcd 4"; // denormals count as 0; delays of more than 4 frames are rings

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const sources = here("../../src/klangwerk/dsp");
const target = process.argv[2] ? resolve(process.argv[2]) : join(sources, "wasm");
const read = (...path) => readFileSync(join(sources, ...path), "utf8");

/** A tool of Binaryen. */
function binaryen(tool, ...words) {
  execFileSync(process.execPath, [here(`../node_modules/binaryen/bin/${tool}`), ...words], { stdio: ["ignore", "ignore", "inherit"] });
}

async function startCompiler() {
  const folder = here("../node_modules/@grame/faustwasm/libfaust-wasm");
  const compiler = new FaustCompiler(new LibFaust(await instantiateFaustModuleFromFile(join(folder, "libfaust-wasm.js"))));
  compiler.fs().writeFile("common.lib", read("faust", "common.lib"));
  return compiler;
}

/** The sliders of a program. */
function* sliders(items) {
  for (const item of items) {
    if (item.items) yield* sliders(item.items);
    else yield { name: item.label, index: item.index, low: item.min, high: item.max, initial: item.init };
  }
}

/** `// latency_frames: 62` in a source says by how much the effect is late. */
function latencyOf(source) {
  return Number(/^\/\/ latency_frames: (\d+)/m.exec(source)?.[1] ?? 0);
}

async function compileEffect(compiler, name) {
  const source = read("faust", `${name}.dsp`);
  const program = await compiler.createMonoDSPFactory(name, source, OPTIONS);
  if (!program) throw new Error(`${name}.dsp: ${compiler.getErrorMessage()}`);
  const about = JSON.parse(program.json);
  if (about.inputs !== about.outputs) throw new Error(`${name}.dsp has ${about.inputs} inputs and ${about.outputs} outputs`);
  const facts = {
    channels: about.inputs,
    latencyFrames: latencyOf(source),
    dspBytes: about.size,
    parameters: [...sliders(about.ui)],
  };
  return { name, code: program.code, facts };
}

/** Fails when an effect asks for what math.wasm has not, or when math.wasm has what no effect asks for. */
function checkImports(math, effects) {
  const offered = new Set(WebAssembly.Module.exports(new WebAssembly.Module(math)).map((entry) => entry.name));
  const asked = new Set(effects.flatMap(({ code }) => WebAssembly.Module.imports(new WebAssembly.Module(code)).map((entry) => entry.name)));
  const missing = [...asked].filter((name) => !offered.has(name));
  const idle = [...offered].filter((name) => !asked.has(name));
  if (missing.length > 0) throw new Error(`math.wat lacks ${missing.join(", ")}`);
  if (idle.length > 0) throw new Error(`no effect asks for ${idle.join(", ")} of math.wat`);
}

/** An effect with the functions that it asks for inside: calls from one module into another cost a third of the time. */
function selfContained(folder, { name, code }) {
  const [alone, joined, small] = ["alone", "joined", "small"].map((step) => join(folder, `${name}-${step}`));
  writeFileSync(alone, code);
  binaryen("wasm-merge", alone, "effect", join(folder, "math.wasm"), "env", "-o", joined);
  const inlined = ["--always-inline-max-function-size=300", "--flexible-inline-max-function-size=300"];
  binaryen("wasm-opt", "-O3", ...inlined, "--remove-unused-module-elements", joined, "-o", small);
  const content = readFileSync(small);
  const needs = WebAssembly.Module.imports(new WebAssembly.Module(content));
  if (needs.length > 0) throw new Error(`${name}.wasm still needs ${needs.map((entry) => entry.name).join(", ")}`);
  return content;
}

/** Whoever reads meanwhile sees the old file or the new one, never half of one. */
function put(scratch, name, content) {
  if (content.length > MOST_BYTES) throw new Error(`${name} has ${content.length} bytes, more than ${MOST_BYTES}`);
  writeFileSync(join(scratch, name), content);
  renameSync(join(scratch, name), join(target, name));
}

const compiler = await startCompiler();
const effects = [];
for (const name of EFFECTS) effects.push(await compileEffect(compiler, name));

mkdirSync(target, { recursive: true });
const scratch = mkdtempSync(join(target, ".new-"));
const sizes = [];
try {
  binaryen("wasm-as", join(sources, "math.wat"), "-o", join(scratch, "math.wasm"));
  const math = readFileSync(join(scratch, "math.wasm"));
  checkImports(math, effects);
  for (const effect of effects) {
    const content = selfContained(scratch, effect);
    put(scratch, `${effect.name}.wasm`, content);
    sizes.push(`${effect.name} ${(content.length / 1000).toFixed(1)} kB`);
  }
  put(scratch, "math.wasm", math); // by itself for the tests: no effect asks for it any more
  // Last, because its being there says that all is there.
  put(scratch, "effects.json", `${JSON.stringify(Object.fromEntries(effects.map(({ name, facts }) => [name, facts])), null, 2)}\n`);
} finally {
  rmSync(scratch, { recursive: true });
}
process.stdout.write(`effects: ${sizes.join(", ")}\n`);
