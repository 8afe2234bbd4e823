import type { TestProject } from 'vitest/node'
import { writeParser } from '../../scripts/parser-bundle.mjs'
import { isProcessAlive, processName } from '../../scripts/process-lock.mjs'
import { dropDatabases, openTestCluster } from '../../scripts/test-cluster.mjs'

export type DatabaseUrls = Readonly<
  Record<'app' | 'auth' | 'job' | 'stats' | 'share' | 'backup' | 'migrate' | 'superuser', string>
>

declare module 'vitest' {
  interface ProvidedContext {
    /** The migrated template with reference data, which every test file gets a clone of. */
    template: { name: string; run: string; urls: DatabaseUrls }
  }
}

/** Global set-up of the projects with a database: starts the test server, or finds it running. */
export default async function startCluster(project: TestProject) {
  await writeParser(process.cwd())
  const { cluster, template, urls } = await openTestCluster()
  // Databases are named after the run, so that two runs at once never meet and a killed one is tidied up by the next.
  const run = processName().replace('-', '_')
  const isDead = (name: string) => {
    const [, pid, start] = /^test_(\d+)_(\d+)_/.exec(name) ?? []
    return pid !== undefined && !isProcessAlive(`${pid}-${start}`)
  }
  await dropDatabases(cluster.superuser(), isDead)
  project.provide('template', { name: template, run, urls })
  return async () => {
    await dropDatabases(cluster.superuser(), (name) => name.startsWith(`test_${run}_`))
    await cluster.release()
  }
}
