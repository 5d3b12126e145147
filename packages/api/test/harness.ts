import type { Server } from "node:http";
import type { PlainDate } from "@tegemoet/domain";
import type { Express } from "express";
import supertest from "supertest";
import { makeHttp } from "../src/app/http";
import type { Product } from "../src/app/product";
import { assembleProduct } from "../src/app/start-product";
import { createOrganisation, type NewOrganisation } from "../src/features/organisations/create-organisation";
import { inviteStaff } from "../src/features/users/invite-staff";
import { hashPassword } from "../src/features/users/sign-in";
import { FixedClock } from "../src/platform/clock";
import { readConfig, type Config } from "../src/platform/config";
import { inTransaction, reading, type Actor, type Reader, type Tx } from "../src/platform/database/transaction";
import type { Role } from "../src/platform/graphql/viewer";
import { newId } from "../src/platform/ids";
import type { OutgoingLetter, OutgoingMail, Outside, PaymentProvider, ProviderPayment } from "../src/platform/outside";
import { makeDatabase } from "./database";
import { planOnce } from "./plan-once";
import { TEST_SECRET } from "./test-role";

/** A world outside that keeps what it is given: for tests of one feature. Scenarios use the sandbox, which speaks the real protocols. */
export class RecordingOutside implements Outside {
  readonly mails: OutgoingMail[] = [];
  readonly sentLetters: OutgoingLetter[] = [];
  readonly checkouts = new Map<string, ProviderPayment>();
  /** When set, the next calls fail with this error. */
  failing: Error | undefined;

  readonly mail = {
    send: async (mail: OutgoingMail): Promise<void> => {
      if (this.failing) throw this.failing;
      this.mails.push(mail);
    },
    close: async (): Promise<void> => undefined,
  };

  readonly letters = {
    post: async (letter: OutgoingLetter): Promise<void> => {
      if (this.failing) throw this.failing;
      this.sentLetters.push(letter);
    },
  };

  readonly payments: PaymentProvider = {
    create: async (checkout) => {
      if (this.failing) throw this.failing;
      const providerId = `tr_${this.checkouts.size + 1}`;
      const payment: ProviderPayment = {
        providerId, state: "open", amountCents: checkout.amountCents, currency: "EUR", reference: checkout.reference, url: `https://bank.example/${providerId}`,
      };
      this.checkouts.set(providerId, payment);
      return payment;
    },
    fetch: async (providerId) => {
      if (this.failing) throw this.failing;
      return this.checkouts.get(providerId);
    },
  };
}

export interface TestProduct {
  readonly product: Product;
  readonly clock: FixedClock;
  readonly outside: RecordingOutside;
  readonly app: Express;
  readonly server: Server;
  /** A second organisation exists in every test, so that a leak shows. */
  readonly organisationId: string;
  readonly otherOrganisationId: string;
  read<T>(work: (reader: Reader) => Promise<T>, organisationId?: string): Promise<T>;
  write<T>(work: (tx: Tx) => Promise<T>, options?: { organisationId?: string; actor?: Actor }): Promise<T>;
  /** Signs in and gives a caller of the admin schema. */
  staff(role: Role, organisationId?: string): Promise<StaffCaller>;
  stop(): Promise<void>;
}

export interface Answer<Data = Record<string, never>> {
  status: number;
  data: Data;
  errors?: { message: string; extensions: { code: string; details?: Record<string, unknown> } }[];
  /** The code of the first error. */
  code?: string;
}

export interface StaffCaller {
  readonly staffId: string;
  readonly email: string;
  readonly cookie: string;
  graphql<Data = Record<string, any>>(query: string, variables?: Record<string, unknown>): Promise<Answer<Data>>;
}

// A busy machine takes its time to start a product; no test here measures time.
jest.setTimeout(60_000);

const PASSWORD = "een lang wachtwoord";
/** Made once by `hashPassword(PASSWORD)`: hashing again for every member of every test would cost minutes. */
let passwordHash: Promise<string> | undefined;

