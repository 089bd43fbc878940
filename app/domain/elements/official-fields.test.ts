import { expect, it } from "vitest";
import { elementsOf } from "./sheet";
import { SHEETS, sheetOf } from "./sheet-list";

/*
 * What the official forms (法〔2025〕82号) ask for beyond the shared blocks, and for medical damage the interpretation and the
 * regulations: written down apart from the sheets, so that a field that falls out of one is missed.
 */
const ASKED: Readonly<Record<string, string>> = {
  "credit-card": `principal.asOf principal.amount charges.asOf charges.amount charges.continuing charges.detail
    security.asserted card.number card.holder card.openedOn card.branch terms.limit terms.charges terms.breach
    terms.ending highlighting.done highlighting.how paid.amount outstanding.since outstanding.asOf
    outstanding.principal outstanding.interest outstanding.penalty outstanding.compound outstanding.lateFee
    outstanding.breachFee outstanding.serviceFee dunning.done guarantee.real`,
  "private-lending": `principal.asOf principal.amount interest.asOf interest.amount interest.method interest.untilPaid
    ending.accelerate ending.rescind security.asserted contract.text sides.lender sides.borrower amount.agreed
    amount.actual amount.delivery term.due term.agreed rate.value rate.per rate.clause delivered.on delivered.amount
    repayment.way repaid.principal repaid.interest repaid.interestTo overdue.exists overdue.since overdue.days
    guarantee.real`,
  "financial-loan": `principal.asOf principal.amount interest.asOf interest.total interest.inTerm interest.compound
    interest.penalty interest.method interest.untilPaid ending.asserted security.asserted contract.text sides.lender
    sides.borrower amount.agreed amount.disbursed term.due term.agreed rate.value rate.per rate.clause rate.uplift
    rate.upliftClause rate.compound rate.compoundClause rate.penalty rate.penaltyClause disbursed.on disbursed.amount
    repayment.way repaid.principal repaid.interest repaid.interestTo overdue.exists overdue.since overdue.days
    guarantee.real`,
  "property-service": `fee.asOf fee.amount penalty.asOf penalty.amount penalty.untilPaid contract.text sides.owner
    sides.manager home.place home.area home.owner standard.fee service.period payment.way penaltyStandard.text
    arrears.amount arrears.formula arrears.period arrears.months penaltyDue.amount penaltyDue.formula dunning.text`,
  "traffic-accident": `medical.period medical.hospital medical.amount medical.documents nursing.days nursing.amount
    nursing.lostIncome nursing.proof nutrition.amount nutrition.proof meals.amount meals.proof lostIncome.period
    lostIncome.amount transport.amount transport.vouchers disability.compensation disability.dependants aids.amount
    death.compensation death.funeral mental.amount property.vehicle property.downtime property.other costs.appraisal
    jurisdiction.appraisal jurisdiction.appraisalMatters accident.on accident.place accident.course liability.text
    liability.share insurance.compulsory insurance.compulsoryPolicy insurance.commercialLimit`,
  divorce: `dissolve.text property.exists property.houses property.cars property.deposits property.others debts.exist
    debts.list custody.exists custody.children support.exists support.payer support.amount support.way visits.exists
    visits.who visits.how damages.damages damages.compensation damages.help marriage.on marriage.children
    marriage.living marriage.ground marriage.earlier situation.property situation.debts situation.custody
    situation.support situation.visits situation.damages`,
  labour: `wages.claimed doubleWage.claimed overtime.claimed annualLeave.claimed insuranceLoss.claimed severance.claimed
    unlawfulEnding.claimed contract.text performance.hiredOn performance.post performance.place
    performance.agreedWage performance.wageParts performance.insurance performance.actualWage performance.hours
    ending.text injury.text arbitration.filedOn arbitration.claims arbitration.document arbitration.result other.text
    owed.period owed.months owed.monthly owed.paid owed.iou`,
  sale: `price.amount late.asOf late.interest late.penalty late.base late.standard late.method late.untilPaid
    loss.amount loss.breach loss.detail loss.reckoning defect.claimed defect.remedies ending.continue
    ending.continueDays ending.continueWhat ending.rescind ending.rescindedOn security.asserted contract.written
    contract.text sides.seller sides.buyer goods.text priceTerms.unit priceTerms.total priceTerms.way
    priceTerms.instalments delivery.text quality.text penalty.penalty penalty.penaltyClause penalty.deposit
    penalty.depositClause penalty.late penalty.lateClause status.paidOnTime status.paidLate status.unpaid
    status.delivered status.deliveredLate status.undelivered delay.exists delay.days delay.kind urged.done urged.on
    urged.how faults.quality faults.conformity faults.negotiated faults.notice due.interest due.penalty due.damages
    due.total due.method guarantee.real`,
  "medical-damage": `patient.name institutions.list treatment.diagnosis treatment.course treatment.procedure
    treatment.procedureOn treatment.operator damage.kind damage.on damage.text fault.kinds records.consent
    records.consentDocument records.sealed records.sealedOn records.provided records.autopsy records.autopsyResult
    product.name product.maker product.batch appraisal.agreed appraisal.matters appraisal.body appraisal.experts
    appraisal.fault appraisal.causation appraisal.contribution appraisal.grade appraisal.careDays appraisal.restDays
    appraisal.nutritionDays medical.amount mental.amount insurance.insurer paidBefore.amount`,
  copyright: `stop.work stop.registration stop.where damages.amount damages.reckoning damages.punitive damages.base
    damages.multiple damages.factors expenses.claimed expenses.lawyer expenses.evidence expenses.travel
    expenses.vouchers others.text holder.kind holder.contract holder.term holder.scope holder.licence work.nature
    work.name work.completedOn work.publishedOn work.publishedWhere work.registered work.registeredOn work.category
    infringement.rights infringement.acts infringement.when infringement.notice infringement.noticeEvidence
    related.exist related.cases proof.ownership proof.infringement proof.liability`,
};

/** In every form: costs, total, jurisdiction, preservation, grounds, the wish block. */
const SHARED = `common.litigationCosts common.otherClaims common.total jurisdiction.clause jurisdiction.clauseText
  jurisdiction.preserved jurisdiction.preservedBy jurisdiction.preservedOn jurisdiction.preservedNo basis.contract
  basis.law basis.notes basis.evidence mediation.knows mediation.first mediation.fees mediation.again
  mediation.confidential mediation.binding mediation.considers`;

const words = (text: string) => text.trim().split(/\s+/);

it.each(Object.entries(ASKED))("asks in the sheet %s for all that the form asks for", (key, asked) => {
  const sheet = sheetOf(key);
  const names = new Set(sheet ? elementsOf(sheet).map(({ name }) => name) : []);
  expect([...words(asked), ...words(SHARED)].filter((name) => !names.has(name))).toEqual([]);
});

it("holds every sheet against its form", () => {
  expect(SHEETS.map(({ key }) => key).sort()).toEqual(Object.keys(ASKED).sort());
});
