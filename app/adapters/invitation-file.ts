import ICAL from "ical.js";
import generator, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import { DateTime } from "luxon";
import {
  calendarBytes,
  manyLines,
  oneLine,
  PRODID,
  PRODUCT,
  parameterText,
  plainAddress,
  plainLink,
  plainUid,
} from "./calendar-text";

export type Mailbox = { readonly name: string; readonly address: string };

/** One session as one recipient is told of it (iTIP). Nobody else's name or address belongs in here. */
export type InvitationObject = {
  readonly method: "REQUEST" | "CANCEL" | "DECLINECOUNTER";
  /** Fixed per session and recipient for ever, without personal data. */
  readonly uid: string;
  /** One more for every change sent, the cancellation included. */
  readonly sequence: number;
  /** When this message was made. */
  readonly dtstamp: DateTime;
  readonly start: DateTime;
  readonly end: DateTime;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  readonly organizer: Mailbox;
  readonly attendee: Mailbox;
  readonly url?: string;
  /** TENTATIVE while the other side has not answered. A CANCEL is always CANCELLED. */
  readonly status: "CONFIRMED" | "TENTATIVE" | "CANCELLED";
};

/** 20261123T013000Z */
export const utcStamp = (at: DateTime): string => utcText(at).replaceAll(/[-:]/g, "");

/** The readable form that ical.js gives back for a UTC date-time. */
export const utcText = (at: DateTime): string => `${new Date(at.toMillis()).toISOString().slice(0, 19)}Z`;

/** The same object always gives the same bytes. Times are written in UTC. Throws on what can only be a bug. */
export function invitationFile(object: InvitationObject): Buffer {
  if (object.start >= object.end) throw new Error("a session must end after it starts");
  if (!Number.isInteger(object.sequence) || object.sequence < 0) throw new Error("SEQUENCE must count up");
  if ((object.method === "CANCEL") !== (object.status === "CANCELLED"))
    throw new Error("CANCEL and CANCELLED go together");
  const cancelled = object.method === "CANCEL";
  const text = {
    uid: plainUid(object.uid),
    summary: oneLine(object.summary),
    description: manyLines(object.description),
    location: oneLine(object.location),
    organizer: guarded(object.organizer),
    attendee: guarded(object.attendee),
  };

  const root = new ICAL.Component(skeletonOf(object.method, object.status));
  const vevent = root.getFirstSubcomponent("vevent")!;
  const values: Readonly<Record<string, string | number | InstanceType<typeof ICAL.Time>>> = {
    uid: text.uid,
    sequence: object.sequence,
    dtstamp: instant(object.dtstamp),
    dtstart: instant(object.start),
    dtend: instant(object.end),
    summary: text.summary,
    description: text.description,
    location: text.location,
  };
  for (const [name, value] of Object.entries(values)) {
    if (value === "") vevent.removeAllProperties(name);
    else vevent.getFirstProperty(name)!.setValue(value);
  }
  address(vevent, "organizer", text.organizer);
  address(vevent, "attendee", text.attendee);
  // The library escapes links as if they were text, so the link never passes through it.
  if (object.url) vevent.addPropertyWithValue("url", plainLink(object.url));

  return calendarBytes(root, {
    calendar: ["VERSION 2.0", `PRODID ${PRODID}`, `METHOD ${object.method}`],
    events: [
      [
        `UID ${text.uid}`,
        `SEQUENCE ${object.sequence}`,
        `DTSTAMP ${utcText(object.dtstamp)}`,
        `DTSTART ${utcText(object.start)}`,
        `DTEND ${utcText(object.end)}`,
        `SUMMARY ${text.summary}`,
        ...(text.description ? [`DESCRIPTION ${text.description}`] : []),
        ...(text.location ? [`LOCATION ${text.location}`] : []),
        `STATUS ${object.status}`,
        "CLASS PRIVATE",
        `TRANSP ${cancelled ? "TRANSPARENT" : "OPAQUE"}`,
        `X-MICROSOFT-CDO-BUSYSTATUS ${busyStatus(object.status)}`,
        `ORGANIZER cn=${text.organizer.name} mailto:${text.organizer.address}`,
        `ATTENDEE cn=${text.attendee.name} cutype=INDIVIDUAL partstat=NEEDS-ACTION role=REQ-PARTICIPANT rsvp=${
          cancelled ? "FALSE" : "TRUE"
        } mailto:${text.attendee.address}`,
        ...(object.url ? [`URL ${plainLink(object.url)}`] : []),
      ],
    ],
  });
}

const instant = (at: DateTime) => ICAL.Time.fromJSDate(at.toJSDate(), true);

/** As JSON, which is read faster than an object is cloned. */
const skeletons = new Map<string, string>();

/**
 * What the library makes of a session, once for each kind of message: the order and the fixed properties are its own, every
 * value is set afterwards. It folds and escapes sign by sign, which for each recipient anew would cost most of the time.
 */
function skeletonOf(method: InvitationObject["method"], status: InvitationObject["status"]): object[] {
  const key = `${method} ${status}`;
  const known = skeletons.get(key);
  if (known) return JSON.parse(known) as object[];
  const cancelled = method === "CANCEL";
  const at = DateTime.fromMillis(0, { zone: "utc" });
  const calendar = generator({ method: ICalCalendarMethod[method], prodId: PRODUCT });
  const event = calendar.createEvent({
    id: "uid",
    sequence: 0,
    stamp: at,
    start: at,
    end: at.plus({ hours: 1 }),
    summary: "-",
    description: "-",
    location: "-",
    status: ICalEventStatus[status],
    class: ICalEventClass.PRIVATE,
    transparency: cancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    busystatus: busyStatus(status),
    organizer: { name: "-", email: "nobody@court.example" },
  });
  event.createAttendee({
    name: "-",
    email: "nobody@mail.example",
    role: ICalAttendeeRole.REQ,
    status: ICalAttendeeStatus.NEEDSACTION,
    type: ICalAttendeeType.INDIVIDUAL,
    rsvp: !cancelled,
  });
  const made = ICAL.parse(calendar.toString()) as object[];
  skeletons.set(key, JSON.stringify(made));
  return made;
}

/** A mailbox without a name is shown by its address: the library insists on a name. */
function guarded(mailbox: Mailbox): Mailbox {
  const address = plainAddress(mailbox.address);
  return { name: parameterText(mailbox.name) || address, address };
}

const busyStatus = (status: InvitationObject["status"]): ICalEventBusyStatus =>
  status === "CONFIRMED"
    ? ICalEventBusyStatus.BUSY
    : status === "TENTATIVE"
      ? ICalEventBusyStatus.TENTATIVE
      : ICalEventBusyStatus.FREE;

/** The library quotes names its own way and writes EMAIL= parameters; both are set again. */
function address(vevent: InstanceType<typeof ICAL.Component>, name: string, mailbox: Mailbox): void {
  const property = vevent.getFirstProperty(name)!;
  property.removeParameter("email");
  property.setParameter("cn", mailbox.name);
  property.setValue(`mailto:${mailbox.address}`);
}
