import { BODY_KINDS, REGIONS } from '@/lib/countries/help-body.rules'
import { meant, type Search } from '@/lib/shared/search'

/** Which kind of help is looked for, and in which region; null for any. */
export const toHelp = (search: Search) => ({
  kind: meant(search, 'kind', BODY_KINDS.match),
  region: meant(search, 'region', REGIONS.match),
})
