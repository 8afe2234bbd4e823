import type { Prisma } from '../../lib/db/generated/client'
import { addDays, type Day, toDate } from '../../lib/shared/dates'
import { newId } from './demo-ids'
import { PARTNERS } from './demo-partner-rows'
import type { Encrypter } from './encrypter'

type Tools = { readonly tx: Prisma.TransactionClient; readonly encrypter: Encrypter; readonly today: Day }
/** Whom the demo’s organisation works with. @returns the id of each by its name */
export const insertDemoPartners = async ({
  tx,
  encrypter,
  today,
}: Tools): Promise<ReadonlyMap<string, string>> => {
  const { id: organisationId } = await tx.organisation.findFirstOrThrow({ select: { id: true } })
  const { id: createdBy } = await tx.staff.findFirstOrThrow({
    where: { role: 'coordinator' },
    select: { id: true },
    orderBy: { name: 'asc' },
  })
  const ids = new Map<string, string>()
  const dayAgo = (days: number): Date => toDate(addDays(today, -days))
  for (const told of PARTNERS) {
    const { people = [], warning, free, checked, retired, ages = 'all', ...row } = told
    const id = newId()
    ids.set(row.name, id)
    const holder = { kind: 'partner', id } as const
    await tx.partner.createMany({
      data: {
        id,
        organisationId,
        createdBy,
        ...row,
        languages: [...row.languages],
        regions: [...row.regions],
        ages,
        freePlaces: free?.places ?? null,
        freeOn: free === undefined ? null : dayAgo(free.ago),
        checkedOn: checked === undefined ? null : dayAgo(checked),
        retiredAt: retired === true ? dayAgo(10) : null,
      },
    })
    for (const { name, role, phone, languages, ways = [], signed } of people) {
      const personId = newId()
      const details = JSON.stringify({ name, role, phone, email: '' })
      await tx.partnerPerson.createMany({
        data: {
          id: personId,
          partnerId: id,
          organisationId,
          createdBy,
          detailsCipher: encrypter.encrypt(holder, 'partner_person', personId, 'details', 1, details),
          languages: [...languages],
          ways: [...ways],
          signedUntil: signed === undefined ? null : toDate(addDays(today, signed)),
        },
      })
    }
    if (warning === undefined) continue
    const warningId = newId()
    await tx.partnerWarning.createMany({
      data: {
        id: warningId,
        partnerId: id,
        organisationId,
        createdBy,
        reasonCipher: encrypter.encrypt(holder, 'partner_warning', warningId, 'reason', 1, warning),
        createdAt: dayAgo(25),
      },
    })
  }
  return ids
}
