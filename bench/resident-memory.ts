import { readFileSync } from 'node:fs'

/** Megabytes of memory that the process holds now. Linux only. */
export const residentMegabytes = (pid: number) =>
  Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024)
