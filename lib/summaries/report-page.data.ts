import 'server-only'
import { NEED_LIST } from '@/lib/asylum/need.rules'
import * as registers from '@/lib/asylum/register.data'
import { getFile, today } from '@/lib/cases/case.data'
import { type Address, readFile } from '@/lib/cases/file-page.data'
import { listWords } from '@/lib/cases/word.data'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { listEvents } from '@/lib/guardianship/event.data'
import { inOrder } from '@/lib/guardianship/event.rules'
import { toEventFields } from '@/lib/guardianship/event.view'
import { minorsOf } from '@/lib/guardianship/guardianship-page.data'
import { GUARDIANSHIP_LISTS } from '@/lib/guardianship/shape.rules'
import { SERVICE_SLUG } from '@/lib/guardianship/vocabulary.rules'
import { LOCALES } from '@/lib/i18n/locales'
import { listBodies } from '@/lib/referrals/body.data'
import { current } from '@/lib/registers/event-chain.rules'
import { currentOf as currentRows } from '@/lib/registers/register.rules'
import { meant, writtenOf } from '@/lib/shared/search'
import { vocabulary } from '@/lib/shared/vocabulary'

/** What of the register stands on the sheet: doubts about the age and what came of them, and reports made before. */
const ON_SHEET = vocabulary('guardianship.on-sheet', ['reported', 'age_doubted', 'age_assessed', 'decided'])

/** The sheet by which a minor is reported: what the file knows of them, and what was typed for it; the minor asked for, or the first. */
export const readReportPage = (work: Work, address: Address) =>
  readFile(work, address, async (caseHeader) => {
    await getFile(work, 'case:edit', caseHeader.id)
    const day = today(work)
    const events = await listEvents(work, caseHeader.id)
    const minors = minorsOf(caseHeader, events, day)
    const asked = writtenOf(address.search, 'person')
    const minor = asked === undefined ? minors[0] : minors.find(({ person }) => person.id === asked)
    const person = caseHeader.people.find(({ id }) => id === minor?.person.id)
    if (minor === undefined || person === undefined) throw new NotFound()
    const own = inOrder(current(events)).filter(({ personId }) => personId === person.id)
    const prepared = own.findLast(({ kind }) => kind === 'prepared') ?? null
    const needs = currentRows(await registers.needs.list(work, caseHeader.id)).filter(
      ({ row: { personId, endedOn } }) => personId === person.id && endedOn === null,
    )
    return {
      minor,
      person,
      others: caseHeader.people.filter(({ id }) => id !== person.id),
      choices: minors.flatMap((one) =>
        caseHeader.people.some(({ id }) => id === one.person.id) ? [one.person] : [],
      ),
      events: own.filter(({ kind }) => ON_SHEET.has(kind)),
      prepared,
      fields: {
        ...toEventFields('prepared', { caseId: caseHeader.id, personId: person.id }, prepared),
        on: day,
      },
      /** Never on the paper by themselves: the one who writes decides which of them the Service has to know. */
      needs: needs.map(({ row }) => row.need),
      service: (await listBodies(work)).find(({ slug }) => slug === SERVICE_SLUG) ?? null,
      language: meant(address.search, 'language', LOCALES.match) ?? work.locale,
      words: await listWords(work, [...GUARDIANSHIP_LISTS, NEED_LIST]),
    }
  })
type Page = Awaited<ReturnType<typeof readReportPage>>
export type ReportPart = Extract<Page, { type: 'file' }>['part']
