import 'server-only'
import { appointments } from '@/lib/appointments/appointment.data'
import { getFile } from '@/lib/cases/case.data'
import { getCaseHeader } from '@/lib/cases/case-header.data'
import { type Address, readFile } from '@/lib/cases/file-page.data'
import { listPlacesOutside } from '@/lib/countries/place-outside.data'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { LOCALES } from '@/lib/i18n/locales'
import { currentOf, mistakesOf } from '@/lib/registers/register.rules'
import { dayOf } from '@/lib/shared/dates'
import { isUuid } from '@/lib/shared/ids'
import { labelIn } from '@/lib/shared/labelled'
import { meant, says, textOf } from '@/lib/shared/search'
import { readContent, readNumbers } from './content.data'
import { listGiven } from './given.data'
import { isSheet, LANGUAGES, languageFor, type SheetLanguage } from './sheet.rules'

/** The language in an address, or else what someone speaks, or else the reader's own. */
export const languageIn = (
  { search }: Pick<Address, 'search'>,
  spoken: readonly string[],
  locale: SheetLanguage,
): SheetLanguage => {
  return meant(search, 'language', LANGUAGES.match) ?? languageFor(spoken, locale)
}

/** The file at an address with the sheets that were handed over, and the language of whom it is about. */
export const readFileSheets = (work: Work, address: Address) =>
  readFile(work, address, async ({ id, people }) => {
    const rows = await listGiven(work, id)
    return {
      current: [...currentOf(rows)].reverse(),
      mistakes: mistakesOf(rows),
      spoken: people.flatMap(({ languages }) => languages.map(({ language }) => language)),
    }
  })
export type FileSheetsPart = Extract<Awaited<ReturnType<typeof readFileSheets>>, { type: 'file' }>['part']

/** The organisation on a paper, in its language, or in English where it has no words of its own for it. */
export const ownFoot = (
  work: Work,
  language: SheetLanguage,
): { readonly name: string; readonly contact: string } => {
  const contact = work.settings.get('organisation.contact')
  const own = LOCALES.match(language)
  return {
    name: work.settings.get('organisation.name'),
    contact: (own === null ? '' : contact[own]) || contact.en,
  }
}

/** So many are on one sheet of paper. */
const NEXT = 3

/** When and where someone has to be next, for their own paper: no one’s name, and not what it is for. */
const listNext = async (work: Work, caseId: string, personId: string, language: SheetLanguage) => {
  const today = dayOf(work.now)
  const next = currentOf(await appointments.list(work, caseId))
    .map(({ row }) => row)
    .filter((row) => row.personId === personId && row.state === 'planned' && row.on >= today)
    .sort((a, b) => `${a.on} ${a.startsAt ?? ''}`.localeCompare(`${b.on} ${b.startsAt ?? ''}`))
    .slice(0, NEXT)
  const places = next.some(({ placeId }) => placeId !== null) ? await listPlacesOutside(work) : []
  return next.map(({ subjectId, on, startsAt, endsAt, placeId, address }) => {
    const place = places.find(({ id }) => id === placeId)
    return {
      id: subjectId,
      on,
      startsAt,
      endsAt,
      where: [place === undefined ? '' : labelIn(place, language), address].filter((one) => one !== ''),
    }
  })
}

/** A sheet to print; of a file within reach, with the name only when someone asked for it. */
export const readSheetPage = async (work: Work, { params, search }: Address, locale: SheetLanguage) => {
  const code = params.sheet ?? ''
  if (!isSheet(code)) throw new NotFound()
  const caseId = textOf(search, 'file') ?? ''
  if (caseId !== '') {
    if (!isUuid(caseId)) throw new NotFound()
    await getFile(work, 'case:read', caseId)
  }
  const caseHeader = caseId === '' ? null : await getCaseHeader(work, caseId)
  const spoken =
    caseHeader?.people.flatMap(({ languages }) => languages.map(({ language }) => language)) ?? []
  const language = languageIn({ search }, spoken, locale)
  const isNamed = caseHeader !== null && says(search, 'name', 'yes')
  const principal =
    caseHeader?.people.find(({ inFile }) => inFile.role === 'principal') ?? caseHeader?.people[0]
  const { content, words } = await readContent(language, code)
  return {
    code,
    language,
    content,
    words,
    numbers: await readNumbers(work, content),
    file: caseHeader,
    isNamed,
    name: isNamed ? (principal?.names[0]?.text ?? '') : '',
    next:
      code === 'appointment' && caseHeader !== null && principal !== undefined
        ? await listNext(work, caseHeader.id, principal.id, language)
        : [],
    own: ownFoot(work, language),
  }
}
export type SheetPageData = Awaited<ReturnType<typeof readSheetPage>>
