import pg from 'pg'

/**
 * @template T
 * @param {string} url
 * @param {(client: import('pg').Client) => Promise<T>} run
 * @returns {Promise<T>}
 */
export async function withClient(url, run) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  // A server that dies under an idle client would otherwise end the process; the next query reports it.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await run(client)
  } finally {
    await client.end()
  }
}
