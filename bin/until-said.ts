import { createInterface } from 'node:readline'

/** Whether a program said a line that begins so before it ended; `onLine` hears every line until then. */
export async function untilSaid(
  output: NodeJS.ReadableStream,
  beginning: string,
  onLine?: (line: string) => void,
): Promise<boolean> {
  for await (const line of createInterface(output)) {
    onLine?.(line)
    if (line.startsWith(beginning)) return true
  }
  return false
}
