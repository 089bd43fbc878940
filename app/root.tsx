import "~/ui/look.css";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { crashKindOf, crashText } from "~/i18n/crash-text";
import { LOCALES } from "~/i18n/locale";
import { ReaderProvider } from "~/i18n/reader-provider";
import * as shell from "~/i18n/shell";
import { textFor } from "~/i18n/text";
import { chooseLocale, chooseTypeSize } from "~/platform/language";
import { useNonce } from "~/platform/nonce";
import { Crash } from "~/ui/crash";
import { DemoMark } from "~/ui/demo-mark";
import { settleHandle } from "~/ui/page-handle";
import { remixRouter } from "~/ui/remix-router";
import { RouterProvider } from "~/ui/router";
import { Working } from "~/ui/working";

export function loader({ request, context }: LoaderFunctionArgs) {
  const cookie = request.headers.get("Cookie");
  const acceptLanguage = request.headers.get("Accept-Language");
  return {
    locale: chooseLocale({ cookie, acceptLanguage }),
    typeSize: chooseTypeSize(cookie),
    isDemo: context.demo,
  };
}

/** For pages that name themselves otherwise this is not used; error pages have only this. */
export const meta: MetaFunction<typeof loader> = ({ data, error }) => {
  const locale = data?.locale ?? "zh-CN";
  const site = textFor(locale, shell)("brand");
  return [{ title: error ? `${crashText(locale, kindOf(error)).title} · ${site}` : site }];
};

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  // Absent when the root loader itself failed: then the error page speaks both languages.
  const root = useRouteLoaderData<typeof loader>("root");
  const locale = root?.locale ?? "zh-CN";
  const handle = settleHandle(useMatches().map((match) => match.handle));
  return (
    <html
      lang={locale}
      data-density={handle.density}
      data-type={root?.typeSize === "large" && handle.density === "party" ? "large" : undefined}
      data-print={handle.print}
      data-touch={handle.isTouch ? "" : undefined}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex, nofollow" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="icon" href="/favicon.ico" sizes="32x32" />
        <Meta />
        <Links />
      </head>
      <body>
        <ReaderProvider locale={locale}>
          <RouterProvider router={remixRouter}>
            <Working />
            {root?.isDemo ? <DemoMark text={textFor(locale, shell)("demo")} /> : null}
            {children}
          </RouterProvider>
        </ReaderProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

const kindOf = (error: unknown) => crashKindOf(isRouteErrorResponse(error) ? error.status : 500);

export function ErrorBoundary() {
  const root = useRouteLoaderData<typeof loader>("root");
  const locales = root ? [root.locale] : LOCALES;
  const kind = kindOf(useRouteError());
  const t = textFor(locales[0] ?? "zh-CN", shell);
  return (
    <Crash
      skip={t("skip")}
      brand={t("brand")}
      isGrave={kind === 500}
      texts={locales.map((locale) => crashText(locale, kind))}
    />
  );
}
