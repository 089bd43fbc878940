import { choice, count, date, type Element, flag, list, money, rate, text } from "../element";
import type { ElementValue, Row } from "../element-values";
import { DISABILITY_GRADES } from "../sheets/injury-blocks";
import type { Calculation } from "./calculation";
import { cardCharges } from "./card-charges";
import { courtFee } from "./court-fee";
import { injuryCompensation } from "./injury";
import { lendingInterest } from "./lending-interest";
import { annualLeave, doubleWage, OVERTIME_KINDS, overtime, severance, wagesOwed } from "./wages";

/** What was entered, by the key of the field; money in fen, shares as decimals. */
export type Entered = Readonly<Record<string, ElementValue>>;

/**
 * A calculator as data: its fields are elements, so that forms, reading and checking are those of the sheets. `from` says
 * which element of a sheet fills a field in beforehand, `into` which elements its sum may be taken over into.
 */
export type Calculator = {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly fields: readonly Element[];
  readonly from: Readonly<Record<string, readonly string[]>>;
  readonly into: readonly string[];
  /** Null where it cannot be reckoned: the court has to give a figure that is not known. */
  readonly run: (of: Entered) => Calculation | null;
};

const NEEDED = { isRequired: true } as const;
const num = (value: ElementValue | undefined): number => (typeof value === "number" ? value : 0);
const numOrNull = (value: ElementValue | undefined): number | null =>
  typeof value === "number" ? value : null;
const day = (value: ElementValue | undefined): string => (typeof value === "string" ? value : "");
const rows = (value: ElementValue | undefined): readonly Row[] =>
  Array.isArray(value) ? (value as readonly Row[]) : [];

const monthly = money("monthly", "月工资", "Monthly wage", NEEDED);

