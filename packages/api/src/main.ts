import "reflect-metadata";
import { startDemo } from "./app/demo/start-demo";
import { makeHttp } from "./app/http";
import { assembleProduct } from "./app/start-product";
import { startWorker } from "./app/worker";
import { ConfigError, readConfig, type Config } from "./platform/config";
import { makeLogger } from "./platform/logger";

/** How long requests and jobs that are under way get to end by themselves. */
const GRACE_MS = 10_000;

/** A sentence for whoever starts us, and an end that is no success. */
function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function configuration(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (error instanceof ConfigError) giveUp(`Tegemoet can't start, these variables are not right:\n${error.message}`);
    throw error;
  }
}

/** The product in one process: three doors, both portals, and unless WORKER is off the jobs and the nights. */
async function main(): Promise<void> {
  const config = configuration();
  const logger = makeLogger(config.LOG_LEVEL);
  const product = await assembleProduct(config, { logger }).catch((error: Error & { code?: string }) =>
    giveUp(error.code === "ECONNREFUSED" || error.code === "28P01" || error.code === "3D000"
      ? `PostgreSQL can't be reached with DATABASE_URL (${error.code}). Is it running, and are the name and password right?`
      : `Tegemoet can't start: ${error.message}`));
  await startDemo(product);
  const { server, close } = await makeHttp(product);
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(config.PORT, resolve)).catch((error: Error & { code?: string }) =>
    giveUp(error.code === "EADDRINUSE" ? `Port ${config.PORT} is in use: stop the other program, or choose another with PORT.` : `Port ${config.PORT} can't be used: ${error.message}`));
  const worker = config.WORKER === "on" ? await startWorker(product) : undefined;
  logger.info({ port: config.PORT, publicUrl: config.PUBLIC_URL }, "Tegemoet is ready");

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), GRACE_MS).unref();
    await worker?.stop();
    await close();
    await product.close();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stop());
  // Whoever started us is gone: nobody is left to stop us.
  process.on("disconnect", () => void stop());
}

void main();
