import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled, ApolloServerPluginUsageReportingDisabled } from "@apollo/server/plugin/disabled";
import type { Logger } from "pino";
import { badInputIs400 } from "../platform/graphql/bad-input";
import { formatErrorFor } from "../platform/graphql/errors";
import { LIMITS, limitsRule } from "../platform/graphql/limits";
import type { Context } from "../platform/graphql/viewer";
import type { Door } from "./guard";
import { schemaOf } from "./schemas";

/** The GraphQL server of one door: limits on, introspection only for agencies and for people who develop, no stack in any answer. */
export async function startApollo(door: Door, options: { logger: Logger; introspection: boolean }): Promise<ApolloServer<Context>> {
  const server = new ApolloServer<Context>({
    schema: schemaOf(door),
    introspection: options.introspection,
    hideSchemaDetailsFromClientErrors: !options.introspection,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: { requestHeaders: ["x-tegemoet", "x-apollo-operation-name", "apollo-require-preflight"] },
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    persistedQueries: false,
    validationRules: [limitsRule],
    logger: options.logger,
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled(), ApolloServerPluginUsageReportingDisabled(), badInputIs400],
    formatError: formatErrorFor((error) => {
      const reference = Math.random().toString(36).slice(2, 10);
      options.logger.error({ err: error, reference }, "a request failed");
      return reference;
    }),
  });
  await server.start();
  return server;
}
