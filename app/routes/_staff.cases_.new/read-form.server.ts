import { fenOfYuan } from "~/domain/intake/amount";
import { nested, type Values } from "../_staff/form-fields";
import { blocksIn } from "./party-list";

/** Yuan as typed, in fen; null when it is no amount. */
export function fenOf(yuan: string): number | null {
  const read = fenOfYuan(yuan);
  return "fen" in read ? read.fen : null;
}

const listOf = (text: string | undefined) =>
  (text ?? "").split(/[、,，;；\n]/).flatMap((one) => one.trim() || []);

type Tree = ReturnType<typeof nested>[string];
const record = (tree: Tree | undefined): Record<string, Tree> =>
  typeof tree === "object" && !Array.isArray(tree) ? tree : {};

/** The typed form as the verb's input. */
export function registerInput(values: Values, evidenceFileId: string | undefined, submit: boolean) {
  const { amount, intent: _intent, parties: _parties, ...rest } = nested(Object.entries(values));
  const all = nested(Object.entries(values)).parties;
  const list = Array.isArray(all) ? all : [];
  return {
    ...rest,
    amountFen: typeof amount === "string" ? fenOf(amount) : null,
    submit,
    ...(evidenceFileId ? { evidenceFileId } : {}),
    parties: blocksIn(values).map(({ index }, nth) => {
      const party = record(list[nth]);
      const at = `parties.${index}`;
      return {
        ...party,
        name: values[`${at}.name`] ?? "",
        idNumber: values[`${at}.idNumber`] ?? "",
        needs: listOf(values[`${at}.needs`]),
        eServiceConsent: values[`${at}.eServiceConsent`] === "on",
        contacts: values[`${at}.contacts.0.value`]?.trim() ? party.contacts : [],
        agents: (Array.isArray(party.agents) ? party.agents : []).map((agent) => ({
          name: "",
          ...record(agent),
        })),
      };
    }),
  };
}
