import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import * as events from "~/i18n/events";
import { textFor } from "~/i18n/text";
import { pageTitle } from "../_staff/page-title";
import { loadAct, runAct } from "../_staff.cases_.$id_.act.$event/act.server";

export { default } from "../_staff.cases_.$id_.act.$event/act-page";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, events)("registerCase"));

export const loader = (args: LoaderFunctionArgs) => loadAct(args, "registerCase");

export const action = (args: ActionFunctionArgs) => runAct(args, "registerCase");
