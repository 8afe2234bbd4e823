import { createTranslator } from 'use-intl/core'
import * as z from 'zod'
import { knownWords } from '@/components/detention/known-words'
import { catalogue } from '@/lib/i18n/catalogue'
import { defineDownload, type File } from '@/lib/server/define-download'
import { takeAlong } from '@/lib/submissions/taking.data'

const MOST_STORES = 20

type TakenFile = File & {
  readonly storeId: string
  readonly takenId: string
  readonly caseIds: readonly string[]
}

/** A planned visit for a prepared phone: initials, codes, next steps, what is safe; as JSON for our own page. */
export const GET = defineDownload({
  permission: 'visit:record',
  query: z.strictObject({
    plan: z.uuid(),
    /** The stores of the device, as it knows them. */
    stores: z
      .string()
      .transform((text) => text.split(','))
      .pipe(z.array(z.uuid()).max(MOST_STORES)),
  }),
  audit: (_query, { storeId, takenId, caseIds }: TakenFile) => ({
    event: 'device.tookAlong',
    storeId,
    takenId,
    caseIds,
  }),
  run: async (work, { plan, stores }): Promise<TakenFile> => {
    const { locale } = work
    const messages = await catalogue[locale]()
    const toWords = knownWords({
      t: createTranslator({ locale, messages, namespace: 'detention.form' }),
      why: createTranslator({ locale, messages, namespace: 'cases.why' }),
      locale,
    })
    const { storeId, taken } = await takeAlong(work, { planId: plan, stores, toWords })
    return {
      body: JSON.stringify(taken),
      type: 'application/json',
      storeId,
      takenId: taken.id,
      caseIds: [...new Set([...taken.writing.here, ...taken.writing.elsewhere].map(({ caseId }) => caseId))],
    }
  },
})
