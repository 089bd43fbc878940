import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireViewer } from "~/platform/viewer.server";
import { firstPageOf } from "../_staff/first-page";

/** The front door leads each role to where its day begins. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  return redirect(firstPageOf(actor));
}
