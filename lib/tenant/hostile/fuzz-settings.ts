/** `FUZZ_SEED` repeats a run; `FUZZ_CASES` makes it longer or shorter. */
export const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31))
export const cases = Number(process.env.FUZZ_CASES ?? 10_500)
/** A property that does not get through all its cases has failed: it hangs, or fewer were tried than was said. */
export const inTime = { interruptAfterTimeLimit: 90_000, markInterruptAsFailure: true }

process.stdout.write(`Fuzzing with FUZZ_SEED=${seed}, FUZZ_CASES=${cases}\n`)
