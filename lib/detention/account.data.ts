import 'server-only'
import { SEVERITIES } from '@/lib/cases/severity.rules'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { newId } from '@/lib/shared/ids'
import { type Conversation, insertFiner, toItems, toSignalRow } from './conversation.data'
import { isNewSignal, strongestOutcome } from './conversation.rules'
import { accountNoteAt, encounterNoteAt, encryptText, openText } from './encrypted-text.data'
import { OUTCOMES, type Outcome } from './outcome.rules'

/** No one else changes this conversation until the end of the transaction. */
export const lockEncounter = async (work: Work, encounterId: string): Promise<void> => {
  await work.tx.$queryRaw`SELECT id FROM encounter WHERE id = ${encounterId}::uuid FOR UPDATE`
}

const current = {
  id: true,
  caseId: true,
  outcome: true,
  ownOutcome: true,
  metAt: true,
  language: true,
  interpreter: true,
  noteCipher: true,
  version: true,
  accounts: { select: { outcome: true } },
  signals: { select: { code: true, severity: true, answeredAt: true } },
} as const

/** What holds, and what the author said where that is another. */
export const toOutcomes = (own: Outcome, others: readonly { readonly outcome: string }[]) => {
  const outcome = strongestOutcome(
    own,
    others.map((one) => OUTCOMES.read(one.outcome)),
  )
  return { outcome, ownOutcome: outcome === own ? null : own }
}

/**
 * A second account of a conversation that is there already: its text stands in a row of its own, chips and signals are
 * united at the encounter, and the strongest outcome holds. Nothing that stood there is changed.
 */
export const insertAccount = async (
  work: Work,
  encounterId: string,
  { encounter }: Conversation,
): Promise<void> => {
  await lockEncounter(work, encounterId)
  const row = await work.tx.encounter.findUnique({ where: { id: encounterId }, select: current })
  if (row === null) throw new NotFound()
  const { caseId } = row
  const id = newId(work.now.getTime())
  await work.tx.encounterAccount.createMany({
    data: {
      id,
      encounterId,
      caseId,
      outcome: encounter.outcome,
      noteCipher: await encryptText(work, accountNoteAt(caseId, id, 1), encounter.note),
      authorId: work.actor.id,
    },
  })
  await work.tx.encounterItem.createMany({
    data: toItems(encounter).map((item) => ({ encounterId, caseId, ...item })),
    skipDuplicates: true,
  })
  await insertFiner(work, [{ encounterId, caseId, chips: encounter }])
  const raised = row.signals.map(({ code, severity, answeredAt }) => ({
    code,
    severity: SEVERITIES.read(severity),
    isAnswered: answeredAt !== null,
  }))
  for (const signal of encounter.signals.filter((one) => isNewSignal(one, raised)))
    await work.tx.signal.createMany({ data: [await toSignalRow(work, { encounterId, caseId }, signal)] })
  // Anyone who corrects the conversation at this moment must see that it has grown: the version moves, and the first text
  // with it, because the ciphertext is bound to the version.
  const note = await openText(work, encounterNoteAt(caseId, row.id, row.version), row.noteCipher)
  await work.tx.encounter.updateMany({
    where: { id: encounterId },
    data: {
      ...toOutcomes(OUTCOMES.read(row.ownOutcome ?? row.outcome), [...row.accounts, encounter]),
      metAt: row.metAt ?? encounter.metAt,
      language: row.language ?? (encounter.language === '' ? null : encounter.language),
      interpreter: row.interpreter ?? (encounter.interpreter === '' ? null : encounter.interpreter),
      noteCipher: await encryptText(work, encounterNoteAt(caseId, row.id, row.version + 1), note),
      version: { increment: 1 },
    },
  })
}
