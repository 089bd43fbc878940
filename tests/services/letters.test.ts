import { expect, it } from "vitest";
import { closeTask } from "~/services/close-task.server";
import { importLetterReceipts } from "~/services/import-letter-receipts.server";
import { noteDelivery } from "~/services/note-delivery.server";
import { printLetters } from "~/services/print-letters.server";
import { trackLetters } from "~/services/track-letters.server";
import { useDelivery } from "./delivery-court";
import { book, does, refuses } from "./journey";

/* Letters: what happens to them is entered by people, of mail and text messages by nobody. */
const { s, drain, reach, inThree, ways, delivery, steps, openTasks, task } = useDelivery();

it("a letter: printed, handed to the post under its number, received or returned, by hand and by sheet", async () => {
  await book(s.c, s.cast, inThree());
  await drain();
  expect(await ways()).toEqual(["mail noAddress"]);
  const { notice_id } = await delivery("mail");
  await does(s.c, s.cast.coordinator, printLetters, { noticeIds: [notice_id] });
  await does(s.c, s.cast.coordinator, printLetters, { noticeIds: [notice_id] });
  const letter = await delivery("paper");
  const track = (trackingNumber: string) => ({ letters: [{ deliveryId: letter.id, trackingNumber }] });
  await refuses(s.c, s.cast.coordinator, trackLetters, track("1"), "invalidInput");
  await does(s.c, s.cast.coordinator, trackLetters, track(" ems 1234 5678 9cn "));
  const sheet = (status: string, on = "2026/11/23") => ({
    rows: [{ 运单号: "EMS123456789CN", 状态: status, 日期: on }],
  });
  const odd = await does(s.c, s.cast.coordinator, importLetterReceipts, sheet("在途"));
  expect(odd).toMatchObject({ done: 0, bad: [{ row: 2, column: "状态", code: "notChosen" }] });
  expect(await does(s.c, s.cast.coordinator, importLetterReceipts, sheet("妥投"))).toMatchObject({
    done: 1,
    bad: [],
  });
  expect(await does(s.c, s.cast.coordinator, importLetterReceipts, sheet("妥投"))).toMatchObject({
    done: 0,
    known: 1,
  });
  await refuses(
    s.c,
    s.cast.coordinator,
    noteDelivery,
    { deliveryId: letter.id, outcome: "bounced", code: "收件人不在", on: "2026-11-30" },
    "happenedInFuture",
  );
  await does(s.c, s.cast.coordinator, noteDelivery, {
    deliveryId: letter.id,
    outcome: "bounced",
    code: "查无此人",
  });
  expect(await steps(letter.id)).toEqual(["printed", "sent EMS123456789CN", "delivered", "bounced 查无此人"]);
  const { id } = await task("bounced");
  await does(s.c, s.cast.coordinator, closeTask, { taskId: id, note: "已电话告知" });
  expect(await openTasks()).toEqual([]);
});

it("what became of mail and text messages is entered by nobody by hand", async () => {
  await reach(s.cast.respondentId, "email", "zhang@mail.example");
  await book(s.c, s.cast, inThree());
  await drain();
  const { id } = await delivery("mail");
  await refuses(s.c, s.cast.coordinator, noteDelivery, { deliveryId: id, outcome: "delivered" }, "roleLacks");
});
