import { contactCapFreeOn, DEFAULT_CONTACT_RULES } from "./contact-cap";
import { mayContact, type ContactFacts } from "./may-contact";

const tuesday = (more: Partial<ContactFacts> = {}): ContactFacts => ({
  today: "2026-11-24", minuteOfDay: 600, contacts: [], ...more,
});

describe("whether a debtor may be contacted", () => {
  test("on a Tuesday at 10:00 without earlier contacts: yes", () => {
    expect(mayContact(tuesday())).toEqual({ may: true });
  });

  test.each<{ when: string; facts: Partial<ContactFacts>; because: string; until?: string }>([
    { when: "Sunday 22 November", facts: { today: "2026-11-22" }, because: "sunday", until: "2026-11-23" },
    {
      when: "Christmas, a Friday followed by a holiday and a Sunday", facts: { today: "2026-12-25" },
      because: "holiday", until: "2026-12-28",
    },
    { when: "7:59", facts: { minuteOfDay: 479 }, because: "too early", until: "2026-11-24" },
    { when: "20:00", facts: { minuteOfDay: 1200 }, because: "too late", until: "2026-11-25" },
    {
      when: "20:00 on a Saturday", facts: { today: "2026-11-21", minuteOfDay: 1200 }, because: "too late",
      until: "2026-11-23",
    },
    {
      when: "the second time on a day", facts: { contacts: ["2026-11-24"] }, because: "contact cap",
      until: "2026-11-25",
    },
    {
      when: "the fifth time in 30 days", facts: { contacts: ["2026-10-30", "2026-11-06", "2026-11-13", "2026-11-20"] },
      because: "contact cap", until: "2026-11-30",
    },
    { when: "a debtor in debt help", facts: { stopCode: "debt-help" }, because: "stop code" },
    {
      when: "the brake", facts: { holds: [{ kind: "brake", from: "2026-11-24", until: null }] },
      because: "emergency brake",
    },
    {
      when: "hardship until the 30th",
      facts: { holds: [{ kind: "hardship", from: "2026-11-01", until: "2026-11-30" }] }, because: "hardship",
      until: "2026-12-01",
    },
    { when: "a letter of the law on a Sunday", facts: { today: "2026-11-22", legal: true }, because: "sunday" },
  ])("$when: no, $because", ({ facts, because, until }) => {
    expect(mayContact(tuesday(facts))).toMatchObject({ may: false, because, ...(until ? { until } : {}) });
  });

  test("Saturday at 10:00 is allowed, and 19:59 too", () => {
    expect(mayContact(tuesday({ today: "2026-11-21" }))).toEqual({ may: true });
    expect(mayContact(tuesday({ minuteOfDay: 1199 }))).toEqual({ may: true });
  });

  test("letters of the law and what the debtor asked for are exempt from the cap", () => {
    const contacts = ["2026-11-24", "2026-11-23", "2026-11-20", "2026-11-19"];
    expect(mayContact(tuesday({ contacts, legal: true }))).toEqual({ may: true });
    expect(
      mayContact(tuesday({ contacts, asked: true, holds: [{ kind: "pause", from: "2026-11-01", until: null }] })),
    ).toEqual({ may: true });
  });

  test("a cap of 0 a day is never free within 30 days", () => {
    expect(contactCapFreeOn([], "2026-11-24", { ...DEFAULT_CONTACT_RULES, maxPerDay: 0 })).toBe("2026-12-25");
  });
});
