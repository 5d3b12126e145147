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

// A page that can't be fetched any more: a new version was put in place while this one was open. One reload brings it; a second time
// within a minute it would not help.
addEventListener("vite:preloadError", (event) => {
  const last = Number(sessionStorage.getItem("tegemoet-reloaded") ?? 0);
  if (performance.timeOrigin + performance.now() - last < 60_000) return;
  event.preventDefault();
  sessionStorage.setItem("tegemoet-reloaded", String(performance.timeOrigin + performance.now()));
  location.reload();
});

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
