import { expect, it } from "vitest";
import { readExample } from "./calendars.fixture";
import { ENTRIES } from "./entries.fixture";
import { SERIES } from "./series.fixture";

it.each([...ENTRIES, ...SERIES])("$name", (example) => {
  expect(readExample(example)).toEqual({
    busy: example.busy,
    skipped: example.skipped ?? [],
    doubtful: example.doubtful ?? [],
    free: example.free ?? 0,
  });
});

it("answers a file of nested beginnings and of one endless line, and lists no more than it may", () => {
  const nested = Buffer.from("BEGIN:VEVENT\r\n".repeat(50_000));
  expect(readExample({ name: "", bytes: nested, busy: [], limits: { maxSkips: 3 } }).skipped).toHaveLength(3);
  const line = Buffer.from(`BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;${"X=1;".repeat(200_000)}:1`);
  expect(readExample({ name: "", bytes: line, busy: [] }).busy).toEqual([]);
});
