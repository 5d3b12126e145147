import pino, { type Logger } from "pino";

/** Logs never hold what opens a door or names a person's money (T-93). */
export function makeLogger(level: string): Logger {
  return pino({
    level,
    redact: { paths: ["*.password", "*.token", "*.cookie", "*.authorization", "*.iban", "req.headers", "err.query", "err.parameters"], censor: "[hidden]" },
  });
}
