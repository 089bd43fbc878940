import { plainAct } from "./case-act.server";
import { verb } from "./command.server";

/** Takes a suit on to registration, where the number will come from the court's system. */
export const beginFiling = verb(plainAct("beginFiling"));
