/** What an agency asks by default at the partner door: who it is, and the cases that were handed over to it. */
export const HANDED_OVER_QUERY = `query HandedOverCases {
  me { name organisation }
  cases(first: 20) {
    nodes {
      number state handedOverAt
      debtor { name kind email phone street houseNumber postalCode city }
      creditor { legalName email phone }
      claim { asOf principalCents interestCents costsCents paidCents outstandingCents }
      claims { invoiceNumber dueOn totalCents }
      letter { sentOn deliveredOn lastDay costsCents }
      timeline { at title text cents }
      documents { fileName kind url }
    }
    hasNextPage
  }
}
`;
