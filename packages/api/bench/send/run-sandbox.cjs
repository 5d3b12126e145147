/*
 * The sandbox in a process of its own, so that taking a mail costs the sender nothing but the wait. It tells the port of its mail server
 * and, when it is asked, how many mails came.
 */
const { join } = require("node:path");

require(join(__dirname, "..", "..", "..", "..", "scripts", "typescript-hook.cjs"));
const { startSandbox } = require(join(__dirname, "..", "..", "..", "sandbox", "src", "start-sandbox"));

async function main() {
  const sandbox = await startSandbox({
    httpPort: 0, smtpPort: 0, dataDir: process.argv[2], productUrl: "http://127.0.0.1:9", demoSecret: "bench", quiet: true, deliveredAfterMs: -1, keepMails: 1_000_000,
  });
  process.on("message", () => process.send({ mails: sandbox.world.mailbox.size }));
  process.on("disconnect", () => process.exit(0));
  process.send({ smtpPort: sandbox.smtpPort });
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
