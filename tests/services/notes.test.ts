import { expect, it } from "vitest";
import type { Actor } from "~/domain/policy/actor";
import { notesQuery } from "~/services/mediation-notes.server";
import { casePageQuery } from "~/services/queries-case-page.server";
import { recordsQuery } from "~/services/queries-records.server";
import { ask } from "~/services/query.server";
import { record } from "~/services/record.server";
import { NOTE_KINDS, writeNote } from "~/services/write-note.server";
import { actorIn, useCourt } from "./court";
import { COURT, castOf, does } from "./journey";

/* What is said to the mediator alone leaves no trace where others read: not the words, not the kind, not the hour. */
const court = useCourt();

it("a note stands in nobody's timeline, and in the record without its kind or words", async () => {
  const c = court();
  const cast = await castOf(c);
  const { caseId } = cast;
  const notes: string[] = [];
  for (const kind of NOTE_KINDS) {
    const words = `私下所说-${kind}`;
    const made = await does(c, cast.mediator, writeNote, { caseId, kind, side: "claimant", words });
    notes.push(made.noteId);
  }
  const leader = actorIn(COURT, "leader");
  const auditor = actorIn(COURT, "auditor");
  const readers: Actor[] = [cast.coordinator, actorIn(COURT, "clerk"), leader, auditor, cast.mediator];
  for (const actor of readers) {
    const page = await ask(c.deps, actor, casePageQuery, { caseId });
    if (!page.ok) throw new Error(page.refusal);
    expect(page.timeline.map((one) => one.verb)).not.toContain("write-note");
    const told = JSON.stringify(page);
    for (const secret of ["私下所说", ...notes]) expect(told).not.toContain(secret);
  }
  expect(await c.owner`select 1 from records where case_id = ${caseId} and verb = 'write-note'`).toEqual([]);
  const kept = await c.owner`select chain, data from records where verb = 'write-note' order by seq`;
  expect(kept).toEqual(
    notes.map((noteId) => ({ chain: `actor:${cast.mediatorId}`, data: { caseId, noteId } })),
  );
  for (const actor of [leader, auditor]) {
    const found = await ask(c.deps, actor, recordsQuery, {});
    const told = JSON.stringify(found);
    expect(told).toContain("write-note");
    for (const secret of ["私下所说", ...NOTE_KINDS.map((kind) => `"${kind}"`)])
      expect(told).not.toContain(secret);
  }
  const own = await ask(c.deps, cast.mediator, notesQuery, { caseId });
  expect(own.ok && own.notes.map((one) => one.words)).toEqual(NOTE_KINDS.map((kind) => `私下所说-${kind}`));
});

it("a note that an earlier version recorded on the case stays out of the timeline, too", async () => {
  const c = court();
  const cast = await castOf(c);
  const { caseId } = cast;
  await c.db.withCourt(COURT, async (tx) => {
    for (const verb of ["record-attendance", "write-note"])
      await record(tx, cast.mediator, c.clock.now(), { verb, caseId, data: { kind: "offer" } });
  });
  const page = await ask(c.deps, cast.coordinator, casePageQuery, { caseId });
  expect(page.ok && page.timeline.map((one) => one.verb)).toEqual(["record-attendance"]);
});
