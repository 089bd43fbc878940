import { expect, it } from "vitest";
import { compareNames, compareNumbered } from "./name-order";

it("rooms stand in the order people count, in either language's numerals", () => {
  const rooms = [
    "第十二调解室",
    "第二调解室",
    "第十调解室",
    "第一百零五调解室",
    "第一调解室",
    "第三调解室",
    "第二十调解室",
  ];
  expect(rooms.toSorted(compareNumbered)).toEqual([
    "第一调解室",
    "第二调解室",
    "第三调解室",
    "第十调解室",
    "第十二调解室",
    "第二十调解室",
    "第一百零五调解室",
  ]);
  expect(["Room 10", "Room 2", "Room 1"].toSorted(compareNumbered)).toEqual(["Room 1", "Room 2", "Room 10"]);
  expect(["二〇二室", "一〇三室"].toSorted(compareNumbered)).toEqual(["一〇三室", "二〇二室"]);
});

it("people stand by the sound of their names, the same way every time", () => {
  const people = ["周某某", "陈某某", "李某某", "万三", "万二"];
  const sorted = people.toSorted(compareNames);
  expect(sorted).toEqual(people.toReversed().toSorted(compareNames));
  expect(sorted.filter((name) => !name.startsWith("万"))).toEqual(["陈某某", "李某某", "周某某"]);
});
