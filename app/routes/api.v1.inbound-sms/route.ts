import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { jsonBody } from "~/platform/api.server";
import { isGateway } from "~/platform/gateway.server";
import { receiveText } from "~/services/receive-text.server";

const message = z.object({
  id: z.string().min(1).max(200),
  from: z.string().regex(/^(\+?86)?1\d{10}$/),
  text: z.string().max(1000),
});
const answer = (body: object, status: number) =>
  Response.json(body, { status, headers: { "Cache-Control": "no-store" } });

/** A text message that somebody sent back, as the gateway hands it over. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { deps } = context;
  if (!isGateway(request, deps.smsSecret)) return answer({ ok: false, refusal: "signInFailed" }, 401);
  const parsed = message.safeParse(await jsonBody(request));
  if (!parsed.success) return answer({ ok: false, refusal: "invalidInput" }, 422);
  const { id, from, text } = parsed.data;
  const received = await receiveText(deps, { id, from: from.slice(-11), text });
  return answer({ ok: true, outcome: received.outcome }, 200);
}
