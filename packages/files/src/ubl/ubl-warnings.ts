import { shortened } from "../refuse-field";
import type { UblWarning, UblWarningCode } from "./ubl-invoice";

const MOST_WARNINGS = 50;

/** Gathers what a reader of the invoice may want to know; a file with thousands of faults shows the first fifty. */
export class UblWarnings {
  readonly list: UblWarning[] = [];

  add(code: UblWarningCode, field: string, value?: string): void {
    if (this.list.length >= MOST_WARNINGS) return;
    this.list.push(value === undefined ? { code, field } : { code, field, value: shortened(value) });
  }
}
