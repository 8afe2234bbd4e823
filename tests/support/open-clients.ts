import type pg from 'pg'

const opened = new Set<pg.Client>()

export const rememberClient = (client: pg.Client): void => {
  opened.add(client)
  client.once('end', () => opened.delete(client))
}

/** What a test file left open, before its database goes. */
export const endClients = async (): Promise<void> => {
  await Promise.all([...opened].map((client) => client.end()))
}
