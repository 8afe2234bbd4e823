import * as z from 'zod'
import { toCountry } from '@/lib/countries/address.rules'
import { loadKept } from '@/lib/countries/offline/kept.data'
import { shell } from '@/lib/countries/offline/shell'
import { LOCALES } from '@/lib/i18n/locales'
import { defineDownload } from '@/lib/server/define-download'

/**
 * What a device keeps of a country, to be read without a network; nothing when it has it. It shows no one, so the audit log keeps
 * nothing of it.
 */
export const GET = defineDownload({
  permission: 'country:read',
  query: z.strictObject({
    country: z.string().max(2),
    language: z.enum(LOCALES.codes),
    have: z.string().max(40),
  }),
  audit: null,
  run: async (work, { country, ...wanted }) => {
    const kept = await loadKept(work, toCountry(country), wanted)
    const brought = kept === null ? {} : { version: kept.version, kept: JSON.stringify(kept), shell: shell() }
    return { type: 'application/json; charset=utf-8', body: JSON.stringify(brought) }
  },
})
