import { plainAct } from "./case-act.server";
import { verb } from "./command.server";

/** Looks for a mediator on one side's consent, who then asks the other side (ONL 10, 15). */
export const proceedOnOneConsent = verb(plainAct("proceedOnOneConsent"));
