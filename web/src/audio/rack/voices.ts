/** Kicks and noise on exact frames. Whatever is cut off fades; the server's renderer fades by the same numbers. */

import { RACK_RATE_HZ } from "@/core/rack/transport";

const CUT_FADE_FRAMES = 512; // a shortened kick
const CHOKE_FRAMES = 128; // the kick before the next one
const NOISE_IN_FRAMES = 64;
const NOISE_OVER_FRAMES = 512; // one round of noise into the next
const STOP_FRAMES = 4410; // at "stop"
const FOREVER_S = 1e8;

interface Voice {
  readonly source: AudioBufferSourceNode;
  readonly envelope: GainNode;
  readonly start_frame: number;
}

const seconds = (frame: number): number => frame / RACK_RATE_HZ;

/** The first part of a kick, with a fade where it is cut. */
function shortened(sound: AudioBuffer, length: number): AudioBuffer {
  if (length >= 1) return sound;
  const frames = Math.max(1, Math.floor(length * sound.length + 0.5));
  const cut = new AudioBuffer({ length: frames, numberOfChannels: sound.numberOfChannels, sampleRate: sound.sampleRate });
  const fade = Math.min(CUT_FADE_FRAMES, frames);
  for (let channel = 0; channel < sound.numberOfChannels; channel++) {
    const samples = sound.getChannelData(channel).slice(0, frames);
    for (let j = 0; j < fade; j++) samples[frames - fade + j] = (samples[frames - fade + j] ?? 0) * (1 - (j + 1) / fade);
    cut.copyToChannel(samples, channel);
  }
  return cut;
}

/** One kick at a time and one noise at a time, each giving way to the next. */
export class Voices {
  private kicks: Voice[] = [];
  private noises: Voice[] = [];
  private cut: { sound: AudioBuffer; length: number; result: AudioBuffer } | null = null;

  constructor(
    private readonly context: BaseAudioContext,
    private readonly outputs: { readonly kick: AudioNode; readonly noise: AudioNode },
  ) {}

  kick(sound: AudioBuffer, length: number, frame: number): void {
    if (this.cut?.sound !== sound || this.cut.length !== length) this.cut = { sound, length, result: shortened(sound, length) };
    fadeOut(this.kicks.at(-1), frame, CHOKE_FRAMES);
    const voice = this.voice(this.cut.result, frame, this.outputs.kick, this.kicks);
    voice.source.start(seconds(frame));
  }

  noise(sound: AudioBuffer, frame: number): void {
    const before = this.noises.at(-1);
    fadeOut(before, frame, NOISE_OVER_FRAMES);
    before?.source.stop(seconds(frame + NOISE_OVER_FRAMES));
    const voice = this.voice(sound, frame, this.outputs.noise, this.noises);
    voice.source.loop = true;
    voice.envelope.gain.setValueAtTime(0, seconds(frame));
    voice.envelope.gain.linearRampToValueAtTime(1, seconds(frame + NOISE_IN_FRAMES));
    voice.source.start(seconds(frame));
  }

  /** Lets the noise fade away; the kick too, where a cue is let go. */
  end(frame: number, { kick }: { kick: boolean }): void {
    const noise = this.noises.at(-1);
    fadeOut(noise, frame, STOP_FRAMES);
    noise?.source.stop(seconds(frame + STOP_FRAMES));
    if (kick) fadeOut(this.kicks.at(-1), frame, STOP_FRAMES);
  }

  /** Takes back what would start at `frame` or later, and what was to give way to it. */
  takeBack(frame: number): void {
    for (const voices of [this.kicks, this.noises]) {
      const pending = voices.filter((voice) => voice.start_frame >= frame);
      if (pending.length === 0) continue;
      for (const voice of pending) silence(voice);
      voices.splice(0, voices.length, ...voices.filter((voice) => voice.start_frame < frame));
      const last = voices.at(-1);
      if (!last) continue;
      // Its own fade-in is over long since, or begins anew from where it is.
      last.envelope.gain.cancelScheduledValues(seconds(frame));
      if (voices === this.noises) last.source.stop(FOREVER_S);
    }
  }

  private voice(buffer: AudioBuffer, start_frame: number, output: AudioNode, list: Voice[]): Voice {
    const source = new AudioBufferSourceNode(this.context, { buffer });
    const envelope = this.context.createGain();
    source.connect(envelope).connect(output);
    const voice = { source, envelope, start_frame };
    list.push(voice);
    source.onended = () => {
      envelope.disconnect();
      const at = list.indexOf(voice);
      if (at >= 0) list.splice(at, 1);
    };
    return voice;
  }
}

function fadeOut(voice: Voice | undefined, frame: number, frames: number): void {
  if (!voice) return;
  voice.envelope.gain.setValueAtTime(1, seconds(frame));
  voice.envelope.gain.linearRampToValueAtTime(0, seconds(frame + frames));
}

function silence({ source, envelope }: Voice): void {
  source.onended = null;
  source.stop();
  envelope.disconnect();
}
