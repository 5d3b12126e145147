// Compiles mail-frame.mjml to src/mail/mail-frame.ts, which is committed: so MJML is no dependency of the running
// product.
// Run it after every change of the frame: node packages/messages/scripts/compile-mail-frame.mjs
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import mjml2html from "mjml";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const { html, errors } = await mjml2html(await readFile(here("mail-frame.mjml"), "utf8"), { validationLevel: "strict", fonts: {} });
if (errors.length > 0) throw new Error(errors.map((error) => error.formattedMessage).join("\n"));

// `fonts: {}` keeps MJML from fetching web fonts.
// White space between tags is most of the weight; MJML's column widths serve several columns, and we have one.
const lean = html
  .replace(/<style media="screen and \(min-width:480px\)">[\s\S]*?<\/style>/g, "")
  .replace(/<style type="text\/css">\s*@media only screen[\s\S]*?<\/style>/g, "")
  .replace(/\s*\n\s*/g, "\n")
  .replace(/>\n</g, "><")
  .replace(/\n/g, " ");

await writeFile(
  here("../src/mail/mail-frame.ts"),
  `/** The frame of every mail, compiled from scripts/mail-frame.mjml by scripts/compile-mail-frame.mjs. Not edited by hand. */
export const MAIL_FRAME = ${JSON.stringify(lean)};\n`,
);
