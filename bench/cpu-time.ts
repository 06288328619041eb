import { readFileSync } from 'node:fs'

/** Linux counts in hundredths of a second, whatever the machine (`getconf CLK_TCK`). */
const ticksPerSecond = 100

/** Seconds that a process and its children have had of any core so far. NaN on anything but Linux. */
export function cpuSeconds(pid: number): number {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
    return [String(pid), ...children].reduce((sum, each) => sum + ownSeconds(each), 0)
  } catch {
    return Number.NaN
  }
}

/** See proc(5): utime and stime are the 14th and 15th field, and the 2nd may hold anything in parentheses. */
function ownSeconds(pid: string): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
}
