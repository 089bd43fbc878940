const WIDTH = 92;

// More ticks than this run together on 92 px; then one stands for a week, and for long limits a month.
const MOST_TICKS = 46;
const stepOf = (daysTotal: number) => [1, 7, 30].find((step) => daysTotal / step <= MOST_TICKS) ?? 90;

/** A graduated rule: a tick a day, ink for the days gone. Drawn for the eye only; the words beside it carry the meaning. */
export function Ruler({ daysTotal, daysGone }: { daysTotal: number; daysGone: number }) {
  if (daysTotal <= 0) return null;
  const at = (days: number) => ((Math.min(Math.max(days, 0), daysTotal) / daysTotal) * WIDTH).toFixed(1);
  const step = stepOf(daysTotal);
  const inner = Array.from(
    { length: Math.ceil(daysTotal / step) - 1 },
    (_, index) => `M${at((index + 1) * step)} 5V9`,
  );
  return (
    <svg className="ruler" viewBox={`0 0 ${WIDTH} 9`} aria-hidden="true" focusable="false">
      <path className="rest" d={`M0 8.5H${WIDTH}`} />
      <path className="tick" d={`M0 0V9${inner.join("")}M${WIDTH} 0V9`} />
      {daysGone > 0 ? <path className="run" d={`M0 7.5H${at(daysGone)}`} /> : null}
    </svg>
  );
}
