import 'server-only'
import { today } from '@/lib/cases/case.data'
import { type Address, readFile } from '@/lib/cases/file-page.data'
import { listWords } from '@/lib/cases/word.data'
import { listSafeCountryLists } from '@/lib/countries/entry.data'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { listDeadlines } from '@/lib/deadlines/deadline.data'
import { movedBy } from '@/lib/deadlines/shown-event.view'
import { countriesOf } from '@/lib/people/country-list.rules'
import { current, mistakesAmong } from '@/lib/registers/event-chain.rules'
import { HERE } from '@/lib/shared/here'
import { meant, textOf } from '@/lib/shared/search'
import { compareWhen } from '@/lib/shared/when/order.rules'
import { type Application, listApplications } from './application.data'
import { listDocuments } from './document.data'
import { toDocumentsShown } from './document.view'
import { type EventRow, listEvents } from './event.data'
import { answerable, toEventFields, toShown } from './event.view'
import { NEED_LIST, untold } from './need.rules'
import { listReceptions, RECEPTION_LISTS } from './reception.data'
import { toRecorded } from './recorded.view'
import { lodgedWhen, regimeOf } from './regime.rules'
import { readRegisters } from './register.data'
import { type SafeList, safeCountry } from './safe-country.rules'
import { stateOf } from './state.rules'
import { isApplication, RECORDED_KINDS } from './vocabulary.rules'

/** The form that an address asks for: a kind of event, or an event to correct. */
const toForm = (
  caseId: string,
  { search }: Address,
  { applications, events }: { applications: readonly Application[]; events: readonly EventRow[] },
) => {
  const id = textOf(search, 'correct')
  const corrected = id === undefined ? null : (current(events).find((one) => one.id === id) ?? null)
  if (id !== undefined && corrected === null) throw new NotFound()
  const kind =
    corrected === null ? meant(search, 'event', RECORDED_KINDS.match) : RECORDED_KINDS.match(corrected.kind)
  const [only, ...others] = applications
  if (kind === null || only === undefined) return null
  return {
    kind,
    answerable: answerable(events, kind, id ?? null),
    fields: toEventFields(caseId, kind, { corrected, applicationId: others.length === 0 ? only.id : '' }),
  }
}

const toWay = (
  application: Application,
  events: readonly EventRow[],
  { countries, lists }: { countries: readonly string[]; lists: readonly SafeList[] },
) => {
  const own = events.filter(({ applicationId }) => applicationId === application.id)
  return {
    application,
    state: stateOf(application.way, own),
    regime: isApplication(application.way) ? regimeOf(own) : null,
    safe: isApplication(application.way)
      ? countries.flatMap((country) =>
          safeCountry(country, lodgedWhen(own), lists).map((said) => ({ country, said })),
        )
      : [],
  }
}

/** Who acts, what is needed, and which matters run beside the procedure, the latest step of those first. */
const readBeside = async (work: Work, caseId: string, events: readonly EventRow[]) => {
  const registers = await readRegisters(work, caseId)
  const { needs, screenings, matters } = registers
  return {
    ...registers,
    untold: untold(
      current(events),
      needs.current.map(({ row }) => row),
      today(work),
    ),
    screenings: {
      ...screenings,
      current: screenings.current.sort((a, b) => b.row.screened.localeCompare(a.row.screened)),
    },
    matters: { ...matters, current: matters.current.sort((a, b) => compareWhen(a.row.on, b.row.on, true)) },
  }
}

/** The procedure of the file at an address: ways, what happened on them, and the form that was asked for. */
export const readAsylumPage = (work: Work, address: Address) =>
  readFile(work, address, async ({ id, people }) => {
    const applications = await listApplications(work, id)
    const events = await listEvents(work, id)
    const lists = applications.length === 0 ? [] : await listSafeCountryLists(work, HERE)
    const countries = countriesOf(people)
    const papers = await listDocuments(work, id)
    const beside = await readBeside(work, id, events)
    const movers = events.length + papers.length + beside.matters.current.length
    const deadlines = movers === 0 ? [] : await listDeadlines(work, id)
    const documents = toDocumentsShown(papers, deadlines)
    const receptions = await listReceptions(work, id)
    const shown = toShown(events, deadlines)
    return {
      ways: applications.map((application) => toWay(application, events, { countries, lists })).reverse(),
      documents,
      receptions,
      words: await listWords(work, [...RECEPTION_LISTS.codes, NEED_LIST]),
      people: people.map(({ id: personId, names }) => ({ id: personId, name: names[0]?.text ?? '' })),
      ...beside,
      matters: {
        ...beside.matters,
        // By any revision: a departure that was reworded is the same one.
        closed: new Map(
          beside.matters.current.map(({ row, earlier }) => [
            row.id,
            movedBy(new Set([row, ...earlier].map(({ id: own }) => own)), deadlines).closed,
          ]),
        ),
      },
      events: shown,
      mistakes: mistakesAmong(events),
      form: toForm(id, address, { applications, events }),
      recorded: toRecorded(textOf(address.search, 'recorded'), { events: shown, documents, receptions }),
    }
  })
type Page = Awaited<ReturnType<typeof readAsylumPage>>
export type AsylumPart = Extract<Page, { type: 'file' }>['part']
export type WayShown = AsylumPart['ways'][number]
