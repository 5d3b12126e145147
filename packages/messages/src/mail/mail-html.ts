import type { BrandColours } from "../brand-colours";
import type { Block, Line, Span } from "../message-blocks";
import type { MessageContent } from "../message-content";
import { MAIL_FRAME } from "./mail-frame";
import { INK, mailStyle, PAPER, RULE, SOFT, WASH } from "./mail-style";

const NO_TABLE = 'cellpadding="0" cellspacing="0" border="0"';
const LAYOUT = `${NO_TABLE} role="presentation"`;
/** MJML collapses all borders, which would square the corners off. */
const ROUND = "border-collapse:separate;";
const FIGURES = "border-collapse:collapse;font-size:17px;line-height:24px;font-variant-numeric:tabular-nums;";

/** What the mark shows: the organisation's own picture by its content id, or its initials in its own colour. */
export interface MailMark {
  readonly initials: string;
  readonly ground: string;
  readonly letters: string;
  readonly cid: string | null;
}

/** What the HTML needs beside the content. */
export interface MailLook {
  readonly senderName: string;
  readonly colours: BrandColours;
  readonly mark: MailMark;
  /** The content id of the QR code of the debtor's page, or null for none. */
  readonly qrCid: string | null;
}

/** A text as it is, safe within HTML and within a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Draws a message as HTML of tables for a page of 600 px, with its styles in the tags. */
export function mailHtml(content: MessageContent, look: MailLook): string {
  const parts: Record<string, string> = {
    LANG: content.language,
    TITLE: escapeHtml(content.subject),
    PREHEADER: escapeHtml(content.preheader),
    STYLE: mailStyle(look.colours),
    CONTENT: [
      sender(look),
      ...content.blocks.map((block) => drawBlock(block, content, look)),
      signature(content, look),
      isItReal(content),
      smallPrint(content),
    ].join(""),
  };
  return MAIL_FRAME.replace(/%%([A-Z]+)%%/g, (_, name: string) => parts[name] ?? "");
}

function sender({ senderName, mark }: MailLook): string {
  const picture = mark.cid
    ? `<img src="cid:${mark.cid}" width="40" height="40" alt="" style="display:block;border:0;">`
    : `<table ${LAYOUT} style="${ROUND}"><tr><td width="40" height="40" align="center" bgcolor="${mark.ground}" ` +
      `style="border-radius:6px;` +
      `font-size:16px;line-height:40px;font-weight:bold;color:${mark.letters};">${escapeHtml(mark.initials)}</td></tr></table>`;
  return (
    `<table ${LAYOUT} style="margin:0 0 28px;"><tr><td aria-hidden="true" style="padding-right:12px;">${picture}</td>` +
    `<td style="font-size:18px;font-weight:bold;">${escapeHtml(senderName)}</td></tr></table>`
  );
}

function drawBlock(block: Block, content: MessageContent, look: MailLook): string {
  switch (block.kind) {
    case "paragraph":
      return `<p style="margin:0 0 16px;">${block.lines.map((line) => drawLine(line, content, look)).join("<br>")}</p>`;
    case "heading":
      return heading(block.text);
    case "bill":
      return bill(content, block.total);
    case "schedule": {
      const { rows, total } = content.schedule(block.of);
      return figures(
        content.words.instalments,
        rows.map(({ label, value }) => figureRow(escapeHtml(label), value)),
        totalRow(block.total, total),
      );
    }
    case "costs":
      return costs(content);
    case "facts":
      return labelled(block.rows);
    case "button":
      return button(block.text, content.link(block.to), look, true, "0 0 20px");
    case "choice":
      return (
        button(block.yes, content.link("agree"), look, true, "0 0 12px") +
        button(block.no, content.link("disagree"), look, false, "0 0 24px")
      );
    case "bank":
      return heading(block.heading) + bank(content, look);
    case "code":
      return `<p style="margin:24px 0;font-size:34px;line-height:42px;font-weight:bold;letter-spacing:6px;">${escapeHtml(content.code ?? "")}</p>`;
  }
}

function drawSpans(spans: readonly Span[]): string {
  return spans.map(({ text, bold }) => (bold ? `<b>${escapeHtml(text)}</b>` : escapeHtml(text))).join("");
}

function drawLine(line: Line, content: MessageContent, { colours }: MailLook): string {
  if ("spans" in line) return drawSpans(line.spans);
  const after = line.after.length > 0 ? `. ${drawSpans(line.after)}` : ".";
  return (
    `<a href="${escapeHtml(content.link(line.to) ?? "")}" class="link" ` +
    `style="color:${colours.light.brand};text-decoration:underline;">` +
    `${escapeHtml(line.link)}</a>${after}`
  );
}

