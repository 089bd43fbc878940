import type { Resolver } from "~/adapters/inbound/sender.server";
import type { Deps } from "./deps.server";
import { settleInbound, type Unfinished, unfinished } from "./inbound-log.server";
import { resumeMail } from "./receive-mail.server";
import { resumeText } from "./receive-text.server";

const AFTER_MINUTES = 5;
/** So long a sender's key is asked for; then a person looks. */
const PATIENCE_HOURS = 24;

/**
 * Goes on with what came in and was not finished. Runs before each round of the worker. One over which the machine
 * stumbles costs no other, and is a person's once it has waited long enough; then what went wrong is thrown.
 */
export async function finishInbound(deps: Deps, courtId: string, resolver?: Resolver): Promise<void> {
  const now = deps.clock.now();
  const faults: unknown[] = [];
  for (const one of await unfinished(deps, courtId, now.minus({ minutes: AFTER_MINUTES }))) {
    const isLast = one.receivedAt <= now.minus({ hours: PATIENCE_HOURS });
    try {
      await goOn(deps, courtId, { ...one, isLast }, resolver);
    } catch (error) {
      faults.push(error);
      if (isLast) await settleInbound(deps, courtId, one.id, { outcome: "unmatched", detail: "stumbled" });
    }
  }
  if (faults.length) throw faults[0];
}

async function goOn(
  deps: Deps,
  courtId: string,
  one: Unfinished & { readonly isLast: boolean },
  resolver?: Resolver,
): Promise<void> {
  if (one.source === "sms") await resumeText(deps, courtId, one);
  else await resumeMail(deps, courtId, one, { trusted: deps.authserv, ...(resolver && { resolver }) });
}
