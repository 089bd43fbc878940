import { plainAct } from "./case-act.server";
import { verb } from "./command.server";

/** Ends a correction that nobody made in time; the file is not taken in. */
export const lapseCorrection = verb(plainAct("lapseCorrection"));
