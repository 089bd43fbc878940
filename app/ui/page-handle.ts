/** What a route says about how its page is shown: `export const handle: PageHandle = { density: "party" }`. The deepest route that says something wins. */
export interface PageHandle {
  density?: "staff" | "party";
  /** Turns the printed sheet. */
  print?: "landscape";
  /** A staff page made for a phone: 16 px text, 44 px targets. */
  isTouch?: boolean;
}

/** The settled handle of nested routes, outermost first; unknown shapes say nothing. */
export function settleHandle(handles: readonly unknown[]): PageHandle & { density: "staff" | "party" } {
  const settled: PageHandle & { density: "staff" | "party" } = { density: "staff" };
  for (const handle of handles) {
    if (typeof handle !== "object" || handle === null) continue;
    if ("density" in handle && (handle.density === "staff" || handle.density === "party"))
      settled.density = handle.density;
    if ("print" in handle && handle.print === "landscape") settled.print = "landscape";
    if ("isTouch" in handle && typeof handle.isTouch === "boolean") settled.isTouch = handle.isTouch;
  }
  return settled;
}