function heading(text: string): string {
  return `<h2 style="margin:32px 0 8px;font-size:19px;line-height:26px;font-weight:bold;">${escapeHtml(text)}</h2>`;
}

function bill(content: MessageContent, totalLabel: string): string {
  const rows = content.bill.rows.map(({ label, hints, amount }) => {
    const small =
      hints.length > 0
        ? `<br><span class="soft" style="font-size:15px;color:${SOFT};">${hints.map(escapeHtml).join("<br>")}</span>`
        : "";
    return figureRow(`${escapeHtml(label)}${small}`, amount);
  });
  const edge = `border-top:2px solid ${INK};border-bottom:4px double ${INK};font-weight:bold;vertical-align:bottom;`;
  const sum =
    `<tr><td class="strong" style="padding:10px 12px 10px 0;${edge}">${escapeHtml(totalLabel)}</td>` +
    `<td class="strong big" align="right" style="padding:10px ` +
    `0;${edge}font-size:26px;line-height:30px;white-space:nowrap;">${content.bill.total}</td></tr>`;
  return figures(content.words.openInvoices, rows, sum);
}

function figures(caption: string, rows: readonly string[], total: string): string {
  return (
    `<table width="100%" ${NO_TABLE} style="${FIGURES}margin:0 0 24px;"><caption ` +
    `style="display:none;">${escapeHtml(caption)}</caption>` +
    `${rows.join("")}${total}</table>`
  );
}

function figureRow(label: string, amount: string): string {
  const cell = `border-top:1px solid ${RULE};vertical-align:bottom;`;
  return (
    `<tr><td class="rule" style="padding:8px 12px 8px 0;${cell}">${label}</td>` +
    `<td class="rule" align="right" style="padding:8px 0;${cell}white-space:nowrap;">${amount}</td></tr>`
  );
}

function totalRow(label: string, amount: string): string {
  const cell = `border-top:2px solid ${INK};font-weight:bold;`;
  return (
    `<tr><td class="strong" style="padding:10px 12px 10px 0;${cell}">${escapeHtml(label)}</td>` +
    `<td class="strong" align="right" style="padding:10px 0;${cell}white-space:nowrap;">${amount}</td></tr>`
  );
}

function costs({ costs: table, words }: MessageContent): string {
  if (!table) return "";
  const row = ([label, inside, after]: readonly [string, string, string], cell: string, kind: string): string =>
    `<tr><td class="${kind}" style="padding:8px 8px 8px 0;${cell}">${label}</td><td class="${kind}" align="right" ` +
    `style="padding:8px 0;${cell}">${inside}</td>` +
    `<td class="${kind}" align="right" style="padding:8px 0 8px 12px;${cell}">${after}</td></tr>`;
  const head = [words.insideTerm, words.afterTerm].map(
    (word) =>
      `<th scope="col" align="right" class="soft" style="padding:0 0 4px ` +
      `12px;font-size:15px;font-weight:normal;color:${SOFT};">${word}</th>`,
  );
  return figures(
    words.costsCaption,
    [
      `<tr><td></td>${head.join("")}</tr>`,
      ...table.rows.map((cells) => row(cells, `border-top:1px solid ${RULE};`, "rule")),
    ],
    row(table.total, `border-top:2px solid ${INK};font-weight:bold;`, "strong"),
  );
}

function labelled(rows: readonly { label: string; value: string }[], keepWhole = false): string {
  const whole = keepWhole ? "white-space:nowrap;word-break:normal;" : "";
  const cells = rows.map(
    ({ label, value }) =>
      `<tr><td class="soft stack" style="padding:3px 16px 3px ` +
      `0;color:${SOFT};vertical-align:top;white-space:nowrap;">${escapeHtml(label)}</td>` +
      `<td class="stack2" style="padding:3px ` +
      `0;font-weight:bold;vertical-align:top;${whole}">${escapeHtml(value)}</td></tr>`,
  );
  return `<table ${NO_TABLE} style="${FIGURES}margin:0 0 16px;">${cells.join("")}</table>`;
}

