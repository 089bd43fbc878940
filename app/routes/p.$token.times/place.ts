import type { SessionMode } from "~/domain/mediation/sessions";
import type * as times from "~/i18n/party-times";
import type { Text } from "~/i18n/text";

export type Where = {
  mode: SessionMode;
  room: { name: string; nameEn: string; place: string; placeEn: string } | null;
};

/** Where one has to be, or by what means; while no room is chosen it is the court. */
export function placeOf(
  { mode, room }: Where,
  locale: string,
  address: string,
  t: Text<typeof times.zh>,
): string {
  if (mode === "phone") return t("phone");
  if (mode === "video" || mode === "videoSplit") return t("video");
  if (!room) return address;
  return locale === "en" ? `${room.nameEn}, ${room.placeEn}` : `${room.name}，${room.place}`;
}
