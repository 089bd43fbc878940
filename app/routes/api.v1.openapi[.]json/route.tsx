import type { LoaderFunctionArgs } from "@remix-run/node";
import { openApi } from "~/services/openapi.server";

export function loader({ context }: LoaderFunctionArgs) {
  return Response.json(openApi(context.deps));
}
