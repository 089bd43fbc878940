import { describe, expect, expectTypeOf, it } from "vitest";
import * as shell from "./shell";
import { type English, sayAny, textFor } from "./text";

const zh = { hello: "您好，{{name}}", cases_other: "共 {{count}} 件", plain: "保存" } as const;
const en: English<typeof zh> = {
  hello: "Hello, {{name}}",
  cases_one: "{{count}} case",
  cases_other: "{{count}} cases",
  plain: "Save",
};
const sample = { zh, en };

describe("textFor", () => {
  it("fills in values and counts", () => {
    const say = textFor("en", sample);
    expect(say("hello", { name: "<b>" })).toBe("Hello, <b>");
    expect([say("cases", { count: 1 }), say("cases", { count: 2 })]).toEqual(["1 case", "2 cases"]);
    expect(textFor("zh-CN", sample)("cases", { count: 1 })).toBe("共 1 件");
    expect(say("plain")).toBe("Save");
  });

  it("puts in what it is given and nothing else, whatever that looks like", () => {
    const [say, name] = [textFor("en", sample), "$t(plain) {{name}} $& $1"];
    expect(say("hello", { name })).toBe(`Hello, ${name}`);
    expect(
      sayAny("en", { zh: { n_other: "" }, en: { n_other: "{{count}} {{name}}" } }, "n", { count: 2, name }),
    ).toBe(`2 ${name}`);
  });

  it("asks for exactly the values that the sentence names", () => {
    const say = textFor("zh-CN", sample);
    expectTypeOf(say<"plain">).parameters.toEqualTypeOf<["plain"]>();
    // @ts-expect-error a value is missing
    expect(say("hello")).toContain("{{name}}");
    // @ts-expect-error there is no such sentence
    expect(say("nothing")).toBe("nothing");
  });

  it("keeps keys with dots whole", () => {
    expect(textFor("en", shell)("crash.404.title")).toBe("There is no such page");
  });
});

describe("sayAny", () => {
  it("says a sentence chosen at run time and throws where there is none", () => {
    expect(sayAny("zh-CN", sample, "hello", { name: "张" })).toBe("您好，张");
    expect(sayAny("en", sample, "cases", { count: 3 })).toBe("3 cases");
    expect(() => sayAny("en", sample, "toString")).toThrow();
  });
});
