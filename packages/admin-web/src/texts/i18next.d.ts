import "i18next";
import type { nl } from "./nl";
import type { nlPages } from "./pages/nl";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    nsSeparator: false;
    resources: { translation: typeof nl & typeof nlPages };
    returnNull: false;
  }
}
