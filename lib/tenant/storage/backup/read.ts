import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { z } from 'zod'
import { type Held, heldTables, type InsertRows, type Row } from './contents.ts'
import { formatName, type Header } from './format.ts'

/** A file that is no backup, or not a whole one. */
export class DamagedBackupError extends Error {
  override name = 'DamagedBackupError'
}

type Taker = { header(header: Header): Promise<void>; rows: InsertRows }

const header = z.object({
  format: z.literal(formatName),
  schema: z.array(z.string()),
  writtenAt: z.string(),
  keyCheck: z.string(),
})
const end = z.object({ rows: z.number(), sha256: z.string() })

const batch = 500
const longestLine = 16 * 1024 * 1024

/**
 * Hands on what is in a backup, some rows of one table at a time. Rejects with DamagedBackupError when the file is
 * not one, is cut off or was changed by a single bit: whoever takes the rows must not use them before this resolves.
 */
export async function readBackup(path: string, taker: Taker): Promise<void> {
  const hash = createHash('sha256')
  let begun = false
  let count = 0
  let table: Held | undefined
  let rows: Row[] = []
  let ended: z.output<typeof end> | undefined

  const handOn = async () => {
    if (table && rows.length) await taker.rows(table, rows)
    rows = []
  }
  for await (const line of linesOf(path)) {
    if (ended) throw damaged('goes on after its end')
    const content = parse(line)
    if (!begun) {
      begun = true
      await taker.header(valid(header, content, 'does not begin like one'))
    } else if (Array.isArray(content)) {
      const [name, columns] = content
      if (!isHeld(name) || !isRow(columns)) throw damaged(`has a row that is none (after ${count} rows)`)
      if (name !== table || rows.length === batch) await handOn()
      table = name
      rows.push(columns)
      count += 1
    } else {
      ended = valid(end, content, `has a line that is none (after ${count} rows)`)
      continue
    }
    hash.update(line).update('\n')
  }
  if (!ended) throw damaged('has no end: it was cut off')
  if (ended.rows !== count || ended.sha256 !== hash.digest('hex'))
    throw damaged('was changed since it was written')
  await handOn()
}

/** Lines end with a line feed and nothing else, unlike readline's, for which U+2028 ends one too. */
async function* linesOf(path: string): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0)
  for await (const chunk of createReadStream(path)) {
    let buffer = rest.length ? Buffer.concat([rest, chunk]) : chunk
    for (let at = buffer.indexOf(10); at !== -1; at = buffer.indexOf(10)) {
      yield buffer.subarray(0, at)
      buffer = buffer.subarray(at + 1)
    }
    if (buffer.length > longestLine) throw damaged('has a line without an end')
    rest = buffer
  }
  if (rest.length) throw damaged('ends within a line: it was cut off')
}

function parse(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString())
  } catch {
    throw damaged('has a line that is not JSON')
  }
}

const held = new Set<unknown>(heldTables)
const isHeld = (name: unknown): name is Held => held.has(name)

/** The database itself refuses what a column can't hold. */
const isRow = (columns: unknown): columns is Row => typeof columns === 'object' && columns !== null

function valid<T>(schema: z.ZodType<T>, content: unknown, complaint: string): T {
  const { success, data } = schema.safeParse(content)
  if (!success) throw damaged(complaint)
  return data
}

const damaged = (complaint: string) => new DamagedBackupError(complaint)
