'use server'
import * as z from 'zod'
import { sheetSays } from '@/components/summaries/referral-sheet-labels'
import { sheetLines } from '@/components/trafficking/sheet-labels'
import { getFile, today } from '@/lib/cases/case.data'
import { listWords } from '@/lib/cases/word.data'
import { outsideKey } from '@/lib/crypto/outside-key'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { catalogue } from '@/lib/i18n/catalogue'
import type { LOCALES } from '@/lib/i18n/locales'
import { lockRegisters } from '@/lib/registers/register.data'
import { defineAction } from '@/lib/server/define-action'
import { dayOf } from '@/lib/shared/dates'
import { conflict, no, ok } from '@/lib/shared/result'
import type { CodeOf } from '@/lib/shared/vocabulary'
import { cut } from '@/lib/summaries/field-cut.rules'
import { toParts } from '@/lib/summaries/file.view'
import { readSummaryFile, SHEET_LISTS } from '@/lib/summaries/summary-page.data'
import { listContradictions, readSheetFacts } from '@/lib/trafficking/sheet.data'
import { gapOf } from './ground.data'
import type { OutsideSheet } from './outside.data'
import { getReferral } from './referral.data'
import { currentSteps } from './referral.rules'
import type { ReferralRow } from './referral.schema'
import { insertShare, revokeShare } from './share.data'
import { shareCloseSchema, shareSchema } from './share.schema'
import { insertStep } from './step.data'

/** The sheet of a referral in words, in each language: anyone who receives it chooses. */
const sayEverywhere = async (work: Work, row: ReferralRow, isTrafficking: boolean): Promise<OutsideSheet> => {
  const part = {
    row,
    parts: cut(toParts(await readSummaryFile(work, row.caseId), dayOf(work.now)), row.fields),
    lists: await listWords(work, SHEET_LISTS),
  }
  const room = isTrafficking ? await readSheetFacts(work, row) : null
  const says = async (locale: CodeOf<typeof LOCALES>) => {
    const messages = await catalogue[locale]()
    const { lines, sections } = sheetSays(
      part,
      messages,
      locale,
      room === null ? [] : sheetLines(room, messages, locale),
    )
    return { lines, sections }
  }
  return { en: await says('en'), fr: await says('fr'), nl: await says('nl'), de: await says('de') }
}

/**
 * Makes a link to exactly what the sheet of a referral says now, and records that it was sent. Secret and code come from the
 * browser that shows them once; the answer names neither, and the application keeps only what leads back to neither.
 */
export const makeShare = defineAction({
  name: 'makeShare',
  permission: 'case:edit',
  stepUp: true,
  schema: shareSchema,
  value: z.object({ shareId: z.uuid(), fields: z.array(z.string()) }),
  audit: ({ caseId, subjectId, days }, { shareId, fields }) => ({
    event: 'share.made',
    caseId,
    subjectId,
    shareId,
    fields,
    days: Number(days),
  }),
  run: async (work, { secret, code, days, openings, ...input }) => {
    const { caseId, subjectId, version, ground, words } = input
    const file = await getFile(work, 'case:edit', caseId)
    await lockRegisters(work, caseId)
    const { row, steps } = await getReferral(work, caseId, subjectId)
    if (row.revision !== version) return conflict({ version: row.revision })
    // They are called first: the code is said to someone who expects it.
    if (!currentSteps(steps).some(({ kind }) => kind === 'told' || kind === 'sent')) return no('tellFirst')
    const [contradiction] = await listContradictions(work, file, row)
    if (contradiction !== undefined) return no(contradiction)
    if (ground === 'consent' && (await gapOf(work, row)) !== null)
      return no('noConsent', { ground: 'noConsent' })
    const stepId = await insertStep(work, {
      caseId,
      subjectId,
      kind: 'sent',
      on: today(work),
      way: 'link',
      ground,
      words,
      nextOn: '',
      nextText: '',
    })
    const text = JSON.stringify(await sayEverywhere(work, row, file.kind === 'thb'))
    const share = {
      caseId,
      referralId: subjectId,
      stepId,
      days: Number(days),
      maxOpenings: Number(openings),
      text,
    }
    const shareId = await insertShare(work, share, await outsideKey(secret, code))
    return ok({ shareId, fields: [...row.fields] })
  },
})

/** Closes a link at once and for good. */
export const closeShare = defineAction({
  name: 'closeShare',
  permission: 'case:edit',
  schema: shareCloseSchema,
  value: z.object({ shareId: z.uuid() }),
  audit: ({ caseId }, { shareId }) => ({ event: 'share.closed', caseId, shareId }),
  run: async (work, { caseId, shareId }) => {
    await getFile(work, 'case:edit', caseId)
    if (!(await revokeShare(work, caseId, shareId))) throw new NotFound()
    return ok({ shareId })
  },
})
