import 'server-only'
import { getFile } from '@/lib/cases/case.data'
import { getCaseHeader } from '@/lib/cases/case-header.data'
import { type Address, readFile } from '@/lib/cases/file-page.data'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { LOCALES } from '@/lib/i18n/locales'
import { currentOf, mistakesOf } from '@/lib/registers/register.rules'
import { isUuid } from '@/lib/shared/ids'
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
    own: ownFoot(work, language),
  }
}
export type SheetPageData = Awaited<ReturnType<typeof readSheetPage>>