export const ORGANISATION: NewOrganisation = {
  name: "IJsvogel Installatie", legalName: "IJsvogel Installatie B.V.", kvk: "12345678", vatNumber: "NL001234567B01", iban: "NL91ABNA0417164300",
  email: "administratie@ijsvogel.example", phone: "+31301234567", phoneHours: "werkdagen 9:00 tot 17:00", contactPerson: "Sanne Visser",
  street: "Kade", houseNumber: "12", postalCode: "3511 AB", city: "Utrecht", brandColour: "#0E5E6F", mark: "IJ", portalCheck: false,
};

/** A whole product on a database of its own, with a clock that stands still and two organisations. */
export async function startTestProduct(options: { today: PlainDate; minute?: number; config?: Partial<Record<keyof Config, string>>; outside?: Outside }): Promise<TestProduct> {
  const database = await makeDatabase();
  const clock = new FixedClock(new Date(0));
  clock.set(options.today, options.minute);
  const outside = (options.outside as RecordingOutside | undefined) ?? new RecordingOutside();
  const config = readConfig({
    DATABASE_URL: database.url, SECRET_KEY: TEST_SECRET, APP_ROLE: "tegemoet_test_app", PUBLIC_URL: "http://localhost:4000",
    LOG_LEVEL: process.env["TEST_LOG"] ?? "silent", WORKER: "off", TRUSTED_DOCUMENTS: "off", INBOUND_SECRET: "inbound secret of the tests", ...options.config,
  });
  const product = await assembleProduct(config, { clock, outside });
  planOnce(product.source);
  const { app, server, close } = await makeHttp(product);
  const [organisationId, otherOrganisationId] = [newId(), newId()];
  const write: TestProduct["write"] = (work, { organisationId: id = organisationId, actor = { kind: "system" } as Actor } = {}) =>
    inTransaction(product.source, { organisationId: id, actor, now: clock.now() }, work);
  await write((tx) => createOrganisation(tx, ORGANISATION));
  await write((tx) => createOrganisation(tx, { ...ORGANISATION, name: "De Andere", legalName: "De Andere B.V.", iban: "NL20INGB0001234567" }), { organisationId: otherOrganisationId });
  return {
    product, clock, outside, app, server, organisationId, otherOrganisationId, write,
    read: (work, id = organisationId) => reading(product.source, id, work),
    staff: async (role, id = organisationId) => {
      passwordHash ??= hashPassword(PASSWORD);
      const email = `${role}.${newId()}@tegemoet.example`;
      const hash = await passwordHash;
      const staffId = await write((tx) => inviteStaff(tx, { name: `${role} Jansen`, email, role, password: PASSWORD, passwordHash: hash }), { organisationId: id });
      const signedIn = await adminCall(app, undefined, `mutation($e: String!, $p: String!) { signIn(email: $e, password: $p) { role } }`, { e: email, p: PASSWORD });
      const cookie = signedIn.cookie ?? "";
      return { staffId, email, cookie, graphql: async (query, variables) => (await adminCall(app, cookie, query, variables)).answer as never };
    },
    stop: async () => {
      await close();
      await product.close();
      await database.drop();
    },
  };
}

async function adminCall(app: Express, cookie: string | undefined, query: string, variables: Record<string, unknown> = {}): Promise<{ answer: Answer; cookie?: string }> {
  const request = supertest(app).post("/admin/graphql").set("x-tegemoet", "admin");
  if (cookie) request.set("cookie", cookie);
  const response = await request.send({ query, variables });
  const set = (response.headers["set-cookie"] as unknown as string[] | undefined)?.[0]?.split(";")[0];
  return { answer: toAnswer(response), cookie: set };
}

/** An answer of any door, its first refusal's code beside it. */
export function toAnswer(response: supertest.Response): Answer {
  const body = response.body as Answer;
  return { status: response.status, data: body.data, errors: body.errors, code: body.errors?.[0]?.extensions?.code };
}

/** Calls the portal or the partner door. */
export async function callDoor(app: Express, door: "portal" | "partner", headers: Record<string, string>, query: string, variables: Record<string, unknown> = {}): Promise<Answer<any>> {
  const request = supertest(app).post(`/${door}/graphql`).set("x-tegemoet", door);
  for (const [name, value] of Object.entries(headers)) request.set(name, value);
  return toAnswer(await request.send({ query, variables }));
}
