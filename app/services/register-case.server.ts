import { v7 as uuidv7 } from "uuid";
import { ok } from "~/domain/result";
import { verb } from "./command.server";
import { happened } from "./happened.server";
import { registerAll, registerShape } from "./registrations.server";

/** Takes a case in: its own registration number 登记号, parties, agents, contacts; handed in at once unless kept as a draft. */
export const registerCase = verb({
  name: "register-case",
  ability: "draft-case",
  input: registerShape,
  cases: () => [],
  run: async (command) => {
    const id = uuidv7();
    const when = await happened(command, id, "register-case");
    if (!when.ok) return when;
    const [taken] = await registerAll(command, [{ id, input: command.input, at: when.at }]);
    if (!taken) throw new Error("nothing was judged");
    return taken.ok ? ok(taken) : taken;
  },
});
