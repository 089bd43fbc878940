import { plainAct } from "./case-act.server";
import { verb } from "./command.server";

/** The case was decided by judgment outside this system; here it is closed. */
export const recordJudgment = verb(plainAct("recordJudgment", { closeReason: "judgment" }));
