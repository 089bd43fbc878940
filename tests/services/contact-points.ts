import { v7 as uuidv7 } from "uuid";
import { schema } from "#db/client";
import type { ContactKind } from "~/domain/notices/contacts";
import { contactIndex } from "~/services/identities.server";
import { place } from "~/services/personal.server";
import type { TestCourt } from "./court";
import { COURT } from "./journey";

/** An address at which a party is reached. */
export async function addContactPoint(
  c: TestCourt,
  of: { caseId: string; partyId: string; kind: ContactKind; value: string },
): Promise<string> {
  const id = uuidv7();
  const { value, ...rest } = of;
  await c.db.withCourt(COURT, (tx) =>
    tx.insert(schema.contactPoints).values({
      courtId: COURT,
      id,
      ...rest,
      sealed: c.deps.secrets.seal(value, place("contact_points", "sealed", id)),
      index: contactIndex(c.deps.secrets, value),
      masked: "*",
    }),
  );
  return id;
}
