import type { z } from "zod";
import type { Verb } from "./command.server";
import { sessionsQuery } from "./queries-calendar.server";
import { clocksQuery } from "./queries-clocks.server";
import { deliveriesQuery } from "./queries-deliveries.server";
import { INTAKE_QUERIES } from "./queries-intake.server";
import { queueQuery } from "./queries-queue.server";
import { REVIEW_QUERIES } from "./queries-review-list.server";
import { reviewQueueQuery } from "./queries-reviews.server";
import { rosterListsQuery } from "./queries-roster.server";
import { slotsQuery } from "./queries-slots.server";
import type { Query } from "./query.server";
import { DOCUMENT_QUERIES, DOCUMENT_VERBS } from "./verbs-documents.server";
import { INTAKE_VERBS } from "./verbs-intake.server";
import { NOTICE_QUERIES, NOTICE_VERBS } from "./verbs-notices.server";
import { REVIEW_VERBS } from "./verbs-review.server";

type AnyQuery = Query<z.ZodType, object>;
type AnyVerb = Verb<z.ZodType, object>;

/** Every verb there is: the API, the permission matrix and the generated pages walk this list. */
export const VERBS: readonly AnyVerb[] = [
  ...INTAKE_VERBS,
  ...REVIEW_VERBS,
  ...NOTICE_VERBS,
  ...DOCUMENT_VERBS,
];
const VERB_BY_NAME = new Map(VERBS.map((verb) => [verb.name, verb]));
export const verbNamed = (name: string): AnyVerb | undefined => VERB_BY_NAME.get(name);

/** Every question there is; each is a list or a page of the API too. */
export const QUERIES: readonly AnyQuery[] = [
  ...INTAKE_QUERIES,
  ...REVIEW_QUERIES,
  ...NOTICE_QUERIES,
  ...DOCUMENT_QUERIES,
];

/** The lists that other programs read at /api/v1/<name>; every other query stands there under its own name. */
export const THINGS: Readonly<Record<string, AnyQuery>> = {
  ...Object.fromEntries(QUERIES.map((query) => [query.name, query])),
  cases: queueQuery,
  sessions: sessionsQuery,
  slots: slotsQuery,
  roster: rosterListsQuery,
  clocks: clocksQuery,
  notices: deliveriesQuery,
  reviews: reviewQueueQuery,
};
export const thingNamed = (name: string): AnyQuery | undefined =>
  Object.hasOwn(THINGS, name) ? THINGS[name] : undefined;
