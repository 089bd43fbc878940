import type { Values } from "../_staff/form-fields";

export type Block = { readonly index: number; readonly side: string; readonly agents: readonly number[] };

const FIRST: Values = {
  "parties.0.side": "claimant",
  "parties.0.kind": "natural",
  "parties.1.side": "respondent",
  "parties.1.kind": "natural",
};

/** A blank form: one of each side. */
export const blankValues = (): Values => ({ ...FIRST, intake: "LAWSUIT", procedureHint: "ordinary" });

/** The party blocks that the values hold, in order. */
export function blocksIn(values: Values): Block[] {
  return Object.keys(values)
    .flatMap((name) => /^parties\.(\d+)\.side$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b)
    .map((index) => ({
      index,
      side: values[`parties.${index}.side`] ?? "claimant",
      agents: agentsOf(values, index),
    }));
}

const agentsOf = (values: Values, index: number): number[] =>
  Object.keys(values)
    .flatMap((name) => new RegExp(`^parties\\.${index}\\.agents\\.(\\d+)\\.authority$`).exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);

const without = (values: Values, prefix: string): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith(prefix)));

const nextOf = (numbers: readonly number[]) => Math.max(-1, ...numbers) + 1;

/** What a press on "add" or "remove" makes of the form, and which field to go to; null for any other button. */
export function reshape(values: Values, intent: string): { values: Values; focus?: string } | null {
  const [verb, target = ""] = intent.split(":");
  const index = Number(target.split(".")[0]);
  if (verb === "add") {
    const next = nextOf(blocksIn(values).map((block) => block.index));
    const added = { [`parties.${next}.side`]: target, [`parties.${next}.kind`]: "natural" };
    return { values: { ...values, ...added }, focus: `parties.${next}.name` };
  }
  if (verb === "remove") return { values: without(values, `parties.${index}.`) };
  if (verb === "addAgent") {
    const next = nextOf(agentsOf(values, index));
    const name = `parties.${index}.agents.${next}`;
    return { values: { ...values, [`${name}.authority`]: "general" }, focus: `${name}.name` };
  }
  if (verb === "removeAgent") return { values: without(values, `parties.${target}.`) };
  return null;
}

/** The form's numbers run with gaps after a removal; the verb's errors count without. Gives each error its field's name. */
export function fieldNames(values: Values, fields: Record<string, string[]>): Record<string, string[]> {
  const blocks = blocksIn(values);
  return Object.fromEntries(
    Object.entries(fields).map(([path, errors]) => [
      path.replace(/^parties\.(\d+)(\.agents\.(\d+))?/, (_all, nth, agent, nthAgent) => {
        const block = blocks[Number(nth)];
        const agentPart = agent ? `.agents.${block?.agents[Number(nthAgent)] ?? nthAgent}` : "";
        return `parties.${block?.index ?? nth}${agentPart}`;
      }),
      errors,
    ]),
  );
}
