/* What the element-style complaint and answer are filled with: a row an element, in the order of the form. */
const party = ["role", "name", "particulars"] as const;
const said = ["block", "item", "answer"] as const;
const answered = ["block", "item", "claim", "stand", "answer"] as const;

export const elementFields = {
  elementComplaint: {
    fields: ["cause", "basedOn", "signer"],
    lists: { parties: party, claims: said, jurisdiction: said, facts: said, basis: said, wishes: said },
  },
  elementAnswer: {
    fields: ["cause", "basedOn", "signer"],
    lists: {
      parties: party,
      claims: answered,
      jurisdiction: answered,
      facts: answered,
      basis: answered,
    },
  },
} as const;
