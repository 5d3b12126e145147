import "./node-version.mjs";
import { mkdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "./build.mjs";
import { root } from "./places.mjs";
import { PlainFailure, runCommand } from "./plain-failure.mjs";
import { withClient } from "./postgres.mjs";

// Takes the pictures of the README and the guide from the running product: the small demo, freshly made, so that they
// show what a newcomer sees. DEMO=on takes them from the whole demo.
const FOLDER = join(root, "docs", "pictures");
const MOST_BYTES = 200_000;
const WIDE = { width: 1280, height: 720 };
const PHONE = { width: 390, height: 844 };

const require = createRequire(import.meta.url);

await runCommand(async () => {
  require("./typescript-hook.cjs");
  const { launchBrowser } = require("../packages/e2e/src/browser.ts");
  const { startRunningProduct } = require("../packages/e2e/src/running-product.ts");
  await build();
  const product = await startRunningProduct(process.env.DEMO ? { DEMO: process.env.DEMO } : {});
  try {
    const browser = await launchBrowser();
    try {
      await takeAll(browser, product);
    } finally {
      await browser.close();
    }
  } finally {
    await product.stop();
  }
});

async function takeAll(browser, product) {
  mkdirSync(FOLDER, { recursive: true });
  const { logins } = product.welcome;
  const login = logins.find(({ role }) => role === "collector");
  const staff = await somebody(browser, WIDE);
  await staff.goto(product.url);
  await staff.getByLabel("E-mailadres").fill(login.email);
  await staff.getByLabel("Wachtwoord").first().fill(login.password);
  await staff.getByRole("button", { name: "Aanmelden" }).click();
  await staff.getByRole("heading", { name: "Vandaag" }).waitFor();
  await staff.getByText("Werklijst").waitFor();
  await take(staff, "vandaag");

  await staff.goto(`${product.url}/calls`);
  await staff.locator("[data-row-link]").first().click();
  await staff.getByRole("radio", { name: "Toezegging, alles" }).check();
  await staff.getByLabel("Uiterlijk op").fill("vr");
  await staff.getByText("Lees voor").waitFor();
  await staff.evaluate(() => document.activeElement?.blur());
  await take(staff, "belkamer");

  // The case with the most to tell: the one that is open longest and is a fair amount.
  await staff.goto(`${product.url}/cases`);
  await staff.locator("[data-row-link]").first().click();
  await staff.getByRole("heading", { name: "Tijdlijn" }).waitFor();
  await take(staff, "dossier");

  await staff.goto(`${product.url}/bank`);
  await staff.locator(".piles").waitFor();
  await take(staff, "bank");

  const reminder = await findReminder(product);
  const reader = await somebody(browser, { width: 640, height: 900 });
  await reader.goto(`${product.sandboxUrl}/mail/${reminder.id}/html`);
  await take(reader, "herinnering");
  const debtor = await somebody(browser, PHONE);
  await debtor.goto(reminder.link);
  await debtor.locator("a.btn").first().waitFor();
  await take(debtor, "portaal");
  await debtor.getByRole("link", { name: "In termijnen betalen" }).first().click();
  await passCheck(debtor, product, reminder.to);
  await debtor.locator("#amount").waitFor();
  await take(debtor, "termijnen");
}

/** Where an organisation asks something first: the post code and number, which a debtor knows. */
async function passCheck(debtor, product, mailAddress) {
  await debtor.locator("#amount, #postal-code").first().waitFor();
  if ((await debtor.locator("#postal-code").count()) === 0) return;
  const { rows } = await withClient(product.databaseUrl, (client) =>
    client.query("select postal_code, house_number from debtor where email = $1", [mailAddress]));
  await debtor.locator("#postal-code").fill(rows[0].postal_code);
  await debtor.locator("#house-number").fill(rows[0].house_number);
  await debtor.getByRole("button", { name: "Verder" }).click();
}

/** The first reminder that the demo's coming days bring. */
async function findReminder({ url, sandboxUrl, demoSecret }) {
  const headers = { "X-Demo-Secret": demoSecret, "Content-Type": "application/json" };
  for (let days = 0; days < 10; days += 1) {
    const { mails } = await (await fetch(`${sandboxUrl}/api/mails?limit=50`)).json();
    const found = mails.findLast(({ subject }) => /Kievit.*graag uiterlijk/.test(subject));
    if (found) {
      const mail = await (await fetch(`${sandboxUrl}/api/mails/${found.id}`)).json();
      return { id: found.id, to: found.recipients[0], link: /http\S+\/portal\/l\/[\w-]{64}/.exec(mail.text)[0] };
    }
    await fetch(`${url}/demo/next-day`, { method: "POST", headers, body: "{}" });
  }
  throw new PlainFailure("No reminder left within ten days of the demo: is the sandbox running?");
}

async function somebody(browser, viewport) {
  const phone = viewport.width < 600;
  const context = await browser.newContext({
    viewport, isMobile: phone, hasTouch: phone, deviceScaleFactor: phone ? 1.5 : 1, locale: "nl-NL", timezoneId: "Europe/Amsterdam", colorScheme: "light", reducedMotion: "reduce",
  });
  return await context.newPage();
}

async function take(page, name) {
  const path = join(FOLDER, `${name}.png`);
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path, animations: "disabled", caret: "hide" });
  const { size } = statSync(path);
  if (size > MOST_BYTES) throw new PlainFailure(`docs/pictures/${name}.png is ${Math.round(size / 1000)} kB; at most ${MOST_BYTES / 1000} kB keeps the README quick.`);
  console.log(`docs/pictures/${name}.png  ${Math.round(size / 1000)} kB`);
}
