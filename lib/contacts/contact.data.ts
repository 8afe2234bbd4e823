import 'server-only'
import type { Work } from '@/lib/db/work'
import { markNumber } from '@/lib/people/number.data'
import { recordStore } from '@/lib/records/record.data'
import { currentOf } from '@/lib/registers/register.rules'
import { dayOf } from '@/lib/shared/dates'
import { isNumber, isUsable } from './contact.rules'
import { type ContactRow, contact } from './contact.schema'

/** How the people of files are reached. */
export const contacts = recordStore(contact, {
  list: (tx, asked) => tx.safeContact.findMany(asked),
  add: (tx, row, { channel, value }) => {
    // The database takes the marks off again in a sealed file.
    const isMarked = isNumber(channel) && row.mistake === null
    const marks = markNumber(isMarked ? 'phone' : null, value)
    return tx.safeContact.createMany({ data: { ...row, ...marks } })
  },
})

/** What may be used today, the latest confirmed first. */
export const listUsable = async (work: Work, caseIds: readonly string[]): Promise<ContactRow[]> =>
  currentOf(await contacts.list(work, ...caseIds))
    .map(({ row }) => row)
    .filter((row) => isUsable(row, dayOf(work.now)))
    .sort((a, b) => ((a.confirmedOn ?? '') < (b.confirmedOn ?? '') ? 1 : -1))
