import { seriesListQuery } from "../queries-series.server";
import { ask } from "../query.server";
import type { Walker } from "./seed-walk.server";

/** The coordinator keeps the largest group of look-alike cases together; the next ones are left for whoever tries it. */
export async function makeSeries(walker: Walker): Promise<void> {
  const coordinator = walker.as("coordinator");
  const list = await ask(walker.deps, coordinator, seriesListQuery, {});
  const [most] = list.ok ? list.alike : [];
  if (!most) return;
  await walker.run(coordinator, "make-series", {
    name: `${most.creditorName} ${walker.present.year} 年批量案件`,
    contractForm: "格式合同 2024 版",
    numbers: most.first,
    isAll: true,
  });
}
