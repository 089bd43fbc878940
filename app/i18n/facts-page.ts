import type { English } from "./text";

/** A case's facts: put up for signing, and what the element sheet lets a mediator take over. */
export const zh = {
  title: "无争议事实",
  about: "双方认可的事实逐条列出，双方都签字后才是无争议事实。",
  agreed: "要素表中双方一致的内容",
  agreedFor: "由调解员逐条列为待签事实",
  agreedNote: "勾选后逐条列为待签事实，并记下来自哪一版",
  agreedNone: "要素表中还没有双方一致、尚未列出的内容",
  agreedNoneText: "双方在要素表中逐项填写、答复后，一致的内容会出现在这里。",
  isOther: "已列出的一条与现在填写的不同，请撤回旧的一条",
  take: "列为待签事实",
  toSheet: "查看要素表",
  link: "管理无争议事实",
  "done.facts": "已列出。双方可以在手机链接里签字，也可以在书面记载上签字后在这里登记。",
  "done.withdraw": "已撤回。",
  "done.sign": "已登记签署。",
} as const;

export const en: English<typeof zh> = {
  title: "Undisputed facts",
  about: "Facts that both sides accept, one by one; they are undisputed only once both have signed.",
  agreed: "Agreed in the element sheet",
  agreedFor: "The mediator puts them up for signing, one by one",
  agreedNote: "What you tick is put up for signing, with the versions it comes from",
  agreedNone: "Nothing agreed in the element sheet is waiting to be put up",
  agreedNoneText: "Once both sides have filled in and answered the sheet, what they agree on appears here.",
  isOther: "What was put up of this differs from what both say now; please take the old one back",
  take: "Put up for signing",
  toSheet: "See the element sheet",
  link: "Manage undisputed facts",
  "done.facts":
    "Put up. Both sides can sign through their links, or on paper; enter signatures on paper here.",
  "done.withdraw": "Taken back.",
  "done.sign": "The signature is entered.",
};
