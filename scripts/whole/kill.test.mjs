import assert from "node:assert/strict";
import { test } from "node:test";
import { killOnce } from "../bench/kill.mjs";
import { root } from "../places.mjs";

// Reduced, so that it fits in every run: `npm run bench -- kill` sends 3,000 with 12 kills and 3 stops.

test("200 reminders, 3 workers killed and PostgreSQL stopped at once: none lost, none twice, none after payment, and what was cut off waits for a person", { timeout: 240_000 }, async () => {
  const held = await killOnce(root, { seed: 1, reminders: 200, kills: 3, stops: 1 });
  assert.deepEqual({ reminders: held.reminders, twice: held.twice, lost: held.lost, afterPayment: held.afterPayment }, { reminders: 200, twice: 0, lost: 0, afterPayment: 0 });
  assert.ok(held.paid > 0, "payments were booked meanwhile");
  assert.ok(held.arrived >= 200 - held.paid, "who didn't pay has the reminder");
  // A kill cuts off what one worker has in its hands (two batches of twenty), a stop of PostgreSQL what two have.
  assert.ok(held.parked <= (3 + 2) * 40, `${held.parked} were put aside`);
});

test("control: workers that write down afterwards what they handed over send some twice, so the test above can fail", { timeout: 240_000 }, async () => {
  const control = await killOnce(root, { seed: 1, reminders: 100, kills: 3, stops: 0, naive: true });
  assert.ok(control.twice > 0, "a naive sender that is killed sends twice");
});
