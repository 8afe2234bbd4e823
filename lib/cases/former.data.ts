import 'server-only'
import * as z from 'zod'
import type { Work } from '@/lib/db/work'
import { fieldOfColumn, type PersonField } from '@/lib/people/person-field.rules'
import { type Day, dayOf } from '@/lib/shared/dates'
import { openNextStep } from './case.data'
import type { CaseHeader } from './case-header.data'
import type { NextStep } from './file-rows.data'
import { FILE_FIELDS, type FileField, withNext } from './known.rules'

/** What was written over, with what took its place. `by` is null where the audit log of this file does not say it. */
export type Replaced = { readonly at: Date; readonly by: string | null } & (
  | {
      readonly kind: 'ofPerson'
      readonly personId: string
      readonly field: PersonField
      readonly was: string
      readonly now: string
      /** It stood in the row of a person who was merged into them. */
      readonly isOfMerged: boolean
    }
  | { readonly kind: 'ofFile'; readonly field: FileField; readonly was: string; readonly now: string }
  | { readonly kind: 'step'; readonly was: NextStep | null; readonly now: NextStep | null }
)
export type ReplacedOf<Kind extends Replaced['kind']> = Extract<Replaced, { readonly kind: Kind }>

const hands = z.array(z.object({ txid: z.string(), name: z.string() }))

/**
 * The oldest first. Who wrote over what is told of a person stands in the audit log of the file where it was done, and nowhere else:
 * they may stand in files whose workers no one here is to know.
 */
const listOfPeople = async (work: Work, caseHeader: CaseHeader): Promise<ReplacedOf<'ofPerson'>[]> => {
  const rows = await work.tx.personFormerValue.findMany({
    where: { personId: { in: [...caseHeader.people, ...caseHeader.former].map(({ id }) => id) } },
    orderBy: [{ replacedAt: 'asc' }, { txid: 'asc' }],
  })
  if (rows.length === 0) return []
  const found = hands.parse(
    await work.tx.$queryRaw`
      SELECT DISTINCT e.txid::text AS txid, s.name FROM audit_event e JOIN staff s ON s.id = e.actor_id
       WHERE e.case_id = ${caseHeader.id}::uuid AND e.txid = ANY (${rows.map(({ txid }) => txid)}::bigint[])`,
  )
  const names = new Map(found.map(({ txid, name }) => [txid, name]))
  return rows.map(({ personId, subjectId, field, value, became, replacedAt, txid }) => ({
    kind: 'ofPerson',
    at: replacedAt,
    by: names.get(String(txid)) ?? null,
    personId,
    field: fieldOfColumn(field),
    was: value,
    now: became,
    isOfMerged: subjectId !== personId,
  }))
}

const since = z.array(z.object({ since: z.date() })).length(1)

/** From which day on what is written over is kept; null where that is the whole life of the file. */
export const readKeptSince = async (work: Work, { openedOn }: CaseHeader): Promise<Day | null> => {
  const [kept] = since.parse(await work.tx.$queryRaw`SELECT app.former_since() AS since`)
  const day = kept === undefined ? null : dayOf(kept.since)
  return day !== null && openedOn < day ? day : null
}

/** What was written over in a file and told of its people, the oldest first. */
export const listReplaced = async (work: Work, caseHeader: CaseHeader) => {
  const rows = await work.tx.caseFormerValue.findMany({
    where: { caseId: caseHeader.id },
    orderBy: [{ replacedAt: 'asc' }, { revision: 'asc' }],
    include: { replacer: { select: { name: true } } },
  })
  const ofFile: ReplacedOf<'ofFile'>[] = []
  const steps: Omit<ReplacedOf<'step'>, 'now'>[] = []
  for (const { field, value, became, cipher, revision, onDay, replacedAt: at, replacer } of rows) {
    const by = replacer?.name ?? null
    if (revision === null)
      ofFile.push({
        kind: 'ofFile',
        at,
        by,
        field: FILE_FIELDS.read(field),
        was: value ?? '',
        now: became ?? '',
      })
    else {
      const stood = { nextStepCipher: cipher, nextStepRevision: revision, nextStepOn: onDay }
      steps.push({ kind: 'step', at, by, was: await openNextStep(work, { id: caseHeader.id, ...stood }) })
    }
  }
  return {
    ofPeople: await listOfPeople(work, caseHeader),
    ofFile,
    steps: withNext<NextStep | null, (typeof steps)[number]>(steps, caseHeader.nextStep),
  }
}
