import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../lib/format";
import { useWords } from "../../lib/words";
import { Confidence } from "../../ui/delivery";
import { Kbd } from "../../ui/kbd";
import { Shape } from "../../ui/shape";
import type { BankLine } from "./bank-page";

type Candidate = BankLine["candidates"][number];

/** What speaks against a candidate; all other reasons speak for it. */
const AGAINST = new Set(["otherNumberNamed", "ibanOfOther", "nameOfOther", "ibanShared", "paidAlready", "amountOver", "numberNear", "nameLike"]);

/** Paid by other money since it was found: it stays in sight, but it is no choice any more. */
export function isSpent({ invoices }: Candidate): boolean {
  return invoices.every(({ openCents }) => openCents <= 0);
}

interface CandidatesProps {
  candidates: readonly Candidate[];
  chosen: number;
  pick: (index: number) => void;
  /** Enter on the one that is chosen decides, as it does anywhere in the line. */
  accept: () => void;
}

/** Whose it may be, the likeliest first, each with what speaks for and against it. */
export function Candidates({ candidates, chosen, pick, accept }: CandidatesProps) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const word = useWords();
  if (candidates.length === 0) return null;
  return (
    <ol className="candidates">
      {candidates.map((candidate, index) => {
        const spent = isSpent(candidate);
        const reasons = spent ? ["paidAlready"] : candidate.reasons;
        const onKeyDown = (event: KeyboardEvent) => {
          if (event.key !== "Enter" || index !== chosen) return;
          event.preventDefault();
          accept();
        };
        return (
          <li key={`${candidate.debtorId}-${index}`}>
            <button type="button" aria-pressed={index === chosen} aria-disabled={spent || undefined} onClick={() => pick(index)} onKeyDown={onKeyDown}>
              <Kbd keys={String(index + 1)} />
              <span>
                <b className="medium">{candidate.debtorName}</b>, {candidate.invoices.map(({ invoiceNumber }) => invoiceNumber).join(", ")}
                <span className="reasons">
                  {reasons.map((reason) => (
                    <span key={reason} className="fault">
                      <Shape name={AGAINST.has(reason) ? "caution" : "check"} size={12} />{AGAINST.has(reason) && <span className="unseen">{t("bank.against")} </span>}{word("matchReasons", reason)}
                    </span>
                  ))}
                </span>
              </span>
              <span className="weighs">
                {!spent && <><span>{money(candidate.invoices.reduce((sum, { cents }) => sum + cents, 0))}</span><Confidence score={candidate.score} percent={candidates.length > 1} /></>}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
