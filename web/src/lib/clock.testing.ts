/** A clock that moves when told to. */
export class Clock {
  now_ms = 0;
  private tasks: { at_ms: number; task: () => void }[] = [];
  after_ms = (delay_ms: number, task: () => void) => {
    const entry = { at_ms: this.now_ms + delay_ms, task };
    this.tasks.push(entry);
    return () => {
      this.tasks = this.tasks.filter((other) => other !== entry);
    };
  };
  async pass(duration_ms: number) {
    const until_ms = this.now_ms + duration_ms;
    for (;;) {
      const next = this.tasks.filter(({ at_ms }) => at_ms <= until_ms).sort((a, b) => a.at_ms - b.at_ms)[0];
      if (!next) break;
      this.now_ms = next.at_ms;
      this.tasks = this.tasks.filter((other) => other !== next);
      next.task();
      await settle();
    }
    this.now_ms = until_ms;
  }
}

/** Lets promises that are ready run. */
export const settle = async () => {
  for (let i = 0; i < 5; i++) await Promise.resolve();
};
