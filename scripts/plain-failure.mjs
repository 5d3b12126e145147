/** A failure whose message is the one sentence that a person reads; no stack trace is printed for it. */
export class PlainFailure extends Error {}

/** Prints a failure: a plain one as its sentence, any other with its stack, because then we are to blame. */
export function printFailure(error) {
  console.error(error instanceof PlainFailure ? `\n${error.message}` : error);
}

/** Runs a command's main function; a failure is printed and ends the process with exit code 1. */
export async function runCommand(main) {
  try {
    await main();
  } catch (error) {
    printFailure(error);
    process.exit(1);
  }
}
