// Builds the effects: Faust and WAT sources in src/klangwerk/dsp into WASM, and effects.json, which says how to run them.
// They go into src/klangwerk/dsp/wasm: `npm run dsp`, or elsewhere: `npm run dsp -- FOLDER`.
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { FaustCompiler, LibFaust, instantiateFaustModuleFromFile } from "@grame/faustwasm/dist/esm/index.js";
import wabt from "wabt";

const EFFECTS = ["ott", "distortion", "limiter"];
const MOST_BYTES = 25_000; // the browser fetches each file
const OPTIONS = "-ftz 2 -mcd 4"; // denormals count as 0; delays of more than 4 frames are rings

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const sources = here("../../src/klangwerk/dsp");
const target = process.argv[2] ? resolve(process.argv[2]) : join(sources, "wasm");
const read = (...path) => readFileSync(join(sources, ...path), "utf8");

/** The functions that the effects import, assembled. */
async function assembleMath() {
  const module = (await wabt()).parseWat("math.wat", read("math.wat"));
  module.validate();
  return module.toBinary({}).buffer;
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

/** Whoever reads meanwhile sees the old file or the new one, never half of one. */
function put(scratch, name, content) {
  if (content.length > MOST_BYTES) throw new Error(`${name} has ${content.length} bytes, more than ${MOST_BYTES}`);
  writeFileSync(join(scratch, name), content);
  renameSync(join(scratch, name), join(target, name));
}

const math = await assembleMath();
const compiler = await startCompiler();
const effects = [];
for (const name of EFFECTS) effects.push(await compileEffect(compiler, name));
checkImports(math, effects);

mkdirSync(target, { recursive: true });
const scratch = mkdtempSync(join(target, ".new-"));
try {
  put(scratch, "math.wasm", math);
  for (const { name, code } of effects) put(scratch, `${name}.wasm`, code);
  // Last, because its being there says that all is there.
  put(scratch, "effects.json", `${JSON.stringify(Object.fromEntries(effects.map(({ name, facts }) => [name, facts])), null, 2)}\n`);
} finally {
  rmSync(scratch, { recursive: true });
}
process.stdout.write(`effects: ${effects.map(({ name, code }) => `${name} ${(code.length / 1000).toFixed(1)} kB`).join(", ")}\n`);
