import { isBusinessDay, type PlainDate } from "@tegemoet/domain";
import { ProductSilent, type Product, type ProductNight } from "../product";

/** How far the calendar goes in one press. */
export const STRIDES = ["day", "workday", "week"] as const;
export type Stride = (typeof STRIDES)[number];

/** The days that came, and why it stopped when it couldn't go all the way. */
export interface Passed {
  readonly nights: readonly ProductNight[];
  readonly stopped: ProductSilent | null;
}

/** Lets the demo's days come one by one, every night included: one, seven, or on to the next working day. */
export async function passDays(product: Product, stride: Stride): Promise<Passed> {
  const nights: ProductNight[] = [];
  try {
    do nights.push(await product.nextDay());
    while (!isFarEnough(stride, nights.length, nights.at(-1)?.today));
    return { nights, stopped: null };
  } catch (error) {
    if (error instanceof ProductSilent) return { nights, stopped: error };
    throw error;
  }
}

function isFarEnough(stride: Stride, passed: number, today: PlainDate | undefined): boolean {
  if (stride === "day" || today === undefined) return true;
  return stride === "week" ? passed >= 7 : isBusinessDay(today) || passed >= 14;
}
