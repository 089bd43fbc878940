import { type Tx, together } from "#db/client";
import { dueInstant } from "~/domain/cases/calendar";
import { mayHaveRoom, type SessionMode } from "~/domain/mediation/sessions";
import type { Interval } from "~/domain/scheduling/interval";
import { toMinutes } from "~/domain/scheduling/minutes";
import { type Requirements, requirementsOf } from "~/domain/scheduling/needs";
import type { CaseRow } from "./command.server";
import { type MeetingPeople, meetingOf, type Room, roomsOf } from "./session-people.server";

/** The wish of one booking. Epoch minutes. A booking that is being moved has given its old time back before. */
export type BookingWish = {
  readonly interval: Interval;
  readonly mode: SessionMode;
  readonly roomId: string | null;
};

/** Where others are looked for when a wish cannot be had: the days around it, in one search. */
export const DAYS_BEFORE = 1;
export const DAYS_AFTER = 8;

/** Everybody of a session, what they need, the court's rooms, and by when it must be over (epoch minutes). */
export type Meeting = Omit<MeetingPeople, "dueOn"> & {
  readonly rooms: readonly Room[];
  readonly latestDueAt: number | undefined;
};

/** What a session in this mode must offer for those who come. */
export const asksOf = (meeting: Meeting, mode: SessionMode): Requirements =>
  requirementsOf(
    meeting.needy.map((one) => one.needs),
    mode,
  );

/** The wished room where the mode takes one. */
export const roomOf = (meeting: Meeting, { mode, roomId }: BookingWish): Room | undefined =>
  roomId && mayHaveRoom(mode) ? meeting.rooms.find((one) => one.resourceId === roomId) : undefined;

export async function meetingFor(
  tx: Tx,
  courtId: string,
  cases: readonly CaseRow[],
  sessionId: string | null,
): Promise<Meeting> {
  const [{ dueOn, ...people }, rooms] = await together([
    meetingOf(tx, courtId, cases, sessionId),
    roomsOf(tx, courtId),
  ]);
  return { ...people, rooms, latestDueAt: dueOn ? toMinutes(dueInstant(dueOn)) : undefined };
}
