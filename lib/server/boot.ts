import 'server-only'
import { checkRoles } from '@/lib/db/roles'
import { dropForwardedAddresses } from './caller-address'
import { checkEnvironment, env } from './env'

const stop = (sentences: readonly string[]): never => {
  for (const sentence of sentences) console.error(`Accompany does not start: ${sentence}`)
  process.exit(1)
}

/** Fails closed: settings, and what each database role can do, are checked before anything is served. */
export const boot = async (): Promise<void> => {
  const wrong = checkEnvironment(process.env)
  if (wrong.length > 0) stop(wrong)
  const settings = env()
  if (settings.TRUST_PROXY === 'off') dropForwardedAddresses()
  const tooStrong = await checkRoles([
    settings.DATABASE_URL,
    settings.AUTH_DATABASE_URL,
    settings.STATS_DATABASE_URL,
    settings.JOB_DATABASE_URL,
    settings.SHARE_DATABASE_URL,
  ])
  if (tooStrong.length > 0) stop(tooStrong)
}
