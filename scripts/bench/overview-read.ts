// What a coordinator of all offices sees of the load, read by the application and by plain `pg`, in a process of its own.
import { existsSync } from 'node:fs'
import pg from 'pg'
import { disconnect } from '@/lib/db/client'
import { withWork } from '@/lib/db/work'
import { listLoad } from '@/lib/today/load.data'
import { readRecording, replay } from './bare/replay.mjs'
import { alternate } from './measure'
import { tokenOf } from './organisation'

const ask = () => withWork(tokenOf('chief'), listLoad)
const recording = process.argv[2] ?? ''
if (process.env.BENCH_RECORD !== undefined) await ask()
else if (existsSync(recording)) {
  const statements = readRecording(recording)
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2, options: '-c TimeZone=UTC' })
  const took = await alternate({ served: ask, sql: () => replay(pool, statements) }, { times: 15 })
  const lines = (await ask()).length
  console.log(JSON.stringify({ served: took('served'), sql: took('sql'), lines }))
}
await disconnect()
process.exit()
