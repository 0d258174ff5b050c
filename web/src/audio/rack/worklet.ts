/** Runs in the audio thread: effects in a row, each an instance of WASM made from Faust. */

export interface EffectSetUp {
  readonly code: ArrayBuffer;
  /** 1: an instance for each channel; 2: one instance for both. */
  readonly channels: number;
  readonly dspBytes: number;
  readonly values: readonly (readonly [index: number, value: number])[];
}

export interface StripSetUp {
  readonly chain: readonly EffectSetUp[];
}

interface Turn {
  readonly at: number;
  readonly index: number;
  readonly value: number;
}

// What TypeScript's DOM library does not know of the audio thread.
declare const sampleRate: number;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(name: string, processor: new (options: { processorOptions: StripSetUp }) => AudioWorkletProcessor): void;

interface Program {
  readonly memory: WebAssembly.Memory;
  init(dsp: number, sampleRate_hz: number): void;
  setParamValue(dsp: number, index: number, value: number): void;
  compute(dsp: number, frames: number, inputs: number, outputs: number): void;
}

const DSP = 0; // Faust keeps its state at the beginning of the memory
const BLOCK = 128;
const PAGE_BYTES = 65_536;
const SLEEP_AFTER_S = 3; // longer than any release: what is silent for so long stays silent

/** One program with buffers for its channels behind its state. */
class Instance {
  readonly inputs: Float32Array[] = [];
  readonly outputs: Float32Array[] = [];
  private readonly program: Program;
  private readonly inputList: number;
  private readonly outputList: number;

  constructor(module: WebAssembly.Module, { channels, dspBytes, values }: EffectSetUp) {
    this.program = new WebAssembly.Instance(module).exports as unknown as Program;
    const { memory } = this.program;
    this.inputList = Math.ceil(dspBytes / 16) * 16;
    this.outputList = this.inputList + 16;
    const buffers = this.outputList + 16;
    const bytes = buffers + 2 * channels * BLOCK * 4;
    const missing = bytes - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
    this.program.init(DSP, sampleRate);
    for (const [index, value] of values) this.program.setParamValue(DSP, index, value);
    const lists = new Uint32Array(memory.buffer);
    for (let channel = 0; channel < channels; channel++) {
      const input = buffers + channel * BLOCK * 4;
      const output = input + channels * BLOCK * 4;
      lists[this.inputList / 4 + channel] = input;
      lists[this.outputList / 4 + channel] = output;
      this.inputs.push(new Float32Array(memory.buffer, input, BLOCK));
      this.outputs.push(new Float32Array(memory.buffer, output, BLOCK));
    }
  }

  set(index: number, value: number): void {
    this.program.setParamValue(DSP, index, value);
  }

  run(): void {
    this.program.compute(DSP, BLOCK, this.inputList, this.outputList);
  }

  /** Goes on from where another instance of the same effect is. */
  become(other: Instance): void {
    new Uint8Array(this.program.memory.buffer, DSP, this.inputList).set(new Uint8Array(other.program.memory.buffer, DSP, this.inputList));
  }
}

const SILENCE = new Float32Array(BLOCK);

function same(left: Float32Array, right: Float32Array): boolean {
  if (left === right) return true;
  for (let frame = 0; frame < BLOCK; frame++) if (left[frame] !== right[frame]) return false;
  return true;
}

class StripProcessor extends AudioWorkletProcessor {
  private readonly chain: Instance[][];
  private silentBlocks = 0;
  /** Both channels have been the same so far: one instance does the work of two. */
  private mono = true;

  constructor({ processorOptions: { chain } }: { processorOptions: StripSetUp }) {
    super();
    // Small modules may be compiled at once here; it happens when the rack opens, not while it plays.
    this.chain = chain.map((setUp) => {
      const module = new WebAssembly.Module(setUp.code);
      return setUp.channels === 1 ? [0, 1].map(() => new Instance(module, setUp)) : [new Instance(module, setUp)];
    });
    this.port.onmessage = ({ data }: MessageEvent<Turn>) => {
      for (const instance of this.chain[data.at] ?? []) instance.set(data.index, data.value);
      this.silentBlocks = 0;
    };
  }

  process([input]: Float32Array[][], [output]: Float32Array[][]): boolean {
    if (!output) return true;
    let left = input?.[0] ?? SILENCE;
    let right = input?.[1] ?? left;
    const alike = same(left, right);
    if (this.asleep(left, alike)) return true; // the output is zeros already
    if (this.mono && !alike) this.part();
    for (const [first, second] of this.chain) {
      if (!first) continue;
      first.inputs[0]?.set(left);
      first.inputs[1]?.set(right);
      first.run();
      left = first.outputs[0] ?? SILENCE;
      if (!second) {
        right = first.outputs[1] ?? SILENCE;
      } else if (this.mono) {
        right = left;
      } else {
        second.inputs[0]?.set(right);
        second.run();
        right = second.outputs[0] ?? SILENCE;
      }
    }
    output[0]?.set(left);
    output[1]?.set(right);
    return true;
  }

  /** From here on the channels differ. Until now the second instances would have done the same as the first. */
  private part(): void {
    this.mono = false;
    for (const [first, second] of this.chain) if (first) second?.become(first);
  }

  private asleep(left: Float32Array, alike: boolean): boolean {
    const silent = alike && same(left, SILENCE);
    this.silentBlocks = silent ? this.silentBlocks + 1 : 0;
    return this.silentBlocks * BLOCK > SLEEP_AFTER_S * sampleRate;
  }
}

registerProcessor("klangwerk-strip", StripProcessor);
