import { createHmac } from "node:crypto";
import type { Config } from "../config";

export interface ApplicationRole {
  readonly name: string;
  readonly password: string;
}

/** The role the application works as; its password hangs on the key of the installation. */
export function applicationRole(config: Pick<Config, "APP_ROLE" | "SECRET_KEY">): ApplicationRole {
  return { name: config.APP_ROLE, password: createHmac("sha256", config.SECRET_KEY).update("database role").digest("base64url") };
}

/** The same database by the application role instead of its owner. */
export function applicationUrl(ownerUrl: string, role: ApplicationRole): string {
  const url = new URL(ownerUrl);
  url.username = encodeURIComponent(role.name);
  url.password = encodeURIComponent(role.password);
  return url.toString();
}