export const CALCULATORS: readonly Calculator[] = [
  {
    key: "court-fee",
    zh: "案件受理费",
    en: "Court fee",
    fields: [
      money("amount", "标的额", "Amount in dispute", NEEDED),
      flag("half", "减半收取（调解、撤诉、简易程序）", "Half (settled, withdrawn, summary)"),
      flag("labour", "劳动争议", "Labour dispute"),
    ],
    from: { amount: ["common.total"] },
    into: [],
    run: (of) =>
      courtFee({ amountFen: num(of.amount), isHalf: of.half === true, isLabour: of.labour === true }),
  },
  {
    key: "lending-interest",
    zh: "民间借贷利息",
    en: "Interest on a private loan",
    fields: [
      money("principal", "本金", "Principal", NEEDED),
      date("contractOn", "合同成立日", "Contract made on", NEEDED),
      date("suitOn", "起诉日", "Suit brought on", NEEDED),
      date("fromOn", "起算日", "First day with interest", NEEDED),
      date("untilOn", "截止日（不含）", "First day without", NEEDED),
      rate("agreed", "约定利率", "Rate agreed"),
      rate("cap", "法院给定的上限", "Cap given by the court"),
      money("claimed", "主张的息费合计", "Claimed in all"),
    ],
    from: {
      principal: ["principal.amount"],
      contractOn: ["delivered.on"],
      fromOn: ["overdue.since"],
      untilOn: ["interest.asOf"],
      agreed: ["rate.value"],
      claimed: ["interest.amount"],
    },
    into: ["interest.amount"],
    run: (of) => {
      const [cap, claimed] = [numOrNull(of.cap), numOrNull(of.claimed)];
      return lendingInterest({
        principalFen: num(of.principal),
        contractOn: day(of.contractOn),
        suitOn: day(of.suitOn),
        fromOn: day(of.fromOn),
        untilOn: day(of.untilOn),
        agreedRate: numOrNull(of.agreed),
        ...(cap === null ? {} : { givenCap: cap }),
        ...(claimed === null ? {} : { claimedFen: claimed }),
      });
    },
  },
  {
    key: "card-charges",
    zh: "信用卡息费",
    en: "Credit card interest and charges",
    fields: [
      money("principal", "透支本金", "Principal", NEEDED),
      rate("dayRate", "日利率", "Rate", { per: "day", ...NEEDED }),
      date("fromOn", "起算日", "First day with interest", NEEDED),
      date("untilOn", "截止日（不含）", "First day without", NEEDED),
      list("charges", "其他费用", "Other charges", [
        text("name", "名称", "Name"),
        money("fen", "金额", "Amount"),
      ]),
    ],
    from: {
      principal: ["principal.amount"],
      fromOn: ["outstanding.since"],
      untilOn: ["charges.asOf"],
    },
    into: ["charges.amount"],
    run: (of) =>
      cardCharges({
        principalFen: num(of.principal),
        dayRate: num(of.dayRate),
        fromOn: day(of.fromOn),
        untilOn: day(of.untilOn),
        charges: rows(of.charges).map((row) => ({ name: day(row.name), fen: num(row.fen) })),
      }),
  },
  {
    key: "wages-owed",
    zh: "拖欠工资",
    en: "Wages owed",
    fields: [
      monthly,
      count("months", "拖欠月数", "Months", { unit: "month", ...NEEDED }),
      money("paid", "已付部分", "Paid in part"),
    ],
    from: {
      monthly: ["owed.monthly", "performance.agreedWage"],
      months: ["owed.months"],
      paid: ["owed.paid"],
    },
    into: ["wages.amount"],
    run: (of) => wagesOwed({ monthlyFen: num(of.monthly), months: num(of.months), paidFen: num(of.paid) }),
  },
  {
    key: "severance",
    zh: "经济补偿、违法解除赔偿金",
    en: "Severance, damages for unlawful termination",
    fields: [
      count("months", "工作月数", "Months of work", { unit: "month", ...NEEDED }),
      money("average", "解除前十二个月平均工资", "Average of the last twelve months", NEEDED),
      money("local", "当地上年度职工月平均工资", "Local average wage of the year before"),
      flag("unlawful", "违法解除", "Unlawful termination"),
    ],
    from: { average: ["performance.actualWage", "performance.agreedWage"] },
    into: ["severance.amount", "unlawfulEnding.amount"],
    run: (of) =>
      severance({
        months: num(of.months),
        averageFen: num(of.average),
        localAverageFen: numOrNull(of.local),
        isUnlawful: of.unlawful === true,
      }),
  },
  {
    key: "double-wage",
    zh: "未签书面合同双倍工资",
    en: "Double wage for want of a written contract",
    fields: [monthly, count("months", "没有书面合同的月数", "Months without", { unit: "month", ...NEEDED })],
    from: { monthly: ["performance.actualWage", "performance.agreedWage"] },
    into: ["doubleWage.amount"],
    run: (of) => doubleWage({ monthlyFen: num(of.monthly), monthsWithout: num(of.months) }),
  },
  {
    key: "overtime",
    zh: "加班费",
    en: "Overtime",
    fields: [
      monthly,
      count("workday", "工作日加班小时", "Hours on workdays"),
      count("restDay", "休息日加班小时", "Hours on rest days"),
      count("holiday", "法定节假日加班小时", "Hours on public holidays"),
    ],
    from: { monthly: ["performance.actualWage", "performance.agreedWage"] },
    into: ["overtime.amount"],
    run: (of) => {
      const [workday, restDay, holiday] = OVERTIME_KINDS.map((kind) => num(of[kind]));
      const hours = { workday: workday ?? 0, restDay: restDay ?? 0, holiday: holiday ?? 0 };
      return overtime({ monthlyFen: num(of.monthly), hours });
    },
  },
  {
    key: "annual-leave",
    zh: "未休年休假工资",
    en: "Annual leave not taken",
    fields: [monthly, count("days", "未休天数", "Days not taken", { unit: "day", ...NEEDED })],
    from: { monthly: ["performance.actualWage", "performance.agreedWage"] },
    into: ["annualLeave.amount"],
    run: (of) => annualLeave({ monthlyFen: num(of.monthly), days: num(of.days) }),
  },
  {
    key: "injury",
    zh: "人身损害赔偿",
    en: "Compensation for injury",
    fields: [
      count("age", "受害人年龄", "Age", NEEDED),
      money("yearly", "当地上年度人均可支配收入", "Local yearly income per head", NEEDED),
      choice("grade", "伤残等级", "Grade of disability", DISABILITY_GRADES),
      flag("dead", "死亡", "Death"),
      money("wage", "当地上年度职工月平均工资", "Local average monthly wage"),
      list("perDay", "按天计算的费用（护理、营养、误工等）", "By the day: nursing, nutrition, lost income", [
        text("name", "项目", "What"),
        count("days", "天数", "Days", { unit: "day" }),
        money("fen", "每天", "A day"),
      ]),
      list("dependants", "被扶养人", "Dependants", [
        money("yearly", "当地上年度人均消费支出", "Local yearly spending per head"),
        count("years", "年数", "Years"),
        count("supporters", "扶养人数", "Supporters"),
      ]),
      rate("liability", "对方责任比例", "The other side's share", { per: "none" }),
    ],
    from: {},
    into: ["disability.compensation", "death.compensation"],
    run: (of) =>
      injuryCompensation({
        age: num(of.age),
        yearlyIncomeFen: num(of.yearly),
        grade: Number(day(of.grade).replace("grade", "")) || null,
        isDead: of.dead === true,
        monthlyWageFen: num(of.wage),
        perDay: rows(of.perDay).map((row) => ({
          name: day(row.name),
          days: num(row.days),
          dayFen: num(row.fen),
        })),
        dependants: rows(of.dependants).map((row) => ({
          yearlyFen: num(row.yearly),
          years: num(row.years),
          supporters: num(row.supporters),
        })),
        liabilityRate: numOrNull(of.liability) ?? 1,
      }),
  },
];

export const calculatorOf = (key: string | null | undefined): Calculator | undefined =>
  CALCULATORS.find((one) => one.key === key);

/** Those whose sum can be taken over into this sheet, and the court fee, which every claim has. */
export const calculatorsFor = (names: ReadonlySet<string>): readonly Calculator[] =>
  CALCULATORS.filter(({ into }) => into.length === 0 || into.some((name) => names.has(name)));

/** The fields that an element of the sheet fills in beforehand. */
export const filledFrom = ({ from }: Calculator, answers: Entered): Entered =>
  Object.fromEntries(
    Object.entries(from).flatMap(([key, names]) => {
      const found = names.find((name) => answers[name] !== undefined && answers[name] !== null);
      return found === undefined ? [] : [[key, answers[found] ?? null]];
    }),
  );
