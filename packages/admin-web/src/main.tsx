import { ApolloProvider } from "@apollo/client/react";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { client } from "./apollo";
import { startTexts } from "./lib/language";
import { Portal } from "./routes";
import { Theme } from "./ui/theme/theme";
import { Toasts } from "./ui/toast";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

await startTexts();
createRoot(root).render(
  <StrictMode>
    <Theme>
      <ApolloProvider client={client}>
        <BrowserRouter>
          <Toasts><Portal /></Toasts>
        </BrowserRouter>
      </ApolloProvider>
    </Theme>
  </StrictMode>,
);
