import type { Logger } from "pino";
import type { DataSource } from "typeorm";
import type { Clock } from "../platform/clock";
import type { Config } from "../platform/config";
import type { RateLimits } from "../platform/http/rate-limit";
import type { Outside } from "../platform/outside";

/** The parts that a running product is made of, handed to whatever needs them. */
export interface Product {
  readonly config: Config;
  readonly source: DataSource;
  readonly clock: Clock;
  readonly outside: Outside;
  readonly limits: RateLimits;
  readonly logger: Logger;
}
