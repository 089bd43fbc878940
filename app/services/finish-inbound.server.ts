import type { Resolver } from "~/adapters/inbound/sender.server";
import type { Deps } from "./deps.server";
import { unfinished } from "./inbound-log.server";
import { resumeMail } from "./receive-mail.server";
import { resumeText } from "./receive-text.server";

const AFTER_MINUTES = 5;
/** So long a sender's key is asked for; then a person looks. */
const PATIENCE_HOURS = 24;

/** Goes on with what came in and was not finished. Runs before each round of the worker. */
export async function finishInbound(deps: Deps, courtId: string, resolver?: Resolver): Promise<void> {
  const now = deps.clock.now();
  for (const one of await unfinished(deps, courtId, now.minus({ minutes: AFTER_MINUTES }))) {
    const isLast = one.receivedAt <= now.minus({ hours: PATIENCE_HOURS });
    if (one.source === "sms") await resumeText(deps, courtId, one);
    else
      await resumeMail(
        deps,
        courtId,
        { ...one, isLast },
        {
          trusted: deps.authserv,
          ...(resolver && { resolver }),
        },
      );
  }
}
