import { plainAct } from "./case-act.server";
import { verb } from "./command.server";

/** Puts a closed and complete file into the archive. */
export const archiveCase = verb(plainAct("archiveCase"));
