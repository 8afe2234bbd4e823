import 'server-only'
import { scopeCases } from '@/lib/access/scope'
import { NotFound } from '@/lib/db/errors'
import type { Prisma } from '@/lib/db/generated/client'
import type { Work } from '@/lib/db/work'
import { toChosen } from '@/lib/lists/list.rules'
import { openNames, personClaims } from '@/lib/people/person.data'
import { toDay } from '@/lib/shared/dates'
import { isUuid } from '@/lib/shared/ids'
import { accountNoteAt, encounterNoteAt, openText, signalNoteAt } from './encrypted-text.data'

/** What was picked, with the organisation’s finer values beside it. */
export const itemSelect = {
  kind: true,
  code: true,
  finer: { select: { ownId: true, own: { select: { key: true } } } },
} as const satisfies Prisma.EncounterItemSelect

const by = { select: { name: true } } as const

/** One conversation with everything that was said of it. */
export const encounterSheet = {
  id: true,
  visitId: true,
  caseId: true,
  personId: true,
  metOn: true,
  outcome: true,
  ownOutcome: true,
  mode: true,
  isAgain: true,
  metAt: true,
  language: true,
  interpreter: true,
  projectId: true,
  noteCipher: true,
  createdAt: true,
  editedAt: true,
  version: true,
  author: by,
  file: { select: { code: true, secrecy: true } },
  person: { select: { names: personClaims.names } },
  place: { select: { labelEn: true, labelFr: true, labelNl: true, labelDe: true } },
  items: { select: itemSelect, orderBy: [{ kind: 'asc' }, { code: 'asc' }] },
  signals: {
    select: {
      id: true,
      code: true,
      severity: true,
      noteCipher: true,
      answeredAt: true,
      raisedAt: true,
      raiser: by,
    },
    orderBy: [{ raisedAt: 'asc' }, { id: 'asc' }],
  },
  accounts: {
    select: { id: true, outcome: true, noteCipher: true, editedAt: true, version: true, author: by },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  },
} satisfies Prisma.EncounterSelect
type EncounterRow = Prisma.EncounterGetPayload<{ select: typeof encounterSheet }>

/** Everything sealed in a conversation opened. */
export const openEncounter = async (
  work: Work,
  { noteCipher, signals, accounts, person, ...row }: EncounterRow,
) => {
  const told = []
  for (const { noteCipher: encrypted, ...signal } of signals)
    told.push({ ...signal, note: await openText(work, signalNoteAt(row.caseId, signal.id), encrypted) })
  const others = []
  for (const { noteCipher: encrypted, ...account } of accounts)
    others.push({
      ...account,
      note: await openText(work, accountNoteAt(row.caseId, account.id, account.version), encrypted),
    })
  const [name] = await openNames(work, row.personId, person.names)
  return {
    ...row,
    items: toChosen(row.items),
    name: name?.text ?? '',
    note: await openText(work, encounterNoteAt(row.caseId, row.id, row.version), noteCipher),
    signals: told,
    accounts: others,
  }
}
export type OpenEncounter = Awaited<ReturnType<typeof openEncounter>>

/** What stood in a conversation or an account before someone corrected it, the latest first. */
const listRevisions = async (work: Work, encounterId: string, caseId: string) => {
  const rows = await work.tx.encounterRevision.findMany({
    where: { encounterId },
    orderBy: [{ replacedAt: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      accountId: true,
      version: true,
      outcome: true,
      codes: true,
      noteCipher: true,
      replacedAt: true,
      replacer: by,
      account: { select: { author: by } },
    },
  })
  const revisions = []
  for (const { noteCipher, ...row } of rows) {
    const at =
      row.accountId === null
        ? encounterNoteAt(caseId, encounterId, row.version)
        : accountNoteAt(caseId, row.accountId, row.version)
    revisions.push({ ...row, note: await openText(work, at, noteCipher) })
  }
  return revisions
}

/** One conversation with its history. Out of reach is not found, like a conversation that never was. */
export const getEntry = async (work: Work, encounterId: string) => {
  if (!isUuid(encounterId)) throw new NotFound()
  const row = await work.tx.encounter.findFirst({
    where: { id: encounterId, file: scopeCases(work.actor, 'case:read', work.now) },
    select: encounterSheet,
  })
  if (row === null) throw new NotFound()
  const editable = await work.tx.encounter.count({
    where: { id: encounterId, file: scopeCases(work.actor, 'visit:record', work.now) },
  })
  return {
    ...(await openEncounter(work, row)),
    metOn: toDay(row.metOn),
    revisions: await listRevisions(work, encounterId, row.caseId),
    canEdit: editable === 1,
  }
}
export type Entry = Awaited<ReturnType<typeof getEntry>>
