import { z } from "zod";
import { isByVideo } from "~/domain/mediation/sessions";
import { ok, refuse } from "~/domain/result";
import { idText } from "./case-act.server";
import { verb } from "./command.server";
import { caseIdsOfSession } from "./session-cases.server";
import { sessionOf, setSession } from "./session-row.server";
import { nextVersion, seenVersion, staleSession } from "./session-version.server";

/** A public address by which a browser may be sent on: nothing but https, and no password in it. */
const isWayIn = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return protocol === "https:" && !username && !password;
};

/**
 * Where people go in to a session by video, and what the room asks of them (domain.md D7). It stands on the page of each
 * side behind its second secret and is written into no message, so it may change until the last minute. Empty takes it back.
 */
export const setVideoLink = verb({
  name: "set-video-link",
  ability: "reschedule-session",
  input: z.object({
    sessionId: idText,
    version: seenVersion,
    joinUrl: z
      .string()
      .trim()
      .max(500, "tooLong")
      .refine((text) => !text || isWayIn(text), "notHttps"),
    joinCode: z.string().trim().max(80, "tooLong").default(""),
  }),
  cases: (input, tx, courtId) => caseIdsOfSession(tx, courtId, input.sessionId),
  run: async (command) => {
    const { input, cases } = command;
    const { sessionId, joinUrl, joinCode } = input;
    const stale = await staleSession(command, sessionId, input.version);
    if (stale) return stale;
    const session = await sessionOf(command, sessionId);
    if (!isByVideo(session.mode)) return refuse("invalidInput", { fields: { joinUrl: ["notByVideo"] } });
    if (session.status !== "planned" && session.status !== "open") return refuse("wrongStage");
    await setSession(command, sessionId, { joinUrl: joinUrl || null, joinCode: joinCode || null });
    const version = await nextVersion(command, sessionId);
    for (const row of cases)
      await command.record({ caseId: row.id, data: { sessionId, version, isSet: joinUrl !== "" } });
    return ok({ sessionId, isSet: joinUrl !== "" });
  },
});
