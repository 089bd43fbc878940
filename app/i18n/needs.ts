import type { NeedCode } from "~/domain/scheduling/needs";
import type { English } from "./text";

/** What somebody cannot take part without, as it stands inside a sentence. */
export const zh = {
  "need.signLanguage": "手语翻译的位置",
  "need.dialect": "会说方言的调解员",
  "need.companion": "有人陪同",
  "need.courtTerminal": "法院的视频终端",
  "need.noSmartphone": "不用智能手机的方式",
  "need.wheelchair": "无障碍通道",
} as const satisfies Record<`need.${NeedCode}`, string>;

export const en: English<typeof zh> = {
  "need.signLanguage": "a place for sign language",
  "need.dialect": "a mediator who speaks the dialect",
  "need.companion": "a companion",
  "need.courtTerminal": "a video terminal of the court",
  "need.noSmartphone": "a way without a smartphone",
  "need.wheelchair": "a way in without steps",
};
