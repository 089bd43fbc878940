import { describe, expect, it } from "vitest";
import { bookSession } from "~/services/book-session.server";
import { partyPageQuery, partyTimeQuery } from "~/services/queries-party.server";
import { ask } from "~/services/query.server";
import { setVideoLink } from "~/services/set-video-link.server";
import { drainCourt } from "~/services/worker.server";
import { addContactPoint } from "./contact-points";
import { MORNING, useCourt } from "./court";
import { COURT, castOf, does, refuses } from "./journey";

const court = useCourt();
const joinUrl = "https://meet.example/dm/CANARY";

async function booked(mode: "video" | "phone") {
  const c = court();
  c.clock.set(MORNING);
  const cast = await castOf(c);
  await addContactPoint(c, {
    caseId: cast.caseId,
    partyId: cast.respondentId,
    kind: "email",
    value: "li@mail.example",
  });
  const startAt = MORNING.startOf("day").plus({ days: 1, hours: 10 }).toISO() ?? "";
  const { sessionId } = await does(c, cast.mediator, bookSession, {
    caseIds: [cast.caseId],
    startAt,
    minutes: 60,
    mode,
  });
  return { c, cast, sessionId };
}

describe("the way into a session by video", () => {
  it("stands on each side's page behind the second secret, in no message, and can be changed and taken back", async () => {
    const { c, cast, sessionId } = await booked("video");
    const shown = async () => {
      const page = await ask(c.deps, cast.respondent, partyPageQuery, { caseId: cast.caseId });
      return page.ok ? page.sessions[0]?.video : null;
    };
    expect(await shown()).toEqual({ joinUrl: null, joinCode: null });
    await does(c, cast.mediator, setVideoLink, { sessionId, joinUrl, joinCode: "482 913 77" });
    expect(await shown()).toEqual({ joinUrl, joinCode: "482 913 77" });
    const open = await ask(c.deps, cast.respondent, partyTimeQuery, { caseId: cast.caseId });
    expect(JSON.stringify(open)).not.toContain("CANARY");
    await drainCourt(c.deps, COURT);
    const told = await c.owner<{ text: string }[]>`
      select body::text as text from demo_messages union all select data::text from records`;
    expect(told.length).toBeGreaterThan(1);
    expect(told.map((one) => one.text).join()).not.toContain("CANARY");
    await does(c, cast.coordinator, setVideoLink, { sessionId, joinUrl: "" });
    expect(await shown()).toEqual({ joinUrl: null, joinCode: null });
  });

  it("is refused where it is no way in, where nobody meets by video, and to the sides", async () => {
    const { c, cast, sessionId } = await booked("video");
    for (const wrong of [
      "meet.example/1",
      "http://meet.example/1",
      "https://a:b@meet.example",
      "javascript:alert(1)",
    ])
      expect(
        await refuses(c, cast.mediator, setVideoLink, { sessionId, joinUrl: wrong }, "invalidInput"),
      ).toMatchObject({ fields: { joinUrl: ["notHttps"] } });
    await expect(does(c, cast.respondent, setVideoLink, { sessionId, joinUrl })).rejects.toThrow(
      "reschedule-session",
    );
    const phone = await booked("phone");
    const wish = { sessionId: phone.sessionId, joinUrl };
    expect(await refuses(c, phone.cast.mediator, setVideoLink, wish, "invalidInput")).toMatchObject({
      fields: { joinUrl: ["notByVideo"] },
    });
  });
});
