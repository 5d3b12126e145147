import { settingsFromEnvironment } from "./settings";
import { startSandbox } from "./start-sandbox";

export { startSandbox, PortRefused, type Sandbox } from "./start-sandbox";
export type { SandboxSettings } from "./settings";

/** The process: settings from the environment, one line when it is ready, a clean end at SIGTERM or SIGINT. */
async function main(): Promise<void> {
  const settings = settingsFromEnvironment(process.env);
  const sandbox = await startSandbox(settings);
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    sandbox.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, end);
  // A launcher that is killed lets go of its channel to us; without it nobody would stop us.
  process.on("disconnect", end);
  process.stdout.write(`Sandbox ready: pages and payments at ${sandbox.url}, mail at port ${sandbox.smtpPort}\n`);
}

if (require.main === module) {
  main().catch((error: unknown) => {
    process.stderr.write(`${describe(error)}\n`);
    process.exit(1);
  });
}

/** One sentence for whoever starts us. */
function describe(error: unknown): string {
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST", "ENOENT"].includes(code ?? "")) {
    return `The sandbox cannot write in ${path}; give a folder of your own in SANDBOX_DATA.`;
  }
  return message.endsWith(".") ? message : `The sandbox did not start: ${message}.`;
}
