// node run_effect.mjs WASM_FOLDER EFFECT PARAMETERS.json CHANNELS INPUT OUTPUT: float32 channels through an effect, in blocks of 128.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const BLOCK = 128;
const [folder, name, values, channelCount, input, output] = process.argv.slice(2);
const channels = Number(channelCount);
const module = (file) => new WebAssembly.Module(readFileSync(join(folder, file)));
const facts = JSON.parse(readFileSync(join(folder, "effects.json"), "utf8"))[name];
const bytes = readFileSync(input);
const samples = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
const frames = samples.length / channels;

for (let first = 0; first < channels; first += facts.channels) {
  const { exports } = new WebAssembly.Instance(module(`${name}.wasm`));
  exports.init(0, 44_100);
  for (const [parameter, value] of Object.entries(JSON.parse(values))) {
    exports.setParamValue(0, facts.parameters.find((entry) => entry.name === parameter).index, value);
  }
  const lists = (facts.dspBytes + 63) & ~63;
  const blocks = lists + 64;
  exports.memory.grow(1);
  const addresses = new Int32Array(exports.memory.buffer, lists, 2 * facts.channels);
  addresses.forEach((_, index) => (addresses[index] = blocks + index * BLOCK * 4));
  for (let start = 0; start < frames; start += BLOCK) {
    const count = Math.min(BLOCK, frames - start);
    for (let channel = 0; channel < facts.channels; channel += 1) {
      const at = (first + channel) * frames + start;
      new Float32Array(exports.memory.buffer, addresses[channel], count).set(samples.subarray(at, at + count));
    }
    exports.compute(0, count, lists, lists + 4 * facts.channels);
    for (let channel = 0; channel < facts.channels; channel += 1) {
      samples.set(new Float32Array(exports.memory.buffer, addresses[facts.channels + channel], count), (first + channel) * frames + start);
    }
  }
}
writeFileSync(output, new Uint8Array(samples.buffer));
