import { expect, it } from "vitest";
import { failureReason } from "./failure-reasons";

it.each([
  ["5.1.1", "noMailbox"],
  ["smtp550", "noMailbox"],
  ["5.1.2", "noDomain"],
  ["5.4.4", "noDomain"],
  ["5.2.2", "mailboxFull"],
  ["smtp552", "mailboxFull"],
  ["5.2.1", "mailboxClosed"],
  ["5.3.4", "tooLarge"],
  ["5.7.1", "blocked"],
  ["4.4.1", "busy"],
  ["smtp421", "busy"],
  ["smtp554", "refused"],
  ["5.5.0", "refused"],
  ["UNDELIV", "unknown"],
  ["收件人已迁移", "unknown"],
  ["", "unknown"],
])("%s is %s", (code, reason) => expect(failureReason(code)).toBe(reason));
