import { FACTS_CACHE, SHELL_KEY } from '@/lib/countries/offline/kept.rules'
import { HERE } from '@/lib/shared/here'

/** The page of facts that is read without a network. */
export const FACTS_HOME = `/countries/${HERE.toLowerCase()}/facts`

export const hasFacts = async (): Promise<boolean> =>
  'caches' in window && (await caches.match(SHELL_KEY, { cacheName: FACTS_CACHE })) !== undefined
