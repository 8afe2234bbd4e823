import 'server-only'
import type { Work } from '@/lib/db/work'
import { readSettings } from '@/lib/settings/registry.schema'
import type { FormKey } from './configuration.schema'
import { listEditions } from './edition.data'
import type { ShownSetting } from './setting.view'

/** The settings of a page as they are stored, with their changes, newest first. */
export const listSettings = async (
  work: Work,
  keys: readonly FormKey[],
): Promise<readonly ShownSetting[]> => {
  const editions = await listEditions(work, ['setting'], keys)
  return keys.map((key) => ({
    key,
    value: work.settings.get(key),
    editions: editions.filter(({ item }) => item === key),
  }))
}

/** The mail server as it is set in the application; the environment wins over it (lib/configuration/mail.data.ts). */
export const getOwnMail = async (work: Work) => {
  const row = await work.tx.setting.findUnique({
    where: { organisationId_key: { organisationId: work.actor.organisationId, key: 'mail.server' } },
    select: { value: true },
  })
  return row === null ? null : readSettings({ 'mail.server': row.value }).get('mail.server')
}
