import type { DatedRow, DatedTable } from "./dated-table";

/** A rate of statutory interest, in basis points a year, from a day. */
export interface InterestRateRow extends DatedRow {
  rateBasisPoints: number;
}

/** A commercial rate: the ECB's refinancing rate before the half-year plus the surcharge of BW 6:120 lid 2. */
export interface CommercialRateRow extends InterestRateRow {
  ecbBasisPoints: number;
}

/**
 * The last day for which both tables were looked up. Rates change on 1 January and 1 July; the next ones are due for
 * 1 January 2027. Move this day only after reading the publication, also when nothing changed.
 */
const CHECKED_UNTIL = "2026-12-31";

/**
 * BW 6:119 with 6:120 lid 1: interest on everything that isn't a trade contract, set by decree (Besluit vaststelling
 * wettelijke rente). The decree follows the ECB's rate plus 2,25, rounded to whole per cents and moved by at most 2 at
 * a time, but the decree decides: in July 2025 it stayed at 6.
 */
export const CONSUMER_RATES: DatedTable<InterestRateRow> = {
  name: "statutory interest, BW 6:119",
  checkedUntil: CHECKED_UNTIL,
  rows: [
    consumer("2010-01-01", 300, "schrijftolk.org, node 167"),
    consumer("2011-07-01", 400, "iqount.nl, rate of 1 July 2011"),
    consumer("2012-07-01", 300, "three published rate tables"),
    consumer("2015-01-01", 200, "rechtnet.nl, unchanged on 1 January 2016; three published rate tables"),
    consumer("2023-01-01", 400, "three published rate tables"),
    consumer("2023-07-01", 600, "smkaccountants.nl, item 56178"),
    consumer("2024-01-01", 700, "e-justice.europa.eu, statutory interest NL; vfn.nl; smkaccountants.nl"),
    consumer("2025-01-01", 600, "three published rate tables, unchanged on 1 July 2025", "medium-high"),
    consumer("2026-01-01", 400, "decree of 10 December 2025 as reported; unchanged on 1 July 2026", "medium"),
  ],
};

/**
 * BW 6:119a and 6:119b with 6:120 lid 2: interest on trade contracts, the ECB's rate for its main refinancing
 * operations before the half-year plus 8 points; plus 7 until 16 March 2013 (Directive 2011/7/EU).
 */
export const COMMERCIAL_RATES: DatedTable<CommercialRateRow> = {
  name: "statutory commercial interest, BW 6:119a",
  checkedUntil: CHECKED_UNTIL,
  rows: [
    commercial("2010-01-01", 800, 100, "iqount.nl"),
    commercial("2011-07-01", 825, 125, "two published rate tables"),
    commercial("2012-01-01", 800, 100, "two published rate tables"),
    commercial("2013-01-01", 775, 75, "vdkraan.nl"),
    commercial(
      "2013-03-16",
      875,
      75,
      "surcharge from 7 to 8; contracts of before this day are an open point",
      "medium-high",
    ),
    commercial("2013-07-01", 850, 50, "two published rate tables"),
    commercial("2014-01-01", 825, 25, "two published rate tables"),
    commercial("2014-07-01", 815, 15, "two published rate tables"),
    commercial("2015-01-01", 805, 5, "bierensgroup.com; rechtnet.nl, unchanged on 1 January 2016"),
    commercial("2016-07-01", 800, 0, "three published rate tables"),
    commercial("2023-01-01", 1050, 250, "three published rate tables"),
    commercial("2023-07-01", 1200, 400, "three published rate tables"),
    commercial("2024-01-01", 1250, 450, "e-justice.europa.eu, statutory interest NL"),
    commercial("2024-07-01", 1225, 425, "mijn.metaalunie.nl"),
    commercial("2025-01-01", 1115, 315, "three published rate tables"),
    commercial("2025-07-01", 1015, 215, "three published rate tables"),
    commercial("2026-01-01", 1015, 215, "two published rate tables; unchanged", "medium-high"),
    commercial("2026-07-01", 1040, 240, "reported as verified at rijksoverheid.nl", "medium"),
  ],
};

function consumer(
  from: string,
  rateBasisPoints: number,
  read: string,
  confidence: DatedRow["confidence"] = "high",
): InterestRateRow {
  return { from, rateBasisPoints, confidence, source: `BW 6:119 and 6:120 lid 1, rate from ${from} (${read})` };
}

function commercial(
  from: string,
  rateBasisPoints: number,
  ecbBasisPoints: number,
  read: string,
  confidence: DatedRow["confidence"] = "high",
): CommercialRateRow {
  return {
    from,
    rateBasisPoints,
    ecbBasisPoints,
    confidence,
    source: `BW 6:119a and 6:120 lid 2, rate from ${from} (ECB ${(ecbBasisPoints / 100).toFixed(2)}%; ${read})`,
  };
}
