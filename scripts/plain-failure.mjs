/** A failure whose message is the one sentence that a person reads; no stack trace is printed for it. */
export class PlainFailure extends Error {}

const diskReasons = {
  EACCES: "this user has no right to it",
  EPERM: "this user has no right to it",
  EROFS: "it is on a disk that can only be read",
  ENOSPC: "the disk is full",
};

/** Prints a failure: a plain one as its sentence, one of the disk as a sentence too, any other with its stack. */
export function printFailure(error) {
  const reason = error?.path && diskReasons[error.code];
  if (error instanceof PlainFailure) console.error(`\n${error.message}`);
  else if (reason) console.error(`\nThe file or folder ${error.path} could not be used (${error.syscall}): ${reason}.`);
  else console.error(error);
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
