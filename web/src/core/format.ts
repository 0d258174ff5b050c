/** Numbers and times as musicians read them. */

export function formatTime_s(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(2)} s`;
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** A wait in words: "moments", "40 s", "3 min", "5 h 12 min". */
export function formatWait_s(seconds: number): string {
  if (seconds < 1) return "moments";
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return rest === 0 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
}

export function formatAgo(then: Date, now: Date): string {
  const seconds = Math.max(0, (now.getTime() - then.getTime()) / 1000);
  if (seconds < 45) return "just now";
  if (seconds < 45 * 60) return `${Math.max(1, Math.round(seconds / 60))} min ago`;
  if (seconds < 22 * 3600) return `${Math.max(1, Math.round(seconds / 3600))} h ago`;
  if (seconds < 7 * 86400) {
    const days = Math.max(1, Math.round(seconds / 86400));
    return days === 1 ? "yesterday" : `${days} days ago`;
  }
  return then.toLocaleDateString(undefined, { day: "numeric", month: "short", year: "numeric" });
}

/** When something is possible again: "at 06:00", or with the day when it is not today. */
export function formatUntil(then: Date, now: Date): string {
  const time = then.toLocaleTimeString(undefined, { hour: "2-digit", minute: "2-digit" });
  if (then.toDateString() === now.toDateString()) return `at ${time}`;
  const tomorrow = new Date(now);
  tomorrow.setDate(now.getDate() + 1);
  if (then.toDateString() === tomorrow.toDateString()) return `tomorrow at ${time}`;
  return `on ${then.toLocaleDateString(undefined, { weekday: "short", day: "numeric", month: "short" })} at ${time}`;
}

export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

const minus = (text: string): string => text.replace("-", "−");

export const formatLufs = (lufs: number | null): string => (lufs === null ? "" : `${minus(lufs.toFixed(1))} LUFS`);
export const formatDb = (db: number): string => (db <= -60 ? "−∞ dB" : `${minus(db.toFixed(1))} dB`);
export const toDb = (linear: number): number => 20 * Math.log10(Math.max(linear, 1e-6));

export const formatCount = (count: number, one: string, many: string): string =>
  `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

/** "1:05", also of less than a minute: lengths in a list stand below each other. */
export const formatClock_s = (seconds: number): string => {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
};

/** A tempo: "92 BPM", "92.5 BPM". */
export const formatTempo = (bpm: number): string => `${Number(bpm.toFixed(1))} BPM`;
