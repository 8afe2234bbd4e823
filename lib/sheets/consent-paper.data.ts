import 'server-only'
import { type Address, readFile } from '@/lib/cases/file-page.data'
import { listConsents, listRecipients } from '@/lib/consents/consent.data'
import { RECIPIENT_KINDS } from '@/lib/consents/vocabulary.rules'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { says } from '@/lib/shared/search'
import { consentPaper } from './consent-paper.schema'
import type { SheetLanguage } from './sheet.rules'
import { languageIn, ownFoot } from './sheets-page.data'

/** One answer of the file at an address, to be printed in the language in which it was asked. */
export const readConsentPaper = (work: Work, address: Address, locale: SheetLanguage) =>
  readFile(work, address, async ({ id, people, former }) => {
    const row = (await listConsents(work, id)).find((one) => one.id === address.params.consentId)
    if (row === undefined || row.isMistake) throw new NotFound()
    const language = languageIn(address, row.language === null ? [] : [row.language], locale)
    const written: { default: unknown } = await import(`./consent-content/${language}.json`)
    const labels = consentPaper.parse(written.default)
    const kind = RECIPIENT_KINDS.codes.find((one) => row.recipient === `kind:${one}`)
    const actor = (await listRecipients(work)).find(({ slug }) => row.recipient === `actor:${slug}`)
    const isNamed = says(address.search, 'name', 'yes')
    const person = [...people, ...former].find((one) => one.id === row.personId)
    return {
      row,
      language,
      words: labels,
      recipient:
        row.recipient === 'named'
          ? row.named
          : row.recipient === 'house'
            ? labels.recipient[row.recipient]
            : kind === undefined
              ? (actor?.name ?? labels.recipient.organisation)
              : labels.recipient[kind],
      isNamed,
      name: isNamed ? (person?.names[0]?.text ?? '') : '',
      own: ownFoot(work, language),
    }
  })
export type ConsentPaperPart = Extract<Awaited<ReturnType<typeof readConsentPaper>>, { type: 'file' }>['part']
