import { expect, it } from "vitest";
import { openArchive } from "~/adapters/archive";
import type { Actor } from "~/domain/policy/actor";
import { answerInvitation } from "~/services/answer-invitation.server";
import { bookSession } from "~/services/book-session.server";
import { draftAgreement } from "~/services/draft-agreement.server";
import { handOver } from "~/services/hand-over.server";
import { notesQuery } from "~/services/mediation-notes.server";
import { casePageQuery } from "~/services/queries-case-page.server";
import { documentsQuery, readDocumentQuery } from "~/services/queries-documents.server";
import { caseElementsQuery } from "~/services/queries-elements.server";
import { partyOfferQuery } from "~/services/queries-offers.server";
import { partyPageQuery, partyTimeQuery } from "~/services/queries-party.server";
import { partyInvitationQuery } from "~/services/queries-party-invitation.server";
import { reviewPageQuery } from "~/services/queries-review-page.server";
import { reviewQueueQuery } from "~/services/queries-reviews.server";
import { sessionPageQuery } from "~/services/queries-sessions.server";
import { ask } from "~/services/query.server";
import { recordUndisputedFacts } from "~/services/record-undisputed-facts.server";
import { refuseToSign } from "~/services/refuse-to-sign.server";
import { signUndisputedFacts } from "~/services/sign-undisputed-facts.server";
import { readStoredFile } from "~/services/store-file.server";
import { takeUp } from "~/services/take-up.server";
import { drainCourt } from "~/services/worker.server";
import { writeNote } from "~/services/write-note.server";
import { actorIn, type TestCourt, useCourt } from "./court";
import { agree, apply, type Cast, COURT, castOf, does, hold, terms } from "./journey";
import { plantElements } from "./planted-elements";

/*
 * What is said in mediation does not leave it (INV 22, ONL 18; security.md A2, T-CANARY). A token stands in every
 * confidential field; none of them may be found in what a judge, his people or the other side can read.
 */
const court = useCourt();
const NOTE_KINDS = ["note", "caucus", "offer", "concession", "assessment"] as const;
/** In a fact that both signed and in the agreement that stands: the scanner must find these. */
const ALLOWED = "CANARY-allowed";

type Piece = readonly [where: string, text: string];
type Found = Record<string, string[]>;

const found = (pieces: readonly Piece[], tokens: readonly string[]): Found =>
  Object.fromEntries(
    pieces
      .map(([where, text]) => [where, tokens.filter((token) => text.includes(token))] as const)
      .filter(([, hits]) => hits.length > 0),
  );

const wordsOf = (docx: Buffer): string =>
  openArchive(docx)
    .filter((entry) => entry.name.endsWith(".xml"))
    .map((entry) =>
      entry
        .read()
        .toString("utf8")
        .replace(/<[^>]+>/g, ""),
    )
    .join("\n");

/** Everything confidential that a mediation produces, planted. Returns the tokens, by whose they are. */
async function plant(c: TestCourt, cast: Cast) {
  const { caseId } = cast;
  const hidden: string[] = [];
  const token = (field: string) => {
    hidden.push(`CANARY-${field}`);
    return `CANARY-${field}`;
  };
  for (const kind of NOTE_KINDS)
    for (const side of ["claimant", "respondent"] as const)
      await does(c, cast.mediator, writeNote, { caseId, kind, side, words: token(`note-${kind}-${side}`) });
  const startAt = c.clock.now().startOf("day").plus({ days: 1, hours: 10 }).toISO() as string;
  const { sessionId } = await does(c, cast.mediator, bookSession, {
    caseIds: [caseId],
    startAt,
    minutes: 60,
    mode: "onsite",
    roomId: cast.roomId,
  });
  const reason = { claimant: "CANARY-reply-claimant", respondent: "CANARY-reply-respondent" };
  await does(c, cast.claimant, answerInvitation, {
    caseId,
    sessionId,
    reply: "tentative",
    reason: reason.claimant,
  });
  await does(c, cast.respondent, answerInvitation, {
    caseId,
    sessionId,
    reply: "declined",
    reason: reason.respondent,
  });
  await c.owner`insert into absences (court_id, id, resource_id, during, reason, told_by, told_at)
    select court_id, gen_random_uuid(), resource_id, tstzrange('2026-12-01', '2026-12-02'), ${token("absence")}, 'x', now()
    from parties where case_id = ${caseId}`;
  await does(c, cast.mediator, recordUndisputedFacts, {
    caseId,
    add: [
      { text: `双方均认可：${ALLOWED}`, source: "bothSaid" },
      { text: token("fact-one-side"), source: "bothSaid" },
      { text: token("fact-nobody"), source: "evidence" },
    ],
  });
  const facts = await c.owner<
    { id: string }[]
  >`select id from undisputed_facts where case_id = ${caseId} order by ordinal`;
  const ids = facts.map((one) => one.id);
  await does(c, cast.claimant, signUndisputedFacts, { caseId, factIds: ids.slice(0, 2) });
  await does(c, cast.respondent, signUndisputedFacts, { caseId, factIds: ids.slice(0, 1) });
  for (const no of [1, 2]) {
    const draft = terms(cast, { mainFacts: token(`draft-facts-${no}`) });
    await does(c, cast.mediator, draftAgreement, {
      caseId,
      route: "confirm",
      terms: {
        ...draft,
        obligations: draft.obligations.map((one) => ({ ...one, channel: token(`draft-channel-${no}`) })),
      },
    });
  }
  await plantElements(c, cast, { handedIn: ALLOWED, token });
  return { hidden, reason, sessionId };
}

