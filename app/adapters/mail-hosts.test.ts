import { DateTime } from "luxon";
import { expect, it } from "vitest";
import type { Mailer, OutgoingMail } from "./mail.server";
import { limitHosts } from "./mail-hosts";

let now = DateTime.fromISO("2026-11-23T09:30:00Z");
const went: string[] = [];
const taking: Mailer = {
  async send({ to }) {
    went.push(to.address);
    return { accepted: true, messageId: "<m>" };
  },
  close: () => {},
};
const to = (address: string): OutgoingMail => ({
  key: address,
  at: now,
  to: { name: "", address },
  subject: "",
  text: "",
});

it("each host gets so many a minute; what is too much is told when to come back, and does not go", async () => {
  const mailer = limitHosts(taking, 2, () => now);
  expect(await mailer.send(to("a@One.example"))).toMatchObject({ accepted: true });
  now = now.plus({ seconds: 20 });
  expect(await mailer.send(to("b@one.example"))).toMatchObject({ accepted: true });
  expect(await mailer.send(to("c@one.example"))).toMatchObject({ accepted: false, retryAfterSeconds: 40 });
  expect(await mailer.send(to("a@two.example"))).toMatchObject({ accepted: true });
  now = now.plus({ seconds: 40 });
  expect(await mailer.send(to("c@one.example"))).toMatchObject({ accepted: true });
  expect(await mailer.send(to("d@one.example"))).toMatchObject({ accepted: false, retryAfterSeconds: 20 });
  expect(went).toEqual(["a@One.example", "b@one.example", "a@two.example", "c@one.example"]);
});
