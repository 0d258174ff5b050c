/** A sound that plays while it comes in: minutes of music need not be loaded or decoded as a whole before they are heard. */

/** Where the bytes are; addresses expire, so a refused one is asked for anew, once. */
export interface Streamed {
  readonly url: string;
  renewed(): Promise<string>;
}

export interface StreamEvents {
  playing(): void;
  ended(): void;
  failed(): void;
}

const FADE_S = 0.008; // stopping in the middle of a wave must not click
const GONE_MS = 40;
const NEAR_S = 0.1;

export class StreamVoice {
  private readonly element = new Audio();
  private readonly envelope: GainNode;
  private over = false;
  private resting = false;
  private renewing = false;

  constructor(
    private readonly context: AudioContext,
    output: AudioNode,
    private readonly sound: Streamed,
    private readonly from_s: number,
    private readonly events: StreamEvents,
  ) {
    this.envelope = context.createGain();
    this.element.crossOrigin = "anonymous"; // without it the sound of another server would be silence
    this.element.preload = "auto";
    context.createMediaElementSource(this.element).connect(this.envelope).connect(output);
    this.element.onplaying = () => { if (!this.over && !this.resting) events.playing(); };
    this.element.onended = () => {
      if (this.over) return;
      this.close();
      events.ended();
    };
    this.element.onerror = () => { this.broken(); };
    this.begin(sound.url, from_s);
  }

  get position_s(): number {
    return this.element.currentTime;
  }

  seek(at_s: number): void {
    this.element.currentTime = at_s;
  }

  /** Stops, and keeps what has come in, so that it goes on at once. */
  rest(): void {
    if (this.over || this.resting) return;
    this.resting = true;
    this.fade(0);
    setTimeout(() => { if (this.resting) this.element.pause(); }, GONE_MS);
  }

  /** False when there is nothing left to go on with. */
  resume(at_s: number): boolean {
    if (this.over) return false;
    this.resting = false;
    const still = !this.element.paused; // it was stopped a moment ago
    if (Math.abs(this.element.currentTime - at_s) > NEAR_S) this.element.currentTime = at_s;
    this.fade(1);
    this.element.play().catch(() => undefined);
    if (still) this.events.playing();
    return true;
  }

  stop(): void {
    if (this.over) return;
    this.over = true;
    this.fade(0);
    setTimeout(() => { this.close(); }, GONE_MS);
  }

  private fade(to: number): void {
    const { gain } = this.envelope;
    const now_s = this.context.currentTime;
    gain.cancelScheduledValues(now_s);
    gain.setValueAtTime(gain.value, now_s);
    gain.linearRampToValueAtTime(to, now_s + FADE_S);
  }

  private begin(url: string, from_s: number): void {
    this.element.src = url;
    if (from_s > 0) this.element.currentTime = from_s;
    this.element.play().catch(() => undefined); // onerror says what is wrong; a stop meanwhile is no fault
  }

  private broken(): void {
    if (this.over) return;
    if (this.resting) {
      this.close();
      return;
    }
    if (this.renewing) {
      this.close();
      this.events.failed();
      return;
    }
    this.renewing = true;
    const at_s = this.element.currentTime || this.from_s;
    this.sound.renewed().then(
      (url) => {
        if (this.resting) this.close();
        else if (!this.over) this.begin(url, at_s);
      },
      () => {
        if (this.over) return;
        this.close();
        this.events.failed();
      },
    );
  }

  /** Lets go of the line to the server. */
  private close(): void {
    this.over = true;
    this.element.pause();
    this.element.removeAttribute("src");
    this.element.load();
    this.envelope.disconnect();
  }
}
