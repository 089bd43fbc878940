import { expect, it } from "vitest";
import { action } from "~/routes/api.v1.sms-receipts/route";
import { useCourt } from "../services/court";

/* The gateway's door: nobody without its secret is heard, and nobody learns what is behind it. */
const court = useCourt();
const SECRET = "the gateway's own secret";

async function post(body: unknown, secret?: string, configured: string | undefined = SECRET) {
  const request = new Request("http://127.0.0.1:3000/api/v1/sms-receipts", {
    method: "POST",
    headers: secret === undefined ? {} : { "SMS-Secret": secret },
    body: JSON.stringify(body),
  });
  const deps = { ...court().deps, smsSecret: configured };
  const response = await action({ request, params: {}, context: { deps } } as never);
  return [response.status, await response.json()];
}
const receipt = { id: "g-1", status: "delivered" };

it("hears the gateway alone", async () => {
  expect(await post(receipt)).toEqual([401, { ok: false, refusal: "signInFailed" }]);
  expect(await post(receipt, "wrong")).toEqual([401, { ok: false, refusal: "signInFailed" }]);
  expect(await post(receipt, "", "")).toEqual([401, { ok: false, refusal: "signInFailed" }]);
  expect(await post({ id: "g-1", status: "on its way" }, SECRET)).toEqual([
    422,
    { ok: false, refusal: "invalidInput" },
  ]);
  expect(await post([receipt, { ...receipt, id: "g-2" }], SECRET)).toEqual([
    200,
    { ok: true, known: 0, unknown: 2 },
  ]);
});
