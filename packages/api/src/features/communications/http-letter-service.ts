import type { LetterService, OutgoingLetter } from "../../platform/outside";

/** Hands letters to a print service over HTTP. */
export class HttpLetterService implements LetterService {
  constructor(private readonly url: string) {}

  /** @throws Error when the service doesn't take it; asking again is safe, the reference makes it one letter. */
  async post(letter: OutgoingLetter): Promise<void> {
    const response = await fetch(new URL("/print/letters", this.url), {
      method: "POST",
      headers: { "content-type": "application/pdf", "x-reference": letter.reference, "x-recipient": encodeURIComponent(letter.recipient) },
      body: new Uint8Array(letter.pdf),
      signal: AbortSignal.timeout(15_000),
    });
    if (!response.ok) throw new Error(`the print service answered ${response.status}`);
  }
}
