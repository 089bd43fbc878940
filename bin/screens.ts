import fs from "node:fs";
import { chromium, type Page } from "playwright-core";
import { demoSignIns } from "~/services/demo/demo-sign-ins.server";

/*
 * Takes the pictures in docs/screens: each role's first screen in both languages, from a demo that runs at BASE
 * (http://127.0.0.1:3000 by default): npm run demo, then npm run screens.
 */
const base = process.env.BASE ?? "http://127.0.0.1:3000";
const folder = "docs/screens";
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const SIZES = { 1280: { width: 1280, height: 900 }, 390: { width: 390, height: 844 } } as const;

fs.mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"],
});
for (const [language, locale] of [
  ["zh", "zh-CN"],
  ["en", "en"],
] as const) {
  for (const one of demoSignIns().filter((each) => !process.env.ONLY || each.role === process.env.ONLY)) {
    const phone = one.role === "mediator" || one.role === "lawyer";
    for (const width of phone ? ([1280, 390] as const) : ([1280] as const)) {
      const context = await browser.newContext({
        viewport: SIZES[width],
        locale,
        timezoneId: "Asia/Shanghai",
        baseURL: base,
      });
      const page = await context.newPage();
      await page.goto("/sign-in");
      if (one.role === "clerk") await page.screenshot({ path: `${folder}/sign-in.${language}.${width}.png` });
      await page.locator('input[name="login"]').first().fill(one.login);
      await page.locator('input[name="password"]').first().fill(one.password);
      await page.locator('form:has(input[type="password"]) button[type="submit"]').first().click();
      await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
      await page.waitForLoadState("networkidle");
      if (one.role === "judge") await openReview(page);
      await page.screenshot({ path: `${folder}/${one.role}.${language}.${width}.png` });
      await context.close();
    }
  }
}
await browser.close();

/** The judge's one screen, rather than the queue before it. */
async function openReview(page: Page): Promise<void> {
  await page.screenshot({
    path: `${folder}/judge-queue.${(await page.locator("html").getAttribute("lang")) === "en" ? "en" : "zh"}.1280.png`,
  });
  const href = await page.locator('main a[href^="/reviews/"]').last().getAttribute("href");
  if (href) await page.goto(href);
  await page.waitForLoadState("networkidle");
}
