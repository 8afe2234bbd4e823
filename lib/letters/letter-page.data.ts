import 'server-only'
import { createHash } from 'node:crypto'
import { type Address, readFile } from '@/lib/cases/file-page.data'
import { listWords } from '@/lib/cases/word.data'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { listFields } from '@/lib/fields/field.data'
import { LOCALES, type Locale } from '@/lib/i18n/locales'
import { dayOf } from '@/lib/shared/dates'
import { languageFor } from '@/lib/sheets/sheet.rules'
import { readAgreed } from '@/lib/summaries/ground.data'
import { readSummaryFile, SHEET_LISTS } from '@/lib/summaries/summary-page.data'
import { listLetters } from './letter.data'
import { isMain, type Source, toSource } from './letter.view'
import { allFields, faultsOf } from './tag.rules'
import { getSections, getTemplate, listTemplates } from './template.data'
import { fits, type Template } from './template.rules'

/** The name and contact block of the organisation as they are set, in the language of a letter. */
const readPlain = async (work: Work, locale: Locale, today: string): Promise<Source['plain']> => {
  const { name } = await work.tx.organisation.findUniqueOrThrow({
    where: { id: work.actor.organisationId },
    select: { name: true },
  })
  return {
    today,
    organisation: name,
    contactDetails: work.settings.get('organisation.contact')[locale],
    by: work.actor.name,
  }
}

/** What a letter would say now, as the policies show the file to the actor. Throws NotFound for a person whom the file is not about. */
export const readLetter = async (
  work: Work,
  {
    caseId,
    personId,
    template,
    locale,
    day,
  }: {
    readonly caseId: string
    readonly personId: string
    readonly template: Template
    /** Of the values. */
    readonly locale: Locale
    readonly day: (locale: Locale) => string
  },
) => {
  const file = await readSummaryFile(work, caseId)
  if (!file.caseHeader.people.some((one) => isMain(one) && one.id === personId)) throw new NotFound()
  const { edition, reader, uses } = template.now
  const ownFields = await listFields(work)
  return {
    template,
    source: toSource(file, personId, dayOf(work.now), await readPlain(work, locale, day(locale))),
    asked: { reader, uses, sections: await getSections(work, template.id, edition) },
    fields: allFields(ownFields),
    ownFields,
    lists: await listWords(work, SHEET_LISTS),
  }
}

/** What was read on the page, to know when it is made whether it still says that. */
export const seenOf = (contents: object): string =>
  createHash('sha256').update(JSON.stringify(contents)).digest('hex').slice(0, 32)

type Chosen = {
  readonly template: string | null
  readonly person: string | null
  readonly locale: Locale | null
}

/** The language of the values: that of the template where the application speaks it; else it has to be chosen. */
export const localeOf = ({ now }: Template, chosen: Locale | null): Locale | null =>
  LOCALES.match(now.language) ?? chosen

/** The file at an address with its letters, the templates that fit it, and once all is chosen what the letter would say. */
export const readLettersPage = (
  work: Work,
  address: Address,
  chosen: Chosen,
  day: (locale: Locale) => string,
) =>
  readFile(work, address, async (caseHeader) => {
    const { id, kind, people } = caseHeader
    const templates = (await listTemplates(work)).filter((one) => fits(one, kind))
    const main = people.filter(isMain)
    const template = templates.find((one) => one.id === chosen.template) ?? null
    const person =
      main.find((one) => one.id === chosen.person) ?? (main.length === 1 ? main[0] : undefined) ?? null
    const locale = template === null ? null : localeOf(template, chosen.locale)
    const isStale =
      template !== null && faultsOf(template.now.uses, template.now.reader, await listFields(work)).length > 0
    return {
      made: await listLetters(work, id),
      templates,
      people: main.map((one) => ({ id: one.id, name: one.names[0]?.text ?? '' })),
      template,
      /** It names a field that was retired since: it makes no letter until its next edition. */
      isStale,
      personId: person?.id ?? null,
      /** Which of the templates’ languages the person reads best; null where none of them is known. */
      speaks:
        person === null
          ? null
          : languageFor(
              person.languages.map(({ language }) => language),
              'en',
            ),
      locale,
      agreed: await readAgreed(work, id, people),
      letter:
        template === null || isStale || person === null || locale === null
          ? null
          : await readLetter(work, { caseId: id, personId: person.id, template, locale, day }),
    }
  })

/** The template in force. Throws NotFound. */
export const getLive = async (work: Work, id: string, kind: string): Promise<Template> => {
  const template = await getTemplate(work, id)
  if (!fits(template, kind)) throw new NotFound()
  return template
}
