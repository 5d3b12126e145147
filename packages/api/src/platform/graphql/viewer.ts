import type { PlainDate } from "@tegemoet/domain";
import type { DataSource } from "typeorm";
import type { Config } from "../config";
import type { Reader, Tx } from "../database/transaction";
import type { RateLimits } from "../http/rate-limit";
import type { Outside } from "../outside";

export type Role = "admin" | "manager" | "collector" | "viewer";

export interface StaffViewer {
  readonly kind: "staff";
  readonly staffId: string;
  readonly organisationId: string;
  readonly sessionId: string;
  readonly role: Role;
}

export interface DebtorViewer {
  readonly kind: "debtor";
  readonly debtorId: string;
  readonly organisationId: string;
  readonly sessionId: string;
  readonly linkId: string;
  readonly language: "nl" | "en";
  /** True once the check (postcode or code) was passed, or where the organisation asks for none. */
  readonly checked: boolean;
  readonly endsAt: Date;
}

export interface AgencyViewer {
  readonly kind: "agency";
  readonly agencyId: string;
  readonly keyId: string;
  readonly organisationId: string;
  readonly scopes: readonly string[];
}

export type Viewer = StaffViewer | DebtorViewer | AgencyViewer;

/** What a resolver is given: who asks, which day it is, and the two ways to the database. */
export interface Context<V extends Viewer = Viewer> {
  /** Set for every operation that the matrix doesn't mark public. */
  readonly viewer: V;
  readonly signedIn: boolean;
  readonly now: Date;
  readonly today: PlainDate;
  readonly realNow: Date;
  readonly demo: boolean;
  readonly requestId: string;
  readonly address: string;
  readonly source: DataSource;
  readonly outside: Outside;
  readonly limits: RateLimits;
  readonly config: Config;
  /** The caller's browser, for the list of sessions. */
  readonly userAgent?: string;
  /** Reads within the viewer's organisation. */
  read<T>(work: (reader: Reader) => Promise<T>): Promise<T>;
  /** One business act in one transaction within the viewer's organisation. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  setCookie(name: string, value: string, maxAgeSeconds: number): void;
  clearCookie(name: string): void;
}

export type StaffContext = Context<StaffViewer>;
export type DebtorContext = Context<DebtorViewer>;
export type AgencyContext = Context<AgencyViewer>;
