import type { DavCalendar, DavObject } from "~/services/dav-calendar.server";
import { CALDAV, CALENDARSERVER, DAV, type Written } from "./caldav-xml.server";

const d = (local: string) => `{${DAV}}${local}`;
const c = (local: string) => `{${CALDAV}}${local}`;

/** A property's name and what stands in it. */
type Props = Readonly<Record<string, string | readonly Written[]>>;

export const homeOf = (login: string) => `/caldav/${encodeURIComponent(login)}/`;
export const calendarOf = (login: string) => `${homeOf(login)}calendar/`;
export const objectOf = (login: string, name: string) => `${calendarOf(login)}${name}`;
export const syncToken = (calendar: DavCalendar) => `urn:x-tiaosu:sync:${calendar.asOf.toMillis()}`;

const href = (path: string): Written[] => [{ [d("href")]: path }];
const MAY_READ: Written[] = [
  { [d("privilege")]: [{ [d("read")]: [] }] },
  { [d("privilege")]: [{ [d("read-current-user-privilege-set")]: [] }] },
];
const REPORTS: Written[] = [c("calendar-query"), c("calendar-multiget"), d("sync-collection")].map(
  (name) => ({
    [d("supported-report")]: [{ [d("report")]: [{ [name]: [] }] }],
  }),
);

const everywhere = (login: string): Props => ({
  [d("current-user-principal")]: href(homeOf(login)),
  [d("owner")]: href(homeOf(login)),
  [d("current-user-privilege-set")]: MAY_READ,
});

export const rootProps = (login: string): Props => ({
  ...everywhere(login),
  [d("resourcetype")]: [{ [d("collection")]: [] }],
});

/** A person: whom programs find first, and where his one calendar lies. */
export const homeProps = (login: string, name: string): Props => ({
  ...everywhere(login),
  [d("resourcetype")]: [{ [d("collection")]: [] }, { [d("principal")]: [] }],
  [d("displayname")]: name,
  [d("principal-URL")]: href(homeOf(login)),
  [c("calendar-home-set")]: href(homeOf(login)),
});

export const calendarProps = (calendar: DavCalendar): Props => ({
  ...everywhere(calendar.login),
  [d("resourcetype")]: [{ [d("collection")]: [] }, { [c("calendar")]: [] }],
  [d("displayname")]: calendar.name,
  [d("getcontenttype")]: "text/calendar; charset=utf-8",
  [d("supported-report-set")]: REPORTS,
  [d("sync-token")]: syncToken(calendar),
  [`{${CALENDARSERVER}}getctag`]: calendar.mark,
  [c("supported-calendar-component-set")]: [{ [c("comp")]: [], "@name": "VEVENT" }],
});

export const objectProps = (login: string, object: DavObject): Props => ({
  ...everywhere(login),
  [d("resourcetype")]: [],
  [d("getetag")]: object.etag,
  [d("getcontenttype")]: "text/calendar; charset=utf-8; component=VEVENT",
  [d("getcontentlength")]: String(object.bytes.length),
  [d("getlastmodified")]: object.changedAt.toHTTP() ?? "",
});

export const dataProps = (object: DavObject): Props => ({
  [c("calendar-data")]: object.bytes.toString("utf8"),
});

/** One resource's answer: what was asked for, and what there is not; without a list all that is there. */
export function responseOf(path: string, props: Props, asked: readonly string[] | null): Written {
  const names = asked ?? Object.keys(props);
  const found = names.filter((name) => name in props).map((name): Written => ({ [name]: props[name] ?? [] }));
  const missing = names.filter((name) => !(name in props)).map((name): Written => ({ [name]: [] }));
  const stat = (list: Written[], status: string): Written[] =>
    list.length ? [{ [d("propstat")]: [{ [d("prop")]: list }, { [d("status")]: status }] }] : [];
  return {
    [d("response")]: [
      ...href(path),
      ...stat(found, "HTTP/1.1 200 OK"),
      ...stat(missing, "HTTP/1.1 404 Not Found"),
    ],
  };
}

export const goneOf = (path: string): Written => ({
  [d("response")]: [...href(path), { [d("status")]: "HTTP/1.1 404 Not Found" }],
});
