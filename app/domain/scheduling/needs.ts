import type { SessionMode } from "~/domain/mediation/sessions";

export const NEED_CODES = [
  "signLanguage",
  "dialect",
  "companion",
  "courtTerminal",
  "noSmartphone",
  "wheelchair",
] as const;
/** What somebody cannot take part without (ONL 16: the way of meeting follows what the parties can use). */
export type NeedCode = (typeof NEED_CODES)[number];
/** A need, for `dialect` with the language it is about. */
export type Need = { readonly code: NeedCode; readonly language?: string };

export const FACILITIES = ["video", "wheelchair", "signLanguage", "recording"] as const;
/** What a room of the court has: a video terminal, a way in without steps, space for an interpreter of signs, recording. */
export type Facility = (typeof FACILITIES)[number];
export const facilityOf = (code: string): Facility | undefined => FACILITIES.find((one) => one === code);

/** `language:粤语`: the stored form of a dialect, which the choice of a mediator reads too. */
const LANGUAGE = /^language:(.+)$/;
/** A dialect in plain words: `方言：温州话`, `只会说上海话`. */
const SPOKEN = /^(?:方言[:：]\s*)?(?:只?(?:会|能)?(?:说|讲))?(\p{Script=Han}{1,6}[话语])$/u;
const NO_DIALECT = /^(?:普通话|国语|汉语|手语)$/;

const KNOWN_WORDS: readonly (readonly [RegExp, NeedCode])[] = [
  [/手语|sign language/i, "signLanguage"],
  [/轮椅|无障碍|wheelchair/i, "wheelchair"],
  [/陪同|陪伴|companion|accompanied/i, "companion"],
  [/法院.*(?:终端|设备|电脑)|court terminal/i, "courtTerminal"],
  [/(?:没有?|无|不会用|不用)智能手机|no smartphone/i, "noSmartphone"],
];

/** The need behind one stored text: a code, a dialect, or words of an old form that are known; null for other words. */
export function needOf(text: string): Need | null {
  const code = NEED_CODES.find((one) => one === text);
  if (code) return { code };
  const language = LANGUAGE.exec(text)?.[1]?.trim();
  if (language) return { code: "dialect", language };
  const known = KNOWN_WORDS.find(([pattern]) => pattern.test(text))?.[1];
  if (known) return { code: known };
  const spoken = SPOKEN.exec(text)?.[1];
  return spoken && !NO_DIALECT.test(spoken) ? { code: "dialect", language: spoken } : null;
}

export type NeedsRead = { readonly needs: readonly Need[]; readonly words: readonly string[] };

/** What is stored of one person, each need once in the order of the codes; words that are no code stay readable. */
export function readNeeds(texts: readonly string[]): NeedsRead {
  const found = texts.map((text) => ({ text, need: needOf(text) }));
  const needs = NEED_CODES.flatMap((code) => {
    const same = found.flatMap(({ need }) => (need?.code === code ? [need] : []));
    const named = same.filter((one) => one.language !== undefined);
    const unique = [...new Map((named.length ? named : same).map((one) => [one.language, one])).values()];
    return unique;
  });
  return { needs, words: found.filter(({ need }) => need === null).map(({ text }) => text) };
}

/** The texts under which needs are stored; `readNeeds` gives them back. */
export const writeNeeds = ({ needs, words }: NeedsRead): string[] => [
  ...needs.map((need) => (need.language ? `language:${need.language}` : need.code)),
  ...words,
];

export type Requirements = {
  /** What the court's room must have; not empty means that there must be a room, by video too. */
  readonly facilities: readonly Facility[];
  /** Languages that the mediator must speak. */
  readonly languages: readonly string[];
  /** Ways in which somebody could not take part at all, each with the need that says so. */
  readonly modesExcluded: readonly { readonly mode: SessionMode; readonly need: NeedCode }[];
};

const BY_VIDEO: readonly SessionMode[] = ["video", "videoSplit"];

/** Why a way of meeting is closed to one person, whatever room there is. */
function excludedBy(codes: ReadonlySet<NeedCode>): Requirements["modesExcluded"] {
  const out: { mode: SessionMode; need: NeedCode }[] = [];
  if (codes.has("noSmartphone") && !codes.has("courtTerminal"))
    out.push(...BY_VIDEO.map((mode) => ({ mode, need: "noSmartphone" as const })));
  if (codes.has("signLanguage")) out.push({ mode: "phone", need: "signLanguage" });
  return out;
}

/** What one person's needs ask of the court's room: only where he comes to the court. */
function facilitiesFor(codes: ReadonlySet<NeedCode>, mode: SessionMode): Facility[] {
  const atTerminal = BY_VIDEO.includes(mode) && codes.has("courtTerminal");
  if (mode !== "onsite" && !atTerminal) return [];
  return [
    ...(atTerminal ? (["video"] as const) : []),
    ...(codes.has("wheelchair") ? (["wheelchair"] as const) : []),
    ...(codes.has("signLanguage") ? (["signLanguage"] as const) : []),
  ];
}

/**
 * What a session in this mode must offer so that everybody can take part; hard constraints of every slot and booking.
 * `people`: the stored needs of each person who is to come, one list a person. On site a wheelchair and sign language
 * ask for a room that has the place; by video a court terminal asks for a room with a terminal (and for what that person
 * needs there), and without a smartphone video is open only from such a terminal; by telephone nobody can sign; a dialect
 * asks for a mediator who speaks it, in every mode. A companion asks for nothing but to be expected. At another place the
 * court's consent looks at the place itself (INV 14).
 */
export function requirementsOf(people: readonly (readonly string[])[], mode: SessionMode): Requirements {
  const each = people.map((texts) => readNeeds(texts).needs);
  const codes = each.map((needs) => new Set(needs.map((need) => need.code)));
  const wanted = new Set(codes.flatMap((one) => facilitiesFor(one, mode)));
  const excluded = new Map(codes.flatMap(excludedBy).map((one) => [`${one.mode} ${one.need}`, one]));
  return {
    facilities: FACILITIES.filter((one) => wanted.has(one)),
    languages: [...new Set(each.flat().flatMap((need) => need.language ?? []))].sort(),
    modesExcluded: [...excluded.values()],
  };
}

/** The need that closes this mode, if one does. */
export const excludedIn = (of: Requirements, mode: SessionMode): NeedCode | null =>
  of.modesExcluded.find((one) => one.mode === mode)?.need ?? null;

/** The need to name when a room lacks something. */
export const needBehind = (facility: Facility): NeedCode =>
  facility === "wheelchair" ? "wheelchair" : facility === "signLanguage" ? "signLanguage" : "courtTerminal";
