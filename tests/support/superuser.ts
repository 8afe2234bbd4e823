import pg from 'pg'
import { urls } from './own-database'

const opened = new Set<pg.Client>()

/** A client of this test file's own database that passes every policy: for building what is given, and for counting. */
export const openSuperuser = async (): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: urls.superuser })
  client.once('end', () => opened.delete(client))
  await client.connect()
  opened.add(client)
  return client
}

/** What a test file left open, before its database goes. */
export const endSuperusers = async (): Promise<void> => {
  await Promise.all([...opened].map((client) => client.end()))
}
