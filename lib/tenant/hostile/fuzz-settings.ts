/** `FUZZ_SEED` repeats a run; `FUZZ_CASES` makes it longer or shorter. */
export const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31))
export const cases = Number(process.env.FUZZ_CASES ?? 10_500)

process.stdout.write(`Fuzzing with FUZZ_SEED=${seed}, FUZZ_CASES=${cases}\n`)
