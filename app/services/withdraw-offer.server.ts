import { z } from "zod";
import { ok, refuse } from "~/domain/result";
import { idText } from "./case-act.server";
import { lockHeld } from "./claims.server";
import { verb } from "./command.server";
import { closeOffer, openOffer, timesOf, withdrawOpenOffer } from "./offers.server";

/** Asks the sides no more; the times that were kept for them are free again. */
export const withdrawOffer = verb({
  name: "withdraw-offer",
  ability: "book-session",
  input: z.object({ caseId: idText }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { caseId } = command.input;
    const ended = await withdrawOpenOffer(command, caseId);
    if (!ended) return refuse("offerClosed");
    await command.record({ caseId, data: { offerId: ended.id } });
    return ok({ caseId, offerId: ended.id });
  },
});

/** Ends an offer whose time is over: its times are free again, and whoever seeks a time for the sides is told. */
export const expireOffer = verb({
  name: "expire-offer",
  ability: "cancel-session",
  input: z.object({ caseId: idText }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { caseId } = command.input;
    const open = await openOffer(command, caseId);
    const isOver = open !== null && open.until <= command.now;
    if (open && isOver) {
      // Rivals free the same times now: in the order of all claims, or the two would wait for each other.
      const times = await timesOf(command.tx, command.courtId, open.id);
      await lockHeld(
        command,
        times.filter((one) => one.status === "held").map((one) => one.id),
      );
      await closeOffer(command, open, { status: "expired" });
    }
    await command.record({
      caseId,
      data: { offerId: open?.id ?? null, expired: isOver },
      effects:
        open && isOver
          ? [
              {
                effect: "notifyMediator",
                key: `notifyMediator:offer:${open.id}`,
                payload: { caseId, event: "expireOffer" },
              },
            ]
          : [],
    });
    return ok({ expired: isOver });
  },
});
