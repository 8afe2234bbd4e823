'use server'

import { getLocale, getTranslations } from 'next-intl/server'
import * as z from 'zod'
import { NotFound } from '@/lib/db/errors'
import { defineAction } from '@/lib/server/define-action'
import { no, ok } from '@/lib/shared/result'
import { releaseTable } from './desk.data'
import { policyOf } from './disclosure.rules'
import { measures } from './measure.rules'
import { findAsked } from './question.rules'
import { insertReleaseKey } from './release-key.data'
import { signEntry } from './sign.data'
import { releasedSchema, releaseSchema, replaceKeySchema, signSchema } from './statistic.schema'
import { readReferenceLabels } from './wording.data'
import { toLabels, toMethod } from './wording.view'

/** Writes a table into the register with recipient and purpose; the files are fetched by its id afterwards. */
export const releaseStatistic = defineAction({
  name: 'releaseStatistic',
  permission: 'statistics:export',
  stepUp: true,
  schema: releaseSchema,
  value: releasedSchema,
  audit: (_, value) => ({ event: 'statistics.released', ...value }),
  // The audit ends by its work and not by the clock (docs/adr/0100).
  most: 120_000,
  run: async (work, input) => {
    const language = await getLocale()
    const t = await getTranslations('statistics')
    const labelOf = toLabels(language, await readReferenceLabels(work, language), t)
    const { table, ...rest } = input
    const question = findAsked(table)
    if (question === null) throw new NotFound()
    const method = toMethod(t, measures[question.measure].counts, policyOf(question.profile))
    return releaseTable(work, { ...rest, ...question, language }, { labelOf, method })
  },
})

/** A new key signs from now on; the old one stays listed with its days. For a key that may have been copied, or an old one. */
export const replaceReleaseKey = defineAction({
  name: 'replaceReleaseKey',
  permission: 'statistics:export',
  stepUp: true,
  schema: replaceKeySchema,
  value: z.object({ keyId: z.uuid() }),
  audit: (_, { keyId }) => ({ event: 'statistics.keyReplaced', keyId }),
  run: async (work, replaced) => {
    const keyId = await insertReleaseKey(work, replaced.keyId)
    return keyId === null ? no('changedMeanwhile') : ok({ keyId })
  },
})

/** The data protection lead has read a release that they did not make, and signs what stands in the chain (docs/adr/0081). */
export const signRelease = defineAction({
  name: 'signRelease',
  permission: 'statistics:export',
  stepUp: true,
  schema: signSchema,
  value: z.object({}),
  audit: ({ releaseId }) => ({ event: 'statistics.signed', releaseId }),
  run: (work, { releaseId }) => signEntry(work, releaseId),
})
