import { dayOf, FixedClock, momentAt } from "../../src/platform/clock";
import { addAgency } from "../../src/features/agencies/add-agency";
import { ladderInForce } from "../../src/features/ladders/create-default-ladder";
import { createOrganisation, type NewOrganisation } from "../../src/features/organisations/create-organisation";
import { inviteStaff } from "../../src/features/users/invite-staff";
import type { Product } from "../../src/app/product";
import { Chance } from "../../src/app/demo/chance";
import { assembleProduct } from "../../src/app/start-product";
import { entities } from "../../src/app/entities";
import { readConfig } from "../../src/platform/config";
import { planOnce } from "../plan-once";
import { makeDataSource } from "../../src/platform/database/data-source";
import { applicationRole, applicationUrl } from "../../src/platform/database/application-role";
import { inTransaction, reading, type Actor, type Reader, type Tx } from "../../src/platform/database/transaction";
import { newId } from "../../src/platform/ids";
import { MailRefused, type OutgoingMail, type Outside } from "../../src/platform/outside";
import { Refusal, type PlainDate } from "@tegemoet/domain";
import { Client } from "pg";
import type { DataSource } from "typeorm";
import { TEST_SECRET } from "../test-role";
import { BankPage } from "./bank-page";

const ORGANISATION: NewOrganisation = {
  name: "", legalName: "", kvk: "12345678", vatNumber: "NL001234567B01", iban: "NL91ABNA0417164300", email: "administratie@ijsvogel.example", phone: "+31301234567",
  phoneHours: "werkdagen 9:00 tot 17:00", contactPerson: "Sanne Visser", street: "Kade", houseNumber: "12", postalCode: "3511 AB", city: "Utrecht", brandColour: "#0E5E6F", mark: "", portalCheck: false,
};

/** What is simulated: the same seed lives the same lives. */
export interface Order {
  readonly seed: number;
  readonly debtors: number;
  readonly months: number;
  readonly from: PlainDate;
}

/** A mail as the world outside got it: what the invariants are held against, whatever our own tables say. */
export interface Witnessed {
  readonly organisationId: string;
  readonly messageId: string;
  readonly at: Date;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** The minute of the day at which the night's messages leave. */
export const MORNING = 545;

/** One company with its people. */
export interface Company {
  readonly id: string;
  readonly name: string;
  readonly letter: string;
  readonly collector: string;
  readonly manager: string;
  readonly agencyId: string;
  readonly debtors: readonly SimulatedDebtor[];
  balanceCents: number;
}

export interface SimulatedDebtor {
  readonly key: string;
  readonly index: number;
  readonly name: string;
  readonly email: string | undefined;
  readonly consumer: boolean;
  /** How they pay: from before the due day to never. */
  readonly habit: "early" | "late" | "reminded" | "slow" | "never";
}

/** A sender dies in the middle of handing over: from then on nothing it began ever ends. */
export class Doom {
  readonly struck: Promise<void>;
  strike!: () => void;

  constructor() {
    this.struck = new Promise((resolve) => {
      this.strike = resolve;
    });
  }
}

const FOREVER = new Promise<never>(() => undefined);

/** The product, its clock, and a world outside that remembers. */
export class World {
  readonly mails: Witnessed[] = [];
  readonly letters: { organisationId: string; reference: string; at: Date }[] = [];
  /** Text messages, by the message they are. */
  readonly texts: { reference: string; at: Date }[] = [];
  readonly bankPage = new BankPage();
  readonly companies: Company[] = [];
  /** Mail servers are down: nothing is taken. */
  outage = false;
  kills = 0;
  refusals = 0;

  private constructor(readonly order: Order, readonly url: string, readonly product: Product & { close(): Promise<void> }, readonly clock: FixedClock) {}

  static async open(url: string, order: Order): Promise<World> {
    const clock = new FixedClock(momentAt(order.from, 60));
    const config = readConfig({
      DATABASE_URL: url, SECRET_KEY: TEST_SECRET, APP_ROLE: "tegemoet_test_app", PUBLIC_URL: "http://localhost:4000", LOG_LEVEL: process.env["TEST_LOG"] ?? "silent", WORKER: "off",
    });
    const product = await assembleProduct(config, { clock, outside: { mail: { send: async () => undefined, close: async () => undefined }, payments: NO_PAYMENTS } });
    planOnce(product.source);
    const made = new World(order, url, product, clock);
    for (const [letter, share] of [["A", 0.8], ["B", 0.2]] as const) made.companies.push(await made.found(letter, Math.max(2, Math.round(order.debtors * share))));
    return made;
  }

  chance(...words: readonly (string | number)[]): Chance {
    return new Chance(this.order.seed, ...words);
  }

  async close(): Promise<void> {
    await (await this.owner)?.end();
    await this.product.close();
  }

  act<T>(company: Company, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return inTransaction(this.product.source, { organisationId: company.id, actor, now: this.clock.now() }, work);
  }

  read<T>(company: Company, work: (reader: Reader) => Promise<T>): Promise<T> {
    return reading(this.product.source, company.id, work);
  }

