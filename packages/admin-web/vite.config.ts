import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const api = process.env["API_URL"] ?? "http://localhost:4000";
const toApi = { target: api, changeOrigin: false };
const proxy = { "/admin/graphql": toApi, "/admin/imports": toApi, "/documents": toApi };

export default defineConfig({
  base: "/",
  plugins: [react()],
  resolve: { alias: { "@tegemoet/domain": fileURLToPath(new URL("../domain/src/index.ts", import.meta.url)) } },
  build: {
    outDir: "dist",
    // Fonts and pictures stay files: the content policy has no place for data: fonts.
    assetsInlineLimit: 0,
    rolldownOptions: {
      // The domain is pure by rule (house-plan §2), so what a page doesn't use of it may go.
      treeshake: { moduleSideEffects: (id) => !id.includes("/packages/domain/src/") },
    },
  },
  server: { port: 4020, proxy },
  preview: { port: 4020, proxy },
});
