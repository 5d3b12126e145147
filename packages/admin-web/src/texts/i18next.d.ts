import "i18next";
import type { nl } from "./nl";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    nsSeparator: false;
    resources: { translation: typeof nl };
    returnNull: false;
  }
}
