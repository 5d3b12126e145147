import { raceTheBrake } from "../../../test/brake-race";
import { startTestProduct, type TestProduct } from "../../../test/harness";

// The fault that is planted: nobody looks at the brake again, neither when a message is taken nor when it is handed over.
jest.mock("./sending.queries", () => ({
  ...jest.requireActual("./sending.queries"),
  findStops: async (_: unknown, debtorIds: readonly string[]) => new Map(debtorIds.map((id) => [id, { brake: false, stopped: false, stopCode: null }])),
}));
jest.mock("./recheck-message", () => ({
  recheckMessages: async (_: unknown, messages: { lines: unknown[]; toAddress: string | null; debtorId: string }[]) =>
    Promise.all(messages.map(async ({ lines, debtorId }) => ({ go: true, mailTo: await addressOf(debtorId), lines, dropped: [] }))),
}));

let product: TestProduct;
const addressOf = async (debtorId: string): Promise<string> => {
  const row = await product.read((reader) => reader.first<{ email: string }>("select email from debtor where organisation_id = $1 and id = $2", [reader.organisationId, debtorId]));
  return row?.email ?? "";
};

beforeAll(async () => {
  product = await startTestProduct({ today: "2026-11-09" });
});
afterAll(() => product.stop());

test("control: when nobody looks at the brake again, mails leave after it, so the race can be lost", async () => {
  const { afterBrake } = await raceTheBrake(product, { day: "2026-11-09", debtors: 60, seed: 1 });
  expect(afterBrake.length).toBeGreaterThan(0);
});
