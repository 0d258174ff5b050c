import { describe, expect, it } from "vitest";
import { beatFrame } from "@/core/rack/transport";
import { Sequencer } from "./sequencer";

const frames = (sequencer: Sequencer, until: number) => sequencer.take(until).map(({ frame }) => frame);

describe("Sequencer", () => {
  it("gives out every beat once, on the frame that the tempo says", () => {
    const sequencer = new Sequencer(1000, 174);
    const got: number[] = [];
    for (let until = 0; until < 400_000; until += 777) got.push(...frames(sequencer, until));
    expect(got).toEqual(got.map((_, beat) => 1000 + beatFrame(beat, 174)));
    expect(got.length).toBeGreaterThan(20);
  });

  it("does not drift in an hour", () => {
    const sequencer = new Sequencer(0, 127);
    const last = sequencer.take(3600 * 44_100).at(-1);
    expect(last?.beat).toBe(127 * 60 - 1);
    expect(Math.abs((last?.frame ?? 0) - ((127 * 60 - 1) * 60 * 44_100) / 127)).toBeLessThanOrEqual(0.5);
  });

  it("goes on from the last beat at another tempo", () => {
    const sequencer = new Sequencer(0, 120); // 22050 frames a beat
    sequencer.take(60_000); // beats at 0, 22050 and 44100
    sequencer.retime(60, 50_000);
    expect(sequencer.take(200_000)).toEqual([
      { beat: 3, frame: 88_200 },
      { beat: 4, frame: 132_300 },
      { beat: 5, frame: 176_400 },
    ]);
  });

  it("plays a beat at once that the faster tempo has put into the past", () => {
    const sequencer = new Sequencer(0, 60);
    sequencer.take(1);
    sequencer.retime(300, 40_000); // the second beat would have been at 8820
    expect(frames(sequencer, 60_000)).toEqual([40_000, 48_820, 57_640]);
  });

  it("gives out again what was planned after the moment of a change", () => {
    const sequencer = new Sequencer(0, 120);
    expect(frames(sequencer, 100_000)).toEqual([0, 22_050, 44_100, 66_150, 88_200]);
    sequencer.rewind(50_000);
    expect(frames(sequencer, 100_000)).toEqual([66_150, 88_200]);
  });

  it("never plays a beat twice or out of order while the tempo is turned", () => {
    const sequencer = new Sequencer(0, 140);
    let now = 0;
    const heard: { beat: number; frame: number }[] = [];
    for (let turn = 0; turn < 400; turn++) {
      const planned = sequencer.take(now + 6615);
      heard.push(...planned);
      now += 300;
      if (turn % 3 === 0) {
        sequencer.retime(60 + ((turn * 37) % 305), now);
        while ((heard.at(-1)?.frame ?? -1) >= now) heard.pop(); // taken back before it sounded
      }
    }
    expect(heard.map(({ beat }) => beat)).toEqual(heard.map((_, index) => index));
    heard.slice(1).forEach(({ frame }, index) => { expect(frame).toBeGreaterThan(heard[index]?.frame ?? 0); });
  });

  it("says where in the beat a moment lies", () => {
    const sequencer = new Sequencer(100, 120);
    sequencer.take(100_000);
    expect(sequencer.at(100)).toEqual({ beat: 0, phase: 0 });
    expect(sequencer.at(100 + 22_050 + 11_025)).toEqual({ beat: 1, phase: 0.5 });
    expect(sequencer.at(0).phase).toBeLessThan(0);
  });
});
