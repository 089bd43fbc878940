import { type Invited, ics, letter, mail } from "./inbound-messages";

/* Every kind of calendar program, and every kind of nonsense. */

/** Another time, as a program proposes it. */
export const proposed = { method: "COUNTER", times: ["DTSTART:20261125T060000Z", "DTEND:20261125T070000Z"] };
const gb18030 = (text: string) => {
  // 来不了 as GB18030 octets, inside an object that is otherwise ASCII.
  const [before = "", after = ""] = text.split("来不了");
  return Buffer.concat([
    Buffer.from(before),
    Buffer.from([0xc0, 0xb4, 0xb2, 0xbb, 0xc1, 0xcb]),
    Buffer.from(after),
  ]);
};

type Row = readonly [name: string, raw: (of: Invited) => string | Buffer, outcome: string, reply: string];
/** What the messages to one invitation do: outcome, and the answer that stands afterwards. */
export const MESSAGES: readonly Row[] = [
  ["Google accepts", (of) => mail(of, ics(of)), "replied accepted", "accepted"],
  [
    "Google declines with a note",
    (of) => mail(of, ics(of, { partstat: "DECLINED", comment: "出差" })),
    "replied declined",
    "declined",
  ],
  [
    "Apple is not sure",
    (of) => mail(of, ics(of, { partstat: "TENTATIVE" }), { encoding: "quoted-printable" }),
    "replied tentative",
    "tentative",
  ],
  [
    "Outlook leaves the organizer out",
    (of) => mail(of, ics(of, { organizer: false }), { shape: "mixed" }),
    "replied accepted",
    "accepted",
  ],
  [
    "Outlook leaves the sequence out",
    (of) => mail(of, ics(of, { sequence: null })),
    "replied accepted",
    "accepted",
  ],
  [
    "Thunderbird attaches it only",
    (of) => mail(of, ics(of), { shape: "attachment", filename: "invite.ics" }),
    "replied accepted",
    "accepted",
  ],
  ["a calendar part alone", (of) => mail(of, ics(of), { shape: "alone" }), "replied accepted", "accepted"],
  [
    "application/ics",
    (of) => mail(of, ics(of), { type: "application/ics", shape: "attachment", filename: "reply.ics" }),
    "replied accepted",
    "accepted",
  ],
  [
    "eight bits, no charset",
    (of) => mail(of, ics(of, { comment: "好的" }), { encoding: "8bit", charset: "" }),
    "replied accepted",
    "accepted",
  ],
  [
    "GB18030 under its own name",
    (of) => {
      const text = ics(of, { partstat: "DECLINED", comment: "来不了" });
      return mail(of, text, { bytes: gb18030(text), charset: "gb18030" });
    },
    "replied declined",
    "declined",
  ],
  [
    "GB18030 called UTF-8",
    (of) => {
      const text = ics(of, { partstat: "DECLINED", comment: "来不了" });
      return mail(of, text, { bytes: gb18030(text) });
    },
    "replied declined",
    "declined",
  ],
  [
    "a byte order mark",
    (of) => mail(of, ics(of), { bytes: Buffer.from(`\uFEFF${ics(of)}`) }),
    "replied accepted",
    "accepted",
  ],
  [
    "capital letters in addresses",
    (of) => mail(of, ics(of, { attendee: of.address.toUpperCase() }), { from: of.address.toUpperCase() }),
    "replied accepted",
    "accepted",
  ],
  [
    "a secretary on behalf",
    (of) => mail(of, ics(of, { sentBy: "secretary@mail.example" }), { from: "secretary@mail.example" }),
    "replied accepted",
    "accepted",
  ],
  [
    "somebody elsewhere says that he acts for another",
    (of) => mail(of, ics(of, { sentBy: "thief@elsewhere.example" }), { from: "thief@elsewhere.example" }),
    "unmatched otherSender",
    "needsAction",
  ],
  [
    "two authors in one From",
    (of) => mail(of, ics(of), { from: `${of.address}>, Other <other@mail.example` }),
    "unmatched otherSender",
    "needsAction",
  ],
  [
    "a second From",
    (of) => mail(of, ics(of), { headers: ["From: <other@mail.example>"] }),
    "unmatched otherSender",
    "needsAction",
  ],
  [
    "a program that says that it is one",
    (of) => mail(of, ics(of), { headers: ["Auto-Submitted: auto-generated"] }),
    "replied accepted",
    "accepted",
  ],
  [
    "a room that answers by itself",
    (of) => mail(of, ics(of), { headers: ["Auto-Submitted: auto-replied"] }),
    "automatic",
    "needsAction",
  ],
  [
    "other attendees beside",
    (of) => mail(of, ics(of, { more: ["ATTENDEE;PARTSTAT=DECLINED:mailto:other@mail.example"] })),
    "replied accepted",
    "accepted",
  ],
  ["delegated", (of) => mail(of, ics(of, { partstat: "DELEGATED" })), "unmatched delegated", "needsAction"],
  ["no answer in it", (of) => mail(of, ics(of, { partstat: "NEEDS-ACTION" })), "noAnswer", "needsAction"],
  ["an older revision", (of) => mail(of, ics(of, { sequence: -1 })), "stale olderRevision", "needsAction"],
  [
    "an unknown UID",
    (of) => mail(of, ics(of, { uid: "somebody-elses@example" })),
    "unmatched unknownUid",
    "needsAction",
  ],
  [
    "another case's mailbox",
    (of) => mail(of, ics(of), { to: "case-00000000000000000000@mediation.court.example" }),
    "unmatched wrongMailbox",
    "needsAction",
  ],
  [
    "forwarded to somebody who was not invited",
    (of) => mail(of, ics(of, { attendee: "friend@mail.example" }), { from: "friend@mail.example" }),
    "unmatched notInvited",
    "needsAction",
  ],
  [
    "somebody answers in another's name",
    (of) => mail(of, ics(of), { from: "rival@mail.example" }),
    "unmatched otherSender",
    "needsAction",
  ],
  [
    "an invitation of somebody's own",
    (of) => mail(of, ics(of, { method: "REQUEST" })),
    "unmatched otherMethod",
    "needsAction",
  ],
  ["another time", (of) => mail(of, ics(of, proposed)), "counter", "needsAction"],
  [
    "another time without an end",
    (of) => mail(of, ics(of, { method: "COUNTER", times: ["DTSTART:20261125T060000Z"] })),
    "unmatched counterWithoutTime",
    "needsAction",
  ],
  [
    "out of office",
    (of) => letter(of, "I am away.", ["Auto-Submitted: auto-replied"]),
    "automatic",
    "needsAction",
  ],
  [
    "out of office with a calendar",
    (of) => mail(of, ics(of), { headers: ["X-Autoreply: yes"] }),
    "automatic",
    "needsAction",
  ],
  ["a letter in words", (of) => letter(of, "我能来。"), "unmatched noCalendar", "needsAction"],
  [
    "Outlook's container",
    (of) =>
      letter(of, Buffer.from("TNEF").toString("base64"), [
        'Content-Type: application/ms-tnef; name="winmail.dat"',
        "Content-Transfer-Encoding: base64",
      ]),
    "unmatched container",
    "needsAction",
  ],
  [
    "a calendar that is none",
    (of) => mail(of, "BEGIN:VCALENDAR\r\nnonsense"),
    "unmatched unreadable",
    "needsAction",
  ],
  [
    "two events at once",
    (of) =>
      mail(of, ics(of), { headers: [] }).replace(
        "--b1--",
        `--b1\r\nContent-Type: text/calendar\r\n\r\n${ics(of, { uid: "another@example" })}\r\n--b1--`,
      ),
    "unmatched severalEvents",
    "needsAction",
  ],
  ["nothing at all", () => "", "unmatched noCalendar", "needsAction"],
  [
    "noise",
    () => Buffer.from(Array.from({ length: 4_000 }, (_, i) => (i * 7919) % 256)),
    "unmatched noCalendar",
    "needsAction",
  ],
];
