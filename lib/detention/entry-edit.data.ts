import 'server-only'
import * as z from 'zod'
import { scopeCases } from '@/lib/access/scope'
import { SEVERITIES } from '@/lib/cases/severity.rules'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { joinFiner, toChosen } from '@/lib/lists/list.rules'
import { toDay } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { lockEncounter, toOutcomes } from './account.data'
import { insertFiner, toItems, toPressed, toSignalRow } from './conversation.data'
import { IS_THERE, isNewSignal } from './conversation.rules'
import { accountNoteAt, encounterNoteAt, encryptText, openText } from './encrypted-text.data'
import { encounterSheet, openEncounter } from './entry.data'
import { OUTCOMES, type Outcome } from './outcome.rules'
import { updateStays } from './stay.data'
import type { AccountEdit, EncounterEdit } from './visit.schema'

const toCode = ({ kind, code }: { readonly kind: string; readonly code: string }): string => `${kind}:${code}`
const taken = z.array(z.object({ taken: z.number() })).length(1)

/** The conversation as it stands, held until the end of the transaction. Throws NotFound when it is out of reach. */
export const holdEncounter = async (work: Work, encounterId: string) => {
  const where = { id: encounterId, file: scopeCases(work.actor, 'visit:record', work.now) }
  if ((await work.tx.encounter.count({ where })) === 0) throw new NotFound()
  await lockEncounter(work, encounterId)
  const row = await work.tx.encounter.findFirst({ where, select: { ...encounterSheet, placeId: true } })
  if (row === null) throw new NotFound()
  return row
}
type LockedEncounter = Awaited<ReturnType<typeof holdEncounter>>

/** The same as the fields of the form hold it, with the words that stand there now. */
export const toEditForm = async (work: Work, row: LockedEncounter) => {
  const { note } = await openEncounter(work, row)
  const chosen = toChosen(row.items)
  const codes = (kind: string) => chosen.filter((item) => item.kind === kind).map(({ code }) => code)
  return {
    version: row.version,
    outcome: OUTCOMES.read(row.ownOutcome ?? row.outcome),
    metAt: row.metAt ?? '',
    language: row.language ?? '',
    interpreter: row.interpreter ?? '',
    projectId: row.projectId ?? '',
    topics: codes('topic'),
    actions: codes('action'),
    requests: codes('request'),
    note,
  }
}

/** A corrected outcome says where the person is, unless one of us has met them since. */
const moveStay = async (work: Work, row: LockedEncounter, outcome: Outcome): Promise<void> => {
  const isThere = IS_THERE[outcome]
  if (isThere === null || outcome === row.outcome) return
  const { caseId, personId, placeId } = row
  const later = await work.tx.encounter.count({ where: { personId, metOn: { gt: row.metOn } } })
  if (later > 0) return
  await updateStays(work, { placeId, onDate: toDay(row.metOn) }, [{ caseId, personId, isThere }])
}

