import type { Cents } from "@tegemoet/domain";

/** A mail as it leaves: rendered, addressed, with its own stable id. */
export interface OutgoingMail {
  readonly from: { readonly name: string; readonly address: string };
  readonly replyTo: string;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Without angle brackets; the same for every try of one message. */
  readonly messageId: string;
  readonly references?: readonly string[];
  readonly attachments: readonly { readonly fileName: string; readonly mimeType: string; readonly bytes: Uint8Array; readonly cid?: string }[];
}

/** Takes mails off our hands. `send` resolves once the mail server has taken the mail; a permanent no is {@link MailRefused}. */
export interface MailTransport {
  send(mail: OutgoingMail): Promise<void>;
  close(): Promise<void>;
}

/** The world outside said for good that this address is no good: a mailbox that isn't there, a number that isn't in use. */
export class AddressRefused extends Error {}

/** The mail server said for good that this address is no good. */
export class MailRefused extends AddressRefused {
  override readonly name = "MailRefused";
}

/** The gateway said for good that this number takes no text messages. */
export class SmsRefused extends AddressRefused {
  override readonly name = "SmsRefused";
}

/** The world outside will not take this one message, whatever its address: too large, or against its rules. A person looks at it. */
export class MessageRefused extends Error {
  override readonly name = "MessageRefused";
}

export interface OutgoingLetter {
  /** The message's id: a service that gets it twice prints it once. */
  readonly reference: string;
  readonly recipient: string;
  readonly pdf: Uint8Array;
}

/** Prints and posts letters. */
export interface LetterService {
  post(letter: OutgoingLetter): Promise<void>;
}

export interface OutgoingSms {
  /** E.164: +31612345678. */
  readonly to: string;
  /** What a phone shows as sender: a number, or a name of at most 11 letters and figures. */
  readonly from: string;
  readonly text: string;
  /** Names the message and its organisation; reports come back with it, and a gateway that gets it twice sends it once. */
  readonly reference: string;
}

/** Takes text messages off our hands. A permanent no about the number is {@link SmsRefused}. */
export interface SmsGateway {
  send(sms: OutgoingSms): Promise<void>;
}

export type CheckoutState = "open" | "pending" | "authorized" | "paid" | "canceled" | "expired" | "failed";

export interface NewCheckout {
  /** Our id, also the idempotency key: asked twice, made once. */
  readonly reference: string;
  readonly amountCents: Cents;
  readonly description: string;
  readonly returnUrl: string;
  readonly webhookUrl: string;
  readonly language: "nl" | "en";
}

/** A payment as the provider has it. */
export interface ProviderPayment {
  readonly providerId: string;
  readonly state: CheckoutState;
  readonly amountCents: Cents;
  readonly currency: string;
  /** Our reference as the provider kept it. */
  readonly reference?: string;
  readonly url?: string;
  readonly expiresAt?: Date;
  readonly paidAt?: Date;
  readonly payerName?: string;
  readonly payerIban?: string;
  /** What the payer's bank took back, those that were given back again apart. Absent when it never took anything. */
  readonly chargedBack?: { readonly cents: Cents; readonly givenBackCents: Cents; readonly at: Date; readonly reason?: string };
}

/** Takes payments online. What it says of a payment is always asked, never taken from a request (I-15). */
export interface PaymentProvider {
  create(checkout: NewCheckout): Promise<ProviderPayment>;
  /** Undefined when the provider doesn't know the id. */
  fetch(providerId: string): Promise<ProviderPayment | undefined>;
}

/** The world outside, chosen in `app`: the real one, or the sandbox that speaks the same protocols. */
export interface Outside {
  readonly mail: MailTransport;
  /** Without one, letters wait until somebody prints and posts them. */
  readonly letters?: LetterService;
  /** Without one, what would be a text message goes by mail or by post. */
  readonly sms?: SmsGateway;
  readonly payments: PaymentProvider;
}
