/** Scrolls the board while something is dragged to its edge. */

const EDGE_PX = 36;
const SPEED = 0.35; // px a picture, for each px behind the edge

export class EdgeScroll {
  private request: number | null = null;
  private at = { x: 0, y: 0 };

  constructor(
    private readonly board: HTMLElement,
    /** How far the lanes are covered on the left and on top. */
    private readonly covered: () => { left: number; top: number },
    /** Called after each step: what is dragged is elsewhere now. */
    private readonly moved: () => void,
  ) {}

  to(x: number, y: number): void {
    this.at = { x, y };
    this.request ??= requestAnimationFrame(this.step);
  }

  stop(): void {
    if (this.request !== null) cancelAnimationFrame(this.request);
    this.request = null;
  }

  private readonly step = () => {
    const box = this.board.getBoundingClientRect();
    const { left, top } = this.covered();
    const x = beyond(this.at.x, left + EDGE_PX, box.right - EDGE_PX) * SPEED;
    const y = beyond(this.at.y, top + EDGE_PX, box.bottom - EDGE_PX) * SPEED;
    const before = [this.board.scrollLeft, this.board.scrollTop];
    if (x !== 0 || y !== 0) this.board.scrollBy({ left: x, top: y, behavior: "instant" });
    const scrolled = before[0] !== this.board.scrollLeft || before[1] !== this.board.scrollTop;
    if (scrolled) this.moved();
    this.request = scrolled ? requestAnimationFrame(this.step) : null;
  };
}

const beyond = (at: number, low: number, high: number): number => (at < low ? at - low : at > high ? at - high : 0);