const refusal = "CANARY-refusal";

/** All that a staff actor outside the mediation can read of the case, every document unpacked. */
async function readAs(c: TestCourt, actor: Actor, caseId: string): Promise<Piece[]> {
  const pieces: Piece[] = [];
  const add = (where: string, value: unknown) => pieces.push([where, JSON.stringify(value)]);
  const queries =
    actor.kind === "party"
      ? [partyPageQuery, partyTimeQuery, partyOfferQuery, documentsQuery]
      : [reviewPageQuery, casePageQuery, documentsQuery, caseElementsQuery];
  for (const query of queries)
    add(query.name, await ask<never, object>(c.deps, actor, query as never, { caseId }));
  if (actor.kind === "party")
    for (const { id } of await c.owner<
      { id: string }[]
    >`select id from invitations where case_id = ${caseId}`) {
      const seen = await ask(c.deps, actor, partyInvitationQuery, { caseId, invitationId: id }).catch(
        () => null,
      );
      add("party-invitation", seen);
    }
  if (actor.kind !== "party")
    for (const lane of ["settled", "failed", "returned"] as const)
      add(`queue ${lane}`, await ask(c.deps, actor, reviewQueueQuery, { lane }));
  const rows = await c.owner<
    { id: string; kind: string }[]
  >`select id, kind from documents where case_id = ${caseId}`;
  for (const { id, kind } of rows) {
    const read = await ask(c.deps, actor, readDocumentQuery, { caseId, documentId: id }).catch(() => null);
    if (read?.ok) pieces.push([`document ${kind}`, wordsOf(read.bytes)]);
  }
  const files = await c.owner<
    { id: string; name: string }[]
  >`select id, name from files where case_id = ${caseId}`;
  for (const { id, name } of files) {
    const read = await readStoredFile(c.deps, actor, id).catch(() => null);
    if (read) pieces.push([`file ${name}`, wordsOf(read.bytes)]);
  }
  return pieces;
}

/** What the court keeps of the case outside the mediation's own tables. */
async function keptOutside(c: TestCourt, caseId: string): Promise<Piece[]> {
  const packages =
    await c.owner`select content, returned_points, checklist from packages where case_id = ${caseId}`;
  const records = await c.owner`select * from records`;
  const outbox = await c.owner`select payload from outbox`;
  const answers = await c.owner`select response from idempotency_keys`;
  const mails = await c.owner`select subject, body from demo_messages`;
  return [
    ["packages", JSON.stringify(packages)],
    ["records", JSON.stringify(records)],
    ["outbox", JSON.stringify(outbox)],
    ["answers", JSON.stringify(answers)],
    ["mail", JSON.stringify(mails)],
  ];
}

async function scan(c: TestCourt, cast: Cast, planted: Awaited<ReturnType<typeof plant>>): Promise<void> {
  const { caseId } = cast;
  await drainCourt(c.deps, COURT);
  const all = [...planted.hidden, ...Object.values(planted.reason), refusal];
  const bench = [cast.judge, cast.courtClerk, actorIn(COURT, "judgeAssistant", { teamIds: [cast.teamId] })];
  for (const actor of bench) {
    const pieces = await readAs(c, actor, caseId);
    expect(pieces.length).toBeGreaterThan(6);
    expect([actor.role, found(pieces, all)]).toEqual([actor.role, {}]);
  }
  expect(found(await keptOutside(c, caseId), all)).toEqual({});
  const page = await ask(c.deps, cast.courtClerk, sessionPageQuery, { caseId, sessionId: planted.sessionId });
  expect(page.ok).toBe(true);
  expect(found([["session-page", JSON.stringify(page)]], all)).toEqual({});
  const claimant = await readAs(c, cast.claimant, caseId);
  const respondent = await readAs(c, cast.respondent, caseId);
  expect(found(claimant, [...planted.hidden, planted.reason.respondent, refusal])).toEqual({});
  expect(found(respondent, [...planted.hidden, planted.reason.claimant, refusal])).toEqual({});
}

