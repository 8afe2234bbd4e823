import type { ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { openCluster } from '../../scripts/cluster.mjs'
import { prepareDatabase } from '../../scripts/database.mjs'
import { openDemoSignIn } from '../../scripts/demo-sign-in.mjs'
import { listProcessesIn } from '../../scripts/process-lock.mjs'
import { environment, runProgram, startServer, workerPort } from './test-server'

/**
 * A server and a database of its own, which writes to the disk as in real use, for a test that stops or kills both.
 * @param place number of its port: one test each
 */
export const openThrowAway = async (place: number) => {
  const data = mkdtempSync(path.join(os.tmpdir(), 'accompany-killed-'))
  chmodSync(data, 0o711)
  let cluster = await openCluster({ data })
  const { urls } = await prepareDatabase({ cluster })
  const port = workerPort(place)
  const env = environment(urls, port)
  runProgram('prisma/seed/reference.ts', { ...env, MIGRATE_DATABASE_URL: urls.migrate })
  runProgram('prisma/seed/demo.ts', env)
  await openDemoSignIn(urls.superuser)
  let server: ChildProcess = await startServer(env, port)
  const db = new pg.Pool({ connectionString: urls.superuser, max: 1 })
  db.on('error', () => undefined)
  const remove = async () => {
    server.kill('SIGKILL')
    await db.end()
    await cluster.release()
    rmSync(data, { recursive: true, force: true })
    rmSync(cluster.folder, { recursive: true, force: true })
  }
  return {
    testServer: { url: `http://localhost:${port}`, db, port },
    /** No one gets to say goodbye: the postmaster, each of its children and the server, as power that fails. */
    kill: () => {
      for (const pid of listProcessesIn(cluster.folder)) process.kill(pid, 'SIGKILL')
      server.kill('SIGKILL')
    },
    restart: async () => {
      cluster = await openCluster({ data })
      server = await startServer(env, port)
    },
    stopDatabase: () => cluster.release(),
    startDatabase: async () => {
      cluster = await openCluster({ data })
    },
    remove,
  }
}
