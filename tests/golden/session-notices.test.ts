import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { LOCALES } from "~/i18n/locale";
import { letterHtml } from "~/services/effects/letter.server";
import { MODES, STORIES, type Story, sessionSample } from "./session-samples";

/* What people read and what their calendars get, word for word: a change of a word is a change of a file. */
const CASES = STORIES.flatMap((story) =>
  LOCALES.flatMap((locale) => MODES.map((mode) => ({ story, locale, mode }))),
);
const METHODS: Readonly<Record<Story, string | null>> = {
  invitation: "REQUEST",
  update: "REQUEST",
  move: "REQUEST",
  room: "REQUEST",
  cancellation: "CANCEL",
  removal: "CANCEL",
  reminder: null,
};

describe.each(CASES)("$story, $mode, $locale", ({ story, locale, mode }) => {
  const sample = sessionSample(story, locale, mode);
  const file = `notices/${story}-${mode}-${locale}`;

  it("says this", async () => {
    const text = [sample.subject, ...sample.lines, `SMS: ${sample.sms}`].join("\n\n");
    await expect(`${text}\n`).toMatchFileSnapshot(`${file}.txt`);
  });

  it("says the same in its large HTML", () => {
    const html = letterHtml(sample.lines, locale);
    const said = html
      .replace(/<[^>]+>/g, "\n")
      .replaceAll("&quot;", '"')
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&");
    expect(said.split("\n").filter(Boolean)).toEqual([...sample.lines]);
    expect(html).toContain("font-size:18px");
  });

  it("puts this into the calendar", async () => {
    const method = METHODS[story];
    if (!method) return expect(sample.calendar).toBeNull();
    const text = sample.calendar?.toString("utf8") ?? "";
    await expect(text).toMatchFileSnapshot(`${file}.ics`);
    const root = new ICAL.Component(ICAL.parse(text));
    expect(root.getFirstPropertyValue("method")).toBe(method);
    const event = root.getFirstSubcomponent("vevent");
    expect(event?.getAllProperties("attendee")).toHaveLength(1);
    expect(event?.getFirstPropertyValue("description")).toBe(sample.lines.join("\n"));
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).not.toMatch(/[^\r]\n/);
    // All properties of the calendar come before its first component, and an event has no alarm after them.
    expect(text.indexOf("METHOD:")).toBeLessThan(text.indexOf("BEGIN:VEVENT"));
  });

  it("is a text message complete without a link", () => {
    expect(sample.sms).toContain("SJS-TJ-2026-000123");
    expect(sample.sms).toContain("K7Q2M-9XTDA");
    expect(sample.sms).toContain("010-00000107");
    expect(sample.sms).toMatch(/2026-12-0[13]/);
    expect(sample.sms).not.toMatch(/https?:/);
  });
});
