import type { DateTime } from "luxon";
import { ROOMS } from "#db/seed/court";
import type { Walked } from "./seed-cases.server";
import { seedId } from "./seed-court.server";
import { recordReplies } from "./seed-replies.server";

export type Meeting = { readonly sessionId: string; readonly startAt: DateTime; readonly minutes: number };

const TIMES = [
  [9, 0],
  [10, 0],
  [13, 30],
  [14, 30],
  [15, 30],
  [9, 30],
  [14, 0],
] as const;
/** Days from today on which the demo's planned sessions lie: today first. */
const UPCOMING = [0, 0, 1, 1, 2, 0, 3, 4, 1, 7, 2, 8, 3, 9, 10];

/** The days on which a session may be tried: around today, or between the case's own time and yesterday. */
function daysFor({ walker, plan }: Walked, when: "upcoming" | "soon", present: DateTime): DateTime[] {
  if (when === "upcoming")
    return UPCOMING.map((_, n) => present.plus({ days: UPCOMING[(n + plan.n) % UPCOMING.length] as number }));
  const from = walker.clock.now();
  const span = Math.max(1, Math.floor(present.diff(from, "days").days));
  return Array.from({ length: Math.min(span, 12) }, (_, n) => from.plus({ days: n + 1 })).filter(
    (day) => day < present,
  );
}

/** Books the first of some plausible times that is free for everybody; null when none of them is. */
export async function bookNext(
  walked: Walked,
  login: string,
  when: "upcoming" | "soon",
): Promise<Meeting | null> {
  const { walker, plan, caseId } = walked;
  walker.later(plan.chance.int(1, 4));
  const { present } = walker;
  const minutes = plan.chance.chance(0.3) ? 90 : 60;
  const mode = plan.chance.chance(0.12) ? "phone" : plan.chance.chance(0.18) ? "video" : "onsite";
  let tries = 0;
  for (const day of daysFor(walked, when, present)) {
    if (day.weekday > 5) continue;
    for (let n = 0; n < 3; n++) {
      const [hour, minute] = TIMES[(plan.n + n * 2 + tries) % TIMES.length] as readonly [number, number];
      const room = ROOMS[(plan.n * 3 + n + tries) % 6];
      const startAt = day.set({ hour, minute, second: 0, millisecond: 0 });
      tries++;
      if (startAt <= walker.clock.now().plus({ hours: 2 })) continue;
      const booked = await walker.tryRun(walker.as(login), "book-session", {
        caseIds: [caseId],
        startAt: startAt.toISO(),
        minutes,
        mode,
        roomId:
          mode === "onsite"
            ? seedId(`bj0107 room ${room?.name}`)
            : mode === "video"
              ? seedId("bj0107 room 视频调解室甲")
              : null,
      });
      if (booked) {
        // One in three is still without, so that its page says so.
        if (mode === "video" && plan.n % 3 > 0)
          await walker.run(walker.as(login), "set-video-link", {
            sessionId: booked.sessionId,
            joinUrl: `https://video.court.example/rooms/${1000 + plan.n}`,
            joinCode: `${820 + plan.n} ${413 + plan.n}`,
          });
        await recordReplies(walker, String(booked.sessionId), plan.chance);
        return { sessionId: String(booked.sessionId), startAt, minutes };
      }
      if (tries > 20) return null;
    }
  }
  return null;
}

/** Everybody came, identities were checked, facts were ticked off; the meeting ends with this result. */
export async function holdSession(
  walked: Walked,
  login: string,
  meeting: Meeting,
  result: "agreed" | "notAgreed" | "adjourned",
): Promise<void> {
  const { walker, plan, caseId, partyIds } = walked;
  const mediator = walker.as(login);
  walker.clock.set(meeting.startAt.plus({ minutes: 3 }));
  await walker.run(mediator, "open-session", {
    sessionId: meeting.sessionId,
    identityChecked: true,
    rightsRead: true,
    attendances: [partyIds.claimant, partyIds.respondent].map((partyId) => ({
      partyId,
      status: "present",
      identityChecked: true,
    })),
  });
  walker.clock.set(meeting.startAt.plus({ minutes: 25 }));
  await walker.run(mediator, "write-note", {
    caseId,
    sessionId: meeting.sessionId,
    kind: "caucus",
    side: "respondent",
    words: "被申请人私下表示可以一次付清八成，希望免除违约金",
  });
  await walker.run(mediator, "record-undisputed-facts", {
    caseId,
    add: plan.kind.undisputed.map((text) => ({ text, source: "bothSaid" })),
  });
  for (const partyId of [partyIds.claimant, partyIds.respondent])
    await walker.run(mediator, "sign-undisputed-facts", { caseId, partyId, how: "paper" });
  walker.clock.set(meeting.startAt.plus({ minutes: meeting.minutes }));
  await walker.run(mediator, "close-session", {
    sessionId: meeting.sessionId,
    results: [{ caseId, result }],
  });
}
