import { reading } from "../../platform/database/transaction";
import type { Product } from "../product";
import type { DemoCreditor } from "./demo-creditors";
import { demoDebtors, type DemoSize, type DemoSpan } from "./demo-debtors";
import type { DemoWorld } from "./demo-world";

/** An organisation of the demo as it stands in the database, with everybody who belongs to it. */
export async function openWorld(product: Product, creditor: DemoCreditor, span: DemoSpan, size: DemoSize): Promise<DemoWorld> {
  const debtors = new Map(demoDebtors(creditor, span, size).map((debtor) => [debtor.key, debtor]));
  return reading(product.source, creditor.id, async (reader) => {
    const staff = await reader.query<{ id: string; role: string }>(
      "select staff_id as id, role from membership where organisation_id = $1 and active order by role", [reader.organisationId]);
    const who = (role: string): string => staff.find((person) => person.role === role)?.id ?? "";
    const agency = await reader.first<{ id: string }>("select id from agency where organisation_id = $1 and name = $2", [reader.organisationId, creditor.agency.name]);
    return { product, creditor, span, debtors, staff: { manager: who("manager"), collector: who("collector") }, agencyId: agency?.id ?? "", memory: { numbers: new Map() } };
  });
}