function bank(content: MessageContent, { qrCid }: MailLook): string {
  // An account or reference that breaks in the middle is typed over wrongly; only a long name may take a second line.
  const details = labelled(
    content.bank,
    content.bank.every(({ value }) => value.length <= 26),
  );
  if (!qrCid) return details;
  return (
    `<table width="100%" ${LAYOUT}><tr><td class="col" style="vertical-align:top;">${details}</td>` +
    `<td class="qr" width="148" align="right" style="vertical-align:top;padding-bottom:8px;"><img ` +
    `src="cid:${qrCid}" width="132" height="132" ` +
    `alt="${escapeHtml(content.words.scanAlt)}" style="display:block;border:0;background:#ffffff;">` +
    `<span class="soft" style="display:block;width:132px;text-align:left;font-size:14px;line-height:18px;color:${SOFT};">${escapeHtml(content.words.scan)}</span></td></tr></table>`
  );
}

/** A button of padded table cell, and the same in VML for Outlook on Windows, which knows no padding on links. */
function button(text: string, href: string | null, { colours }: MailLook, filled: boolean, margin: string): string {
  const { brand, onBrand } = colours.light;
  const [ground, letters, names] = filled ? [brand, onBrand, ["btn", "btna"]] : [PAPER, brand, ["btn2", "btn2a"]];
  const to = escapeHtml(href ?? "");
  const label = escapeHtml(text);
  return (
    `<table ${LAYOUT} class="wide" style="${ROUND}margin:${margin};"><tr><td align="center" class="${names[0]}" ` +
    `bgcolor="${ground}" ` +
    `style="border-radius:6px;border:2px solid ${brand};">` +
    `<!--[if mso]><v:roundrect href="${to}" style="height:54px;v-text-anchor:middle;width:280px;" arcsize="10%" ` +
    `strokecolor="${brand}" ` +
    `fillcolor="${ground}"><w:anchorlock xmlns:w="urn:schemas-microsoft-com:office:word"/>` +
    `<center style="color:${letters};font-family:Arial,sans-serif;font-size:18px;font-weight:bold;">${label}</center></v:roundrect><![endif]-->` +
    `<!--[if !mso]><!--><a href="${to}" class="${names[1]}" style="display:block;min-width:232px;padding:14px ` +
    `24px;font-size:18px;` +
    `line-height:24px;font-weight:bold;color:${letters};text-decoration:none;text-align:center;">${label}</a><!--<![endif]--></td></tr></table>`
  );
}

function signature(
  { words, signature: { name, role, phone, phoneHours } }: MessageContent,
  { colours }: MailLook,
): string {
  const callUs = phone
    ? [
        `${words.callUs}: <a href="tel:${telephone(phone)}" class="link" ` +
          `style="color:${colours.light.brand};white-space:nowrap;">${escapeHtml(phone)}</a>`,
      ]
    : [];
  const reach = [...callUs, ...(phone && phoneHours ? [escapeHtml(phoneHours)] : []), words.reply];
  return (
    `<p style="margin:32px 0 0;">${words.regards}</p>` +
    `<p style="margin:12px 0 0;">${name ? `<b>${escapeHtml(name)}</b><br>` : ""}${escapeHtml(role)}</p>` +
    `<p style="margin:12px 0 0;">${reach.join("<br>")}</p>`
  );
}

/** A Dutch number as a tel: link takes it: "033 - 000 12 34" is +31330001234. */
function telephone(phone: string): string {
  const digits = phone.replace(/\(0\)/g, "").replace(/[^\d+]/g, "");
  return digits.startsWith("+") ? digits : digits.replace(/^00/, "+").replace(/^0/, "+31");
}

function isItReal({ words, accountEnd, ownAddress, ownCode }: MessageContent): string {
  const lines = [
    `<b>${words.realTitle}</b>`,
    words.realCompare,
    `${words.realAccount} ${escapeHtml(accountEnd)}.`,
    ...(ownAddress && ownCode
      ? [
          `${words.realType}: <b>${escapeHtml(ownAddress)}</b>`,
          `${words.realCode} <b style="white-space:nowrap;">${escapeHtml(ownCode)}</b>.`,
        ]
      : []),
    words.realNever,
  ];
  return (
    `<table width="100%" ${LAYOUT} style="${ROUND}margin:32px 0 0;"><tr><td class="wash" bgcolor="${WASH}" ` +
    `style="padding:20px;border-radius:6px;font-size:16px;line-height:24px;">${lines.join("<br>")}</td></tr></table>`
  );
}

function smallPrint({ smallPrint: lines }: MessageContent): string {
  return (
    `<p class="soft" style="margin:24px 0 ` +
    `0;font-size:14px;line-height:20px;color:${SOFT};">${lines.map(escapeHtml).join("<br>")}</p>`
  );
}
