/** Live events: a socket that comes back by itself where it stopped, and polling for as long as it cannot. */

import { backoff_ms, type Backoff } from "@/lib/backoff";
import { Store } from "@/lib/store";
import type { Job } from "../api/types";
import { readMessage } from "./protocol";

export type LinkState = "off" | "connecting" | "live" | "waiting" | "polling";

export interface Socket {
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: (() => void) | null;
  close(): void;
}

export interface EventParts {
  /** A one-time ticket; rejects when the server is away. */
  ticket(): Promise<string>;
  open(ticket: string, after: number | null): Socket;
  /** The work going on, for when no socket can be had. */
  poll(): Promise<Job[]>;
  after_ms(delay_ms: number, task: () => void): () => void;
  random(): number;
}

export interface EventSink {
  job(job: Job): void;
  snapshot(jobs: Job[]): void;
  /** Too much was missed: read lists again. */
  reset(): void;
}

const BACKOFF: Backoff = { first_ms: 500, most_ms: 30_000 };
const FAILURES_BEFORE_POLLING = 3;
const POLL_MS = 2_000;
const SILENCE_MS = 60_000; // the server pings every 25 s; a line silent for longer is dead

export class EventConnection {
  readonly state = new Store<LinkState>("off");
  private lastId: number | null = null;
  private readyId: number | null = null;
  private failures = 0;
  private socket: Socket | null = null;
  private stopWait: (() => void) | null = null;
  private stopPoll: (() => void) | null = null;
  private stopWatch: (() => void) | null = null;
  private epoch = 0;

  constructor(
    private readonly parts: EventParts,
    private readonly sink: EventSink,
  ) {}

  start(): void {
    if (this.state.get() === "off") this.connect();
  }

  stop(): void {
    this.epoch++;
    this.drop();
    this.lastId = null;
    this.failures = 0;
    this.state.set("off");
  }

  /** Tries at once, as when the network came back or the page is looked at again. */
  hurry(): void {
    if (this.state.get() === "waiting" || this.state.get() === "polling") {
      this.drop();
      this.connect();
    }
  }

  private connect(): void {
    const epoch = ++this.epoch;
    if (this.state.get() !== "polling") this.state.set("connecting");
    this.parts.ticket().then(
      (ticket) => {
        if (epoch === this.epoch) this.attach(ticket, epoch);
      },
      () => {
        if (epoch === this.epoch) this.failed();
      },
    );
  }

  private attach(ticket: string, epoch: number): void {
    const socket = this.parts.open(ticket, this.lastId);
    this.socket = socket;
    socket.onmessage = ({ data }) => {
      if (epoch !== this.epoch) return;
      this.watch(epoch);
      this.receive(String(data));
    };
    socket.onclose = () => {
      if (epoch === this.epoch) this.failed();
    };
    this.watch(epoch);
  }

  private watch(epoch: number): void {
    this.stopWatch?.();
    this.stopWatch = this.parts.after_ms(SILENCE_MS, () => {
      if (epoch !== this.epoch || !this.socket) return;
      this.socket.onclose = null;
      this.socket.close();
      this.failed();
    });
  }

  private receive(text: string): void {
    const message = readMessage(text);
    if (message.type === "ready") {
      const first = this.lastId === null;
      this.readyId = message.lastId;
      this.lastId ??= message.lastId;
      this.failures = 0;
      this.stopPoll?.();
      this.stopPoll = null;
      this.state.set("live");
      if (first) this.look(); // what was going on before this page opened
    } else if (message.type === "job") {
      this.lastId = Math.max(this.lastId ?? 0, message.id);
      this.sink.job(message.job);
    } else if (message.type === "reset") {
      this.lastId = this.readyId;
      this.sink.reset();
      this.look();
    }
  }

  private failed(): void {
    this.socket = null;
    this.stopWatch?.();
    this.failures++;
    const delay_ms = backoff_ms(this.failures, BACKOFF, this.parts.random);
    this.stopWait = this.parts.after_ms(delay_ms, () => {
      this.stopWait = null;
      this.connect();
    });
    if (this.failures < FAILURES_BEFORE_POLLING) this.state.set("waiting");
    else if (this.stopPoll === null) {
      this.state.set("polling");
      this.pollAgain();
    }
  }

  private pollAgain(): void {
    this.look();
    this.stopPoll = this.parts.after_ms(POLL_MS, () => {
      this.pollAgain();
    });
  }

  private look(): void {
    this.parts.poll().then(
      (jobs) => {
        if (this.state.get() !== "off") this.sink.snapshot(jobs);
      },
      () => undefined, // the reconnect goes on regardless
    );
  }

  private drop(): void {
    this.stopWait?.();
    this.stopPoll?.();
    this.stopWatch?.();
    this.stopWait = this.stopPoll = this.stopWatch = null;
    if (this.socket) this.socket.onclose = this.socket.onmessage = null;
    this.socket?.close();
    this.socket = null;
  }
}
