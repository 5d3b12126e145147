import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const domain = fileURLToPath(new URL("../domain/src/index.ts", import.meta.url));

/** The API in development: the product itself, or the small stand-in of dev/. */
const api = process.env.PORTAL_API ?? "http://localhost:4000";

/** A built portal names its queries by hash (the API takes nothing else), so their text stays at home. */
const documentsByHash: Plugin = {
  name: "documents-by-hash",
  apply: "build",
  transform(code, id) {
    if (!/src[\\/]graphql[\\/]graphql\.ts$/.test(id)) return undefined;
    return { code: code.replace(/new TypedDocumentString\(`[^`]*`/g, '/*#__PURE__*/ new TypedDocumentString(""'), map: null };
  },
  enforce: "pre",
};

export default defineConfig({
  base: "/portal/",
  plugins: [documentsByHash, react()],
  resolve: { alias: { "@tegemoet/domain": domain } },
  build: {
    target: ["es2020", "chrome87", "safari14", "firefox88"],
    // The domain is pure: what a page doesn't use stays out of it.
    rolldownOptions: { treeshake: { moduleSideEffects: [{ test: /packages[\\/]domain[\\/]/, sideEffects: false }] } },
    assetsInlineLimit: 0,
    modulePreload: false,
  },
  server: {
    port: 5174,
    proxy: {
      "/portal/graphql": api,
      "/documents": api,
      "/portal/l": { target: api, bypass: (request) => (request.method === "GET" ? "/portal/index.html" : undefined) },
    },
  },
});
