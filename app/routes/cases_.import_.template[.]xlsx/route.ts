import type { LoaderFunctionArgs } from "@remix-run/node";
import { can } from "~/domain/policy/can";
import * as imports from "~/i18n/imports";
import { textFor } from "~/i18n/text";
import { requireViewer } from "~/platform/viewer.server";
import { importTemplate } from "~/services/import-template.server";
import { fileAnswer } from "../_staff/file-answer.server";
import { localeOf } from "../_staff/locale.server";

/** The blank sheet for an import. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  if (!can(actor, "import-cases", ["court"]).ok) throw new Response(null, { status: 403 });
  const name = textFor(localeOf(request), imports)("templateFile");
  return fileAnswer(await importTemplate(name), `${name}.xlsx`);
}
