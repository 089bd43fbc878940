import { plainAct } from "./case-act.server";
import { verb } from "./command.server";

/** A due day passed without performance. */
export const recordDefault = verb(plainAct("recordDefault"));
