import type { Deps } from "../deps.server";

/** The public page on which anybody checks a notice's code. */
export const verifyPage = (deps: Pick<Deps, "publicUrl">): string => `${deps.publicUrl}/verify`;
