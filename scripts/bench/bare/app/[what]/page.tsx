import path from 'node:path'
import pg from 'pg'
import { type Recording, readRecording, replay } from '../../replay.mjs'
import { Tables } from '../tables'

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

/** The barest page that shows what the application reads. */
const Page = async ({ params }: { params: Promise<{ what: string }> }) => (
  <Tables tables={await replay(pool, find((await params).what))} />
)

export default Page