const whereHandedIn = (seen: readonly Piece[]): string[] =>
  Object.entries(found(seen, [`${ALLOWED}-claimant`, `${ALLOWED}-respondent`]))
    .filter(([, hits]) => hits.length === 2)
    .map(([where]) => where);

it("a settled case brings its agreement and signed facts before the judge, and nothing of the talks", async () => {
  const c = court();
  const cast = await castOf(c);
  const { caseId } = cast;
  await hold(c, cast);
  const planted = await plant(c, cast);
  await does(c, cast.respondent, refuseToSign, { caseId, reason: refusal });
  await agree(c, cast, "confirm", { mainFacts: ALLOWED });
  await apply(c, cast);
  await does(c, cast.mediator, handOver, { caseId });
  await does(c, cast.judge, takeUp, { caseId });
  await scan(c, cast, planted);
  const seen = [...(await readAs(c, cast.judge, caseId)), ...(await keptOutside(c, caseId))];
  // The scanner sees: where the law lets the words through, they are found, inside the .docx too.
  expect(Object.keys(found(seen, [ALLOWED]))).toEqual(
    expect.arrayContaining([
      "review-page",
      "packages",
      "document agreement",
      "document undisputedFacts",
      "file 调解协议书.docx",
    ]),
  );
  expect(whereHandedIn(seen)).toEqual(["review-page", "case-elements", "packages"]);
});

it("a failed case brings facts and report before the judge, and nothing of the talks", async () => {
  const c = court();
  const cast = await castOf(c);
  const { caseId } = cast;
  await hold(c, cast, "notAgreed");
  const planted = await plant(c, cast);
  await does(c, cast.mediator, refuseToSign, {
    caseId,
    partyId: cast.respondentId,
    reason: refusal,
    continueTalks: false,
    report: { reason: "一方拒绝签署", costRaisingConduct: "无", suggestions: `${ALLOWED}-report` },
  });
  await c.owner`update cases set fee = 'paid' where id = ${caseId}`;
  const handed = await does(c, cast.coordinator, handOver, { caseId });
  expect(handed.kind).toBe("failed");
  await scan(c, cast, planted);
  const seen = [...(await readAs(c, cast.judge, caseId)), ...(await keptOutside(c, caseId))];
  expect(Object.keys(found(seen, [`${ALLOWED}-report`]))).toEqual(
    expect.arrayContaining(["review-page", "packages", "document terminationReport"]),
  );
  expect(Object.keys(found(seen, [ALLOWED]))).toContain("document undisputedFacts");
  expect(whereHandedIn(seen)).toEqual(["review-page", "case-elements", "packages"]);
});

it("the notes are read by the mediator alone, and each reading leaves a trace", async () => {
  const c = court();
  const cast = await castOf(c);
  const { caseId } = cast;
  await does(c, cast.mediator, writeNote, { caseId, kind: "caucus", side: "claimant", words: "底线三千" });
  const [row] = await c.owner`select sealed from confidential_notes where case_id = ${caseId}`;
  expect(row?.sealed.includes(Buffer.from("底线三千"))).toBe(false);
  const notes = await ask(c.deps, cast.mediator, notesQuery, { caseId });
  expect(notes).toMatchObject({ ok: true, notes: [{ kind: "caucus", side: "claimant", words: "底线三千" }] });
  const traces =
    await c.owner`select data from records where verb = 'view-notes' and actor_id = ${cast.mediatorId}`;
  expect(traces.map((one) => one.data)).toEqual([{ caseId, notes: 1 }]);
  for (const actor of [
    cast.coordinator,
    cast.courtClerk,
    cast.claimant,
    actorIn(COURT, "leader"),
    actorIn(COURT, "auditor"),
  ])
    await expect(ask(c.deps, actor, notesQuery, { caseId })).rejects.toThrow();
  await expect(ask(c.deps, actorIn(COURT, "mediator"), notesQuery, { caseId })).rejects.toThrow();
  const page = await ask(c.deps, cast.coordinator, sessionPageQuery, {
    caseId,
    sessionId: await hold(c, cast),
  });
  expect(JSON.stringify(page)).not.toContain("底线三千");
});
