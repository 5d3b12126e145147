import type { PlainDate } from "@tegemoet/domain";
import { findBreaches, type Breach } from "./invariants";
import { liveThrough } from "./live-days";
import { World, type Order } from "./simulated-world";

export interface Simulated {
  readonly order: Order;
  readonly breaches: readonly (Breach & { readonly day: PlainDate })[];
  readonly weeks: number;
  readonly kills: number;
  readonly refusals: number;
  readonly messages: number;
  /** What came of it all, to compare two lives of one seed. */
  readonly digest: Record<string, number>;
}

/**
 * Lives one seed's life on an empty database, and holds everything against the invariants each week. It stops at the first week that
 * breaks one: what follows would only be its consequence.
 */
export async function simulate(url: string, order: Order, look: { world?: (world: World) => Promise<void>; week?: (day: PlainDate) => void } = {}): Promise<Simulated> {
  const world = await World.open(url, order);
  const breaches: (Breach & { day: PlainDate })[] = [];
  let weeks = 0;
  try {
    await liveThrough(world, async (day) => {
      weeks += 1;
      const found = await findBreaches((sql, values) => world.asOwner(sql, values), { mails: world.mails, letters: world.letters, texts: world.texts, payments: world.bankPage.all(), now: world.clock.now() });
      breaches.push(...found.map((breach) => ({ ...breach, day })));
      look.week?.(day);
      if (breaches.length > 0) throw new Broken();
    }).catch((error: unknown) => {
      if (!(error instanceof Broken)) throw error;
    });
    await look.world?.(world);
    const digest = await world.asOwner<{ what: string; count: number }>(
      `select 'message ' || kind || ' ' || channel || ' ' || state as what, count(*)::int as count from message group by 1
       union all select 'open cents', coalesce(sum(open_cents), 0)::int from invoice_standing
       union all select 'step ' || step_key, count(*)::int from step_taken group by 1
       union all select 'call ' || outcome, count(*)::int from call_log group by 1
       union all select 'plan', count(*)::int from plan union all select 'dispute', count(*)::int from dispute union all select 'hold ' || kind, count(*)::int from hold group by 1
       union all select 'cancelled because ' || kind || ': ' || state_reason, count(*)::int from message where state = 'cancelled' group by 1
       union all select 'promise', count(*)::int from promise union all select 'hand-over', count(*)::int from hand_over union all select 'checkout ' || state, count(*)::int from checkout group by 1 union all select 'agency ' || kind, count(*)::int from agency_event group by 1
       union all select 'direct debit', count(*)::int from direct_debit union all select 'stop code', count(*)::int from debtor_status`);
    return { order, breaches, weeks, kills: world.kills, refusals: world.refusals, messages: world.mails.length + world.letters.length + world.texts.length, digest: Object.fromEntries(digest.map(({ what, count }) => [what, count])) };
  } finally {
    await world.close();
  }
}

class Broken extends Error {}
