import { benchBoard } from "../bench/board";
import { benchBooking } from "../bench/booking";
import { bookingMet } from "../bench/booking-met";
import { benchDocuments } from "../bench/documents";
import { benchImport } from "../bench/import";
import { benchInvites } from "../bench/invites";
import type { Bench } from "../bench/report";
import { benchSlots } from "../bench/slots";

/** Every bench by the name under which it is asked for. */
const BENCHES: Readonly<Record<string, Bench>> = {
  slots: benchSlots,
  board: benchBoard,
  invites: benchInvites,
  documents: benchDocuments,
  import: benchImport,
  booking: async () => {
    let met = true;
    await benchBooking((line) => {
      console.log(JSON.stringify(line));
      met = met && bookingMet(line);
    });
    return met;
  },
};

const asked = process.argv.slice(2).filter((name) => name !== "--");
const names = asked.length > 0 ? asked : Object.keys(BENCHES);
const unknown = names.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(`No such bench: ${unknown.join(", ")}. There are: ${Object.keys(BENCHES).join(", ")}.`);
  process.exit(2);
}
let met = true;
for (const name of names) met = (await BENCHES[name]?.()) === true && met;
process.exitCode = met ? 0 : 1;
