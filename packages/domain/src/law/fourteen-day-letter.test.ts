import { equatedDaysKnown, isBusinessDay, isHoliday } from "../business-days";
import { addDays, daysBetween, weekday } from "../plain-date";
import { fourteenDayLetter, presumedDelivery } from "./fourteen-day-letter";

describe("the term of a fourteen-day letter (BW 6:96 lid 6, HR 2016:2704)", () => {
  test.each([
    ["2026-11-20", "2026-11-24", "2026-12-08", "2026-12-09", "2026-12-10", "Friday to Tuesday"],
    ["2026-11-23", "2026-11-25", "2026-12-09", "2026-12-10", "2026-12-11", "Monday to Wednesday"],
    ["2026-11-26", "2026-11-28", "2026-12-12", "2026-12-14", "2026-12-15", "it ends on a Sunday"],
    ["2026-12-23", "2026-12-29", "2027-01-12", "2027-01-13", "2027-01-14", "Christmas lies between"],
    ["2026-04-01", "2026-04-04", "2026-04-18", "2026-04-20", "2026-04-21", "Good Friday is no day of delivery"],
    ["2026-04-20", "2026-04-22", "2026-05-06", "2026-05-07", "2026-05-08", "5 May is inside the term, not at its end"],
    [
      "2026-04-28",
      "2026-04-30",
      "2026-05-14",
      "2026-05-18",
      "2026-05-19",
      "it ends on the Friday after Ascension, equated by decree",
    ],
    ["2026-04-18", "2026-04-22", "2026-05-06", "2026-05-07", "2026-05-08", "Saturday: Sunday and Monday don't count"],
  ])(
    "posted on %s: delivered %s, day 14 %s, free until %s, costs from %s (%s)",
    (sentOn, delivered, day14, lastDay, costsFrom) => {
      const termStarts = addDays(delivered, 1);
      expect(fourteenDayLetter({ sentOn, channel: "letter" })).toEqual({
        delivered,
        presumed: true,
        termStarts,
        day14,
        lastDay,
        costsFrom,
        holidaysKnown: true,
      });
    },
  );

  test("proof of delivery on Monday 23 November 2026 wins over the presumption", () => {
    const term = fourteenDayLetter({ sentOn: "2026-11-20", channel: "letter", deliveredOn: "2026-11-23" });
    expect(term).toMatchObject({
      delivered: "2026-11-23",
      presumed: false,
      lastDay: "2026-12-08",
      costsFrom: "2026-12-09",
    });
  });

  test("a mail without proof of delivery starts no term, unless the creditor chose to count it as a letter", () => {
    expect(fourteenDayLetter({ sentOn: "2026-11-20", channel: "mail" })).toMatchObject({
      delivered: null,
      lastDay: null,
      costsFrom: null,
    });
    expect(fourteenDayLetter({ sentOn: "2026-11-20", channel: "mail", mailRule: "as-letter" })).toMatchObject({
      delivered: "2026-11-24",
      presumed: true,
    });
    expect(fourteenDayLetter({ sentOn: "2026-11-20", channel: "mail", deliveredOn: "2026-11-20" })).toMatchObject({
      presumed: false,
      lastDay: "2026-12-07",
    });
  });

  test("for 2029 it says that the days equated by decree are not known yet", () => {
    expect(fourteenDayLetter({ sentOn: "2029-05-01", channel: "letter" }).holidaysKnown).toBe(false);
  });

  test("a letter can't arrive before it is sent, and days must exist", () => {
    expect(() => fourteenDayLetter({ sentOn: "2026-11-20", channel: "letter", deliveredOn: "2026-11-19" })).toThrow(
      "can't have been delivered",
    );
    expect(() => fourteenDayLetter({ sentOn: "2026-11-31", channel: "letter" })).toThrow("is not a day");
  });
});

describe("every day from 2024 to 2030", () => {
  const days: string[] = [];
  for (let day = "2024-01-01"; day <= "2030-12-31"; day = addDays(day, 1)) days.push(day);
  const postDay = (day: string): boolean => weekday(day) !== 7 && weekday(day) !== 1 && !isHoliday(day);

  test(`all ${2_557} of them are tried`, () => {
    expect(days).toHaveLength(2_557);
  });

  test("delivery is presumed on the second day of post after posting, never on a Sunday, Monday or holiday", () => {
    for (const posted of days) {
      const delivered = presumedDelivery(posted);
      let postDays = 0;
      for (let day = addDays(posted, 1); day <= delivered; day = addDays(day, 1)) postDays += postDay(day) ? 1 : 0;
      expect([posted, postDays, postDay(delivered)]).toEqual([posted, 2, true]);
    }
  });

  test("the debtor always has fourteen full days, the last day is a working day, and not one working day is given away", () => {
    for (const sentOn of days) {
      const { delivered, termStarts, day14, lastDay, costsFrom, holidaysKnown } = fourteenDayLetter({
        sentOn,
        channel: "letter",
      });
      expect([sentOn, daysBetween(delivered, termStarts), daysBetween(termStarts, day14)]).toEqual([sentOn, 1, 13]);
      expect(isBusinessDay(lastDay) && lastDay > day14 && costsFrom === addDays(lastDay, 1)).toBe(true);
      for (let day = addDays(delivered, 15); day < lastDay; day = addDays(day, 1))
        expect(isBusinessDay(day)).toBe(false);
      expect(holidaysKnown).toBe(equatedDaysKnown(Number(sentOn.slice(0, 4))) && lastDay < "2029");
    }
  });

  test("a letter posted later never has an earlier end", () => {
    for (let index = 1; index < days.length; index += 1) {
      const [before = "", after = ""] = [days[index - 1], days[index]];
      const ends = [before, after].map((sentOn) => fourteenDayLetter({ sentOn, channel: "letter" }).lastDay);
      expect(ends[0]! <= ends[1]!).toBe(true);
    }
  });
});
