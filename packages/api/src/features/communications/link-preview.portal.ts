import { Refusal } from "@tegemoet/domain";
import { Arg, Ctx, Field, ID, ObjectType, Query, Resolver } from "type-graphql";
import { reading } from "../../platform/database/transaction";
import { CentsScalar, DayScalar } from "../../platform/graphql/scalars";
import type { DebtorContext } from "../../platform/graphql/viewer";
import { hmac, organisationOfToken } from "../../platform/tokens";
import { findOrganisation } from "../organisations/organisation.queries";
import { LanguageEnum } from "../organisations/organisation.view";
import { PortalCreditor } from "./creditor.view";
import { findLink, findStated } from "./debtor-link.queries";

@ObjectType("PreviewInvoice")
export class PortalPreviewInvoice {
  @Field(() => String) number!: string;
  @Field(() => CentsScalar) cents!: number;
}

@ObjectType("LinkPreview", { description: "What the mail itself stated; asking changes nothing." })
export class PortalLinkPreview {
  @Field(() => PortalCreditor) creditor!: PortalCreditor;
  @Field(() => LanguageEnum) language!: "nl" | "en";
  @Field(() => String, { nullable: true }) messageKind!: string | null;
  @Field(() => DayScalar, { nullable: true }) sentOn!: string | null;
  @Field(() => [PortalPreviewInvoice]) invoices!: PortalPreviewInvoice[];
  @Field(() => CentsScalar) totalCents!: number;
  @Field(() => DayScalar, { nullable: true }) payBy!: string | null;
  @Field(() => DayScalar) today!: string;
  @Field(() => String, { description: "Where the link leads: overview · pay · terms · agreement · help" }) destination!: string;
  @Field(() => ID, { nullable: true }) agreementId!: string | null;
}

@Resolver()
export class LinkPreviewPortalResolver {
  /** The page before the button. It reads and nothing else: whoever fetches it, scanner or person, leaves no trace (T-21). */
  @Query(() => PortalLinkPreview)
  async linkPreview(@Ctx() context: DebtorContext, @Arg("token", () => String) token: string): Promise<PortalLinkPreview> {
    await context.limits.take("link-open", `preview:${context.address}`);
    const organisationId = organisationOfToken(token);
    const preview = organisationId && await reading(context.source, organisationId, async (reader) => {
      const link = await findLink(reader, hmac(context.config.SECRET_KEY, "debtor-link", token), context.now);
      if (!link) return undefined;
      const stated = link.messageId ? await findStated(reader, link.messageId) : undefined;
      const invoices = stated?.invoices ?? [];
      return {
        creditor: PortalCreditor.of(await findOrganisation(reader)), language: link.language, messageKind: stated?.kind ?? null, sentOn: stated?.sentOn ?? null,
        invoices, totalCents: invoices.reduce((sum, { cents }) => sum + cents, 0), payBy: stated?.payBy ?? null, today: context.today,
        destination: link.destination, agreementId: link.agreementId,
      };
    });
    if (preview) return preview;
    // Unknown, expired and revoked are one answer (T-29); guessing is counted by itself.
    await context.limits.take("link-unknown", context.address);
    throw new Refusal("LINK_INVALID");
  }
}
