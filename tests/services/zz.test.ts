import { it } from "vitest";
import { seedDemo } from "~/services/demo/seed-demo.server";
import { verifyCourt } from "~/services/verify-records.server";
import { useCourt } from "./court";
const court = useCourt();
it("x", async () => {
  const c = court();
  await c.owner`delete from courts`;
  await seedDemo(c.deps, c.fresh.ownerUrl, Number.POSITIVE_INFINITY, () => {});
  console.log((await c.owner`select stage, close_reason, count(*)::int as n from cases group by 1,2 order by 1`).map((x) => `${x.stage} ${x.close_reason} ${x.n}`).join("; "));
  console.log(await c.owner`select c.stage, k.rule, k.ended_at is null as runs, count(*)::int as n from clocks k join cases c on c.id = k.case_id where k.rule in ('T14') group by 1,2,3`);
  console.log(await c.owner`select k.rule, count(*)::int as n from clocks k join cases c on c.id = k.case_id where k.ended_at is null and c.stage in ('closed') group by 1`);
  console.log(await c.owner`select verb, chain like 'actor%' as own, count(*)::int as n from records where verb in ('write-note','open-session') group by 1,2`);
  console.log((await verifyCourt(c.deps, "bj0107")).broken);
}, 600000);
