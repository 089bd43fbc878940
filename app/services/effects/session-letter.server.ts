import { DateTime } from "luxon";
import type { NoticeFacts, NoticeKind } from "#db/schema/correspondence";
import { invitationFile } from "~/adapters/invitation-file";
import { isWorkday, type WorkCalendar } from "~/domain/cases/calendar";
import { isByVideo } from "~/domain/mediation/sessions";
import { writtenCode } from "~/domain/notices/notice-code";
import { courtDate, weekdayOf } from "~/i18n/court-time";
import { formatFor } from "~/i18n/format";
import type { Locale } from "~/i18n/locale";
import * as sessionNotices from "~/i18n/session-notices";
import { type Text, textFor } from "~/i18n/text";
import { iso } from "../iso.server";
import type { Addressee } from "./addressees.server";
import type { Wording } from "./post-notice.server";
import type { Invitation, SessionCard } from "./session-card.server";

type T = Text<typeof sessionNotices.zh>;

/** Where links lead: to the one answer that is asked (staff: to the case), to the party's own page, to where codes are checked. */
export type Links = {
  readonly answer: string | null;
  readonly own: string | null;
  readonly verify: string;
};

const UTC = { zone: "utc" } as const;
const inLocale = (locale: Locale, zh: string, en: string) => (locale === "en" && en ? en : zh);

/** Where the session is held, as words for a reader and for people who look for the door. */
function placeWords({ session, court, room }: SessionCard, t: T, locale: Locale): string {
  if (session.mode === "phone") return t("placePhone", { phone: court.phone });
  if (isByVideo(session.mode)) return t("placeVideo");
  return t("place", { place: placeOf({ session, court, room }, locale) });
}

/** The bare name of the place: for a calendar's field, the facts of a notice, a text message. */
export function placeOf(
  { session, court, room }: Pick<SessionCard, "session" | "court" | "room">,
  locale: Locale,
): string {
  const name = inLocale(locale, court.name, court.nameEn);
  if (session.mode === "otherPlace") return session.place ?? name;
  if (!room) return name;
  const { name: zh, nameEn, place, placeEn } = room;
  return [name, inLocale(locale, zh, nameEn), inLocale(locale, place, placeEn)].filter(Boolean).join(" ");
}

/** A day that is not what its weekday says: a make-up workday at the weekend, or a day off on which the court opens. */
function dayWarning(startAt: string, calendar: WorkCalendar): "dayMakeUp" | "dayOff" | null {
  const on = courtDate(startAt);
  if (!isWorkday(calendar, on)) return "dayOff";
  const isWeekend = weekdayOf(on) % 6 === 0;
  return isWeekend ? "dayMakeUp" : null;
}

/** What a notice about a session states, for whoever checks its code. Instants ISO in UTC. */
export function sessionFacts(card: SessionCard, to: Pick<Addressee, "party" | "locale">): NoticeFacts {
  return {
    number: card.number,
    startAt: iso(card.arrivals(to.party?.id ?? null).startAt),
    endAt: card.endAt,
    mode: card.session.mode,
    ...(isByWire(card.session.mode) ? {} : { place: placeOf(card, to.locale) }),
  };
}

const INTROS = {
  invitation: "introInvite",
  update: "introMoved",
  cancellation: "introCancelled",
  removal: "introRemoved",
  reminder: "introReminder",
  declined: "introDeclined",
} as const;
const SUBJECTS = {
  invitation: "subjectInvite",
  update: "subjectMoved",
  cancellation: "subjectCancelled",
  removal: "subjectRemoved",
  reminder: "subjectReminder",
  declined: "subjectDeclined",
} as const;
const SHORT = {
  invitation: "smsInvite",
  update: "smsMoved",
  cancellation: "smsCancelled",
  removal: "smsRemoved",
  reminder: "smsReminder",
  declined: "smsDeclined",
} as const;
/** `declined`: the session stays where it is, to whoever proposed another time. */
export type SessionNoticeKind = Exclude<NoticeKind, "other"> | "declined";

/**
 * The words of a notice about a session, the same on every channel: what, when in Beijing and where the reader is, where
 * and how to get there, what to bring, what follows if nobody comes, how to answer and how to check that it is genuine.
 * Nothing in it is about anybody but its reader, the mediator and the court.
 */
