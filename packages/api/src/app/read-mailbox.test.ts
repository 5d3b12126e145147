import { ImapServer } from "../../test/imap-server";
import { startTestProduct, type TestProduct } from "../../test/harness";
import { ImapMailbox } from "../features/communications/imap-mailbox";
import { upsertDebtor } from "../features/debtors/upsert-debtor";
import { readMailbox } from "./read-mailbox";

let product: TestProduct;
let server: ImapServer;
let url: string;

beforeEach(async () => {
  product = await startTestProduct({ today: "2026-11-09" });
  await product.write((tx) => upsertDebtor(tx, { name: "Mevrouw Hendriks", kind: "consumer", email: "hendriks@example.nl" }));
  await product.write((tx) => tx.query("update organisation set email = 'post@andere.example' where id = $1", [tx.organisationId]), { organisationId: product.otherOrganisationId });
  server = new ImapServer();
  url = await server.start();
});
afterEach(async () => {
  await server.stop();
  await product.stop();
});

const mail = (from: string, to: string, id: string): string => `From: ${from}\nTo: ${to}\nSubject: Vraag\nMessage-ID: <${id}@example.nl>\n\nKlopt dit wel?\n`;
const read = (): Promise<number> => readMailbox(product.product, new ImapMailbox(url));
const kept = () => product.read((reader) => reader.query("select kind, from_address as sender, mail_id as id, debtor_id is not null as known from inbound_message where organisation_id = $1 order by mail_id", [reader.organisationId]));

describe("the mailbox by IMAP", () => {
  test("what is somebody's here is taken in once and marked as read; what is nobody's keeps a flag for a person, and isn't asked for again", async () => {
    const known = server.put(mail("hendriks@example.nl", "administratie@ijsvogel.example", "1"));
    const stranger = server.put(mail("zus@elders.example", "administratie@ijsvogel.example", "2"));
    const foreign = server.put(mail("iemand@elders.example", "iemand.anders@elders.example", "3"));
    expect(await read()).toBe(2);
    expect(await kept()).toEqual([{ kind: "reply", sender: "hendriks@example.nl", id: "1@example.nl", known: true }, { kind: "reply", sender: "zus@elders.example", id: "2@example.nl", known: false }]);
    expect([known, stranger, foreign].map(({ flags }) => [...flags])).toEqual([["\\Seen"], ["\\Seen"], ["\\Flagged"]]);
    expect(await read()).toBe(0);
    known.flags.clear();
    expect(await read()).toBe(1);
    expect(await kept()).toHaveLength(2);
  });

  test("a fault in between leaves the mail as it is, so that the next turn finds it", async () => {
    const one = server.put(mail("hendriks@example.nl", "administratie@ijsvogel.example", "1"));
    await expect(new ImapMailbox(url).readNew(() => Promise.reject(new Error("the database is away")))).rejects.toThrow("the database is away");
    expect([...one.flags]).toEqual([]);
    expect(await read()).toBe(1);
  });

  test("a wrong password is told, and nothing is read", async () => {
    server.put(mail("hendriks@example.nl", "administratie@ijsvogel.example", "1"));
    server.password = "iets anders";
    await expect(read()).rejects.toThrow("Command failed");
    expect(await kept()).toEqual([]);
  });
});
