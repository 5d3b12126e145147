// Writes every mail, letter and invoice that we can make to a folder, to be looked at:
//   node packages/messages/scripts/preview.mjs FOLDER [--shots]
// With --shots a headless Chromium (CHROMIUM, default /usr/bin/chromium) photographs the mails at 700 and 390 px,
// light and dark.
import { mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { loadMessages } from "./load-messages.mjs";

const [folder, ...flags] = process.argv.slice(2);
if (!folder) {
  console.error("Give the folder to write to: node packages/messages/scripts/preview.mjs FOLDER [--shots]");
  process.exit(1);
}
const messages = loadMessages();
await mkdir(folder, { recursive: true });

const mails = [];
for (const kind of messages.MESSAGE_KINDS) {
  for (const language of ["nl", "en"]) {
    for (const tone of messages.MESSAGE_TONES) {
      const mail = messages.renderMail({
        kind,
        language,
        tone,
        facts: messages.sampleFacts(kind, language, tone),
        brand: messages.SAMPLE_BRAND,
      });
      const name = `${kind}-${language}-${tone}`;
      const html = mail.inlineImages.reduce(
        (page, image) =>
          page.replaceAll(`cid:${image.cid}`, `data:image/png;base64,${image.content.toString("base64")}`),
        mail.html,
      );
      await writeFile(join(folder, `${name}.html`), html);
      await writeFile(join(folder, `${name}.txt`), `${mail.subject}\n${mail.preheader}\n\n${mail.text}`);
      mails.push({ name, bytes: mail.html.length });
    }
  }
}
console.log(`${mails.length} mails, the largest ${Math.max(...mails.map((mail) => mail.bytes))} bytes of HTML`);

if (flags.includes("--shots")) {
  const { chromium } = createRequire(import.meta.url)("playwright-core");
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  });
  for (const [width, colorScheme] of [
    [700, "light"],
    [390, "light"],
    [390, "dark"],
  ]) {
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
    for (const { name } of mails.filter((mail) => mail.name.endsWith("-nl-u") || mail.name.endsWith("-en-je"))) {
      await page.goto(`file://${join(folder, `${name}.html`)}`);
      await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
    }
    await page.close();
  }
  await browser.close();
}

let letters = 0;
for (const kind of messages.LETTER_KINDS) {
  for (const language of ["nl", "en"]) {
    for (const tone of messages.MESSAGE_TONES) {
      const order = {
        kind,
        language,
        tone,
        facts: messages.sampleFacts(kind, language, tone),
        brand: messages.SAMPLE_BRAND,
      };
      await writeFile(join(folder, `letter-${kind}-${language}-${tone}.pdf`), messages.renderLetter(order));
      await writeFile(join(folder, `letter-${kind}-${language}-${tone}.txt`), messages.renderLetterText(order));
      letters++;
    }
  }
}
console.log(`${letters} letters`);
