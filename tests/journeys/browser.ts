import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { freshDatabase } from "../fresh-database";
import { openSite, type Site } from "./site";

/** A site of its own for one test file. */
export function useSite(options: { demo?: "court" | "1" } = {}): () => Site {
  let opened: Awaited<ReturnType<typeof openSite>>;
  beforeAll(async () => {
    opened = await openSite(await freshDatabase(), options);
  });
  afterAll(() => opened.close());
  return () => opened.site;
}

const seen = new Set<string>();

/** No violation on the page as it stands; each kind of page is looked at once a size and language. */
export async function axeClean(page: Page, name: string): Promise<void> {
  if (seen.has(name)) return;
  seen.add(name);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(
      (one) =>
        `${name}: ${one.id} (${one.nodes
          .map((node) => node.target.join(" "))
          .slice(0, 3)
          .join(", ")})`,
    ),
  ).toEqual([]);
}
