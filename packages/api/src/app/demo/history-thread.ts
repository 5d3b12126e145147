import "reflect-metadata";
import { parentPort, workerData } from "node:worker_threads";
import type { Config } from "../../platform/config";
import { makeHistory, type HistoryOrder } from "./make-history";

// The whole of a thread that makes one organisation's history; it ends when the history is made.
const { config, order } = workerData as { config: Config; order: HistoryOrder };
void makeHistory(config, order, (percent, day) => parentPort?.postMessage({ percent, day }));
