import { addBusinessDays, type PlainDate } from "@tegemoet/domain";
import { Refusal } from "@tegemoet/domain";
import { momentAt } from "../../platform/clock";
import { inTransaction, type Act, type Actor, type Tx } from "../../platform/database/transaction";
import type { Product } from "../product";
import type { DemoCreditor } from "./demo-creditors";
import type { DemoDebtor, DemoSpan } from "./demo-debtors";

/** One organisation of the demo with everybody in it, while its days go by. */
export interface DemoWorld {
  /** Its outside is a quiet one while the history is made, the real one when a newcomer lets the next day come. */
  readonly product: Product;
  readonly creditor: DemoCreditor;
  readonly span: DemoSpan;
  readonly debtors: ReadonlyMap<string, DemoDebtor>;
  readonly staff: { readonly manager: string; readonly collector: string };
  readonly agencyId: string;
  /** What the office knows by heart from one day to the next: which debtor is which, and the last number of a series. */
  readonly memory: { debtors?: Map<string, string>; readonly numbers: Map<string, number> };
}

/** A transaction of somebody in this organisation, at a minute of a day. */
export function onDay<T>(world: DemoWorld, day: PlainDate, minute: number, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(world.product.source, actOn(world, day, minute, actor), work);
}

export function actOn(world: DemoWorld, day: PlainDate, minute: number, actor: Actor): Act {
  return { organisationId: world.creditor.id, actor, now: momentAt(day, minute) };
}

export const SYSTEM: Actor = { kind: "system" };

export function collector(world: DemoWorld): Actor {
  return { kind: "staff", id: world.staff.collector };
}

export function manager(world: DemoWorld): Actor {
  return { kind: "staff", id: world.staff.manager };
}

/** The last business days of the history, in which work of a kind is left for whoever looks at the demo. */
export function isLeftOpen({ span }: DemoWorld, day: PlainDate, businessDays: number): boolean {
  return day > addBusinessDays(span.until, -businessDays);
}

/** One act among several of a transaction: a refusal undoes it alone, as it would have undone somebody's press of a button. */
export async function attempt<T>(tx: Tx, work: () => Promise<T>): Promise<T | undefined> {
  await tx.query("savepoint deed");
  try {
    const result = await work();
    await tx.query("release savepoint deed");
    return result;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await tx.query("rollback to savepoint deed");
    return undefined;
  }
}
