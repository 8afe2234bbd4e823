import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import pg from 'pg'
import { from } from 'pg-copy-streams'

export type Cell = string | number | boolean | Uint8Array | null
export type Sink = { readonly row: (cells: readonly Cell[]) => void; readonly isFull: () => boolean }
export type Copy = Sink & { readonly drain: () => Promise<void>; readonly end: () => Promise<number> }

const toText = (cell: Cell): string => {
  if (cell === null) return '\\N'
  if (cell instanceof Uint8Array) return `\\\\x${Buffer.from(cell).toString('hex')}`
  return String(cell)
}

const CHUNK = 1 << 18

/**
 * One table filled by COPY on a connection of its own. Triggers and foreign keys rest meanwhile: the rows are what they
 * would have let in and kept. No cell of ours holds a tab, a backslash or a line end.
 */
export const openCopy = async (url: string, table: string, columns: readonly string[]): Promise<Copy> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query("SET session_replication_role = 'replica'")
  await client.query('SET synchronous_commit = off')
  const stream = client.query(from(`COPY ${table} (${columns.join(', ')}) FROM STDIN`))
  const done = finished(stream)
  // A refusal of the server is told where the copy ends; nothing can be written to it any more.
  let isRefused = false
  done.catch(() => {
    isRefused = true
  })
  let text: string[] = []
  let length = 0
  let isWaiting = false
  const flush = (): void => {
    if (text.length > 0 && !isRefused && !stream.write(text.join(''))) isWaiting = true
    text = []
    length = 0
  }
  return {
    row: (cells) => {
      const line = `${cells.map(toText).join('\t')}\n`
      text.push(line)
      length += line.length
      if (length >= CHUNK) flush()
    },
    isFull: () => isWaiting,
    drain: async () => {
      if (!isWaiting) return
      await Promise.race([once(stream, 'drain'), done])
      isWaiting = false
    },
    end: async () => {
      flush()
      if (!isRefused) stream.end()
      await done
      await client.end()
      return stream.rowCount ?? 0
    },
  }
}
