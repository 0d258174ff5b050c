/** Short messages at the edge of the page. Failures stay until they are read; the rest goes by itself. */

import { Store } from "@/lib/store";

export interface Toast {
  id: number;
  tone: "plain" | "bad";
  text: string;
  detail?: string | undefined;
  action?: { label: string; run(): void } | undefined;
}

const STAYS_MS = 4_000;

export class Toasts {
  readonly list = new Store<readonly Toast[]>([]);
  private next = 1;

  show(text: string, options: { action?: Toast["action"]; stays_ms?: number } = {}): number {
    const id = this.add({ tone: "plain", text, action: options.action });
    setTimeout(() => {
      this.dismiss(id);
    }, options.stays_ms ?? STAYS_MS);
    return id;
  }

  fail(text: string, detail: string, action?: Toast["action"]): number {
    for (const same of this.list.get()) if (same.text === text && same.detail === detail) this.dismiss(same.id);
    return this.add({ tone: "bad", text, detail, action });
  }

  dismiss(id: number): void {
    this.list.update((list) => list.filter((toast) => toast.id !== id));
  }

  private add(toast: Omit<Toast, "id">): number {
    const id = this.next++;
    this.list.update((list) => [...list.slice(-3), { ...toast, id }]);
    return id;
  }
}
