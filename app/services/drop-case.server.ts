import { plainAct } from "./case-act.server";
import { verb } from "./command.server";

/** The claimant does not pursue an unregistered case any further. */
export const dropCase = verb(plainAct("dropCase", { closeReason: "notPursued" }));
