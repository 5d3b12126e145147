import { copyFileSync } from "node:fs";
import type { CodegenConfig } from "@graphql-codegen/cli";
import { addTypenameSelectionDocumentTransform } from "@graphql-codegen/client-preset";

const config: CodegenConfig = {
  schema: "../api/schema/admin.graphql",
  documents: ["src/**/*.graphql"],
  generates: {
    "src/graphql/": {
      preset: "client",
      presetConfig: { persistedDocuments: true, fragmentMasking: false },
      // The cache needs __typename; written here, the text behind a hash is the text the cache expects.
      documentTransforms: [addTypenameSelectionDocumentTransform],
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        scalars: { Cents: "number", Day: "string", Moment: "string" },
      },
    },
  },
  // The server reads the manifest beside the build, where it also stands when only dist is shipped.
  hooks: { afterAllFileWrite: [() => copyFileSync("src/graphql/persisted-documents.json", "persisted-documents.json")] },
};

export default config;
