/**
 * Waits for several things that were begun at the same time. When one fails the others are waited for all the same before its error goes on:
 * what still asks its questions while a transaction is taken back to a savepoint would ask them, or write, after that.
 *
 * @returns What each became, in their order.
 */
export async function together<const T extends readonly unknown[]>(begun: T): Promise<{ -readonly [Index in keyof T]: Awaited<T[Index]> }> {
  try {
    return (await Promise.all(begun)) as { -readonly [Index in keyof T]: Awaited<T[Index]> };
  } catch (error) {
    await Promise.allSettled(begun);
    throw error;
  }
}
