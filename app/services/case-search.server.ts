import { type SQL, sql } from "drizzle-orm";
import { arrayText } from "#db/types";
import type { Secrets } from "~/adapters/secrets.server";
import {
  normaliseCaseNumber,
  parseCaseNumber,
  parseRegistrationNumber,
  renderRegistrationNumber,
} from "~/domain/cases/number";
import { bigrams, foldName } from "~/domain/intake/bigrams";
import { idNumberFault, normaliseIdNumber } from "~/domain/intake/parties";
import { ID_KINDS } from "~/domain/intake/party-kinds";
import { normalisePhone, phoneKind } from "~/domain/intake/phone";
import { contactIndexes, identityIndexes } from "./identities.server";

/** The years of which a bare serial number may be. */
const YEARS_BACK = 2;

const inHex = (indexes: readonly Buffer[]) =>
  sql.join(
    indexes.map((index) => sql`decode(${index.toString("hex")}, 'hex')`),
    sql`, `,
  );
const byNumbers = (numbers: readonly string[]) => sql`(
  c.registration_no = any(${arrayText(numbers)}::text[]) or c.case_no = any(${arrayText(numbers)}::text[])
  or c.id in (select n.case_id from case_numbers n where n.court_id = c.court_id and n.number = any(${arrayText(numbers)}::text[])))`;

function bySerial(serial: number, court: { code: string; prefix: string }, year: number): SQL {
  const years = Array.from({ length: YEARS_BACK + 1 }, (_, back) => year - back);
  return byNumbers(
    years.flatMap((one) => [
      renderRegistrationNumber(court.prefix, one, serial),
      `(${one})${court.code}民初${serial}号`,
    ]),
  );
}

function byIdentity(secrets: Secrets, text: string, today: string): SQL | null {
  const kinds = ID_KINDS.filter((kind) => kind !== "other").filter(
    (kind) => idNumberFault(kind, normaliseIdNumber(kind, text), today) === null,
  );
  const indexes = kinds.flatMap((kind) =>
    identityIndexes(secrets, { kind, number: normaliseIdNumber(kind, text) }),
  );
  return indexes.length
    ? sql`c.id in (select p.case_id from parties p where p.court_id = c.court_id and p.id_index in (${inHex(indexes)}))`
    : null;
}

export type FoundBy = "number" | "serial" | "phone" | "identity" | "name" | "nothing";

/**
 * What a person types into the one search field, as SQL over `cases c`: a number (also its bare serial), a telephone or
 * identity number (by blind index), else a name of two signs or more.
 */
export function searchOf(
  text: string,
  of: { secrets: Secrets; court: { code: string; prefix: string }; today: string },
): { by: FoundBy; where: SQL } {
  const plain = text.trim();
  const registration = parseRegistrationNumber(plain);
  if (registration) {
    const { prefix, year, serial } = registration;
    return { by: "number", where: byNumbers([renderRegistrationNumber(prefix, year, serial)]) };
  }
  if (parseCaseNumber(plain)) return { by: "number", where: byNumbers([normaliseCaseNumber(plain)]) };
  const serial = /^(\d{1,7})号?$/.exec(plain.normalize("NFKC"));
  if (serial)
    return { by: "serial", where: bySerial(Number(serial[1]), of.court, Number(of.today.slice(0, 4))) };
  const phone = normalisePhone(plain);
  if (phoneKind(phone)) {
    const indexes = inHex(contactIndexes(of.secrets, phone));
    return {
      by: "phone",
      where: sql`c.id in (select k.case_id from contact_points k where k.court_id = c.court_id and k.index in (${indexes}))`,
    };
  }
  const identity = /\d/.test(plain) ? byIdentity(of.secrets, plain, of.today) : null;
  if (identity) return { by: "identity", where: identity };
  if ([...foldName(plain)].length < 2) return { by: "nothing", where: sql`false` };
  return { by: "name", where: sql`c.name_grams @> ${arrayText(bigrams(plain))}::text[]` };
}
