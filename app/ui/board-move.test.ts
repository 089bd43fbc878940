import { expect, it } from "vitest";
import { keyOf, MoveStore, runsOf, step } from "./board-move-store";

const held = () => {
  const store = new MoveStore();
  store.take("s");
  store.offer(
    60,
    new Map([
      [keyOf("2026-11-30", "room 1"), [540, 570, 840]],
      [keyOf("2026-11-30", "room 2"), [600]],
      [keyOf("2026-12-01", "room 1"), [560, 900]],
    ]),
  );
  return store;
};

it("draws where a block may lie as joined ranges", () => {
  expect(runsOf([540, 570, 840], 60)).toEqual([
    [540, 630],
    [840, 900],
  ]);
});

it("goes by keys from place to place, over the end of a row to the next that has one", () => {
  const store = held();
  const go = (...keys: string[]) => {
    for (const key of keys) store.hover(step(store, key) ?? null);
    return store.ghost;
  };
  store.hover(store.first());
  expect(go("ArrowRight")).toEqual({ dayId: "2026-11-30", rowId: "room 1", minute: 570 });
  expect(go("ArrowRight", "ArrowRight")).toEqual({ dayId: "2026-11-30", rowId: "room 2", minute: 600 });
  expect(go("ArrowDown")).toEqual({ dayId: "2026-12-01", rowId: "room 1", minute: 560 });
  expect(go("ArrowDown")).toEqual({ dayId: "2026-12-01", rowId: "room 1", minute: 560 });
  expect(go("ArrowUp", "ArrowLeft")).toEqual({ dayId: "2026-11-30", rowId: "room 1", minute: 840 });
});

it("takes a pointer for the nearest allowed start, and nowhere for none near it", () => {
  const store = held();
  expect(store.near(keyOf("2026-11-30", "room 1"), 549)?.minute).toBe(540);
  expect(store.near(keyOf("2026-11-30", "room 1"), 700)).toBeNull();
  expect(store.near("2026-11-30 room 9", 540)).toBeNull();
});

it("tells a row only of its own", () => {
  const store = held();
  store.hover({ dayId: "2026-11-30", rowId: "room 2", minute: 600 });
  expect(store.ghostAt(keyOf("2026-11-30", "room 1"))).toBeUndefined();
  expect(store.ghostAt(keyOf("2026-11-30", "room 2"))).toBe(600);
  store.end();
  expect(store.startsAt(keyOf("2026-11-30", "room 1"))).toBeUndefined();
});
