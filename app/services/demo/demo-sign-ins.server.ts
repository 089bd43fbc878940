import { COURTS } from "#db/seed/court";
import { ROSTER } from "#db/seed/roster";
import { DEMO_PASSWORD, STAFF } from "#db/seed/staff";
import { ROLES, type Role } from "~/domain/policy/roles";

export type DemoSignIn = {
  login: string;
  password: string;
  name: string;
  role: Role;
  courtName: string;
  courtNameEn: string;
};

/** One sign-in per role, for the door and the terminal of a demo; never used elsewhere. */
export function demoSignIns(): DemoSignIn[] {
  const people = [
    ...STAFF,
    ...ROSTER.map((one) => ({ login: one.login, name: one.name, role: one.kind as Role })),
  ];
  return ROLES.flatMap((role) => {
    const first = people.find((one) => one.role === role);
    return first
      ? [
          {
            login: first.login,
            password: DEMO_PASSWORD,
            name: first.name,
            role,
            courtName: COURTS[0].name,
            courtNameEn: COURTS[0].nameEn,
          },
        ]
      : [];
  });
}
