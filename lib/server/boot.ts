import 'server-only'
import { checkRoles } from '@/lib/db/roles'
import { checkEnvironment, env } from '@/lib/runtime/env'
import { note } from '@/lib/runtime/log'
import { dropForwardedAddresses } from './caller-address'
import { watchDatabase } from './database-watch'
import { standInFront } from './front'

const stop = (sentences: readonly string[]): never => {
  for (const sentence of sentences) console.error(`Accompany does not start: ${sentence}`)
  process.exit(1)
}

/**
 * Fails closed: settings, and what each database role can do, are checked before anything is served. While the database cannot be
 * reached nothing but the page that says so is served, and the roles are checked as soon as it is back.
 */
export const boot = async (): Promise<void> => {
  const wrong = checkEnvironment(process.env)
  if (wrong.length > 0) stop(wrong)
  const settings = env()
  if (settings.TRUST_PROXY === 'off') dropForwardedAddresses()
  const urls = [
    settings.DATABASE_URL,
    settings.AUTH_DATABASE_URL,
    settings.STATS_DATABASE_URL,
    settings.JOB_DATABASE_URL,
    settings.SHARE_DATABASE_URL,
  ]
  let areChecked = false
  const check = async (): Promise<boolean> => {
    if (areChecked) return true
    const { sentences, isAway } = await checkRoles(urls)
    if (sentences.length > 0) stop(sentences)
    areChecked = !isAway
    return areChecked
  }
  await check()
  const watch = watchDatabase(settings.DATABASE_URL, check, (state) => note(`database ${state}`))
  standInFront(() => !areChecked || watch.isAway())
}
