import { plainAct } from "./case-act.server";
import { verb } from "./command.server";

/** The fee was not paid in time: the suit counts as withdrawn (FEE 22). */
export const deemWithdrawn = verb(plainAct("deemWithdrawn", { closeReason: "deemedWithdrawn" }));
