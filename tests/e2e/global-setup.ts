import { openDemoSignIn } from '../../scripts/demo-sign-in.mjs'
import { cloneDatabase } from '../../scripts/test-cluster.mjs'
import { buildId, DEMO_TEMPLATE, databaseUrls, environment, openCluster, runProgram } from './test-server'

/** Migrated database + reference data + demo organisation + frozen quarter, once for all browser workers. */
export default async function prepare(): Promise<() => Promise<void>> {
  buildId()
  const { cluster, template } = await openCluster()
  await cloneDatabase(cluster.superuser(), template, DEMO_TEMPLATE)
  const urls = databaseUrls(cluster, DEMO_TEMPLATE)
  const env = environment(urls, 4100)
  runProgram('prisma/seed/demo.ts', env)
  await openDemoSignIn(urls.superuser)
  runProgram('scripts/jobs.ts', env, 'once', '--but', 'proofs')
  return async () => {
    await cluster.release()
  }
}
