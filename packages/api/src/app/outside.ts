import type { Config } from "../platform/config";
import type { Outside } from "../platform/outside";
import { SmtpTransport } from "../features/communications/smtp-transport";
import { HttpLetterService } from "../features/communications/http-letter-service";
import { HttpSmsGateway } from "../features/communications/http-sms-gateway";
import { MollieProvider } from "../features/payments/mollie-provider";

/** The makers of the world outside, chosen by configuration. The sandbox speaks the same protocols, so nothing here knows it. */
export function makeOutside(config: Config): Outside {
  return {
    mail: new SmtpTransport(config.SMTP_URL, config.MAIL_FROM, { tagged: config.MAIL_RETURN === "tagged" }),
    ...(config.PRINT_URL ? { letters: new HttpLetterService(config.PRINT_URL) } : {}),
    ...(config.SMS_URL ? { sms: new HttpSmsGateway({ url: config.SMS_URL, token: config.SMS_TOKEN }) } : {}),
    payments: new MollieProvider(config.MOLLIE_URL, config.MOLLIE_API_KEY),
  };
}
