import type { Language } from "@tegemoet/domain";
import { brandColours, contrast, HOUSE_COLOUR } from "../brand-colours";
import { renderLiquid, restoreMarks } from "../liquid-sandbox";
import { readBlocks } from "../message-blocks";
import { messageContent, type MessageContent } from "../message-content";
import type { Brand, MessageFacts } from "../message-facts";
import { voiceOf, type MessageKind, type MessageTone } from "../message-kinds";
import { letterTextFaults, lawFaults, refuseFaults } from "../letter/letter-faults";
import { qrPng } from "../qr-code";
import { TEMPLATES } from "../templates";
import type { TemplateSource } from "../texts/authored-text";
import { textVariables } from "../text-variables";
import { headerAddress, headerText, webAddress } from "./header-values";
import { mailHtml, type MailMark } from "./mail-html";
import { mailText } from "./mail-text";

/** What to write, to whom, in which voice. */
export interface MailOrder {
  readonly kind: MessageKind;
  readonly language: Language;
  readonly tone: MessageTone;
  readonly facts: MessageFacts;
  readonly brand: Brand;
  /** The organisation's own text. Default: {@link TEMPLATES}. */
  readonly template?: TemplateSource;
  /**
   * Whether a QR code of the debtor's page goes along, for who reads on a wide screen. Default: when there is a page.
   */
  readonly qr?: boolean;
}

/** A picture within the mail, shown as `cid:…`. */
export interface InlineImage {
  readonly cid: string;
  readonly filename: string;
  readonly contentType: "image/png";
  readonly content: Buffer;
}

/** A mail, ready to be handed to nodemailer. Message-ID and References are the sender's: they come from the outbox. */
export interface RenderedMail {
  readonly subject: string;
  readonly preheader: string;
  readonly html: string;
  readonly text: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly replyTo: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The invoices it is about: one thread each (U-63). */
  readonly threadKeys: readonly string[];
  readonly inlineImages: readonly InlineImage[];
}

const LINK_FIELDS = ["pay", "terms", "agree", "disagree"] as const;

/**
 * Writes a mail. The same order gives the same bytes: no clock, no chance.
 *
 * @throws Refusal LETTER_ELEMENT_MISSING with the `element` when a fact that the kind needs isn't there.
 * @throws Refusal INPUT_INVALID when a name, subject, address or link can't stand in a mail.
 */
export function renderMail(order: MailOrder): RenderedMail {
  const { kind, facts } = order;
  refuseFaults(kind, lawFaults(kind, facts));
  const { mail, faults } = draftMail(order);
  refuseFaults(kind, faults);
  return mail;
}

/**
 * The same mail for who is still writing it: what the law misses in its text is told instead of refused. Its facts are complete.
 *
 * @throws Refusal INPUT_INVALID when a name, subject, address or link can't stand in a mail.
 */
export function draftMail({ kind, language, tone, facts, brand, template, qr = true }: MailOrder): {
  readonly mail: RenderedMail;
  readonly faults: readonly string[];
} {
  checkLinks(facts);
  const from = {
    name: headerText("creditor.name", facts.creditor.name),
    address: headerAddress("creditor.email", facts.creditor.email),
  };
  const content = renderText(kind, language, tone, facts, template ?? TEMPLATES[kind][language][tone]);
  const text = mailText(content);
  const images = inlineImages(content, facts, brand, qr);
  const html = mailHtml(content, {
    senderName: brand.name,
    colours: brandColours(brand.colour ?? HOUSE_COLOUR),
    mark: markOf(brand),
    qrCid: images.some((image) => image.cid === QR_CID) ? QR_CID : null,
  });
  const mail = {
    subject: headerText("subject", content.subject),
    preheader: content.preheader,
    html,
    text,
    from,
    replyTo: from.address,
    headers: { "Auto-Submitted": "auto-generated", "Content-Language": language },
    threadKeys: facts.invoices.map((invoice) => invoice.number),
    inlineImages: images,
  };
  return { mail, faults: kind === "fourteen-day-letter" ? letterTextFaults(text, facts, language) : [] };
}

/** Works the text of a message out, without drawing it. */
export function renderText(
  kind: MessageKind,
  language: Language,
  tone: MessageTone,
  facts: MessageFacts,
  template: TemplateSource,
): MessageContent {
  const variables = textVariables(kind, language, tone, facts);
  const line = (source: string): string =>
    restoreMarks(renderLiquid(source, variables))
      .replace(/\s*\n\s*/g, " ")
      .trim();
  return messageContent(kind, language, voiceOf(kind, tone), facts, {
    subject: line(template.subject).replace(/\u00a0/g, " "),
    preheader: line(template.preheader),
    blocks: readBlocks(renderLiquid(template.body, variables)),
  });
}

function checkLinks({ portalUrl, links, debtor, invoices }: MessageFacts): void {
  headerText("debtor.name", debtor.name);
  for (const { number } of invoices) headerText("invoice.number", number);
  if (portalUrl) webAddress("portalUrl", portalUrl);
  for (const field of LINK_FIELDS) if (links?.[field]) webAddress(`links.${field}`, links[field]);
}

const QR_CID = "own-page@tegemoet";
const MARK_CID = "mark@tegemoet";

function inlineImages(content: MessageContent, facts: MessageFacts, brand: Brand, qr: boolean): InlineImage[] {
  const images: InlineImage[] = [];
  if (brand.markPng)
    images.push({ cid: MARK_CID, filename: "mark.png", contentType: "image/png", content: brand.markPng });
  if (qr && facts.portalUrl && content.blocks.some((block) => block.kind === "bank")) {
    images.push(qrImage(facts.portalUrl));
  }
  return images;
}

/** Drawn when somebody looks: a mail that is shown or kept has no need of it. */
function qrImage(url: string): InlineImage {
  let drawn: Buffer | undefined;
  return {
    cid: QR_CID, filename: "qr.png", contentType: "image/png",
    get content() {
      return (drawn ??= qrPng(url));
    },
  };
}

/** The mark keeps its own colour; its letters are white or ink, whichever reads better on it. */
export function markOf(brand: Brand): MailMark {
  const ground = brand.colour ?? HOUSE_COLOUR;
  const letters = contrast(ground, "#ffffff") >= contrast(ground, "#111316") ? "#ffffff" : "#111316";
  return { initials: initialsOf(brand), ground, letters, cid: brand.markPng ? MARK_CID : null };
}

function initialsOf({ name, initials }: Brand): string {
  if (initials) return initials.slice(0, 3);
  return name
    .split(/\s+/)
    .filter((word) => /^\p{L}|\d/u.test(word))
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join("");
}
