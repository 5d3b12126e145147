import { Client } from "pg";
import type { NewOrganisation } from "../../src/features/organisations/create-organisation";

/** Of a product that only a bench speaks to. */
export const BENCH_CONFIG = { SECRET_KEY: "key of a bench that nobody signs in to", APP_ROLE: "tegemoet_bench", LOG_LEVEL: "error", WORKER: "off" };

/** The creditor of a bench. */
export const BENCH_ORGANISATION: NewOrganisation = {
  name: "Bench", legalName: "Bench B.V.", kvk: "12345678", vatNumber: "NL001234567B01", iban: "NL91ABNA0417164300", email: "bench@tegemoet.example", phone: "+31301234567",
  phoneHours: "werkdagen 9:00 tot 17:00", contactPerson: "Bench", street: "Kade", houseNumber: "12", postalCode: "3511 AB", city: "Utrecht", brandColour: "#0E5E6F", mark: "BE", portalCheck: false,
};

/** Works on a connection of the database's owner, for what a bench writes and counts beside the product. */
export async function connected<T>(database: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: database });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
