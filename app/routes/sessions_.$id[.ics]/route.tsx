import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireViewer } from "~/platform/viewer.server";
import { sessionFile } from "~/services/feeds.server";
import { placeOfSession } from "../_staff.sessions_.$id/place.server";

/** The session for the viewer's own calendar: time, place and a neutral title, no names. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const place = await placeOfSession(context.deps, actor, params.id);
  if (place.bookingStatus !== "booked") throw new Response(null, { status: 404 });
  const bytes = sessionFile({
    sessionId: place.sessionId,
    number: place.first.registrationNo,
    startAt: place.startAt,
    endAt: place.endAt,
    place: [place.courtName, place.room?.name, place.room?.place].filter(Boolean).join(" "),
    changedAt: context.deps.clock.now(),
  });
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'attachment; filename="mediation.ics"',
      "Cache-Control": "private, no-store",
    },
  });
}
