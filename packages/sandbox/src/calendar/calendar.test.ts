import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addDays } from "@tegemoet/domain";
import request from "supertest";
import { startSandbox, type Sandbox } from "../start-sandbox";
import { TestProduct, until } from "../test-product";

describe("the calendar page", () => {
  let product: TestProduct;
  let sandbox: Sandbox;
  let dataDir: string;
  let today = "2026-12-23";
  beforeEach(async () => {
    today = "2026-12-23";
    product = await new TestProduct().start();
    product.answer = ({ path, headers }) => {
      if (headers["x-demo-secret"] !== "geheim") return { status: 401 };
      if (path === "/demo/clock") return { status: 200, body: { today, now: `${today}T09:00:00Z`, demo: true } };
      today = addDays(today, 1);
      const night = {
        organisation: "IJsvogel <b>Installatie</b>",
        messages: 12,
        calls: 1,
        brokenPlans: 0,
        weirdThings: 2,
        lines: ["3 dossiers wachten"],
      };
      return { status: 200, body: { today, nights: [night] } };
    };
    dataDir = await mkdtemp(join(tmpdir(), "sandbox-"));
    sandbox = await startSandbox({
      httpPort: 0,
      smtpPort: 0,
      dataDir,
      productUrl: product.url,
      demoSecret: "geheim",
      quiet: true,
    });
  });
  afterEach(async () => {
    await sandbox.close();
    await product.stop();
    await rm(dataDir, { recursive: true });
  });
  const press = async (stride: string) => {
    const answer = await request(sandbox.url).post("/calendar").type("form").send({ stride }).expect(303);
    return (await request(sandbox.url).get(answer.headers.location ?? "/")).text;
  };
  const presses = () => product.to("/demo/next-day").length;

  it("shows the demo's day in Dutch and in English", async () => {
    expect((await request(sandbox.url).get("/")).text).toContain("woensdag 23 december 2026");
    const english = await request(sandbox.url).get("/?lang=en");
    expect(english.text).toContain("Wednesday 23 December 2026");
    const cookie = english.headers["set-cookie"]?.[0] ?? "";
    expect(
      (
        await request(sandbox.url)
          .get("/")
          .set("Cookie", cookie.split(";")[0] ?? "")
      ).text,
    ).toContain("Next day");
  });

  it("lets one day come and tells what the night did", async () => {
    const page = await press("day");
    expect(presses()).toBe(1);
    expect(page).toContain("donderdag 24 december");
    expect(page).toContain("12 berichten · 1 beltaak · 2 weird things · 3 dossiers wachten");
    expect(page).toContain("IJsvogel &#60;b&#62;Installatie");
    expect(page).not.toContain("brokenPlans");
  });

  it("goes from 24 December over Christmas and the weekend to Monday 28 December in four nights", async () => {
    today = "2026-12-24";
    expect(await press("workday")).toContain("maandag 28 december 2026");
    expect(presses()).toBe(4);
  });

  it("lets seven days come", async () => {
    expect(await press("week")).toContain("Er kwamen 7 dagen bij.");
    expect(presses()).toBe(7);
  });

  it("runs one night when two people press at once", async () => {
    const answer = product.answer;
    let endNight: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => (endNight = resolve));
    product.answer = async (asked) => {
      if (asked.path === "/demo/next-day") await ended;
      return answer(asked);
    };
    const first = press("day");
    await until(() => presses() > 0, "the first press reaches the product");
    await press("day");
    endNight();
    await first;
    expect(presses()).toBe(1);
  });

  it("says what to do when the product is down, refuses or answers nonsense, and works on", async () => {
    product.answer = () => ({ status: 403 });
    expect(await press("day")).toContain("DEMO_SECRET");
    product.answer = () => ({ status: 200, body: { today: "2026-02-30" } });
    expect((await request(sandbox.url).get("/")).text).toContain("van dezelfde versie");
    await product.stop();
    const page = await request(sandbox.url).get("/").expect(200);
    expect(page.text).toContain("npm start");
    expect(await press("week")).toContain("npm start");
  });

  it("hides the buttons when the product isn't a demo", async () => {
    product.answer = () => ({ status: 200, body: { today, now: null, demo: false } });
    const page = (await request(sandbox.url).get("/")).text;
    expect(page).toContain("draait niet als demo");
    expect(page).not.toContain("<form");
  });
});
