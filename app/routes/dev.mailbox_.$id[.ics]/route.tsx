import type { LoaderFunctionArgs } from "@remix-run/node";
import { mailboxCalendar } from "~/services/mailbox.server";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  if (!context.demo) throw new Response(null, { status: 404 });
  const courtId = new URL(request.url).searchParams.get("court") ?? "bj0107";
  const calendar = /^[0-9a-f-]{36}$/.test(params.id ?? "")
    ? await mailboxCalendar(context.deps, courtId, params.id as string)
    : null;
  if (!calendar) throw new Response(null, { status: 404 });
  return new Response(calendar, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'attachment; filename="invite.ics"',
    },
  });
}
