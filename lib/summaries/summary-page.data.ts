import 'server-only'
import { listApplications } from '@/lib/asylum/application.data'
import { listDocuments } from '@/lib/asylum/document.data'
import { listEvents } from '@/lib/asylum/event.data'
import { inOrder } from '@/lib/asylum/event.rules'
import { NEED_LIST } from '@/lib/asylum/need.rules'
import { listReceptions } from '@/lib/asylum/reception.data'
import { mandates, matters, needs } from '@/lib/asylum/register.data'
import { stateOf } from '@/lib/asylum/state.rules'
import { type CaseHeader, getCaseHeader } from '@/lib/cases/case-header.data'
import { type Address, readFile } from '@/lib/cases/file-page.data'
import { listWords } from '@/lib/cases/word.data'
import type { Work } from '@/lib/db/work'
import { listOpenDeadlines } from '@/lib/deadlines/deadline.data'
import { listEpisodes } from '@/lib/detention/episode.data'
import { toEpisodeView } from '@/lib/detention/episode.view'
import { LEGAL_LISTS } from '@/lib/detention/vocabulary.rules'
import { listFields } from '@/lib/fields/field.data'
import type { FieldClass } from '@/lib/fields/field.rules'
import { type OwnPart, readOwn } from '@/lib/fields/own-part.data'
import { listEvents as listGuardianships } from '@/lib/guardianship/event.data'
import { GUARDIANSHIP_LISTS } from '@/lib/guardianship/shape.rules'
import { listMarks } from '@/lib/people/person.data'
import { listReferrals } from '@/lib/referrals/referral.data'
import { current } from '@/lib/registers/event-chain.rules'
import { currentOf, type Revised } from '@/lib/registers/register.rules'
import { dayOf, toDay } from '@/lib/shared/dates'
import { compareWhen } from '@/lib/shared/when/order.rules'
import { listGoals } from '@/lib/tasks/goal.data'
import { listTasks } from '@/lib/tasks/task.data'
import { type ContactRow, type SummaryFile, toParts } from './file.view'
import { readAgreed } from './ground.data'
import type { Section } from './level.rules'
import type { OwnRow } from './own.view'
import { redact } from './redact.rules'
import { getSummary, listSummaries } from './summary.data'

/** The code lists in whose words a sheet speaks. */
export const SHEET_LISTS = [
  'case_kind',
  'case_status',
  'concern_type',
  'reception_place_type',
  'code_207_status',
  ...LEGAL_LISTS.codes,
  NEED_LIST,
  ...GUARDIANSHIP_LISTS,
]
const CONTACTS_SHOWN = 10

const latestFirst = { take: CONTACTS_SHOWN } as const

/** The last contacts with the person, without a word of what was said. */
const listContacts = async (work: Work, caseId: string): Promise<ContactRow[]> => {
  const met = await work.tx.encounter.findMany({
    where: { caseId },
    select: {
      metOn: true,
      outcome: true,
      author: { select: { name: true } },
      place: { select: { kind: true, labelEn: true, labelFr: true, labelNl: true, labelDe: true } },
    },
    orderBy: [{ metOn: 'desc' }, { id: 'desc' }],
    ...latestFirst,
  })
  const notes = await work.tx.note.findMany({
    where: { caseId, kind: { in: ['call', 'meeting'] }, privileged: false },
    select: { kind: true, happenedOn: true, author: { select: { name: true } } },
    orderBy: [{ happenedOn: 'desc' }, { id: 'desc' }],
    ...latestFirst,
  })
  const contacts = [
    ...met.map(
      ({ metOn, outcome, author, place }): ContactRow => ({
        contact: outcome === 'seen' ? 'visit' : 'attempt',
        on: toDay(metOn),
        place,
        by: author.name,
      }),
    ),
    ...notes.map(
      ({ kind, happenedOn, author }): ContactRow => ({
        contact: kind === 'call' ? 'call' : 'meeting',
        on: toDay(happenedOn),
        place: null,
        by: author.name,
      }),
    ),
  ]
  return contacts.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)).slice(0, CONTACTS_SHOWN)
}

/** The rows of a register that stand, the latest first. */
const latestOf = <R extends Revised>(rows: readonly R[]): R[] =>
  currentOf(rows)
    .map(({ row }) => row)
    .reverse()

