import 'server-only'
import type { AuthWork } from '@/lib/db/work'
import { readSettings, type Settings } from '@/lib/settings/registry.schema'

/** What the organisation of an account has made stricter about signing in (docs/adr/0162). */
export const readRules = async (
  work: AuthWork,
  staffId: string,
): Promise<{ readonly rules: Pick<Settings, 'get'> }> => {
  const rows = await work.tx.setting.findMany({
    where: { key: { startsWith: 'signIn.' }, organisation: { staff: { some: { id: staffId } } } },
    select: { key: true, value: true },
  })
  return { rules: readSettings(Object.fromEntries(rows.map(({ key, value }) => [key, value]))) }
}

/** The shortest password that an organisation takes; never shorter than what is shipped for the account. */
export const leastCharacters = async (
  work: AuthWork,
  organisationId: string,
  shipped: number,
): Promise<number> => {
  const row = await work.tx.setting.findUnique({
    where: { organisationId_key: { organisationId, key: 'signIn.password' } },
    select: { value: true },
  })
  return row === null
    ? shipped
    : Math.max(shipped, readSettings({ 'signIn.password': row.value }).get('signIn.password'))
}
