import { expect, it } from "vitest";
import { textReply } from "./text-reply";

it("hears yes and no however they are typed on a telephone", () => {
  for (const text of ["1", "１", " 1。", "能到", "能来！", "可以", "YES", "Y"])
    expect(textReply(text), text).toBe("accepted");
  for (const text of ["2", "２", "不能到", "来不了。", "去不了", "No"])
    expect(textReply(text), text).toBe("declined");
});

it("takes nothing else for an answer: a person reads it", () => {
  for (const text of ["", "12", "3", "能不能改到下午？", "不", "1 2", "退订", "收到"])
    expect(textReply(text), text).toBeNull();
});
