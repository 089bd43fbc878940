import { plainAct } from "./case-act.server";
import { verb } from "./command.server";

/** After a dismissal the parties mediate again, with a period of its own. */
export const resumeMediation = verb(
  plainAct("resumeMediation", { outcome: null, route: null, mediationEnd: null }),
);
