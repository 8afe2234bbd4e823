import 'server-only'
import * as z from 'zod'
import { type OutsideKey, openOutside } from '@/lib/crypto/outside-key'
import { storedCode } from '@/lib/db/stored-code'
import type { ShareWork } from '@/lib/db/work'
import { LOCALES } from '@/lib/i18n/locales'
import { noteDamage } from '@/lib/runtime/log'
import { sheetAt } from './share.data'

const line = z.object({ label: z.string(), text: z.string() })
/** A sheet in words, in every language of the application, as it left: nothing of the file is read again. */
const outsideSheet = z.record(
  storedCode(LOCALES),
  z.object({
    lines: z.array(line),
    sections: z.array(z.object({ title: z.string(), lines: z.array(line) })),
  }),
)
export type OutsideSheet = z.output<typeof outsideSheet>

const opened = z
  .array(
    z.object({
      share_id: z.uuid(),
      sheet: z.instanceof(Uint8Array),
      opening: z.number(),
      openings: z.number(),
      until: z.date(),
    }),
  )
  .max(1)

/** Opens a link with its code, once more; null for everything that opens nothing, `damaged` when the sheet is. The database counts and writes the audit log. */
export const openShare = async (work: ShareWork, key: OutsideKey) => {
  const [row] = opened.parse(
    await work.tx.$queryRaw`
      SELECT share_id, sheet, opening, openings, until FROM app.open_share(${key.linkHash}, ${key.codeCheck})`,
  )
  if (row === undefined) return null
  const { share_id: shareId, sheet, opening, openings, until } = row
  const text = openOrNull(key, shareId, sheet)
  if (text === null) return 'damaged' as const
  return { sheet: outsideSheet.parse(JSON.parse(text)), opening, openings, until }
}
export type OpenedShare = Exclude<Awaited<ReturnType<typeof openShare>>, null | 'damaged'>

/** The code was right, so the sheet opens unless it is damaged: then the log says so. No one is signed in who could be told. */
const openOrNull = (key: OutsideKey, shareId: string, sheet: Uint8Array): string | null => {
  const at = sheetAt(shareId)
  try {
    return openOutside(key, at, sheet)
  } catch {
    noteDamage({ table: at.table, column: at.column, row: shareId })
    return null
  }
}

/** Counts a try of a network, known by a keyed fingerprint; false when there were too many. */
export const mayTryShare = async (work: ShareWork, network: string): Promise<boolean> => {
  const [row] = z
    .array(z.object({ may: z.boolean() }))
    .length(1)
    .parse(await work.tx.$queryRaw`SELECT app.may_try_share(${network}) AS may`)
  return row?.may === true
}
