import 'server-only'
import { listWords } from '@/lib/cases/word.data'
import type { Labelled } from '@/lib/cases/word.view'
import { DETENTION_KINDS } from '@/lib/countries/vocabulary.rules'
import type { Work } from '@/lib/db/work'
import type { ReferralRow } from '@/lib/referrals/referral.schema'
import { currentOf } from '@/lib/registers/register.rules'
import { type Day, dayOf, toDay } from '@/lib/shared/dates'
import { type Account, findAccount, listSigns } from './account.data'
import { type Contradiction, contradictionsOf, type FileSays, factsFor, placeOf } from './sheet.rules'
import { TRAFFICKING_LISTS } from './vocabulary.rules'

const isDetainedIn = ({ kind }: { readonly kind: string }): boolean => DETENTION_KINDS.has(kind)

/** Where someone is held, and since when as far as that is known. */
type HeldAt = { readonly place: Labelled; readonly since: Day | null }

/** What the open files of people and this file say, as far as the actor reaches them, and where they are held. */
export const readFileSays = async (
  work: Work,
  caseId: string,
  personIds: readonly string[],
  account: Account | null,
): Promise<FileSays & { readonly heldAt: HeldAt | null }> => {
  const here = { OR: [{ caseId }, { secrecy: 'open' }] }
  const among = { in: [...personIds] }
  const stays = await work.tx.placeStay.findMany({
    where: { personId: among, ...here },
    select: {
      since: true,
      until: true,
      place: { select: { kind: true, labelEn: true, labelFr: true, labelNl: true, labelDe: true } },
    },
    orderBy: { createdAt: 'desc' },
  })
  const critical = await work.tx.signal.count({
    where: { answeredAt: null, severity: 'critical', encounter: { personId: among }, ...here },
  })
  const held = stays.find(({ until, place }) => until === null && isDetainedIn(place))
  return {
    place: placeOf(
      stays.map(({ until, place }) => ({
        isHeld: isDetainedIn(place),
        until: until && toDay(until),
      })),
      account === null ? null : dayOf(account.recordedAt),
    ),
    hasCriticalSignal: critical > 0,
    heldAt: held === undefined ? null : { place: held.place, since: held.since && toDay(held.since) },
  }
}

type Row = Pick<ReferralRow, 'caseId' | 'personId' | 'fields' | 'urgency'>

/** What of the room stands on the sheet of a referral: no more than its ticked fields. */
export const readSheetFacts = async (work: Work, { caseId, personId, fields }: Row) => {
  const account = await findAccount(work, caseId)
  return {
    facts: factsFor(
      account,
      currentOf(await listSigns(work, caseId)).map(({ row }) => row),
      fields,
      await readFileSays(work, caseId, [personId], account),
    ),
    words: await listWords(work, TRAFFICKING_LISTS),
  }
}

/** Why the sheet of a referral must not leave its file; nothing for a file of another kind. */
export const listContradictions = async (
  work: Work,
  file: { readonly kind: string },
  row: Row,
): Promise<readonly Contradiction[]> => {
  if (file.kind !== 'thb') return []
  const account = await findAccount(work, row.caseId)
  const signs = currentOf(await listSigns(work, row.caseId))
  const isDamaged = account?.isDamaged === true || signs.some((sign) => sign.row.isDamaged)
  return [
    // No one outside gets a sheet on which an answer or a sign is missing.
    ...(isDamaged ? ['sheetDamaged' as const] : []),
    ...contradictionsOf(account, await readFileSays(work, row.caseId, [row.personId], account), row),
  ]
}
