import type { DateTime } from "luxon";
import { sessionFile } from "~/services/feeds.server";

/** A session as a calendar file to keep. */
export function calendarAnswer(
  page: { readonly registrationNo: string; readonly court: { readonly name: string } },
  session: {
    readonly sessionId: string;
    readonly startAt: string;
    readonly endAt: string;
    readonly room: { readonly name: string; readonly place: string } | null;
  },
  now: DateTime,
): Response {
  const { room, sessionId, startAt, endAt } = session;
  const bytes = sessionFile({
    sessionId,
    number: page.registrationNo,
    startAt,
    endAt,
    place: room ? `${page.court.name} ${room.name} ${room.place}` : page.court.name,
    changedAt: now,
  });
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'attachment; filename="mediation.ics"',
    },
  });
}
