import { beforeAll, expect, it } from "vitest";
import { action as deliver } from "~/routes/api.v1.inbound-mail/route";
import { seedCourt } from "~/services/demo/seed-court.server";
import { MOST_MAIL_BYTES } from "~/services/receive-mail.server";
import { findPersonInRole } from "~/services/token-subjects.server";
import { issueToken } from "~/services/tokens.server";
import { MORNING, useCourt } from "../services/court";

/* The door through which the court's mail server hands messages over. */
const court = useCourt();
beforeAll(() => seedCourt(court().deps, court().fresh.ownerUrl, MORNING.minus({ years: 1 })));

async function hand(role: "coordinator" | "mediator" | null, body: BodyInit) {
  const { deps } = court();
  const subject = role && (await findPersonInRole(deps, "bj0107", role));
  const token = subject ? await issueToken(deps, "bj0107", subject, 1) : "none";
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "message/rfc822" };
  const request = new Request("http://127.0.0.1:3000/api/v1/inbound-mail", { method: "POST", headers, body });
  const context = { deps, demo: true, cspNonce: "", address: "" };
  const answer = (await deliver({ request, params: {}, context } as never)) as Response;
  return { status: answer.status, body: (await answer.json()) as object };
}
const LETTER =
  "From: <someone@mail.example>\r\nTo: <case-0@court.example>\r\nSubject: hello\r\n\r\nhello\r\n";

it("takes a message from the court's mail server, and nobody else's", async () => {
  expect((await hand(null, LETTER)).status).toBe(401);
  expect((await hand("mediator", LETTER)).status).toBe(403);
  const taken = await hand("coordinator", LETTER);
  expect(taken).toMatchObject({
    status: 200,
    body: { ok: true, outcome: "unmatched", detail: "noCalendar" },
  });
  expect((await hand("coordinator", LETTER)).body).toMatchObject({ ok: true, outcome: "unmatched" });
  const [kept] = await court().owner<{ n: number }[]>`select count(*)::int as n from inbound_messages`;
  expect(kept?.n).toBe(1);
});

it("reads no further than a message may be long", async () => {
  const answer = await hand("coordinator", "a".repeat(MOST_MAIL_BYTES + 1));
  expect(answer).toMatchObject({ status: 409, body: { ok: false, refusal: "fileTooLarge" } });
});
