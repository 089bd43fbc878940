import { expect, it } from "vitest";
import { settingsOn } from "~/services/settings.server";
import { useCourt } from "./court";

const court = useCourt();
const on = (day: string) => court().db.withCourt("bj0107", (tx) => settingsOn(tx, "bj0107", day));
const wage = (fen: number, year: number) => ({ fen, year, source: "统计公报" });

it("holds no average wage until the court enters one, and then the one last published by that day", async () => {
  expect((await on("2026-11-23")).averageWage).toBeNull();
  const enter = (from: string, to: string | null, value: object) =>
    court().owner`insert into court_settings (court_id, key, valid_from, valid_to, value)
      values ('bj0107', 'averageWage', ${from}, ${to}, ${court().owner.json({ ...value })})`;
  await enter("2025-06-01", "2026-06-01", wage(20_000_000, 2024));
  await enter("2026-06-01", null, wage(21_000_000, 2025));
  expect((await on("2025-05-31")).averageWage).toBeNull();
  expect((await on("2026-05-31")).averageWage).toEqual(wage(20_000_000, 2024));
  expect((await on("2026-11-23")).averageWage).toEqual(wage(21_000_000, 2025));
});

it("a wage without its source, or not in whole fen, is a fault of whoever entered it and stops", async () => {
  for (const value of [{ fen: 21_000_000, year: 2025 }, wage(0.5, 2025)]) {
    await court().owner`update court_settings set value = ${court().owner.json({ ...value })}
      where key = 'averageWage' and valid_to is null`;
    await expect(on("2026-11-23")).rejects.toThrow();
  }
});
