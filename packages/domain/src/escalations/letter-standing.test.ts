import { letterStanding } from "./letter-standing";

describe("how a fourteen-day letter stands", () => {
  test("posted on Friday 20 November 2026 it is presumed delivered on the 24th, and costs nothing until 9 December", () => {
    const letter = { sentOn: "2026-11-20", channel: "letter" as const };
    expect(letterStanding(letter, "2026-11-20")).toMatchObject({
      state: "running", delivered: "2026-11-24", presumed: true, lastDay: "2026-12-09", costsFrom: "2026-12-10",
      daysLeft: 20,
    });
    expect(letterStanding(letter, "2026-12-09")).toMatchObject({ state: "running", daysLeft: 1 });
    expect(letterStanding(letter, "2026-12-10")).toMatchObject({ state: "costs lawful", daysLeft: 0 });
  });

  test("a mail counts from its proven delivery, and without it no term runs, not even after 100 days", () => {
    const mail = { sentOn: "2026-11-20", channel: "mail" as const };
    expect(letterStanding(mail, "2027-02-28")).toEqual({ state: "waiting for delivery", sentOn: "2026-11-20" });
    expect(letterStanding({ ...mail, deliveredOn: "2026-11-20" }, "2026-12-08")).toMatchObject({
      state: "costs lawful", delivered: "2026-11-20", presumed: false, lastDay: "2026-12-07",
    });
  });

  test("a bounce means that it was never delivered (I-41), also when it came back after 10 days", () => {
    const returned = { sentOn: "2026-11-20", channel: "letter" as const, bouncedOn: "2026-11-30" };
    expect(letterStanding(returned, "2026-11-29")).toMatchObject({ state: "running" });
    expect(letterStanding(returned, "2027-01-15")).toEqual(
      { state: "not delivered", sentOn: "2026-11-20", bouncedOn: "2026-11-30" },
    );
  });
});
