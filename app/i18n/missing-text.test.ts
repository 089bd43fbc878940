import { expect, it } from "vitest";
import { missingText } from "./missing-text";

it("finds the words of what is missing, wherever they live", () => {
  expect(missingText("zh-CN", "reportMissing")).toBe("缺调解终结报告");
  expect(missingText("en", "voluntary")).toBe("Voluntary on both sides");
  expect(missingText("zh-CN", "amountMissing", { no: 2 })).toBe("第 2 项没有写金额");
  expect(missingText("en", "nameMissing")).toBe("Enter a name");
  expect(missingText("en", "toString")).toBeUndefined();
});
