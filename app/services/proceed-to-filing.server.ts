import { plainAct } from "./case-act.server";
import { verb } from "./command.server";

/** An unregistered case goes on to court: the claimant sues, the registration clock runs (CPL 126). */
export const proceedToFiling = verb(plainAct("proceedToFiling"));
