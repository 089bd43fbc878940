import { DateTime } from "luxon";
import type { NoticeFacts } from "#db/schema/correspondence";
import { workCalendar } from "~/domain/cases/calendar";
import { HOLIDAYS } from "~/domain/cases/holidays";
import type { Locale } from "~/i18n/locale";
import type { Addressee } from "~/services/effects/addressees.server";
import type { Wording } from "~/services/effects/post-notice.server";
import type { SessionCard } from "~/services/effects/session-card.server";
import {
  type SessionNoticeKind,
  sessionCalendar,
  sessionFacts,
  sessionWording,
} from "~/services/effects/session-letter.server";

/* One session as its party is told of it, in every story, language and way: for the golden files and for outside programs. */

const at = (iso: string) => DateTime.fromISO(iso, { zone: "Asia/Shanghai" });
export const MODES = ["onsite", "video", "phone"] as const;
type Mode = (typeof MODES)[number];
/** An update moves the time, time and room, or the room alone. */
export const STORIES = [
  "invitation",
  "update",
  "move",
  "room",
  "cancellation",
  "removal",
  "reminder",
] as const;
export type Story = (typeof STORIES)[number];

const ROOM = {
  name: "第五调解室",
  nameEn: "Mediation room 5",
  place: "诉讼服务中心三楼东侧",
  placeEn: "Litigation service centre, third floor, east",
};
const EARLIER_ROOM = { ...ROOM, name: "第二调解室", nameEn: "Mediation room 2" };

function cardOf(mode: Mode, startAt: DateTime, room: typeof ROOM | null): SessionCard {
  return {
    session: { mode, place: null },
    startAt: startAt.toUTC().toISO() ?? "",
    endAt: startAt.plus({ minutes: 90 }).toUTC().toISO() ?? "",
    arrivals: () => ({ startAt, arriveAt: startAt, waitingRoom: null }),
    court: {
      name: "北京市石景山区人民法院",
      nameEn: "Shijingshan District People's Court",
      shortName: "石景山法院",
      phone: "010-00000107",
      address: "石景山区某路 1 号",
      directions: "地铁一号线某站 B 口向北步行 300 米，由诉讼服务中心西门进入。",
      directionsEn: "Metro line 1, exit B, 300 m north; west door of the litigation service centre.",
    },
    number: "SJS-TJ-2026-000123",
    room: mode === "onsite" ? room : null,
    mediator: { name: "李秀兰", nameEn: "Li Xiulan" },
    calendar: workCalendar(HOLIDAYS),
    isOver: false,
  };
}

export const PARTY: Addressee = {
  kind: "party",
  id: "0192f000-0000-7000-8000-0000000000c1",
  name: "张三丰",
  mail: { address: "zhang@mail.example", contactPointId: null },
  mobile: { address: "13800000027", contactPointId: null },
  locale: "zh-CN",
  party: { id: "0192f000-0000-7000-8000-0000000000c1", side: "respondent" },
};
const LINKS = {
  answer: "https://court.example/a/bj0107-3k9",
  own: "https://court.example/p/bj0107-8w2",
  verify: "https://court.example/verify",
};
const ORGANIZER = { name: "北京市石景山区人民法院", address: "case-7f3a@court.example" };

const KINDS: Readonly<Record<Story, SessionNoticeKind>> = {
  invitation: "invitation",
  update: "update",
  move: "update",
  room: "update",
  cancellation: "cancellation",
  removal: "removal",
  reminder: "reminder",
};

export type Sample = Pick<Wording, "subject" | "lines" | "sms"> & { readonly calendar: Buffer | null };

export function sessionSample(story: Story, locale: Locale, mode: Mode): Sample {
  const isMoved = story === "update" || story === "move";
  const card = cardOf(mode, isMoved ? at("2026-12-03T14:00") : at("2026-12-01T09:30"), ROOM);
  const to = { ...PARTY, locale, ...(locale === "en" && { zone: "America/New_York" }) };
  const earlier = cardOf(mode, at("2026-12-01T09:30"), story === "update" ? ROOM : EARLIER_ROOM);
  const kind = KINDS[story];
  const before: NoticeFacts | null = kind === "update" ? sessionFacts(earlier, to) : null;
  const isOff = kind === "cancellation" || kind === "removal";
  const links = isOff ? { ...LINKS, answer: null, own: null } : LINKS;
  const wording = sessionWording({ card, to, kind, before, links }, "K7Q2M9XTDA");
  const invitation = {
    uid: "0192f000-0000-7000-8000-000000000001@tiaosu",
    sequence: STORIES.indexOf(story),
    method: isOff ? ("CANCEL" as const) : ("REQUEST" as const),
    updatedAt: at("2026-11-23T10:00:05"),
  };
  const calendar = sessionCalendar({ card, to, invitation, organizer: ORGANIZER, links }, wording.lines);
  return { ...wording, calendar: kind === "reminder" ? null : calendar("zhang@mail.example").bytes };
}

/** The first invitation of one of many recipients, each with a name and address of his own, in both languages. */
export function sampleInvitation(n: number) {
  const startAt = at("2026-12-01T09:30").plus({ minutes: 30 * (n % 400) });
  const locale: Locale = n % 4 === 3 ? "en" : "zh-CN";
  const address = `party${n}@mail${n % 40}.example`;
  const to: Addressee = { ...PARTY, name: `张三${n}`, locale, mail: { address, contactPointId: null } };
  return {
    of: {
      card: cardOf("onsite", startAt, ROOM),
      to,
      kind: "invitation" as const,
      before: null,
      links: LINKS,
    },
    code: "K7Q2M9XTDA",
    organizer: ORGANIZER,
    invitation: {
      uid: `0192f000-0000-7000-8000-${String(n).padStart(12, "0")}@tiaosu`,
      sequence: 0,
      method: "REQUEST" as const,
      updatedAt: at("2026-11-23T10:00:05"),
    },
  };
}
