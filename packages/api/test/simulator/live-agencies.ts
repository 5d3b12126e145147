import type { PlainDate } from "@tegemoet/domain";
import { approveHandOver } from "../../src/features/agencies/approve-hand-over";
import { changeHandedOverCase, type CaseChange } from "../../src/features/agencies/change-handed-over-case";
import { rejectHandOver } from "../../src/features/agencies/reject-hand-over";
import type { Actor } from "../../src/platform/database/transaction";
import type { Company, World } from "./simulated-world";

/** What was proposed is decided by somebody else; who proposed it tries first, and is refused. */
export async function decideHandOver(world: World, company: Company, handOverId: string, key: string, day: PlainDate): Promise<void> {
  const [collector, manager]: Actor[] = [{ kind: "staff", id: company.collector }, { kind: "staff", id: company.manager }];
  await world.attempt(company, collector as Actor, (tx) => approveHandOver(tx, { handOverId, today: day }));
  await world.attempt(company, manager as Actor, (tx) => (world.chance("approves", key, day).percent(85) ? approveHandOver(tx, { handOverId, today: day }) : rejectHandOver(tx, { handOverId, reason: "eerst nog bellen" })) as Promise<unknown>);
}

/** The agency takes a case, tells what it did, or gives it back; sometimes it speaks of one that it closed, and is refused. */
export async function hearOfAgencies(world: World, company: Company, day: PlainDate): Promise<void> {
  const running = await world.read(company, (reader) => reader.query<{ id: string; version: number; key: string; accepted: boolean }>(
    `select hand_over.id, hand_over.version, debtor.external_key as key, accepted_at is not null as accepted from hand_over join debtor on debtor.organisation_id = $1 and debtor.id = hand_over.debtor_id
     where hand_over.organisation_id = $1 and approved_at is not null order by debtor.external_key, hand_over.approved_at, hand_over.id`, [reader.organisationId]));
  for (const { id, version, key, accepted } of running) {
    const chance = world.chance("agency", key, day);
    const dice = chance.between(1, 100);
    const change: CaseChange["change"] | undefined = !accepted
      ? (dice <= 40 ? { kind: "accept" } : dice <= 45 ? { kind: "decline", reason: "buiten ons gebied" } : undefined)
      : dice <= 8 ? { kind: "report", event: "status", text: "brief gestuurd" }
        : dice <= 11 ? { kind: "report", event: "payment", text: "deel ontvangen", cents: 2_500, on: day } : dice <= 14 ? { kind: "close", code: "uncollectible" } : undefined;
    if (change) await world.attempt(company, { kind: "agency", id: company.agencyId } as Actor, (tx) => changeHandedOverCase(tx, { agencyId: company.agencyId, handOverId: id, version, change }));
  }
}
