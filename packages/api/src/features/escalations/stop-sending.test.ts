import type { PlainDate } from "@tegemoet/domain";
import { startTestProduct, type StaffCaller, type TestProduct } from "../../../test/harness";
import type { Outside } from "../../platform/outside";
import { queueMessage } from "../communications/queue-message";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { issueInvoice } from "../invoices/issue-invoice";
import { sendDueMessages } from "./send-due-messages";

const DAY: PlainDate = "2026-11-09";
let product: TestProduct;
let collector: StaffCaller;
let manager: StaffCaller;
let counter = 0;

/** So many debtors with a reminder in line, due now. */
async function reminders(count: number, byRequest = false): Promise<void> {
  await product.write(async (tx) => {
    for (let made = 0; made < count; made += 1) {
      counter += 1;
      const { debtorId } = await upsertDebtor(tx, { name: `Debiteur ${counter}`, kind: "consumer", email: `debiteur${counter}@example.nl` });
      const { invoiceId } = await issueInvoice(tx, {
        debtorId, number: `2026-${counter}`, issuedOn: "2026-10-19", dueOn: "2026-11-02", totalCents: 18_600, source: "test", lines: [{ description: "Onderhoud", amountCents: 18_600 }],
      });
      await queueMessage(tx, { debtorId, kind: byRequest ? "invoice-copy" : "reminder-1", channel: "mail", invoices: [{ invoiceId, openCents: 18_600 }], sendAfter: tx.now, byRequest });
    }
  });
}

function send(outside: Pick<Outside, "mail" | "letters"> = product.outside) {
  const { source, config } = product.product;
  return sendDueMessages({ source, config, outside }, { organisationId: product.organisationId, now: product.clock.now() });
}

/** A mail server that takes its time, and tells when it got each mail. */
function slowServer(milliseconds: number, got: number[]): Pick<Outside, "mail" | "letters"> {
  return {
    ...product.outside,
    mail: {
      send: async () => {
        got.push(Date.now());
        await new Promise((resolve) => setTimeout(resolve, milliseconds));
      },
      close: async () => undefined,
    },
  };
}

const STATE = "stopped reason stoppedBy leftToday leftThisHour inTheAir waiting perHour perDay";
const states = () => product.read((reader) => reader.query<{ state: string; count: number; reason: string | null }>(
  "select state, count(*) as count, min(state_reason) as reason from message where organisation_id = $1 group by state order by state", [reader.organisationId]));

beforeEach(async () => {
  product = await startTestProduct({ today: DAY });
  [collector, manager] = [await product.staff("collector"), await product.staff("manager")];
});
afterEach(() => product.stop());

describe("the stop button", () => {
  test("pressed while 60 mails are going, nothing begins to leave 5 s after it, and the answer says what left, is in the air and waits: 60 in all", async () => {
    await reminders(60);
    const got: number[] = [];
    const running = send(slowServer(120, got));
    while (got.length < 4) await new Promise((resolve) => setTimeout(resolve, 20));
    const { data } = await collector.graphql<any>(`mutation { stopSending(reason: "verkeerd sjabloon") { ${STATE} } }`);
    const clicked = Date.now();
    const counts = await running;
    expect(data.stopSending).toMatchObject({ stopped: true, reason: "verkeerd sjabloon", stoppedBy: "collector Jansen" });
    expect(data.stopSending.leftToday + data.stopSending.inTheAir + data.stopSending.waiting).toBe(60);
    expect(counts.sent).toBeGreaterThan(0);
    expect(counts.sent).toBeLessThan(60);
    expect(Math.max(...got) - clicked).toBeLessThan(5_000);
    expect(await states()).toEqual([{ state: "handed-over", count: counts.sent, reason: null }, { state: "queued", count: 60 - counts.sent, reason: null }]);
    expect(await send()).toMatchObject({ sent: 0 });
  });

  test("what a debtor asked for waits too; a collector can't resume, a manager can, and then all goes", async () => {
    await reminders(2);
    await reminders(1, true);
    await collector.graphql(`mutation { stopSending(reason: "controle") { stopped } }`);
    await collector.graphql(`mutation { stopSending(reason: "nog eens") { stopped } }`);
    expect(await send()).toMatchObject({ sent: 0 });
    expect((await collector.graphql("mutation { resumeSending { stopped } }")).code).toBe("NOT_ALLOWED");
    expect((await manager.graphql<any>(`mutation { resumeSending { ${STATE} } }`)).data.resumeSending).toMatchObject({ stopped: false, waiting: 3, leftToday: 0 });
    expect(await send()).toMatchObject({ sent: 3 });
  });

  test("another organisation goes on sending", async () => {
    await collector.graphql(`mutation { stopSending(reason: "controle") { stopped } }`);
    const other = await product.staff("viewer", product.otherOrganisationId);
    expect((await other.graphql<any>("{ sending { stopped } }")).data.sending).toEqual({ stopped: false });
  });
});

describe("limits of sending", () => {
  test("5 an hour: of 12 reminders 5 leave and 7 wait with the reason; an hour later 5 more; the day's limit of 11 leaves one", async () => {
    await reminders(12);
    const set = `mutation($h: Int, $d: Int) { setSendingLimits(perHour: $h, perDay: $d) { perHour perDay } }`;
    expect((await collector.graphql(set, { h: 5, d: 11 })).code).toBe("NOT_ALLOWED");
    expect((await manager.graphql(set, { h: 0, d: 11 })).code).toBe("INPUT_INVALID");
    expect((await manager.graphql<any>(set, { h: 5, d: 11 })).data.setSendingLimits).toEqual({ perHour: 5, perDay: 11 });
    expect(await send()).toMatchObject({ sent: 5 });
    expect(await states()).toEqual([{ state: "handed-over", count: 5, reason: null }, { state: "queued", count: 7, reason: "sending limit" }]);
    product.clock.set(DAY, 661);
    expect(await send()).toMatchObject({ sent: 5 });
    product.clock.set(DAY, 722);
    expect(await send()).toMatchObject({ sent: 1 });
    expect(await states()).toEqual([{ state: "handed-over", count: 11, reason: null }, { state: "queued", count: 1, reason: "sending limit" }]);
    product.clock.set("2026-11-10", 600);
    await reminders(6);
    expect(await send()).toMatchObject({ sent: 5 });
  });

  test("two senders at once don't pass a limit of 7, and a copy that somebody asked for goes beyond it", async () => {
    await reminders(20);
    await manager.graphql("mutation { setSendingLimits(perHour: 7) { perHour } }");
    const [one, two] = await Promise.all([send(), send()]);
    expect(one.sent + two.sent).toBe(7);
    await reminders(1, true);
    expect(await send()).toMatchObject({ sent: 1 });
  });
});
