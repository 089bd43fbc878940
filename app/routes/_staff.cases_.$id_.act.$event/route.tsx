import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import * as acts from "~/i18n/acts";
import * as events from "~/i18n/events";
import { textFor } from "~/i18n/text";
import { pageTitle } from "../_staff/page-title";
import { actTitle } from "../_staff.cases_.$id/about";
import { type ActName, isAct } from "../_staff.cases_.$id/places";
import { loadAct, runAct } from "./act.server";

export { default } from "./act-page";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, (locale) =>
    data ? actTitle(textFor(locale, acts), textFor(locale, events), data.event) : "",
  );

function actIn(event: string | undefined): ActName {
  if (!isAct(event)) throw new Response(null, { status: 404 });
  return event;
}

export const loader = (args: LoaderFunctionArgs) => loadAct(args, actIn(args.params.event));

export const action = (args: ActionFunctionArgs) => runAct(args, actIn(args.params.event));
