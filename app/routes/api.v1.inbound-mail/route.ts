import type { ActionFunctionArgs } from "@remix-run/node";
import { refuse } from "~/domain/result";
import { apiAnswer } from "~/platform/api.server";
import { bytesOf } from "~/platform/bytes.server";
import { MOST_MAIL_BYTES, mayReceiveMail, receiveMail } from "~/services/receive-mail.server";

/** A raw message (message/rfc822), as a mail server pipes it. The answer says what became of it; it is never bounced. */
export function action({ request, context }: ActionFunctionArgs) {
  return apiAnswer(request, context, async (actor) => {
    mayReceiveMail(actor);
    const raw = await bytesOf(request, MOST_MAIL_BYTES);
    if (!raw) return refuse("fileTooLarge", { params: { maxBytes: MOST_MAIL_BYTES } });
    return receiveMail(context.deps, actor.courtId, raw, { source: "api", trusted: context.deps.authserv });
  });
}
