// npm run db -- mark-numbers, and every start that finds numbers without a mark.
import pg from 'pg'
import { writeNumberMarks } from './number-marks'

const url = process.env.MIGRATE_DATABASE_URL
if (url) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('BEGIN')
    const count = await writeNumberMarks(client)
    await client.query('COMMIT')
    console.log(`${count} numbers are found by their marks now`)
  } finally {
    await client.end()
  }
} else {
  console.error(
    'Set MIGRATE_DATABASE_URL (role accompany_migrate): marks are written by the one who runs the migrations.',
  )
  process.exitCode = 1
}
