import type { SmsDesk } from "./sms/sms-desk";
import type { LetterStore } from "./letters/letter-store";
import type { Mailbox } from "./mail/mailbox";
import type { Notices } from "./mail/notices";
import type { Outages } from "./outages";
import type { PaymentDesk } from "./payments/payment-desk";
import type { Replays } from "./payments/replays";
import type { Product } from "./product";
import type { Settings } from "./settings";

/** All that the pages and doors of the sandbox stand on. */
export interface World {
  readonly settings: Settings;
  /** How browsers and the product reach us, without a slash at the end. */
  readonly url: string;
  readonly outages: Outages;
  readonly product: Product;
  readonly payments: PaymentDesk;
  readonly replays: Replays;
  readonly mailbox: Mailbox;
  readonly notices: Notices;
  readonly letters: LetterStore;
  readonly sms: SmsDesk;
}
