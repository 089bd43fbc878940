import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createHttpSms, createPhoneStore, type OutgoingSms, smsParts } from "./sms.server";

const message: OutgoingSms = {
  key: "notice-1",
  to: "13900001111",
  text: "【石景山法院】调解时间 12月1日09:30",
  template: "session.invitation",
  params: { number: "SJS-1", code: "K7Q2M-9XTDA" },
};
type Seen = { headers: IncomingMessage["headers"]; body: string };
const seen: Seen[] = [];
let status = 200;
let answer = '{"id":"g-1"}';
const gateway = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on("data", (part: Buffer) => parts.push(part));
  request.on("end", () => {
    seen.push({ headers: request.headers, body: Buffer.concat(parts).toString("utf8") });
    response.writeHead(status, status === 302 ? { location: "/elsewhere" } : {}).end(answer);
  });
});
let url: string;
beforeAll(async () => {
  await new Promise<void>((done) => gateway.listen(0, "127.0.0.1", () => done()));
  url = `http://user:p%40ss@127.0.0.1:${(gateway.address() as AddressInfo).port}/send`;
});
afterAll(
  () =>
    new Promise<void>((done) => {
      gateway.close(() => done());
      gateway.closeAllConnections();
    }),
);
beforeEach(() => {
  seen.length = 0;
  status = 200;
  answer = '{"id":"g-1"}';
});

describe("the HTTP gateway", () => {
  it("gets the message as JSON with the key and the credentials of the address", async () => {
    expect(await createHttpSms(url).send(message)).toEqual({ accepted: true, messageId: "g-1" });
    expect(JSON.parse(seen[0]!.body)).toEqual({
      to: message.to,
      text: message.text,
      template: "session.invitation",
      params: message.params,
    });
    expect(seen[0]!.headers["idempotency-key"]).toBe("notice-1");
    expect(seen[0]!.headers.authorization).toBe(`Basic ${Buffer.from("user:p@ss").toString("base64")}`);
  });

  it.each([
    [400, true],
    [403, true],
    [429, false],
    [500, false],
    [503, false],
  ])("an answer %i is permanent: %s", async (given, permanent) => {
    status = given;
    expect(await createHttpSms(url).send(message)).toEqual({
      accepted: false,
      permanent,
      code: `http${given}`,
    });
  });

  it("is tried again when it cannot be reached or redirects, and an odd answer is no failure", async () => {
    const nobody = createHttpSms("http://127.0.0.1:1/");
    expect(await nobody.send(message)).toEqual({ accepted: false, permanent: false, code: "unreachable" });
    answer = "ok";
    expect(await createHttpSms(url).send(message)).toEqual({ accepted: true, messageId: "notice-1" });
    status = 302;
    expect(await createHttpSms(url).send(message)).toMatchObject({ accepted: false, permanent: false });
    expect(seen).toHaveLength(2);
  });
});

it("nothing but a mobile number is sent to", async () => {
  const kept: OutgoingSms[] = [];
  const phone = createPhoneStore(async (sms) => {
    kept.push(sms);
  });
  for (const to of [
    "",
    "010-88886666",
    "139000011112",
    "1390000111a",
    "+8613900001111",
    "13900001111,13900002222",
  ]) {
    expect(await phone.send({ ...message, to })).toMatchObject({ accepted: false, permanent: true });
    expect(await createHttpSms(url).send({ ...message, to })).toMatchObject({
      accepted: false,
      permanent: true,
    });
  }
  expect([kept, seen]).toEqual([[], []]);
  expect(await phone.send(message)).toEqual(await phone.send(message));
  expect(kept).toEqual([message, message]);
});

it("counts the parts that a gateway will count", () => {
  expect(["x".repeat(70), "x".repeat(71), "x".repeat(134), "x".repeat(135)].map(smsParts)).toEqual([
    1, 2, 2, 3,
  ]);
});
