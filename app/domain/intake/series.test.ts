import { expect, it } from "vitest";
import { type SeriesCase, seriesFault, seriesOf } from "./series";

const card = (more: Partial<SeriesCase> = {}): SeriesCase => ({
  caseId: "1",
  creditors: ["bank"],
  causeCode: "97",
  seriesId: null,
  ...more,
});
const of = { creditor: "bank", causeCode: "97" };

it("a series is one creditor and one cause, taken from its first case", () => {
  expect(seriesOf([card(), card({ creditors: ["other"] })])).toEqual(of);
  expect(seriesOf([card({ creditors: ["bank", "guarantor"] })])).toBeNull();
  expect(seriesOf([])).toBeNull();
});

it.each([
  [card(), null, null],
  [card({ creditors: ["other"] }), null, "otherCreditor"],
  [card({ creditors: ["bank", "other"] }), null, "otherCreditor"],
  [card({ causeCode: "98" }), null, "otherCause"],
  [card({ seriesId: "a" }), "a", null],
  [card({ seriesId: "a" }), "b", "inOtherSeries"],
  [card({ seriesId: "a" }), null, "inOtherSeries"],
] as const)("%o in %s: %s", (one, seriesId, fault) => {
  expect(seriesFault(one, of, seriesId)).toBe(fault);
});