/** What stands in the own fields of the file and of its people, where it is still asked. */
const listOwnRows = async (work: Work, caseHeader: CaseHeader): Promise<OwnRow[]> => {
  const own = await readOwn(work, caseHeader)
  const rowsOf = ({ whose, shown, choices }: OwnPart): OwnRow[] =>
    shown
      .filter(({ isAsked }) => isAsked)
      .flatMap(({ field, current }) =>
        current.map((given) => ({
          personId: whose.owner === 'person' ? whose.id : null,
          field,
          given,
          named: choices.find(({ of, id }) => of === field.type && id === given.answer.text) ?? null,
        })),
      )
  return [rowsOf(own.ofWholeFile()), ...caseHeader.people.map((one) => rowsOf(own.ofPerson(one)))].flat()
}

/** All of a file within reach that a paper may draw on, as the policies show it to the actor. */
export const readSummaryFile = async (work: Work, caseId: string): Promise<SummaryFile> => {
  const caseHeader = await getCaseHeader(work, caseId)
  const events = await listEvents(work, caseId)
  const deadlines = await listOpenDeadlines(work, caseId)
  const around = { today: dayOf(work.now), deadlines, met: [] }
  return {
    caseHeader,
    marks: await listMarks(
      work,
      caseHeader.people.map(({ id }) => id),
    ),
    ways: (await listApplications(work, caseId)).map((application) => ({
      application,
      state: stateOf(
        application.way,
        events.filter(({ applicationId }) => applicationId === application.id),
      ),
    })),
    events: inOrder(current(events)),
    documents: await listDocuments(work, caseId),
    receptions: await listReceptions(work, caseId),
    mandates: latestOf(await mandates.list(work, caseId)),
    needs: latestOf(await needs.list(work, caseId)),
    matters: latestOf(await matters.list(work, caseId)).sort((a, b) => compareWhen(a.on, b.on, true)),
    episodes: (await listEpisodes(work, caseId)).map((episode) => toEpisodeView(episode, around)),
    guardianship: await listGuardianships(work, caseId),
    deadlines: [...deadlines].sort((a, b) => ((a.dueOn ?? '9') < (b.dueOn ?? '9') ? -1 : 1)),
    referrals: (await listReferrals(work, caseId)).current,
    goals: await listGoals(work, caseId),
    tasks: await listTasks(work, caseId),
    contacts: await listContacts(work, caseId),
    own: await listOwnRows(work, caseHeader),
  }
}

/** A summary with what stands on its sheet today: what the level takes away does not leave this function. */
export const readSummary = async (work: Work, summaryId: string) => {
  const summary = await getSummary(work, summaryId)
  const file = await readSummaryFile(work, summary.caseId)
  const isUnnamed = summary.level === 'unnamed'
  return {
    summary,
    /** Where the file is; an unnamed sheet does not know it. */
    file: isUnnamed ? null : { id: file.caseHeader.id, code: file.caseHeader.code },
    parts: redact(toParts(file, dayOf(work.now)), summary),
    lists: await listWords(work, SHEET_LISTS),
  }
}
export type ReadSummary = Awaited<ReturnType<typeof readSummary>>

/** The file at an address with the summaries that were made of it, and who agreed to another. */
/** Sections for fields of the organisation's own are offered where it has one that may be on a sheet. */
const listUnasked = async (work: Work): Promise<readonly Section[]> => {
  const leaving = (await listFields(work)).filter(({ now }) => now.state === 'live' && now.level !== 'never')
  const has = (wanted: FieldClass): boolean => leaving.some(({ fieldClass }) => fieldClass === wanted)
  return [
    ...(has('ordinary') ? [] : ['own' as const]),
    ...(has('sensitive') ? [] : ['own_sensitive' as const]),
  ]
}

export const readSummariesPage = (work: Work, address: Address) =>
  readFile(work, address, async ({ id, people }) => ({
    made: await listSummaries(work, id),
    agreed: await readAgreed(work, id, people),
    unasked: await listUnasked(work),
  }))

/** What the audit log keeps of a sheet, by the transaction that reads the file. */
export const toSheetOpened = ({ summary }: ReadSummary) => {
  const { id: summaryId, caseId, audience, level, sections, language } = summary
  return { event: 'summary.opened', caseId, summaryId, audience, level, sections, language } as const
}
