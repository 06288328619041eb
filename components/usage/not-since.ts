import { dayMonth } from '@/lib/day-month'

/** The day that observing began: "3 Nov". It stands still, so that server and browser write the same. */
export const notSince = (since: string) => dayMonth(new Date(since))
