import { plainAct } from "./case-act.server";
import { verb } from "./command.server";

/** Explains mediation to both sides and asks for their consent; the asking clock runs (ONL 15). */
export const guideParties = verb(plainAct("guideParties"));
