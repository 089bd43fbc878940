import type { CalendarYear } from "./calendar";

/**
 * Exceptions to "Monday to Friday works", as published by the State Council's General Office for each year.
 * Later years are loaded by an administrator; a year that is not here makes a computed date provisional.
 */
export const HOLIDAYS: readonly CalendarYear[] = [
  {
    year: 2025,
    source: "https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm",
    off: [
      ["2025-01-01", "2025-01-01"],
      ["2025-01-28", "2025-02-04"],
      ["2025-04-04", "2025-04-06"],
      ["2025-05-01", "2025-05-05"],
      ["2025-05-31", "2025-06-02"],
      ["2025-10-01", "2025-10-08"],
    ],
    work: ["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"],
  },
  {
    year: 2026,
    source: "https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm",
    off: [
      ["2026-01-01", "2026-01-03"],
      ["2026-02-15", "2026-02-23"],
      ["2026-04-04", "2026-04-06"],
      ["2026-05-01", "2026-05-05"],
      ["2026-06-19", "2026-06-21"],
      ["2026-09-25", "2026-09-27"],
      ["2026-10-01", "2026-10-07"],
    ],
    work: ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
  },
];
