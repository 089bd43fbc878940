import type { Role } from "~/domain/policy/roles";

type Staff = {
  login: string;
  name: string;
  role: Role;
  team?: string;
  org?: string;
  courts?: readonly string[];
};

/** The people of the first court who sign in; one sign-in per role comes first in its role. */
export const STAFF: readonly Staff[] = [
  { login: "clerk", name: "赵晓岚", role: "clerk" },
  { login: "clerk2", name: "冯雨桐", role: "clerk" },
  { login: "coordinator", name: "刘静宜", role: "coordinator" },
  { login: "coordinator2", name: "秦书航", role: "coordinator" },
  { login: "orgmanager", name: "孙立新", role: "orgManager", org: "o-studio" },
  { login: "orgmanager2", name: "白雅琴", role: "orgManager", org: "o-peoples" },
  { login: "orgmanager3", name: "卢正平", role: "orgManager", org: "o-medical" },
  { login: "judge", name: "林志远", role: "judge", team: "t-1" },
  { login: "judge2", name: "郑慧敏", role: "judge", team: "t-2" },
  { login: "judge3", name: "高云帆", role: "judge", team: "t-3" },
  { login: "assistant", name: "徐安然", role: "judgeAssistant", team: "t-1" },
  { login: "assistant2", name: "马知秋", role: "judgeAssistant", team: "t-2" },
  { login: "assistant3", name: "郭晨曦", role: "judgeAssistant", team: "t-3" },
  { login: "courtclerk", name: "梁文静", role: "courtClerk", team: "t-1" },
  { login: "courtclerk2", name: "宋思远", role: "courtClerk", team: "t-2" },
  { login: "courtclerk3", name: "韩若溪", role: "courtClerk", team: "t-3" },
  { login: "leader", name: "唐承志", role: "leader" },
  { login: "finance", name: "许明慧", role: "finance" },
  { login: "auditor", name: "邓守正", role: "auditor" },
  { login: "administrator", name: "曹维新", role: "administrator" },
];

/** People of the second court, enough to show that its walls hold. */
export const SECOND_COURT_STAFF: readonly Staff[] = [
  { login: "ft.clerk", name: "叶知行", role: "clerk" },
  { login: "ft.coordinator", name: "潘望舒", role: "coordinator" },
];

/** Opens every sign-in of the demo court. */
export const DEMO_PASSWORD = "mediate-2026";
