import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { jsonBody } from "~/platform/api.server";
import { isGateway } from "~/platform/gateway.server";
import { textReceipt } from "~/services/note-delivery.server";

const receipt = z.object({
  /** The id that the gateway gave when it took the message. */
  id: z.string().min(1).max(200),
  status: z.enum(["delivered", "failed"]),
  permanent: z.boolean().default(true),
  code: z.string().max(80).default(""),
});
const shape = z.union([receipt.transform((one) => [one]), z.array(receipt).max(500)]);

const answer = (body: object, status: number) =>
  Response.json(body, { status, headers: { "Cache-Control": "no-store" } });

/** The gateway's reports about text messages, one or a list; it shows itself by the secret that both sides keep. */
export async function action({ request, context }: ActionFunctionArgs) {
  if (!isGateway(request, context.deps.smsSecret)) return answer({ ok: false, refusal: "signInFailed" }, 401);
  const parsed = shape.safeParse(await jsonBody(request));
  if (!parsed.success) return answer({ ok: false, refusal: "invalidInput" }, 422);
  let known = 0;
  for (const { id, status, permanent, code } of parsed.data) {
    const isDelivered = status === "delivered";
    if (await textReceipt(context.deps, { messageId: id, isDelivered, permanent, code })) known++;
  }
  return answer({ ok: true, known, unknown: parsed.data.length - known }, 200);
}
