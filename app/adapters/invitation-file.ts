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
import type { DateTime } from "luxon";
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
export const utcStamp = (at: DateTime): string => at.toUTC().toFormat("yyyyMMdd'T'HHmmss'Z'");

/** The readable form that ical.js gives back for a UTC date-time. */
export const utcText = (at: DateTime): string => at.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");

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

  const calendar = generator({ method: ICalCalendarMethod[object.method], prodId: PRODUCT });
  const event = calendar.createEvent({
    id: text.uid,
    sequence: object.sequence,
    stamp: object.dtstamp.toUTC(),
    start: object.start.toUTC(),
    end: object.end.toUTC(),
    summary: text.summary,
    description: text.description,
    location: text.location,
    status: ICalEventStatus[object.status],
    class: ICalEventClass.PRIVATE,
    transparency: cancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    busystatus: busyStatus(object.status),
    organizer: { name: text.organizer.name, email: text.organizer.address },
  });
  event.createAttendee({
    name: text.attendee.name,
    email: text.attendee.address,
    role: ICalAttendeeRole.REQ,
    status: ICalAttendeeStatus.NEEDSACTION,
    type: ICalAttendeeType.INDIVIDUAL,
    rsvp: !cancelled,
  });

  const root = new ICAL.Component(ICAL.parse(calendar.toString()));
  const vevent = root.getFirstSubcomponent("vevent")!;
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
