import type { DateTime } from "luxon";
import type { Database } from "#db/client";
import type { Clock } from "~/adapters/clock";
import type { FileStore } from "~/adapters/files.server";
import type { Mailer } from "~/adapters/mail.server";
import type { Secrets } from "~/adapters/secrets.server";
import type { SmsSender } from "~/adapters/sms.server";

/** What verbs and queries are given; made once in start.server.ts, or by a test. */
export type Deps = {
  readonly db: Database;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly files: FileStore;
  /** Address under which people reach us, without a slash at the end; for links in notices. */
  readonly publicUrl: string;
  /** True in the demo: pages and documents are marked, mail goes to the demo mailbox. */
  readonly demo: boolean;
  readonly mailer: Mailer;
  /** Text messages; null where the court has no gateway. */
  readonly sms: SmsSender | null;
  /** The authserv-id of the court's own mail server, whose word on a sender counts; without it signatures are checked here. */
  readonly authserv?: string | undefined;
  /** By which the gateway shows itself when it reports; none, and nobody's report is heard. */
  readonly smsSecret?: string | undefined;
};

/** Called with what went wrong in the background; values are ids and codes only. */
export type Complaint = (what: { effect: string; id: string; error: unknown }) => void;

let latest = { millis: Number.NaN, day: "" };

/** The day of an instant in court time, YYYY-MM-DD. Acts ask about the same instant again and again. */
export function courtDay(at: DateTime): string {
  const millis = at.toMillis();
  if (latest.millis !== millis) latest = { millis, day: at.setZone("Asia/Shanghai").toISODate() as string };
  return latest.day;
}
