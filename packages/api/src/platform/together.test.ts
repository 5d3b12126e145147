import { together } from "./together";

const later = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe("what is begun together", () => {
  test("comes back in its order, whichever is done first", async () => {
    const [slow, quick, plain] = await together([later(5).then(() => "slow"), later(1).then(() => 2), true]);
    expect([slow, quick, plain]).toEqual(["slow", 2, true]);
  });

  test("fails with the first error in time, and only after the others are done", async () => {
    let done = false;
    const failing = together([later(20).then(() => Promise.reject(new Error("because of the other"))), later(1).then(() => Promise.reject(new Error("the cause"))), later(30).then(() => (done = true))]);
    await expect(failing).rejects.toThrow("the cause");
    expect(done).toBe(true);
  });
});
