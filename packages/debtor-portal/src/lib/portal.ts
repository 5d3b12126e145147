import { createContext, useContext } from "react";
import { formatDay, formatMoney, sum, type Cents, type PlainDate } from "@tegemoet/domain";
import type { Language, LinkPreviewQuery, OverviewQuery, SessionQuery } from "../graphql/graphql";
import type { FirstTexts, Texts } from "../texts/texts";

export type LinkPreview = LinkPreviewQuery["linkPreview"];
export type Session = NonNullable<SessionQuery["session"]>;
export type Creditor = Session["creditor"];
export type Overview = OverviewQuery["overview"];
export type Invoice = Overview["invoices"][number];
export type Plan = NonNullable<Overview["plan"]>;

/** What every page may use. */
export interface Portal {
  readonly texts: FirstTexts;
  readonly language: Language;
  readonly creditor: Creditor;
  readonly today: PlainDate;
  /** Goes to a page. Before the link is opened, going anywhere opens it first. */
  readonly go: (path: string, state?: unknown) => void;
  readonly setLanguage: (language: Language) => void;
  /** Asks the server how things stand now. */
  readonly refresh: () => Promise<void>;
  readonly close: () => void;
}

/** What pages behind the opened link use beside it. */
export interface OpenPortal extends Portal {
  readonly session: Session;
  readonly overview: Overview;
  readonly setSession: (session: Session) => void;
}

/** What can be paid or put into terms now: what is open of the invoices, to the cent what the server counts with. */
export function payableCents({ invoices }: Overview): Cents {
  return sum(invoices.map(({ openCents }) => openCents));
}

/** What the pages behind the first screen use: their own texts as well. */
export interface PagePortal extends OpenPortal {
  readonly texts: Texts;
}

export const PortalContext = createContext<Portal | null>(null);
export const OpenPortalContext = createContext<OpenPortal | null>(null);

export const PagePortalContext = createContext<PagePortal | null>(null);

export function usePagePortal(): PagePortal {
  const portal = useContext(PagePortalContext);
  if (!portal) throw new Error("this component belongs on a page behind the first screen");
  return portal;
}

export function usePortal(): Portal {
  const portal = useContext(PortalContext);
  if (!portal) throw new Error("there is no portal around this component");
  return portal;
}

export function useOpenPortal(): OpenPortal {
  const portal = useContext(OpenPortalContext);
  if (!portal) throw new Error("this page needs an opened link");
  return portal;
}

/** Money and days in the language of the page; a day gets its year when it isn't this one. */
export function useFormats(): { money: (cents: Cents) => string; day: (day: PlainDate) => string; fullDay: (day: PlainDate) => string } {
  const { language, today } = usePortal();
  return {
    money: (cents) => formatMoney(cents, language),
    day: (day) => formatDay(day, day.slice(0, 4) === today.slice(0, 4) ? "long" : "full", language),
    fullDay: (day) => formatDay(day, "full", language),
  };
}
