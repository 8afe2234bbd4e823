'use server'
import { getFile } from '@/lib/cases/case.data'
import { listCentres } from '@/lib/cases/word.data'
import { listConsents } from '@/lib/consents/consent.data'
import { consentGap } from '@/lib/consents/cover.rules'
import { NotFound } from '@/lib/db/errors'
import { nothing, type Saving, saveRow, takeRowBack, written } from '@/lib/records/save.data'
import { mistakeSchema } from '@/lib/registers/register.schema'
import { defineAction } from '@/lib/server/define-action'
import { no, ok } from '@/lib/shared/result'
import { QUOTE, quotes } from './quote.data'
import { quote } from './quote.schema'

const ofQuote: Saving<typeof quote.fields, Awaited<ReturnType<typeof getFile>>> = {
  file: (work, caseId) => getFile(work, 'case:edit', caseId),
  refersTo: async (work, { personId, placeId }, { people }) => {
    if (!people.some((one) => one.personId === personId)) throw new NotFound()
    if (placeId !== '' && !(await listCentres(work)).some(({ id }) => id === placeId)) throw new NotFound()
  },
  refuse: async (work, { caseId, personId }) => {
    const { secrecy } = await getFile(work, 'case:edit', caseId)
    if (secrecy !== 'open') return no('quoteRestricted')
    const asked = await listConsents(work, caseId)
    return consentGap(asked, { ...QUOTE, personId }, work.now) === null ? ok(null) : no('quoteConsent')
  },
  after: nothing,
}

/** Writes down what someone said for reports, or says it better. */
export const saveQuote = defineAction({
  name: 'saveQuote',
  permission: 'case:edit',
  schema: quote.schema,
  value: written,
  audit: ({ caseId }, value) => ({ event: 'quote.saved', caseId, ...value }),
  run: (work, input) => saveRow(work, quotes, input, ofQuote),
})

/** Says that a quote was a mistake: no report prints it any more. */
export const takeQuoteBack = defineAction({
  name: 'takeQuoteBack',
  permission: 'case:edit',
  schema: mistakeSchema,
  value: written,
  audit: ({ caseId }, value) => ({ event: 'quote.saved', caseId, ...value }),
  run: (work, input) => takeRowBack(work, quotes, input, ofQuote),
})
