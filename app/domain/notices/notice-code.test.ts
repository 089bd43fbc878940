import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noticeCode, readCode, writtenCode } from "./notice-code";

describe("a notice's code", () => {
  it("is read however it is written down", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 20, maxLength: 32 }), (bytes) => {
        const code = noticeCode(bytes);
        expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{10}$/);
        for (const typed of [
          code,
          writtenCode(code),
          writtenCode(code).toLowerCase(),
          ` ${[...code].join(" ")} `,
          writtenCode(code).replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
        ])
          expect(readCode(typed)).toBe(code);
      }),
    );
  });

  it("is nothing else", () => {
    for (const typed of [
      "",
      "K7Q2M-9XTD",
      "K7Q2M-9XTDAA",
      "K7Q2M-9XTD0",
      "K7Q2M-9XTDO",
      "K7Q2M/9XTDA",
      "编码",
    ])
      expect(readCode(typed)).toBeNull();
  });
});
