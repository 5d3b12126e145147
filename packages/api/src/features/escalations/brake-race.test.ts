import { raceTheBrake } from "../../../test/brake-race";
import { startTestProduct, type TestProduct } from "../../../test/harness";

let product: TestProduct;
beforeEach(async () => {
  product = await startTestProduct({ today: "2026-11-09" });
});
afterEach(() => product.stop());

// Other seeds by command: BRAKE_SEEDS="4 5 6" npx jest brake-race
const SEEDS = (process.env["BRAKE_SEEDS"] ?? "1 2").split(" ").map(Number);

describe("the emergency brake while a night and two senders run", () => {
  test.each(SEEDS)("60 debtors, 30 brakes at random moments: no mail begins to leave after its brake, none is lost or left on its way (seed %i)", async (seed) => {
    const { afterBrake, mails, braked, saved, states } = await raceTheBrake(product, { day: "2026-11-09", debtors: 60, seed });
    expect(afterBrake).toEqual([]);
    expect(braked).toBe(30);
    // The race was one: mails left, and brakes came before others.
    expect([mails >= 30, saved > 0]).toEqual([true, true]);
    expect(states["handed-over"]).toBe(mails);
    expect([states["queued"] ?? 0, states["sending"] ?? 0, states["parked"] ?? 0]).toEqual([0, 0, 0]);
  });

  test("pulled for everybody at a random moment: no mail of anybody begins to leave after it", async () => {
    const { afterBrake, braked, saved, states } = await raceTheBrake(product, { day: "2026-11-09", debtors: 60, seed: 3, everybody: true });
    expect(afterBrake).toEqual([]);
    expect([braked, saved > 0]).toEqual([60, true]);
    expect([states["queued"] ?? 0, states["sending"] ?? 0]).toEqual([0, 0]);
  });
});