  /** An act that the product may refuse, as it would refuse a press of a button. */
  async attempt<T>(company: Company, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T | undefined> {
    try {
      return await this.act(company, actor, work);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.refusals += 1;
      return undefined;
    }
  }

  /** The mail server and the printer, as one sender meets them. */
  outside(doom?: Doom): Pick<Outside, "mail" | "letters" | "sms"> {
    return {
      mail: {
        close: async () => undefined,
        send: async (mail) => {
          if (doom) return this.die(doom);
          if (this.outage) throw new Error("connect ECONNREFUSED");
          if (this.chance("refused", mail.to, this.clock.now().getTime()).percent(1)) throw new MailRefused("550 5.1.1 no such mailbox");
          this.witness(mail);
        },
      },
      letters: {
        post: async ({ reference }) => {
          if (doom) return this.die(doom);
          if (this.outage) throw new Error("the print service answered 503");
          this.letters.push({ organisationId: "", reference, at: this.clock.now() });
        },
      },
      sms: {
        send: async ({ reference }) => {
          if (doom) return this.die(doom);
          if (this.outage) throw new Error("the gateway answered 503");
          this.texts.push({ reference: reference.split(".")[0] ?? reference, at: this.clock.now() });
        },
      },
    };
  }

  private die(doom: Doom): Promise<never> {
    doom.strike();
    return FOREVER;
  }

  private witness({ messageId, to, subject, text }: OutgoingMail): void {
    const [id = "", organisationId = ""] = messageId.split("@")[0]?.split(".") ?? [];
    this.mails.push({ organisationId, messageId: id, at: this.clock.now(), to, subject, text });
  }

  /** Connections of a sender that is going to die; they end when it does. */
  async ownConnections(): Promise<{ source: DataSource; bury: () => Promise<void> }> {
    const url = applicationUrl(this.url, applicationRole(this.product.config));
    const source = await makeDataSource(url, entities, 4, { application_name: "doomed" }).initialize();
    return {
      source,
      bury: async () => {
        // It can't open another one, and what it has is cut until nothing is left: a connection may just be on its way.
        void source.destroy().catch(() => undefined);
        for (let quiet = 0; quiet < 2; await new Promise((resolve) => setTimeout(resolve, 20))) {
          const cut = await this.asOwner("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'doomed'");
          quiet = cut.length === 0 ? quiet + 1 : 0;
        }
      },
    };
  }

  /** A question to the whole database, past row-level security: only for what checks the product. */
  async asOwner<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {

    this.owner ??= this.connectAsOwner();
    const owner = await this.owner;
    // Without values several statements may follow each other.
    const answer = await (values.length > 0 ? owner.query(sql, [...values]) : owner.query(sql));
    return answer.rows as Row[];
  }

  private owner: Promise<Client> | undefined;

  private async connectAsOwner(): Promise<Client> {
    const client = new Client({ connectionString: this.url });
    await client.connect();
    return client;
  }

  private async found(letter: string, count: number): Promise<Company> {
    const id = newId();
    const name = letter === "A" ? "IJsvogel Installatie" : "Molenaar Verhuur";
    const iban = ibanOf(letter);
    const debtors = Array.from({ length: count }, (_, index) => this.debtor(letter, index));
    const draft = { id, name, letter, collector: "", manager: "", agencyId: "", debtors, balanceCents: 1_000_000 };
    await this.act(draft, { kind: "system" }, (tx) => createOrganisation(tx, { ...ORGANISATION, name, legalName: `${name} B.V.`, iban, mark: letter }));
    if (letter === "B") await this.act(draft, { kind: "system" }, remindByText);
    const hash = "$argon2id$none";
    const invite = (role: "collector" | "manager") => this.act(draft, { kind: "system" }, (tx) =>
      inviteStaff(tx, { name: `${role} ${letter}`, email: `${role}.${letter.toLowerCase()}@tegemoet.example`, role, password: "een lang wachtwoord", passwordHash: hash }));
    const [collector, manager] = [await invite("collector"), await invite("manager")];
    const agencyId = await this.act(draft, { kind: "staff", id: manager }, (tx) => addAgency(tx, { name: `Bureau ${letter}`, email: "bureau@example.nl" }));
    return { ...draft, collector, manager, agencyId };
  }

  private debtor(letter: string, index: number): SimulatedDebtor {
    const chance = this.chance("debtor", letter, index);
    const consumer = chance.percent(55);
    return {
      key: `${letter}${index}`, index, consumer, name: consumer ? `Familie ${FAMILIES[index % FAMILIES.length]}${index}` : `Zaak ${FAMILIES[index % FAMILIES.length]} ${index} B.V.`,
      email: chance.percent(90) ? `${letter.toLowerCase()}${index}@example.nl` : undefined,
      habit: chance.pick(["early", "early", "early", "late", "late", "reminded", "reminded", "slow", "never"]),
    };
  }
}

/** A ladder of its own: the second reminder is a text message. */
async function remindByText(tx: Tx): Promise<void> {
  const { steps } = (await ladderInForce(tx)).ladder;
  await tx.query(
    `insert into ladder_version (organisation_id, id, ladder_id, version, steps, published_on, created_at)
     select $1, $2, id, 2, $3, $4, $5 from ladder where organisation_id = $1 and is_default`,
    [tx.organisationId, newId(), JSON.stringify(steps.map((step) => (step.id === "reminder-2" ? { ...step, channel: "sms" } : step))), dayOf(tx.now), tx.now]);
}

/** The account of a company. */
export function ibanOf(letter: string): string {
  return letter === "A" ? ORGANISATION.iban : "NL20INGB0001234567";
}

const FAMILIES = ["Kwartel", "Reiger", "Zwaluw", "Merel", "Spreeuw", "Lijster", "Ekster", "Valk"] as const;

const NO_PAYMENTS: Outside["payments"] = {
  create: async () => { throw new Error("nobody pays online here"); },
  fetch: async () => undefined,
};
