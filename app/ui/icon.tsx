const PATHS = {
  find: "M11.25 7A4.25 4.25 0 1 1 2.75 7A4.25 4.25 0 1 1 11.25 7M10.5 10.5 14 14",
  next: "m6 3.5 4.5 4.5L6 12.5",
  prev: "M10 3.5 5.5 8l4.5 4.5",
  print: "M4 5V2h8v3M4 11H2V5h12v6h-2M4 9h8v5H4z",
  lock: "M3 7h10v7H3zM5.25 7V4.75a2.75 2.75 0 0 1 5.5 0V7",
  calendar: "M2 3.5h12v10.5H2zM2 6.75h12M5 1.75v3M11 1.75v3",
  phone: "M4 1.75h8v12.5H4zM7 12h2",
  file: "M3.5 1.75h6l3 3v9.5h-9zM9.5 1.75v3h3",
  person:
    "M10.75 5A2.75 2.75 0 1 1 5.25 5A2.75 2.75 0 1 1 10.75 5M2.75 14.25c0-3 2.2-4.75 5.25-4.75s5.25 1.75 5.25 4.75",
  today: "M2 12.5h12M4 9.5h8M6 6.5h4",
  mail: "M2 3.5h12v9H2zM2 4l6 5 6-5",
  download: "M8 2v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11",
  upload: "M8 10.5v-8M4.5 6 8 2.5 11.5 6M2.5 13.5h11",
  add: "M8 3v10M3 8h10",
  check: "m2.5 8.5 3.5 3.5L13.5 4.5",
  chart: "M2.5 14V8.5M8 14V2.5M13.5 14V6",
  clock: "M14 8A6 6 0 1 1 2 8A6 6 0 1 1 14 8M8 4.5V8l2.5 1.5",
} as const;

export type IconName = keyof typeof PATHS;

/** A drawing beside a word, never instead of one: it is hidden from screen readers. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="ic" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** The mark of the house: a graduated ruler. */
export function Mark() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M1 19h22M3.5 19v-5M8 19v-5M12 19V5M16 19v-5M20.5 19v-5" />
    </svg>
  );
}
