import { makeDataSource } from "../platform/database/data-source";
import { applicationRole, applicationUrl } from "../platform/database/application-role";
import { migrate } from "../platform/database/migrate";
import { DemoClock, systemClock, type Clock } from "../platform/clock";
import type { Config } from "../platform/config";
import { rateLimits } from "../platform/http/rate-limit";
import { makeLogger } from "../platform/logger";
import type { Outside } from "../platform/outside";
import { entities } from "./entities";
import { makeOutside } from "./outside";
import type { Product } from "./product";

/** Migrates, connects and puts the parts together. `overrides` lets tests hand in a clock or a world of their own. */
export async function assembleProduct(config: Config, overrides: Partial<Pick<Product, "clock" | "outside" | "logger">> = {}): Promise<Product & { close(): Promise<void> }> {
  const role = applicationRole(config);
  await migrate(config.DATABASE_URL, role);
  const source = await makeDataSource(applicationUrl(config.DATABASE_URL, role), entities).initialize();
  const logger = overrides.logger ?? makeLogger(config.LOG_LEVEL);
  const clock: Clock = overrides.clock ?? (config.DEMO === "off" ? systemClock : new DemoClock());
  const outside: Outside = overrides.outside ?? makeOutside(config);
  return {
    config, source, clock, outside, logger,
    limits: rateLimits(source),
    close: async () => {
      await outside.mail.close();
      await source.destroy();
    },
  };
}
