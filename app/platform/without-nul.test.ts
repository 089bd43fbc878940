import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { createElement } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { expect, it } from "vitest";
import { WithoutNul } from "./without-nul.server";

/** Odd lengths before Chinese words, so that characters lie across the ends of React's buffer in every way. */
const page = createElement(
  "main",
  null,
  Array.from({ length: 400 }, (_, n) =>
    createElement("p", { key: n, title: "从哪里听到" }, "x".repeat(n % 7), "调解"),
  ),
);
const rendered = (through: PassThrough | WithoutNul) =>
  new Promise<string>((resolve, reject) => {
    const { pipe } = renderToPipeableStream(page, {
      onAllReady: () => {
        text(through).then(resolve, reject);
        pipe(through);
      },
    });
  });

it("leaves a page its characters and none of the NUL bytes that React puts among them", async () => {
  const bare = await rendered(new PassThrough());
  expect(bare).toContain("\0");
  const clean = await rendered(new WithoutNul());
  expect(clean).not.toContain("\0");
  expect(clean).toBe(bare.replaceAll("\0", ""));
  expect(clean.match(/从哪里听到/g)).toHaveLength(400);
});
