// Starts a server and waits to be killed: the test's stand-in for a launcher that dies without a word.
import { startPostgres } from "./postgres.mjs";

const { url, pid, dataDir } = await startPostgres(JSON.parse(process.argv[2]));
process.send({ url, pid, dataDir });
setInterval(() => undefined, 1_000);
