import type { ObligationStatus } from "./obligation-kinds";

export type DueItem = { readonly dueOn: string | null; readonly amountFen: number };
export type Payment = { readonly paidOn: string; readonly amountFen: number };

/** How one money obligation stands on a court-local date; instalments are due one by one. */
export function standing(
  items: readonly DueItem[],
  payments: readonly Payment[],
  today: string,
): { readonly status: ObligationStatus; readonly outstandingFen: number; readonly overdueFen: number } {
  const total = sum(items);
  const paid = sum(payments.filter((payment) => payment.paidOn <= today));
  const fallen = sum(items.filter((item) => item.dueOn !== null && item.dueOn < today));
  const dueToday = items.some((item) => item.dueOn === today);
  const outstandingFen = Math.max(0, total - paid);
  const overdueFen = Math.max(0, fallen - paid);
  if (outstandingFen === 0) return { status: "performed", outstandingFen, overdueFen };
  if (overdueFen > 0) return { status: "overdue", outstandingFen, overdueFen };
  if (dueToday) return { status: "due", outstandingFen, overdueFen };
  return { status: paid > 0 ? "partly" : "notDue", outstandingFen, overdueFen };
}

/** CC 561: costs, then interest, then principal, unless agreed otherwise. All in fen. */
export function allocate(
  amountFen: number,
  owed: { readonly costsFen: number; readonly interestFen: number; readonly principalFen: number },
) {
  const costsFen = Math.min(amountFen, owed.costsFen);
  const interestFen = Math.min(amountFen - costsFen, owed.interestFen);
  const principalFen = Math.min(amountFen - costsFen - interestFen, owed.principalFen);
  return { costsFen, interestFen, principalFen, restFen: amountFen - costsFen - interestFen - principalFen };
}

function sum(items: readonly { readonly amountFen: number }[]): number {
  return items.reduce((total, item) => total + item.amountFen, 0);
}
