import { ladderFaults, type DebtorKind, type LadderConditions, type LadderFault, type LadderStep } from "@tegemoet/domain";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { CentsScalar, DayScalar, MomentScalar } from "../../platform/graphql/scalars";
import { DebtorKindEnum } from "../debtors/debtor.view";
import { LanguageEnum } from "../organisations/organisation.view";
import type { LadderRow, LadderVersionRow } from "./ladder-list.queries";
import { KNOWN_TEXTS } from "./read-steps";

@ObjectType("LadderStep")
export class AdminLadderStep {
  @Field(() => String) key!: string;
  @Field(() => Int) afterDays!: number;
  @Field(() => Int, { nullable: true }) minDaysAfterPrevious!: number | null;
  @Field(() => String) channel!: string;
  @Field(() => String, { nullable: true }) messageKind!: string | null;
  @Field(() => Boolean) automatic!: boolean;
  @Field(() => ID, { nullable: true }) ownerId!: string | null;
  @Field(() => CentsScalar, { nullable: true }) minimumCents!: number | null;
  @Field(() => String, { nullable: true }) onlyFor!: string | null;
  @Field(() => Int, { nullable: true }) repeatEveryDays!: number | null;
  @Field(() => Int, { nullable: true }) payWithinDays!: number | null;
  @Field(() => Boolean) legal!: boolean;

  static of(step: LadderStep): AdminLadderStep {
    return Object.assign(new AdminLadderStep(), {
      key: step.id, afterDays: step.afterDays, minDaysAfterPrevious: step.minDaysAfterPrevious ?? null, channel: step.channel, messageKind: step.template ?? null,
      automatic: step.automatic, ownerId: step.ownerId ?? null, minimumCents: step.minimumCents ?? null, onlyFor: step.onlyFor ?? null,
      repeatEveryDays: step.repeatEveryDays ?? null, payWithinDays: step.payWithinDays ?? null, legal: step.legal ?? false,
    });
  }
}

@InputType()
export class LadderStepInput {
  @Field(() => String) key!: string;
  @Field(() => Int) afterDays!: number;
  @Field(() => Int, { nullable: true }) minDaysAfterPrevious?: number | null;
  @Field(() => String) channel!: string;
  @Field(() => String, { nullable: true }) messageKind?: string | null;
  @Field(() => Boolean) automatic!: boolean;
  @Field(() => ID, { nullable: true }) ownerId?: string | null;
  @Field(() => CentsScalar, { nullable: true }) minimumCents?: number | null;
  @Field(() => String, { nullable: true }) onlyFor?: string | null;
  @Field(() => Int, { nullable: true }) repeatEveryDays?: number | null;
  @Field(() => Int, { nullable: true }) payWithinDays?: number | null;
}

@ObjectType("LadderConditions")
export class AdminLadderConditions {
  @Field(() => [DebtorKindEnum]) kinds!: readonly DebtorKind[];
  @Field(() => [LanguageEnum]) languages!: readonly ("nl" | "en")[];
  @Field(() => [String]) segments!: readonly string[];
  @Field(() => CentsScalar, { nullable: true }) minimumOpenCents!: number | null;
  @Field(() => CentsScalar, { nullable: true }) belowOpenCents!: number | null;
  @Field(() => [String]) histories!: readonly string[];
  @Field(() => [String]) risks!: readonly string[];

  static of(conditions: LadderConditions): AdminLadderConditions {
    return Object.assign(new AdminLadderConditions(), {
      kinds: [], languages: [], segments: [], minimumOpenCents: null, belowOpenCents: null, histories: [], risks: [], ...conditions,
    });
  }
}

@InputType()
export class LadderConditionsInput {
  @Field(() => [DebtorKindEnum], { nullable: true }) kinds?: DebtorKind[] | null;
  @Field(() => [LanguageEnum], { nullable: true }) languages?: ("nl" | "en")[] | null;
  @Field(() => [String], { nullable: true }) segments?: string[] | null;
  @Field(() => CentsScalar, { nullable: true }) minimumOpenCents?: number | null;
  @Field(() => CentsScalar, { nullable: true }) belowOpenCents?: number | null;
  @Field(() => [String], { nullable: true }) histories?: string[] | null;
  @Field(() => [String], { nullable: true }) risks?: string[] | null;
}

@ObjectType("LadderFault")
export class AdminLadderFault {
  @Field(() => String) code!: string;
  @Field(() => String, { nullable: true }) step!: string | null;

