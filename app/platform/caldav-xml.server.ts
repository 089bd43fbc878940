import { XMLBuilder, XMLParser, XMLValidator } from "fast-xml-parser";

export const DAV = "DAV:";
export const CALDAV = "urn:ietf:params:xml:ns:caldav";
export const CALENDARSERVER = "http://calendarserver.org/ns/";
const PREFIX: Readonly<Record<string, string>> = { [DAV]: "D", [CALDAV]: "C", [CALENDARSERVER]: "CS" };

/** An element: its name as `{namespace}local`, attributes by local name, text, and what is in it. */
export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly Element[];
};

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
});

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;

const unescaped = (text: string): string =>
  text.replace(
    /&(amp|lt|gt|quot|apos);/g,
    (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" })[name] ?? "",
  );

function elementsOf(nodes: unknown, outer: Readonly<Record<string, string>>): Element[] {
  if (!Array.isArray(nodes)) return [];
  return nodes.filter(isNode).flatMap((node) => {
    const tag = Object.keys(node).find((key) => key !== ":@" && !key.startsWith("?") && key !== "#text");
    if (!tag) return [];
    const given = isNode(node[":@"]) ? node[":@"] : {};
    const attributes = Object.fromEntries(
      Object.entries(given).map(([key, value]) => [key, unescaped(String(value))]),
    );
    const spaces = { ...outer };
    for (const [key, value] of Object.entries(attributes))
      if (key === "xmlns" || key.startsWith("xmlns:")) spaces[key.slice(6)] = value;
    const [prefix, local] = tag.includes(":") ? tag.split(":") : ["", tag];
    const inside: readonly unknown[] = Array.isArray(node[tag]) ? node[tag] : [];
    const text = inside
      .map((one) => (isNode(one) && typeof one["#text"] === "string" ? one["#text"] : ""))
      .join("");
    const name = `{${spaces[prefix ?? ""] ?? ""}}${local}`;
    return [{ name, attributes, text: unescaped(text).trim(), children: elementsOf(inside, spaces) }];
  });
}

/** The root of a body; null when it is no XML, or has a DOCTYPE, which nobody needs here. */
export function parseXml(body: string): Element | null {
  if (/<!/.test(body.replaceAll("<![CDATA[", "")) || XMLValidator.validate(body) !== true) return null;
  return elementsOf(parser.parse(body), {})[0] ?? null;
}

export const childOf = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((one) => one.name === name);

/** What is written: an element with text or with elements in it; `@name` beside it is an attribute. */
export type Written = { readonly [name: string]: string | readonly Written[] };

const builder = new XMLBuilder({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: "" });

function written(nodes: readonly Written[], isRoot = false): object[] {
  return nodes.flatMap((node) =>
    Object.entries(node).flatMap(([name, inside]) => {
      if (name.startsWith("@")) return [];
      const own = Object.entries(node).filter(([key]) => key.startsWith("@"));
      const [, space = "", local = ""] = /^\{(.*)\}(.+)$/.exec(name) ?? [];
      const prefix = PREFIX[space];
      const spaces = isRoot
        ? Object.fromEntries(Object.entries(PREFIX).map(([uri, short]) => [`xmlns:${short}`, uri]))
        : {};
      const attributes = {
        ...(prefix ? spaces : { xmlns: space }),
        ...Object.fromEntries(own.map(([key, value]) => [key.slice(1), value])),
      };
      return {
        [prefix ? `${prefix}:${local}` : local]:
          typeof inside === "string" ? [{ "#text": inside }] : written(inside),
        ":@": attributes,
      };
    }),
  );
}

export const writeXml = (root: Written): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${builder.build(written([root], true))}`;
