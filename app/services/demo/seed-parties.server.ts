import type { Chance } from "#db/seed/chance";
import { type DisputeKind, organisationName, personName } from "#db/seed/disputes";
import { creditCodeCheck, organisationCheck } from "~/domain/intake/credit-code";
import { residentIdCheck } from "~/domain/intake/resident-id";

/** A district code that was never given out, so that no number can be a real person's. */
const REGION = "110199";

export function residentId(chance: Chance): string {
  const year = chance.int(1958, 2002);
  const body = `${REGION}${year}${String(chance.int(1, 12)).padStart(2, "0")}${String(chance.int(1, 28)).padStart(2, "0")}${String(chance.int(0, 999)).padStart(3, "0")}`;
  return body + residentIdCheck(body);
}

/** The same organisation has the same code in every case. */
export function creditCode(name: string): string {
  let hash = 7;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 99_999_999;
  const organisation = String(hash).padStart(8, "0");
  const body = `91${REGION}${organisation}${organisationCheck(organisation)}`;
  return body + creditCodeCheck(body);
}

const mobile = (chance: Chance) => `1990000${String(chance.int(0, 9999)).padStart(4, "0")}`;

function natural(side: string, chance: Chance, name: string) {
  const phone = mobile(chance);
  return {
    side,
    kind: "natural",
    name,
    idKind: "residentId",
    idNumber: residentId(chance),
    phone,
    email: `p${phone.slice(-4)}${chance.int(10, 99)}@mail.example`,
    address: `北京市石景山区示例路 ${chance.int(1, 120)} 号院 ${chance.int(1, 18)} 号楼 ${chance.int(101, 1806)} 室`,
    needs: chance.chance(0.06) ? ["大字材料"] : [],
    eServiceConsent: chance.chance(0.6),
  };
}

function organisation(
  side: string,
  kind: DisputeKind["claimant"] | DisputeKind["respondent"],
  chance: Chance,
) {
  const name = organisationName(kind, chance);
  const agent = personName(chance);
  return {
    side,
    kind: "org",
    name,
    idKind: "creditCode",
    idNumber: creditCode(name),
    phone: `010${String(chance.int(10_000_000, 19_999_999))}`.replace(/^010/, "010-"),
    email: `legal${chance.int(1, 9)}@org.example`,
    address: "北京市石景山区示例大街 1 号",
    representative: personName(chance),
    eServiceConsent: true,
    agents: [
      {
        name: agent,
        unit: "北京示公律师事务所",
        authority: "special",
        phone: mobile(chance),
        email: `agent${chance.int(100, 999)}@firm.example`,
      },
    ],
  };
}

/** The two sides of a dispute of this kind. */
export function partiesOf(kind: DisputeKind, chance: Chance): object[] {
  const side = (
    which: "claimant" | "respondent",
    what: DisputeKind["claimant"] | DisputeKind["respondent"],
  ) => (what === "person" ? natural(which, chance, personName(chance)) : organisation(which, what, chance));
  return [side("claimant", kind.claimant), side("respondent", kind.respondent)];
}
