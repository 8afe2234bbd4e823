import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'

const TEXT = 25
const INTERNAL_CHAR = 18

/**
 * adapter-pg is made for queries: it refuses the "char" columns of the catalogue, which the schema engine reads (checked against 7.10.0).
 * @param {any} adapter the adapter's private members have no types
 */
function repair(adapter) {
  const queryRaw = Object.getPrototypeOf(adapter).queryRaw
  adapter.queryRaw = async (/** @type {unknown} */ query) => {
    const answer = await adapter.performIO(query)
    /** @type {number[]} */
    const chars = answer.fields.flatMap(
      (/** @type {{ dataTypeID: number }} */ field, /** @type {number} */ at) =>
        field.dataTypeID === INTERNAL_CHAR ? [at] : [],
    )
    for (const at of chars) answer.fields[at].dataTypeID = TEXT
    const rows = await queryRaw.call({ performIO: () => answer }, query)
    for (const at of chars) rows.columnTypes[at] = ColumnTypeEnum.Character
    return rows
  }
  return adapter
}

/** Connects the schema engine; close() is ours, the engine leaves its connections open. */
export class MigrationAdapter extends PrismaPg {
  /** @type {import('pg').Pool[]} */
  pools = []

  /** @param {string} url */
  constructor(url) {
    super({ connectionString: url, max: 1, allowExitOnIdle: true, options: '-c TimeZone=UTC' })
  }

  /** @override */
  async connect() {
    const adapter = repair(await super.connect())
    this.pools.push(adapter.client)
    return adapter
  }

  async close() {
    await Promise.all(this.pools.splice(0).map((pool) => (pool.ending ? undefined : pool.end())))
  }
}
