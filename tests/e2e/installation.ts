import { once } from 'node:events'
import pg from 'pg'
import { cloneDatabase } from '../../scripts/test-cluster.mjs'
import {
  besideDatabase,
  databaseUrls,
  environment,
  openCluster,
  runProgram,
  startServer,
  workerPort,
} from './test-server'

type Asked = { readonly email: string; readonly organisation: string }

/** The link of the first admin, as the command prints it that an operator types after installing. */
export const firstAdminLink = async (
  database: string,
  port: number,
  { email, organisation }: Asked,
): Promise<string> => {
  const { cluster } = await openCluster()
  const urls = databaseUrls(cluster, database)
  const env = { ...environment(urls, port, 'empty'), MIGRATE_DATABASE_URL: urls.migrate }
  const said = runProgram('scripts/first-admin.ts', env, email, '--organisation', organisation)
  await cluster.release()
  return said.trim().split('\n').at(-1) ?? ''
}

/** An empty installation beside the one of the worker: a database and a server of its own, as `accompany org` gives each organisation. */
export const openInstallation = async (place: number) => {
  const { cluster, template } = await openCluster()
  const name = besideDatabase(place)
  const port = workerPort(place)
  await cloneDatabase(cluster.superuser(), template, name)
  const urls = databaseUrls(cluster, name)
  const env = environment(urls, port, 'empty')
  const server = await startServer(env, port)
  const db = new pg.Pool({ connectionString: urls.superuser, max: 2 })
  db.on('error', () => undefined)
  return {
    testServer: { url: `http://localhost:${port}`, db, port },
    firstLink: (asked: Asked) => firstAdminLink(name, port, asked),
    /** Each job once, as a timer would call them; proofs of the whole standard set would take a quarter of an hour. */
    runJobs: () => runProgram('scripts/jobs.ts', env, 'once', '--but', 'proofs'),
    remove: async () => {
      server.kill('SIGTERM')
      await once(server, 'exit')
      await db.end()
      await cluster.release()
    },
  }
}
export type InstallationBeside = Awaited<ReturnType<typeof openInstallation>>
