import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type LaunchOptions } from "playwright-core";

/** A Chromium that was found and seen to draw text. */
export interface FoundBrowser {
  readonly executablePath: string;
  /** Where it comes from, for the line that a person reads. */
  readonly source: "BROWSER_PATH" | "the system" | "npm (@sparticuz/chromium)" | "Debian's packages";
  readonly env?: Readonly<Record<string, string>>;
}

const QUIET_ARGUMENTS = [
  "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
  "--disable-sync", "--font-render-hinting=none",
];

/**
 * Finds a Chromium that works here: the one of BROWSER_PATH or CHROME_PATH, else the system's, else the one that an
 * npm package carries, else (with `install`, as root on Debian) Debian's own. Each is started and has to draw letters,
 * because a browser without fonts starts too. Resolves to undefined when none can be had.
 */
export async function findBrowser({ install = false } = {}): Promise<FoundBrowser | undefined> {
  // `npm test` looks once and tells its browser tests.
  if (process.env.BROWSER_FOUND) return JSON.parse(process.env.BROWSER_FOUND) as FoundBrowser;
  for (const candidate of candidates()) if (await drawsText(candidate)) return candidate;
  for (const candidate of carriedByNpm()) if (await drawsText(candidate)) return candidate;
  if (!install || !installFromDebian()) return undefined;
  for (const candidate of candidates()) if (await drawsText(candidate)) return { ...candidate, source: "Debian's packages" };
  return undefined;
}

/** Starts a found browser (or the first that is found), headless. Throws when there is none. */
export async function launchBrowser(found?: FoundBrowser, options: LaunchOptions = {}): Promise<Browser> {
  const browser = found ?? (await findBrowser());
  if (!browser) throw new Error("There is no Chromium here: install one, or set BROWSER_PATH to its program.");
  // Chromium's sandbox refuses to work as root; anywhere else it stays on.
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const env = { ...(process.env as Record<string, string>), ...browser.env };
  return await chromium.launch({
    executablePath: browser.executablePath,
    args: [...QUIET_ARGUMENTS, ...asRoot],
    env,
    ...options,
  });
}

function candidates(): FoundBrowser[] {
  const named = [process.env.BROWSER_PATH, process.env.CHROME_PATH].filter((path) => path !== undefined && path !== "");
  const inPath = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].flatMap((name) =>
    (process.env.PATH ?? "").split(process.platform === "win32" ? ";" : ":").map((folder) => join(folder, name)),
  );
  const usual = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  ];
  return [
    ...named.map((executablePath) => ({ executablePath: executablePath as string, source: "BROWSER_PATH" as const })),
    ...[...new Set([...inPath, ...usual])].map((executablePath) => ({ executablePath, source: "the system" as const })),
  ].filter(({ executablePath }) => existsSync(executablePath));
}

/**
 * The Chromium inside @sparticuz/chromium, first on the machine's own libraries and fonts, then on those that the
 * package carries for a bare machine. It is unpacked once into a folder of this user's below the temporary folder.
 */
function carriedByNpm(): FoundBrowser[] {
  if (process.platform !== "linux" || process.arch !== "x64") return [];
  const folder = join(tmpdir(), `tegemoet-chromium-${process.getuid?.() ?? 0}`);
  const executablePath = join(folder, "chromium");
  if (!existsSync(executablePath) && !unpackInto(folder)) return [];
  const source = "npm (@sparticuz/chromium)" as const;
  const own = { LD_LIBRARY_PATH: join(folder, "al2023", "lib"), FONTCONFIG_FILE: join(folder, "fonts.conf") };
  return [{ executablePath, source }, { executablePath, source, env: own }];
}

/** Unpacks in a folder of its own and renames it when it is whole: two test runs may do this at once. */
function unpackInto(folder: string): boolean {
  const workFolder = mkdtempSync(`${folder}-`);
  // The package unpacks its libraries too where it believes to be in the one place that it was made for.
  const env = { ...process.env, TMPDIR: workFolder, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" };
  const unpack = 'require("@sparticuz/chromium").executablePath().catch(() => process.exit(1))';
  const done = spawnSync(process.execPath, ["-e", unpack], { cwd: join(__dirname, ".."), env, stdio: "ignore", timeout: 120_000 });
  // The package's own list of font folders holds for that one place only.
  writeFileSync(join(workFolder, "fonts.conf"), `<fontconfig><dir>${join(folder, "fonts")}</dir><cachedir>${join(folder, "cache")}</cachedir></fontconfig>`);
  try {
    if (done.status === 0) renameSync(workFolder, folder);
  } catch {
    // Another test run was quicker; its folder serves as well.
  }
  rmSync(workFolder, { recursive: true, force: true });
  return existsSync(join(folder, "chromium"));
}

function installFromDebian(): boolean {
  if (process.getuid?.() !== 0 || spawnSync("apt-get", ["--version"]).status !== 0) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const run = (...args: string[]) => spawnSync("apt-get", args, { env, stdio: "ignore", timeout: 300_000 }).status === 0;
  const packages = ["install", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core"];
  return run(...packages) || (run("update") && run(...packages));
}

/** Starts a browser and compares pictures of two words: without a font both are the same, or nothing. */
async function drawsText(candidate: FoundBrowser): Promise<boolean> {
  try {
    const browser = await launchBrowser(candidate, { timeout: 20_000 });
    try {
      const page = await browser.newPage({ viewport: { width: 120, height: 40 } });
      const pictures = [];
      for (const word of ["", "aaaa", "eeee"]) {
        await page.setContent(`<p style="font: 20px sans-serif; margin: 0">${word}</p>`);
        pictures.push((await page.screenshot()).toString("base64"));
      }
      return new Set(pictures).size === 3;
    } finally {
      await browser.close();
    }
  } catch {
    return false;
  }
}
