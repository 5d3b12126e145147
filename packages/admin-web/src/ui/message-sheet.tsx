import "./message-sheet.css";
import { useTranslation } from "react-i18next";

/** A message that hasn't left, only to look at: no scripts, no forms, no links that open here. */
export function MessageSheet({ html, text }: { html: string | null; text: string }) {
  const { t } = useTranslation();
  // A long letter is read by scrolling, with keys too.
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  return html ? <iframe className="message-sheet" title={t("message.preview")} sandbox="" srcDoc={withoutParts(html)} /> : <pre className="message-sheet" tabIndex={0}>{text}</pre>;
}

/** Pictures that travel as parts of the mail (its QR code) aren't here; their words stand in their place. */
export function withoutParts(html: string): string {
  return html.replace(/<img\b[^>]*\bsrc="cid:[^>]*>/gi, (image) => `<small>${/\balt="([^"]*)"/i.exec(image)?.[1] ?? ""}</small>`);
}
