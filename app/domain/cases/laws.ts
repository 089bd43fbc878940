/**
 * The texts that rules cite, by the short key used in `article: "CPL 205"`; i18n holds their titles.
 * `local` is a choice of this system or of the court and binds nobody outside.
 */
export const LAWS = [
  "CPL",
  "CC",
  "PML",
  "LWY",
  "LAB",
  "INT",
  "INV",
  "ONL",
  "OLL",
  "JC11",
  "MED20",
  "SUM20",
  "SRV04",
  "LIM20",
  "PL20",
  "RCS11",
  "REG15",
  "MDR",
  "FEE",
  "OP25",
  "OPR17",
  "LM17",
  "local",
] as const;
export type Law = (typeof LAWS)[number];
export type Article = "local" | `${Exclude<Law, "local">} ${string}`;
