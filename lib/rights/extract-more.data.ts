import 'server-only'
import { activities } from '@/lib/activities/activity.data'
import { listGroupsOf } from '@/lib/activities/group.data'
import { appointments } from '@/lib/appointments/appointment.data'
import { screenings } from '@/lib/asylum/register.data'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import { listReplaced } from '@/lib/cases/former.data'
import { listClosings } from '@/lib/closings/closing.data'
import { contacts } from '@/lib/contacts/contact.data'
import { listPlacesOutside } from '@/lib/countries/place-outside.data'
import type { Work } from '@/lib/db/work'
import { listDeadlines } from '@/lib/deadlines/deadline.data'
import { accountNoteAt, encounterNoteAt, openText } from '@/lib/detention/encrypted-text.data'
import { listGiven } from '@/lib/fields/answer.data'
import { listFieldChoices } from '@/lib/fields/choice.data'
import { listFields } from '@/lib/fields/field.data'
import type { Whose } from '@/lib/fields/given.rules'
import { listEvents } from '@/lib/guardianship/event.data'
import { quotes } from '@/lib/quotes/quote.data'
import { openEach } from '@/lib/registers/register.data'
import { dayOf } from '@/lib/shared/dates'
import { listGoals } from '@/lib/tasks/goal.data'
import { listTasks } from '@/lib/tasks/task.data'
import { listAccounts, listSigns } from '@/lib/trafficking/account.data'
import { stages } from '@/lib/trafficking/stage.data'
import { listBeside } from './extract-words-beside.data'
import { listCorrections } from './request.data'

/** What colleagues who came along wrote of the same conversations. */
const listAccountsOf = async (work: Work, caseId: string, personId: string) => {
  const rows = await work.tx.encounterAccount.findMany({
    where: { caseId, encounter: { personId } },
    select: { id: true, version: true, noteCipher: true, createdAt: true },
    orderBy: { id: 'asc' },
    take: 1000,
  })
  return openEach(rows, async ({ id, version, noteCipher, createdAt }) => ({
    on: dayOf(createdAt),
    text: await openText(work, accountNoteAt(caseId, id, version), noteCipher),
  }))
}

/** What stood in notes and in conversations with them before someone corrected it. */
const listEarlier = async (work: Work, caseId: string, personId: string, isMain: boolean) => {
  const met = await work.tx.encounterRevision.findMany({
    where: { caseId, encounter: { personId } },
    select: { encounterId: true, accountId: true, version: true, noteCipher: true, replacedAt: true },
    orderBy: { id: 'asc' },
    take: 1000,
  })
  const notes = isMain
    ? await work.tx.noteRevision.findMany({
        where: { caseId, note: { privileged: false } },
        select: { noteId: true, version: true, bodyCipher: true, replacedAt: true },
        orderBy: [{ noteId: 'asc' }, { version: 'asc' }],
        take: 1000,
      })
    : []
  const earlier = []
  for (const { encounterId, accountId, version, noteCipher, replacedAt } of met) {
    const place =
      accountId === null
        ? encounterNoteAt(caseId, encounterId, version)
        : accountNoteAt(caseId, accountId, version)
    earlier.push({ at: replacedAt, text: await openText(work, place, noteCipher) })
  }
  for (const { noteId, version, bodyCipher, replacedAt } of notes) {
    const place = { table: 'note', row: noteId, column: 'body', revision: version }
    const holder = { kind: 'file', id: caseId } as const
    earlier.push({ at: replacedAt, text: await work.fieldCrypto.open({ holder, ...place }, bodyCipher) })
  }
  return earlier.filter(({ text }) => text !== '')
}

/** Single values that were written over: those of the file itself go to whom it was opened for. */
const listFormer = async (work: Work, caseHeader: CaseHeader, personId: string, isMain: boolean) => {
  const { ofPeople, ofFile, steps } = await listReplaced(work, caseHeader)
  return {
    values: [...(isMain ? ofFile : []), ...ofPeople.filter((one) => one.personId === personId)],
    steps: isMain ? steps : [],
  }
}

/** Every answer to a field of the organisation's own, those before it too, whatever its class and whether it is still asked. */
const listOwn = async (work: Work, { id: caseId }: CaseHeader, personId: string, isMain: boolean) => {
  const fields = await listFields(work)
  const met = await work.tx.encounter.findMany({ where: { caseId, personId }, select: { id: true } })
  const whose: Whose[] = [
    ...(isMain ? [{ owner: 'file', id: caseId } as const] : []),
    { owner: 'person', id: personId },
    ...met.map(({ id }) => ({ owner: 'encounter', id }) as const),
  ]
  return {
    fields,
    given: await listGiven(work, fields, { caseId, whose }),
    choices: await listFieldChoices(work, fields),
  }
}

/**
 * What no summary shows and is theirs all the same (GDPR art. 15): every row, also those that others took the place of. What hangs
 * on the file alone goes to whom it was opened for.
 */
export const readMore = async (work: Work, caseHeader: CaseHeader, personId: string, isMain: boolean) => {
  const caseId = caseHeader.id
  const own = (one: { readonly personId: string | null }) =>
    one.personId === personId || (isMain && one.personId === null)
  return {
    accounts: await listAccountsOf(work, caseId, personId),
    beside: await listBeside(work, caseId, personId, isMain),
    earlier: await listEarlier(work, caseId, personId, isMain),
    former: await listFormer(work, caseHeader, personId, isMain),
    guardianship: (await listEvents(work, caseId)).filter(own),
    account: isMain ? await listAccounts(work, caseId) : [],
    signs: isMain ? await listSigns(work, caseId) : [],
    stages: isMain ? await stages.list(work, caseId) : [],
    over: isMain ? (await listDeadlines(work, caseId)).filter(({ status }) => status !== 'open') : [],
    tasks: isMain ? (await listTasks(work, caseId)).filter(({ done }) => done !== null) : [],
    goals: isMain ? (await listGoals(work, caseId)).filter(({ state }) => state !== 'open') : [],
    reached: (await contacts.list(work, caseId)).filter((one) => one.personId === personId),
    screenings: (await screenings.list(work, caseId)).filter((one) => one.personId === personId),
    quotes: (await quotes.list(work, caseId)).filter((one) => one.personId === personId),
    appointments: (await appointments.list(work, caseId)).filter((one) => one.personId === personId),
    groups: (await listGroupsOf(work, caseId)).filter((one) => one.personId === personId),
    done: (await activities.list(work, caseId)).filter((one) => one.personId === personId),
    places: await listPlacesOutside(work),
    own: await listOwn(work, caseHeader, personId, isMain),
    closings: isMain ? await listClosings(work, caseId) : [],
    corrections: (await listCorrections(work, caseId)).filter((one) => one.personId === personId),
  }
}
