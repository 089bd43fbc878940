/** Where the demo's cases stand today, and how many: a plausible morning of a court of this size. */
export const TARGETS = [
  { target: "submitted", count: 12, daysBack: [0, 3] },
  { target: "correction", count: 4, daysBack: [2, 4] },
  { target: "notReceived", count: 2, daysBack: [1, 2] },
  { target: "consent", count: 22, daysBack: [1, 3] },
  { target: "selecting", count: 22, daysBack: [2, 4] },
  { target: "orgOffered", count: 8, daysBack: [2, 4] },
  { target: "offered", count: 14, daysBack: [3, 5] },
  { target: "mediation", count: 32, daysBack: [4, 11] },
  { target: "unreachable", count: 6, daysBack: [7, 13] },
  { target: "booked", count: 46, daysBack: [4, 11] },
  { target: "held", count: 16, daysBack: [6, 13] },
  { target: "signing", count: 14, daysBack: [8, 13] },
  { target: "agreed", count: 12, daysBack: [7, 10] },
  { target: "handedOver", count: 10, daysBack: [7, 10] },
  { target: "review", count: 9, daysBack: [8, 14] },
  { target: "returned", count: 3, daysBack: [10, 18] },
  { target: "confirmed", count: 8, daysBack: [12, 20] },
  { target: "statementIssued", count: 6, daysBack: [9, 13] },
  { target: "failed", count: 10, daysBack: [7, 10] },
  { target: "fastTrack", count: 14, daysBack: [11, 17] },
  { target: "closedPerformed", count: 12, daysBack: [15, 50] },
  { target: "closedWithdrawn", count: 8, daysBack: [12, 40] },
  { target: "closedConfirmed", count: 10, daysBack: [18, 50] },
] as const;

export type Target = (typeof TARGETS)[number]["target"];
