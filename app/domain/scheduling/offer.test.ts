import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { apart, commonSlots, offerStatus } from "./offer";

const now = DateTime.fromISO("2026-11-23T09:30+08:00");
const open = {
  stored: "open" as const,
  stage: "mediation" as const,
  isPaused: false,
  booking: "none" as const,
  until: now.plus({ days: 3 }),
  starts: [now.minus({ hours: 1 }), now.plus({ hours: 1 })],
};

describe("how an offer stands", () => {
  it("takes answers while it runs and a time of it still lies ahead", () => {
    expect(offerStatus(open, now)).toBe("open");
    expect(offerStatus({ ...open, stage: "signing" }, now)).toBe("open");
    expect(offerStatus(open, open.until)).toBe("expired");
    expect(offerStatus({ ...open, starts: [now] }, now)).toBe("expired");
  });

  it("is over with a booking, and stays so when that is cancelled", () => {
    expect(offerStatus({ ...open, booking: "standing" }, open.until)).toBe("booked");
    expect(offerStatus({ ...open, booking: "gone" }, now)).toBe("withdrawn");
  });

  it("stays as it was closed, whatever the time", () => {
    expect(offerStatus({ ...open, stored: "withdrawn" }, now)).toBe("withdrawn");
    expect(offerStatus({ ...open, stored: "expired" }, now)).toBe("expired");
  });

  it("asks nobody while the case is halted, or past mediation", () => {
    expect(offerStatus({ ...open, isPaused: true }, now)).toBe("withdrawn");
    expect(offerStatus({ ...open, stage: "failed" }, now)).toBe("withdrawn");
  });
});

it("a common time is known only when everybody has answered", () => {
  expect(commonSlots(["a", "b", "c"], ["x", "y"], { x: ["a", "b"] })).toEqual([]);
  expect(commonSlots(["a", "b", "c"], ["x", "y"], { x: ["b", "a"], y: ["c", "b", "a"] })).toEqual(["a", "b"]);
  expect(commonSlots(["a"], ["x", "y"], { x: ["a"], y: [] })).toEqual([]);
  expect(commonSlots(["a"], [], {})).toEqual([]);
});

it("offers the best times that do not overlap, touching ones too", () => {
  const at = (from: number, to: number) => ({ interval: { from, to } });
  const ranked = [at(600, 660), at(630, 690), at(570, 630), at(660, 720), at(0, 60)];
  expect(apart(ranked)).toEqual([at(600, 660), at(660, 720), at(0, 60)]);
});
