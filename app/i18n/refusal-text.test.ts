import { describe, expect, it } from "vitest";
import { EVENT_NAMES } from "~/domain/cases/events";
import { GUARD_NAMES, GUARDS } from "~/domain/cases/guards";
import { REFUSALS } from "~/domain/result";
import { LOCALES } from "./locale";
import { refusalText } from "./refusal-text";

describe("refusalText", () => {
  it("turns codes among the values into words", () => {
    const refusal = { refusal: "wrongStage", params: { stage: "review", event: "bookSession" } } as const;
    expect(refusalText("zh-CN", refusal)).toContain("“审查中”，不能办理“约定调解”");
    expect(refusalText("en", refusal)).toContain("“Under review”, where “Book a session”");
  });

  it("says a guard's own sentence with its article", () => {
    const refusal = {
      refusal: "guardFailed",
      params: { event: "handOver", guard: "withinThirtyDays", article: "CPL 205" },
    } as const;
    expect(refusalText("zh-CN", refusal)).toMatch(
      /^协议生效已超过 30 日.*（依据：《民事诉讼法》第二百零五条）$/,
    );
  });

  it.each(LOCALES)("leaves no hole in any sentence: %s", (locale) => {
    for (const refusal of REFUSALS) {
      const text = refusalText(locale, {
        refusal,
        params: { need: "wheelchair", stage: "draft", event: EVENT_NAMES[0]!, role: "clerk" },
      });
      expect(text, refusal).not.toMatch(/\{\{|\}\}|undefined/);
    }
    for (const guard of GUARD_NAMES) {
      const { article } = GUARDS[guard];
      expect(refusalText(locale, { refusal: "guardFailed", params: { guard, article } }), guard).not.toMatch(
        /\{\{|undefined/,
      );
    }
  });
});

it("says what was changed since a stale page was made", () => {
  const refusal = {
    refusal: "staleVersion",
    params: {
      version: 2,
      changes: ["reschedule-session 2026-11-23T01:30:00Z", "add-participant 2026-11-23T01:31:00Z"],
    },
  } as const;
  expect(refusalText("zh-CN", refusal)).toMatch(/改动过：改期 11-23 09:30、.+ 11-23 09:31。/);
  expect(refusalText("zh-CN", { refusal: "staleVersion" })).toContain("别人刚刚改动");
});
