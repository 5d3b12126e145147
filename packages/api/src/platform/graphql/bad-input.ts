import type { ApolloServerPlugin } from "@apollo/server";

/**
 * Input that a resolver finds wrong (a page of 101 rows, a cursor of another list) is answered with 400, as GraphQL itself answers a day
 * that doesn't exist: whoever watches the statuses sees both. An answer that has data beside the error stays 200.
 */
export const badInputIs400: ApolloServerPlugin = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response: { body, http } }) => {
      if (body.kind !== "single") return;
      const { errors, data } = body.singleResult;
      const nothing = !data || Object.values(data).every((value) => value === null);
      if (nothing && errors && errors.length > 0 && errors.every(({ extensions }) => extensions?.["code"] === "INPUT_INVALID")) http.status = 400;
    },
  }),
};
