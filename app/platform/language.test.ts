import { describe, expect, it } from "vitest";
import { chooseLocale, chooseTypeSize, cookieValue, displayCookie } from "./language";

const asked = (acceptLanguage: string | null, cookie: string | null = null) =>
  chooseLocale({ cookie, acceptLanguage });

describe("chooseLocale", () => {
  it("is Chinese when nobody says anything we have", () => {
    expect(asked(null)).toBe("zh-CN");
    expect(asked("fr-FR,de;q=0.8")).toBe("zh-CN");
    expect(asked("*")).toBe("zh-CN");
  });

  it("follows the browser by weight, not by place", () => {
    expect(asked("en-GB")).toBe("en");
    expect(asked("zh-TW,en;q=0.9")).toBe("zh-CN");
    expect(asked("zh;q=0.3, en-US;q=0.8")).toBe("en");
    expect(asked("en;q=0, fr")).toBe("zh-CN");
    expect(asked("fr, en;q=0.5, zh;q=0.4")).toBe("en");
  });

  it("puts the reader's own choice first and ignores a broken one", () => {
    expect(asked("zh-CN", "a=1; lang=en")).toBe("en");
    expect(asked("en", "lang=zh-CN")).toBe("zh-CN");
    expect(asked("en", "lang=xx")).toBe("en");
    expect(asked("zh", "xlang=en")).toBe("zh-CN");
  });
});

it("reads the type size", () => {
  expect(chooseTypeSize("type=large; lang=en")).toBe("large");
  expect(chooseTypeSize("type=huge")).toBe("normal");
  expect(chooseTypeSize(null)).toBe("normal");
});

it("finds a cookie by its whole name and keeps `=` in its value", () => {
  expect(cookieValue("a=b=c; d=e", "a")).toBe("b=c");
  expect(cookieValue("ab=1", "a")).toBeUndefined();
});

it("writes a cookie that scripts cannot read, secure over https", () => {
  expect(displayCookie("lang", "en", true)).toMatch(/^lang=en; Path=\/; .*HttpOnly; Secure$/);
  expect(displayCookie("type", "large", false)).not.toContain("Secure");
});
