import { copyFileSync } from "node:fs";
import type { CodegenConfig } from "@graphql-codegen/cli";

/** Typed documents from the committed contract; the hashes are the only queries that the API takes in production. */
const config: CodegenConfig = {
  schema: "../api/schema/portal.graphql",
  documents: "src/**/*.graphql",
  generates: {
    "./src/graphql/": {
      preset: "client",
      presetConfig: { persistedDocuments: true, fragmentMasking: false },
      config: {
        documentMode: "string",
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        scalars: { Cents: "number", Day: "string", Moment: "string" },
      },
    },
  },
  // The API reads the list from the package folder.
  hooks: { afterAllFileWrite: () => copyFileSync("src/graphql/persisted-documents.json", "persisted-documents.json") },
};

export default config;
