import { types } from "pg";
import { DataSource, DefaultNamingStrategy } from "typeorm";
import { exactNumber } from "./exact-number";

// pg hands out bigint and date as text and as a local Date; cents are safe integers and days are ISO strings here.
types.setTypeParser(types.builtins.INT8, exactNumber);
types.setTypeParser(types.builtins.DATE, (text) => text);
// Of several days at once too: as moments they equal no day, and a rule that looks for one never finds it.
const [TEXTS, DAYS] = [1009, 1182];
types.setTypeParser(DAYS as number, types.getTypeParser(TEXTS as number) as (text: string) => string[]);

/** camelCase in TypeScript, snake_case in SQL. */
class SnakeCase extends DefaultNamingStrategy {
  override tableName(className: string, customName?: string): string {
    return customName ?? snake(className);
  }

  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? snake(propertyName);
  }
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter, index: number) => `${index === 0 ? "" : "_"}${letter.toLowerCase()}`);
}

/**
 * The connection pool of the application role. It never makes or changes tables (migrations do) and may not bypass
 * row-level security. `entities` are classes of the features, handed in by `app`; `extra` are further settings of pg's pool.
 */
export function makeDataSource(url: string, entities: Function[], poolSize = 10, extra: object = {}): DataSource {
  return new DataSource({
    type: "postgres",
    url,
    entities: entities as never[],
    namingStrategy: new SnakeCase(),
    synchronize: false,
    logging: false,
    poolSize,
    applicationName: "tegemoet",
    // What is asked together leaves together, and the answers come in the order of the questions.
    extra: { connectionTimeoutMillis: 10_000, pipeline: true, ...extra },
  });
}
