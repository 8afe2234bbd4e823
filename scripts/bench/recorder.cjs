// Loaded into a server by --require: writes down what it asks the database for, connection by connection.
const fs = require('node:fs')
const { createRequire } = require('node:module')
const path = require('node:path')

/** @type {typeof import('pg')} */
const pg = createRequire(path.join(process.cwd(), 'package.json'))('pg')
const file = process.env.BENCH_RECORD
const lanes = new WeakMap()
let count = 0
const ask = pg.Client.prototype.query

/** @param {unknown} value */
const toText = (value) =>
  value instanceof Uint8Array ? { bytes: Buffer.from(value).toString('base64') } : value

/** @this {import('pg').Client} @param {any} query @param {any[]} rest */
function recorded(query, ...rest) {
  if (!lanes.has(this)) lanes.set(this, ++count)
  const { text, values } = typeof query === 'string' ? { text: query, values: rest[0] } : query
  const listed = Array.isArray(values) ? values.map(toText) : []
  if (file) fs.appendFileSync(file, `${JSON.stringify({ lane: lanes.get(this), text, values: listed })}\n`)
  return Reflect.apply(ask, this, [query, ...rest])
}
Object.assign(pg.Client.prototype, { query: recorded })
