import { databaseUrls, environment, openCluster, runProgram } from './test-server'

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
