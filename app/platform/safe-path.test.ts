import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safePath } from "./safe-path";

describe("safePath", () => {
  it.each([
    ["/cases?tab=over#m", "/cases?tab=over#m"],
    ["/", "/"],
    ["/p/abc", "/p/abc"],
    ["/a/../b", "/b"],
    ["/案件?q=张", "/%E6%A1%88%E4%BB%B6?q=%E5%BC%A0"],
  ])("keeps a path of this site: %s", (wish, path) => {
    expect(safePath(wish)).toBe(path);
  });

  it.each([
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https://evil.example/",
    "javascript:alert(1)",
    "cases",
    "",
    "/\tevil",
    "/a\r\nSet-Cookie: x=1",
    "/.//evil.example",
    "/..//evil.example",
    "/a\u0000",
    null,
    undefined,
    7,
  ])("sends everything else home: %j", (wish) => {
    expect(safePath(wish)).toBe("/");
  });

  it("takes another home", () => {
    expect(safePath("//evil.example", "/sign-in")).toBe("/sign-in");
  });

  it("never leaves the site, whatever is wished", () => {
    const wish = fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc.string().map((tail) => `/${tail}`),
      fc.string().map((tail) => `/./${tail}`),
    );
    fc.assert(
      fc.property(wish, (text) => {
        const path = safePath(text);
        expect(new URL(path, "https://court.example").origin).toBe("https://court.example");
        expect(path.startsWith("/") && !path.startsWith("//")).toBe(true);
      }),
    );
  });
});
