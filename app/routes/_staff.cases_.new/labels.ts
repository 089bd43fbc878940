import type * as intake from "~/i18n/intake";
import type { Text } from "~/i18n/text";
import type { Block } from "./party-list";

const WHOLE = {
  causeCode: "cause",
  amountFen: "amount",
  claims: "claims",
  facts: "facts",
  preservationUntil: "preservation",
  teamId: "team",
  happenedAt: "receivedAt",
  lateReason: "lateReason",
  evidenceFileId: "evidence",
  evidenceFile: "evidence",
  separateReason: "separate",
} as const;

const OF_PARTY = {
  name: "name",
  kind: "kind",
  idKind: "idKind",
  idNumber: "idNumber",
  phone: "phone",
  email: "email",
  address: "address",
  representative: "representative",
  needs: "needs",
  "contacts.0.value": "contactValue",
  "contacts.0.kind": "contactKind",
} as const;

const OF_AGENT = {
  name: "agentName",
  unit: "agentUnit",
  authority: "agentAuthority",
  idNumber: "agentIdNumber",
  phone: "agentPhone",
  email: "agentEmail",
} as const;

const has = <T extends object>(map: T, key: string): key is keyof T & string => Object.hasOwn(map, key);

/** What a field of the form is called in the error summary: the party's number first. */
export function intakeLabel(
  t: Text<typeof intake.zh>,
  blocks: readonly Block[],
  name: string,
): string | undefined {
  if (has(WHOLE, name)) return t(WHOLE[name]);
  const found = /^parties\.(\d+)\.(?:agents\.\d+\.(\w+)|(.+))$/.exec(name);
  if (!found) return undefined;
  const block = blocks.find(({ index }) => index === Number(found[1]));
  if (!block) return undefined;
  const number = blocks.filter(({ side }) => side === block.side).indexOf(block) + 1;
  const who = block.side === "claimant" ? t("claimantNo", { number }) : t("respondentNo", { number });
  const [, , agent = "", own = ""] = found;
  if (has(OF_AGENT, agent)) return `${who} ${t(OF_AGENT[agent])}`;
  return has(OF_PARTY, own) ? `${who} ${t(OF_PARTY[own])}` : undefined;
}
