import 'server-only'
import { today } from '@/lib/cases/case.data'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import { type Address, readFile } from '@/lib/cases/file-page.data'
import { listWords } from '@/lib/cases/word.data'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { listDeadlines } from '@/lib/deadlines/deadline.data'
import { minority } from '@/lib/people/minority.rules'
import { listBodies } from '@/lib/referrals/body.data'
import { current, mistakesAmong } from '@/lib/registers/event-chain.rules'
import type { Day } from '@/lib/shared/dates'
import { meant, says, textOf } from '@/lib/shared/search'
import { rest } from '@/lib/shared/vocabulary'
import { type EventRow, listEvents } from './event.data'
import { dayOfEvent } from './event.rules'
import { answerable, type EventFields, toEventFields, toShown } from './event.view'
import { GUARDIANSHIP_LISTS } from './shape.rules'
import { currentOf } from './state.rules'
import { CHOSEN_KINDS, TOLD_TO } from './vocabulary.rules'
import { countdownOf, waitOf } from './wait.rules'

/** One minor of the file: what the claims of their age say, how their guardianship stands, and how long they wait. */
export const toMinor = <E extends EventRow>(
  person: CaseHeader['people'][number],
  events: readonly E[],
  day: Day,
) => {
  const own = events.filter(({ personId }) => personId === person.id)
  const { treatedAsMinor, because } = minority(person.ageClaims, day)
  const stands = currentOf(own)
  const since = stands.waitsSince && dayOfEvent(stands.waitsSince)
  const told =
    stands.missing === null ? [] : current(own).filter(({ concerns }) => concerns === stands.missing?.id)
  return {
    person: { id: person.id, name: person.names[0]?.text ?? '', ageClaims: person.ageClaims },
    treatedAsMinor,
    current: stands,
    wait: since === null || !treatedAsMinor ? null : waitOf(since, day),
    countdown: because === null ? null : countdownOf(because, day),
    /** Whom no one has told yet, and who was told, while they are missing. */
    told: TOLD_TO.codes.map((whom) => ({
      whom,
      row: told.find(({ kind, form }) => kind === 'told' && form === whom) ?? null,
    })),
  }
}
export type MinorShown = ReturnType<typeof toMinor>

/** Whom the page is about: everyone treated as a minor, and anyone who has rows from when they were. */
export const minorsOf = (caseHeader: CaseHeader, events: readonly EventRow[], day: Day): MinorShown[] =>
  [
    ...caseHeader.people,
    ...caseHeader.former.filter(({ id }) => events.some(({ personId }) => personId === id)),
  ]
    .map((person) => toMinor(person, events, day))
    .filter(
      ({ person, treatedAsMinor }) => treatedAsMinor || events.some(({ personId }) => personId === person.id),
    )

/** What the form of a new row begins with, so that what is nearly always so is not chosen again. */
const begin = (fields: EventFields, day: Day, isBySheet: boolean): EventFields => {
  switch (fields.kind) {
    case 'reported':
      return { ...fields, form: 'ngo', outcome: isBySheet ? 'by_sheet' : 'by_phone', on: day }
    case 'guardian_appointed':
    case 'missing':
    case 'found':
    case 'told':
    case 'looked_again':
      return { ...fields, on: day }
    default:
      rest(
        fields.kind,
        'prepared taken_in_charge age_doubted age_assessed decided challenged guardian_ended',
        'report_sent solution placed',
      )
      return fields
  }
}

/** The form that an address asks for: a kind of event about a minor, or an event to correct. */
const toForm = (
  caseId: string,
  { search }: Address,
  { minors, events, day }: { minors: readonly MinorShown[]; events: readonly EventRow[]; day: Day },
) => {
  const id = textOf(search, 'correct')
  const corrected = id === undefined ? null : (current(events).find((one) => one.id === id) ?? null)
  if (id !== undefined && corrected === null) throw new NotFound()
  const kind =
    corrected === null ? meant(search, 'event', CHOSEN_KINDS.match) : CHOSEN_KINDS.match(corrected.kind)
  if (kind === null || minors.length === 0) return null
  const asked = meant(search, 'person', (id) => minors.find(({ person }) => person.id === id))
  // The only minor of a file is meant where the address names none; one who is no longer among them is never taken for another.
  const [only, ...others] = textOf(search, 'person') === undefined ? minors : []
  const personId = (asked ?? (others.length === 0 ? only : undefined))?.person.id ?? ''
  const answers = answerable(events, kind).filter(
    (one) => (corrected?.personId ?? personId) === '' || one.personId === (corrected?.personId ?? personId),
  )
  const [answered] = answers
  const whom = kind === 'told' ? meant(search, 'whom', TOLD_TO.match) : null
  return {
    kind,
    answerable: answers,
    fields:
      corrected === null
        ? begin(
            {
              ...toEventFields(kind, { caseId, personId }, null),
              concerns: answered?.id ?? '',
              form: whom ?? '',
            },
            day,
            says(search, 'by', 'sheet'),
          )
        : toEventFields(kind, corrected, corrected),
  }
}

/** The guardianship of the minors of the file at an address, and the form that was asked for. */
export const readGuardianshipPage = (work: Work, address: Address) =>
  readFile(work, address, async (caseHeader) => {
    const day = today(work)
    const events = await listEvents(work, caseHeader.id)
    const minors = minorsOf(caseHeader, events, day)
    const shown = toShown(events, events.length === 0 ? [] : await listDeadlines(work, caseHeader.id))
    return {
      minors,
      events: shown,
      mistakes: mistakesAmong(events),
      bodies: await listBodies(work),
      words: await listWords(work, GUARDIANSHIP_LISTS),
      form: toForm(caseHeader.id, address, { minors, events, day }),
      recorded: shown.find(({ event }) => event.id === textOf(address.search, 'recorded')) ?? null,
    }
  })
type Page = Awaited<ReturnType<typeof readGuardianshipPage>>
export type GuardianshipPart = Extract<Page, { type: 'file' }>['part']
