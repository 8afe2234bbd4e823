import path from 'node:path'
import pg from 'pg'
import { type Recording, readRecording, replay } from '../../replay.mjs'

export const dynamic = 'force-dynamic'

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 10,
  options: '-c TimeZone=UTC',
})
const recordings = new Map<string, Recording>()
const find = (what: string): Recording => {
  const file = path.join(process.env.BENCH_RECORDINGS ?? '', `${path.basename(what)}.ndjson`)
  const recording = recordings.get(what) ?? readRecording(file)
  recordings.set(what, recording)
  return recording
}

const toText = (value: unknown): string =>
  value instanceof Uint8Array
    ? `${value.length} bytes`
    : typeof value === 'object'
      ? JSON.stringify(value)
      : `${value}`

/** The barest page that shows what the application reads: every row of every answer as a line of a table. */
const Page = async ({ params }: { params: Promise<{ what: string }> }) => {
  const tables = await replay(pool, find((await params).what))
  return tables.map((rows, table) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: nothing on this page ever changes
    <table key={table}>
      <tbody>
        {rows.map((row, line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: nothing on this page ever changes
          <tr key={line}>
            {row.map((value, cell) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: nothing on this page ever changes
              <td key={cell}>{toText(value)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  ))
}

export default Page
