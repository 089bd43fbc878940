import { describe, expect, it } from "vitest";
import { excludedIn, NEED_CODES, needOf, readNeeds, requirementsOf, writeNeeds } from "./needs";

describe("what is stored as a need", () => {
  it.each([
    ["signLanguage", { code: "signLanguage" }],
    ["手语翻译", { code: "signLanguage" }],
    ["轮椅通道", { code: "wheelchair" }],
    ["language:粤语", { code: "dialect", language: "粤语" }],
    ["方言：温州话", { code: "dialect", language: "温州话" }],
    ["只会说上海话", { code: "dialect", language: "上海话" }],
    ["女儿陪同", { code: "companion" }],
    ["用法院的终端", { code: "courtTerminal" }],
    ["没有智能手机", { code: "noSmartphone" }],
    ["大字材料", null],
    ["普通话", null],
  ] as const)("%s", (text, need) => {
    expect(needOf(text)).toEqual(need);
  });

  it("comes back as it was written, and words that are no code stay readable", () => {
    const texts = ["signLanguage", "language:粤语", "wheelchair", "大字材料"];
    expect(writeNeeds(readNeeds(texts))).toEqual(texts);
    expect(readNeeds(["手语翻译", "signLanguage", "大字材料"])).toEqual({
      needs: [{ code: "signLanguage" }],
      words: ["大字材料"],
    });
    for (const code of NEED_CODES) expect(writeNeeds(readNeeds([code]))).toEqual([code]);
  });
});

describe("what a session must offer", () => {
  it("asks nothing where nobody needs anything", () => {
    expect(requirementsOf([[], ["大字材料"]], "onsite")).toEqual({
      facilities: [],
      languages: [],
      modesExcluded: [],
    });
  });

  it("a wheelchair and sign language ask for a room that has the place, where people come to it", () => {
    const people = [["wheelchair"], ["signLanguage"]];
    expect(requirementsOf(people, "onsite").facilities).toEqual(["wheelchair", "signLanguage"]);
    expect(requirementsOf(people, "video").facilities).toEqual([]);
    expect(requirementsOf(people, "otherPlace").facilities).toEqual([]);
  });

  it("a court terminal asks for a room with one, and for what else that person needs there", () => {
    expect(requirementsOf([["courtTerminal"], ["wheelchair"]], "video").facilities).toEqual(["video"]);
    expect(requirementsOf([["courtTerminal", "wheelchair"]], "videoSplit").facilities).toEqual([
      "video",
      "wheelchair",
    ]);
    expect(requirementsOf([["courtTerminal"]], "onsite").facilities).toEqual([]);
  });

  it("without a smartphone there is no video, unless from the court's terminal", () => {
    expect(excludedIn(requirementsOf([["noSmartphone"]], "video"), "video")).toBe("noSmartphone");
    expect(excludedIn(requirementsOf([["noSmartphone"]], "onsite"), "onsite")).toBeNull();
    expect(excludedIn(requirementsOf([["noSmartphone", "courtTerminal"]], "video"), "video")).toBeNull();
    // One person's terminal is no help to another.
    expect(excludedIn(requirementsOf([["noSmartphone"], ["courtTerminal"]], "video"), "video")).toBe(
      "noSmartphone",
    );
  });

  it("nobody signs by telephone", () => {
    expect(excludedIn(requirementsOf([["signLanguage"]], "phone"), "phone")).toBe("signLanguage");
  });

  it("a dialect asks for a mediator who speaks it, in every mode, once", () => {
    const people = [["language:粤语"], ["language:粤语", "companion"], ["language:温州话"]];
    for (const mode of ["onsite", "video", "phone"] as const)
      expect(requirementsOf(people, mode).languages).toEqual(["温州话", "粤语"].sort());
  });
});