export function sessionWording(
  of: {
    readonly card: SessionCard;
    readonly to: Addressee;
    readonly kind: SessionNoticeKind;
    /** What the reader was told before; for "changed from … to …". */
    readonly before: NoticeFacts | null;
    readonly links: Links;
  },
  code: string,
): Pick<Wording, "subject" | "lines" | "sms" | "smsParams"> {
  const { card, to, kind, before, links } = of;
  const { locale } = to;
  const t = textFor(locale, sessionNotices);
  const format = formatFor(locale, to.zone);
  const facts = sessionFacts(card, to);
  const when = format.range(facts.startAt ?? card.startAt, card.endAt);
  const isOn = kind !== "cancellation" && kind !== "removal";
  const isStaff = to.party === null;
  const court = inLocale(locale, card.court.name, card.court.nameEn);
  const names = { court: inLocale(locale, card.court.shortName, card.court.nameEn), number: card.number };
  const arrival = card.arrivals(to.party?.id ?? null);
  const waiting = arrival.waitingRoom;
  const isEarly = arrival.arriveAt < arrival.startAt;
  const warning = isOn ? dayWarning(facts.startAt ?? card.startAt, card.calendar) : null;
  const directions = inLocale(locale, card.court.directions, card.court.directionsEn);
  const onSite = card.session.mode === "onsite";
  const phone = card.court.phone;
  const lines = [
    t("greeting", { name: to.name }),
    isStaff && kind === "invitation" ? t("introStaff") : t(INTROS[kind]),
    ...(kind === "update" ? changes(before, facts, t, format) : []),
    t("when", { when }),
    ...(warning ? [t(warning)] : []),
    placeWords(card, t, locale),
    ...(isOn && onSite && directions ? [t("directions", { directions })] : []),
    ...(isOn && isEarly ? [t("arrive", { at: format.time(iso(arrival.arriveAt)) })] : []),
    ...(isOn && waiting
      ? [
          t("waitIn", {
            place:
              `${inLocale(locale, waiting.name, waiting.nameEn)} ${inLocale(locale, waiting.place, waiting.placeEn)}`.trim(),
          }),
        ]
      : []),
    t("number", { number: card.number }),
    ...(isOn && !isStaff
      ? [
          t("mediator", { name: inLocale(locale, card.mediator.name, card.mediator.nameEn) }),
          t("bring"),
          t("absence"),
        ]
      : []),
    ...(isOn && links.answer ? [t(isStaff ? "openCase" : "answer"), links.answer] : []),
    ...(isOn && links.own ? [t("own"), links.own] : []),
    t("verify", { code: writtenCode(code), phone }),
    links.verify,
    t("address", { address: card.court.address }),
    t("office", { court }),
  ];
  const subject = t(SUBJECTS[kind], names);
  if (isStaff) return { subject, lines };
  const smsParams = { ...names, when, place: shortPlace(card, t, locale), code: writtenCode(code), phone };
  const sms = [t(SHORT[kind], smsParams), t("smsProof", smsParams), ...(isOn ? [t("smsAnswer")] : [])].join(
    "",
  );
  return { subject, lines, sms, smsParams };
}

const isByWire = (mode: SessionCard["session"]["mode"]) => mode === "phone" || isByVideo(mode);

/** What a calendar shows in the place of a place. */
const wireWords = ({ session, court }: SessionCard, t: T): string =>
  session.mode === "phone" ? t("locationPhone", { phone: court.phone }) : t("locationVideo");

function shortPlace(card: SessionCard, t: T, locale: Locale): string {
  if (card.session.mode === "phone") return t("smsPhone", { phone: card.court.phone });
  if (isByVideo(card.session.mode)) return t("smsVideo");
  return placeOf(card, locale);
}

function changes(
  before: NoticeFacts | null,
  now: NoticeFacts,
  t: T,
  format: ReturnType<typeof formatFor>,
): string[] {
  if (!before?.startAt || !before.endAt) return [];
  const isMoved = before.startAt !== now.startAt || before.endAt !== now.endAt;
  const isElsewhere = before.place !== now.place || before.mode !== now.mode;
  return [
    ...(isMoved ? [t("wasWhen", { when: format.range(before.startAt, before.endAt) })] : []),
    ...(isElsewhere ? [t("wasElsewhere")] : []),
  ];
}

/** The calendar object of one recipient at one revision. */
export function sessionCalendar(
  of: {
    readonly card: SessionCard;
    readonly to: Addressee;
    readonly invitation: Pick<Invitation, "uid" | "sequence" | "updatedAt"> & {
      readonly method: Invitation["method"] | "DECLINECOUNTER";
    };
    readonly organizer: { readonly name: string; readonly address: string };
    readonly links: Links;
  },
  lines: readonly string[],
) {
  const { card, to, invitation, organizer, links } = of;
  const { method } = invitation;
  const t = textFor(to.locale, sessionNotices);
  const facts = sessionFacts(card, to);
  return (address: string) => ({
    method,
    bytes: invitationFile({
      method,
      uid: invitation.uid,
      sequence: invitation.sequence,
      dtstamp: invitation.updatedAt,
      start: DateTime.fromISO(facts.startAt ?? card.startAt, UTC),
      end: DateTime.fromISO(card.endAt, UTC),
      summary: t("summary", { number: card.number }),
      description: lines.join("\n"),
      location: facts.place ?? wireWords(card, t),
      organizer,
      attendee: { name: to.name, address },
      ...(links.answer && { url: links.answer }),
      status: method === "CANCEL" ? "CANCELLED" : "CONFIRMED",
    }),
  });
}
