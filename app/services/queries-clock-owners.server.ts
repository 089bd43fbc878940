import { z } from "zod";
import { idText } from "./case-act.server";
import { namesOfPeople } from "./case-people.server";
import { answerable } from "./clock-owner.server";
import { query } from "./query.server";

/** Who can be made to answer for the clocks of a case, by name. */
export const clockOwnersQuery = query({
  name: "clock-owners",
  ability: "name-clock-owner",
  input: z.object({ caseId: idText }),
  run: async ({ tx, courtId, now, theCase }) => {
    const ids = await answerable(tx, theCase(), now);
    const names = await namesOfPeople(tx, courtId, ids);
    return {
      people: ids.map((id) => ({
        personId: id,
        name: names.get(id)?.name ?? "",
        nameEn: names.get(id)?.nameEn ?? "",
      })),
    };
  },
});
