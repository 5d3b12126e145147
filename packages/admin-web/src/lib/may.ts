import { useTranslation } from "react-i18next";
import { useViewer } from "./viewer";
import type { Role } from "../graphql/graphql";

const workers: readonly Role[] = ["admin", "manager", "collector"];
const managers: readonly Role[] = ["admin", "manager"];
const admins: readonly Role[] = ["admin"];

/** Who may do what. The server decides; this only lets the screen say it before the press. */
const WHO = {
  work: workers,
  writeOff: managers,
  moneyBack: managers,
  releaseParkedMessage: managers,
  cancelPlan: managers,
  decideDispute: managers,
  decideHandOver: managers,
  setAutopilot: managers,
  holdMany: managers,
  resumeSending: managers,
  addAgency: managers,
  ladders: managers,
  texts: managers,
  setLettersByHand: managers,
  settings: admins,
} as const satisfies Record<string, readonly Role[]>;

export type Act = keyof typeof WHO;

/** Whether the person who is signed in may do this, and otherwise who can. */
export function useMay(act?: Act): { may: boolean; whoCan: string } {
  const { t } = useTranslation();
  const viewer = useViewer();
  if (!act || (viewer && WHO[act].includes(viewer.role))) return { may: true, whoCan: "" };
  const can = WHO[act];
  return { may: false, whoCan: can === admins ? t("may.admin") : can === managers ? t("may.manager") : t("may.collector") };
}
