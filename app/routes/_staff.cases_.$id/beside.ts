import type { EventName } from "~/domain/cases/events";

/** Acts beside the case table: no event of it, but with a small form like one. */
export const BESIDE_NAMES = ["reportTermination", "setTeam", "recordAuthority"] as const;
export type BesideName = (typeof BESIDE_NAMES)[number];

export const isBeside = (name: string | undefined | null): name is BesideName =>
  BESIDE_NAMES.some((one) => one === name);

/** Whatever has a small form; some events show it at an address of their own. */
export type FormName = EventName | BesideName;
