import { plainAct } from "./case-act.server";
import { verb } from "./command.server";

/** The entitled side applies for enforcement of its title, within two years (CPL 250). */
export const applyEnforcement = verb(plainAct("applyEnforcement"));
