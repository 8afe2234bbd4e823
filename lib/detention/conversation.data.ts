import 'server-only'
import type { Prisma } from '@/lib/db/generated/client'
import type { Work } from '@/lib/db/work'
import { findOwnIds } from '@/lib/lists/list.data'
import { LIST_OF_KIND, splitFiner, standardsOf } from '@/lib/lists/list.rules'
import { newId } from '@/lib/shared/ids'
import { encryptText, signalNoteAt } from './encrypted-text.data'
import type { Outcome } from './outcome.rules'
import type { EncounterInput, VisitInput } from './visit.schema'

export type Conversation = {
  readonly caseId: string
  readonly personId: string
  readonly encounter: EncounterInput & { readonly outcome: Outcome }
}
export type OnVisit = {
  readonly id: string
  readonly placeId: string
  readonly onDate: string
  readonly mode: VisitInput['mode']
  /** It was there before this writing. */
  readonly isJoined: boolean
}

const CHIPS = [
  ['topic', 'topics'],
  ['action', 'actions'],
  ['request', 'requests'],
] as const
type Chips = Pick<EncounterInput, 'topics' | 'actions' | 'requests'>

/** The chips of a conversation as rows hold them: kind and standard code. */
export const toItems = (chips: Chips): { kind: string; code: string }[] =>
  CHIPS.flatMap(([kind, part]) => standardsOf(chips[part]).map((code) => ({ kind, code })))

/** The chips as they were pressed, finer ones with their key. */
export const toPressed = (chips: Chips): { kind: string; code: string }[] =>
  CHIPS.flatMap(([kind, part]) => chips[part].map((code) => ({ kind, code })))

/** Puts the finer values beside the standard ones, which are there already. */
export const insertFiner = async (
  work: Work,
  told: readonly { readonly encounterId: string; readonly caseId: string; readonly chips: Chips }[],
): Promise<void> => {
  const finer = told.flatMap(({ encounterId, caseId, chips }) =>
    CHIPS.flatMap(([kind, part]) =>
      chips[part].flatMap((code) => {
        const { standard, key } = splitFiner(code)
        return key === null ? [] : [{ encounterId, caseId, kind, standard, key, list: LIST_OF_KIND[kind] }]
      }),
    ),
  )
  if (finer.length === 0) return
  const idOf = await findOwnIds(work, finer)
  await work.tx.encounterFiner.createMany({
    data: finer.map((one) => ({
      encounterId: one.encounterId,
      caseId: one.caseId,
      kind: one.kind,
      code: one.standard,
      ownId: idOf(one),
    })),
    skipDuplicates: true,
  })
}

/** One signal of a conversation as its row, its words encrypted with the key of the file. */
export const toSignalRow = async (
  work: Work,
  of: { readonly encounterId: string; readonly caseId: string },
  { code, severity, note }: EncounterInput['signals'][number],
): Promise<Prisma.SignalCreateManyInput> => {
  const id = newId(work.now.getTime())
  const noteCipher = await encryptText(work, signalNoteAt(of.caseId, id), note)
  return { id, ...of, code, severity, noteCipher, raisedBy: work.actor.id }
}