/** Puts what stands there into the history and the new words in its place. The caller has compared the versions. */
export const updateEncounter = async (
  work: Work,
  row: LockedEncounter,
  edit: EncounterEdit,
): Promise<void> => {
  const { id: encounterId, caseId, version } = row
  await work.tx.encounterRevision.createMany({
    data: {
      id: newId(work.now.getTime()),
      encounterId,
      caseId,
      version,
      outcome: row.ownOutcome ?? row.outcome,
      // The standard ones always, for app.withdraw_items; the finer ones beside them.
      codes: [...new Set([...row.items.map(toCode), ...toChosen(row.items).map(toCode)])],
      noteCipher: row.noteCipher === null ? null : Uint8Array.from(row.noteCipher),
      replacedBy: work.actor.id,
    },
  })
  const wanted = toItems(edit)
  const kept = new Set(wanted.map(toCode))
  const withdrawn = row.items.map(toCode).filter((code) => !kept.has(code))
  const [answer] = taken.parse(
    await work.tx.$queryRaw`SELECT app.withdraw_items(${encounterId}::uuid, ${withdrawn}::text[]) AS taken`,
  )
  if (answer?.taken !== withdrawn.length) throw new Error('chips could not be taken back')
  const pressed = new Set(toPressed(edit).map(toCode))
  const released = row.items.flatMap(({ kind, code, finer }) =>
    kept.has(toCode({ kind, code }))
      ? finer.flatMap(({ ownId, own }) =>
          pressed.has(toCode({ kind, code: joinFiner(code, own.key) })) ? [] : [ownId],
        )
      : [],
  )
  const [finerAnswer] = taken.parse(
    await work.tx.$queryRaw`SELECT app.withdraw_finer(${encounterId}::uuid, ${released}::uuid[]) AS taken`,
  )
  if (finerAnswer?.taken !== released.length) throw new Error('finer chips could not be taken back')
  await work.tx.encounterItem.createMany({
    data: wanted.map((item) => ({ encounterId, caseId, ...item })),
    skipDuplicates: true,
  })
  await insertFiner(work, [{ encounterId, caseId, chips: edit }])
  const raised = row.signals.map(({ code, severity, answeredAt }) => ({
    code,
    severity: SEVERITIES.read(severity),
    isAnswered: answeredAt !== null,
  }))
  for (const signal of edit.signals.filter((one) => isNewSignal(one, raised)))
    await work.tx.signal.createMany({ data: [await toSignalRow(work, { encounterId, caseId }, signal)] })
  const outcomes = toOutcomes(edit.outcome, row.accounts)
  await work.tx.encounter.updateMany({
    where: { id: encounterId },
    data: {
      ...outcomes,
      metAt: edit.metAt,
      language: edit.language === '' ? null : edit.language,
      interpreter: edit.interpreter === '' ? null : edit.interpreter,
      ...(edit.projectId === undefined ? {} : { projectId: edit.projectId }),
      noteCipher: await encryptText(work, encounterNoteAt(caseId, encounterId, version + 1), edit.note),
      editedAt: work.now,
      version: { increment: 1 },
    },
  })
  await moveStay(work, row, outcomes.outcome)
}

/** A colleague's account with its conversation, both held. Throws NotFound when out of reach. */
export const holdAccount = async (work: Work, accountId: string) => {
  const found = await work.tx.encounterAccount.findUnique({
    where: { id: accountId },
    select: { encounterId: true },
  })
  if (found === null) throw new NotFound()
  const encounter = await holdEncounter(work, found.encounterId)
  const account = encounter.accounts.find(({ id }) => id === accountId)
  if (account === undefined) throw new NotFound()
  const at = accountNoteAt(encounter.caseId, account.id, account.version)
  return { encounter, account, note: await openText(work, at, account.noteCipher) }
}

export const updateAccount = async (
  work: Work,
  { encounter, account }: Pick<Awaited<ReturnType<typeof holdAccount>>, 'encounter' | 'account'>,
  edit: AccountEdit,
): Promise<void> => {
  const { id: encounterId, caseId } = encounter
  await work.tx.encounterRevision.createMany({
    data: {
      id: newId(work.now.getTime()),
      encounterId,
      accountId: account.id,
      caseId,
      version: account.version,
      outcome: account.outcome,
      codes: [],
      noteCipher: account.noteCipher === null ? null : Uint8Array.from(account.noteCipher),
      replacedBy: work.actor.id,
    },
  })
  await work.tx.encounterAccount.updateMany({
    where: { id: account.id },
    data: {
      outcome: edit.outcome,
      noteCipher: await encryptText(work, accountNoteAt(caseId, account.id, account.version + 1), edit.note),
      editedAt: work.now,
      version: { increment: 1 },
    },
  })
  const others = encounter.accounts.map((one) => (one.id === account.id ? edit : one))
  const outcomes = toOutcomes(OUTCOMES.read(encounter.ownOutcome ?? encounter.outcome), others)
  await work.tx.encounter.updateMany({ where: { id: encounterId }, data: outcomes })
  await moveStay(work, encounter, outcomes.outcome)
}
