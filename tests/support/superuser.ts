import pg from 'pg'
import { rememberClient } from './open-clients'
import { urls } from './own-database'

/** A client of this test file's own database that passes every policy: for building what is given, and for counting. */
export const openSuperuser = async (): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: urls.superuser })
  await client.connect()
  rememberClient(client)
  return client
}
