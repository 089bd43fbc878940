import { startApp } from "~/start.server";

const app = await startApp({ max: 1, say: (line) => console.log(line) });
console.log("The database is up to date.");
await app.close();