  static of({ code, stepId }: LadderFault): AdminLadderFault {
    return Object.assign(new AdminLadderFault(), { code, step: stepId });
  }
}

@ObjectType("LadderVersion")
export class AdminLadderVersion {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => Int, { description: "Goes along when a draft is saved, proposed or published: who saw another one is told so." }) rowVersion!: number;
  @Field(() => [AdminLadderStep]) steps!: AdminLadderStep[];
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => DayScalar, { nullable: true }) publishedOn!: string | null;
  @Field(() => String, { nullable: true }) publishedBy!: string | null;
  @Field(() => MomentScalar, { nullable: true }) proposedAt!: Date | null;
  @Field(() => String, { nullable: true }) proposedBy!: string | null;
  @Field(() => Boolean) proposedByMe!: boolean;
  @Field(() => MomentScalar, { nullable: true }) changedAt!: Date | null;
  @Field(() => String, { nullable: true }) changedBy!: string | null;
  @Field(() => Int, { description: "Open invoices that run on this version." }) invoices!: number;
  @Field(() => [AdminLadderFault]) faults!: AdminLadderFault[];

  static of(row: LadderVersionRow, staffId: string, running: ReadonlyMap<string, number>): AdminLadderVersion {
    return Object.assign(new AdminLadderVersion(), {
      ...row, steps: row.steps.map(AdminLadderStep.of), proposedByMe: row.proposedById === staffId, invoices: running.get(row.id) ?? 0,
      faults: row.publishedOn === null ? ladderFaults({ steps: row.steps }, KNOWN_TEXTS).map(AdminLadderFault.of) : [],
    });
  }
}

@ObjectType("Ladder")
export class AdminLadder {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => Boolean) isDefault!: boolean;
  @Field(() => String, { nullable: true, description: "Who asked a second person to make it the default." }) defaultAskedBy!: string | null;
  @Field(() => Boolean) defaultAskedByMe!: boolean;
  @Field(() => String, { nullable: true }) defaultReason!: string | null;
  @Field(() => Int, { description: "The lowest is tried first." }) rank!: number;
  @Field(() => AdminLadderConditions) conditions!: AdminLadderConditions;
  @Field(() => MomentScalar, { nullable: true }) archivedAt!: Date | null;
  @Field(() => Int) rowVersion!: number;
  @Field(() => Int, { description: "Debtors whom a person put on it." }) debtorsByHand!: number;
  @Field(() => AdminLadderVersion, { nullable: true, description: "The newest published version: what invoices that begin follow." }) inForce!: AdminLadderVersion | null;
  @Field(() => AdminLadderVersion, { nullable: true }) draft!: AdminLadderVersion | null;
  @Field(() => [AdminLadderVersion], { description: "Published versions, the newest first." }) versions!: AdminLadderVersion[];

  static of({ defaultProposal, ...row }: LadderRow, staffId: string, running: ReadonlyMap<string, number>): AdminLadder {
    const versions = row.versions.map((version) => AdminLadderVersion.of(version, staffId, running));
    const published = versions.filter(({ publishedOn }) => publishedOn !== null);
    return Object.assign(new AdminLadder(), {
      ...row, defaultAskedBy: defaultProposal?.askedBy ?? null, defaultAskedByMe: defaultProposal?.askedById === staffId, defaultReason: defaultProposal?.reason ?? null,
      conditions: AdminLadderConditions.of(row.conditions), versions: published, inForce: published[0] ?? null,
      draft: versions.find(({ publishedOn }) => publishedOn === null) ?? null,
    });
  }
}

@ObjectType("LadderOwner")
export class AdminLadderOwner {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
}

@ObjectType("LadderReach", { description: "How many debtors with something open a ladder takes." })
export class AdminLadderReach {
  @Field(() => ID) ladderId!: string;
  @Field(() => Int) byRule!: number;
  @Field(() => Int) byHand!: number;
}

@ObjectType("LadderChoices", { description: "What a ladder may name: texts, colleagues, and segments that debtors have." })
export class AdminLadderChoices {
  @Field(() => [String]) messageKinds!: readonly string[];
  @Field(() => [String]) onPaper!: readonly string[];
  @Field(() => [AdminLadderOwner]) owners!: AdminLadderOwner[];
  @Field(() => [String]) segments!: string[];
}
