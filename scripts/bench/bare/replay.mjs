// Asks a database through `pg`, and through nothing else, for exactly what the application asked for.
import fs from 'node:fs'

/** @typedef {{ text: string, values: unknown[] }} Statement */
/** @typedef {Statement[][]} Recording one list for each connection that was used */

/** @param {unknown} value @returns {unknown} */
const toValue = (value) =>
  value !== null && typeof value === 'object' && 'bytes' in value
    ? Buffer.from(String(value.bytes), 'base64')
    : value

/** @param {string} file @returns {Recording} */
export function readRecording(file) {
  /** @type {Map<number, Statement[]>} */
  const lanes = new Map()
  for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
    if (line === '') continue
    const { lane, text, values } = JSON.parse(line)
    const own = lanes.get(lane) ?? []
    own.push({ text, values: values.map(toValue) })
    lanes.set(lane, own)
  }
  return [...lanes.values()]
}

/**
 * @param {import('pg').Pool} pool
 * @param {Recording} recording
 * @returns {Promise<unknown[][][]>} the rows of every question that has any
 */
export async function replay(pool, recording) {
  const answers = await Promise.all(
    recording.map(async (statements) => {
      const client = await pool.connect()
      try {
        const tables = []
        for (const { text, values } of statements) {
          const { rows } = await client.query({ text, values, rowMode: 'array' })
          if (rows.length > 0) tables.push(rows)
        }
        return tables
      } finally {
        client.release()
      }
    }),
  )
  return answers.flat()
}
