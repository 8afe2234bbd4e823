import 'server-only'
import * as z from 'zod'
import { scopeCases } from '@/lib/access/scope'
import { getOrCreateDraftKey } from '@/lib/accounts/draft-key.data'
import type { Work } from '@/lib/db/work'
import { type DraftKeys, deriveDraftKeys, draftSlot, encryptText } from '@/lib/drafts/draft-cipher'
import type { DraftContent } from '@/lib/drafts/draft-content'
import { isUuid } from '@/lib/shared/ids'
import type { CodeOf } from '@/lib/shared/vocabulary'
import type { FORMS } from './wire.schema'

type FormName = CodeOf<typeof FORMS>
/** Where the form of each is: that of a note is on the first page of a file. */
const TABS = { note: '', task: '/tasks', activity: '/activities' } as const

const about = z.looseObject({ placeId: z.string().optional(), caseId: z.string().optional() })

/** Of which form on which page a text is a draft; a page that its author does not reach is none. */
const placeOf = async (
  work: Work,
  form: FormName,
  input: unknown,
): Promise<Pick<DraftContent, 'form' | 'path'>> => {
  const { placeId = '', caseId = '' } = about.safeParse(input).data ?? {}
  if (form === 'visit') {
    const place = isUuid(placeId)
      ? await work.tx.place.findUnique({ where: { id: placeId }, select: { slug: true } })
      : null
    return place === null
      ? { form: 'visit:', path: '' }
      : { form: `visit:${place.slug}`, path: `/detention/new?centre=${place.slug}` }
  }
  const file = isUuid(caseId)
    ? await work.tx.caseFile.findFirst({
        where: { AND: [{ id: caseId }, scopeCases(work.actor, 'case:read', work.now)] },
        select: { code: true },
      })
    : null
  const name = form === 'activity' ? `activity:${caseId}:` : `${form}:${caseId}`
  return { form: name, path: file === null ? '' : `/cases/${file.code}${TABS[form]}` }
}

const draftKeys = async (work: Work): Promise<DraftKeys> =>
  deriveDraftKeys(work.actor.id, Buffer.from(await getOrCreateDraftKey(work)).toString('base64'))

/** Under this name the copy of a text lies among its author's drafts. */
export const tabOf = (requestId: string): string => `sealed-${requestId}`

const record = z.record(z.string(), z.unknown())

/** Lays a text among the drafts of its author, under the account's draft key as if they had written it in a page. */
export const keepAsDraft = async (
  work: Work,
  {
    form,
    requestId,
    input,
    at,
    problem,
    hasPage = true,
  }: {
    readonly form: FormName
    readonly requestId: string
    readonly input: unknown
    readonly at: Date
    readonly problem: DraftContent['problem']
    /** A text of a form that is no more is read, not filled in. */
    readonly hasPage?: boolean
  },
): Promise<void> => {
  const place = await placeOf(work, form, input)
  const values = record.safeParse(input)
  const content: DraftContent = {
    at: at.getTime(),
    requestId,
    values: values.success ? values.data : { text: JSON.stringify(input) },
    form: place.form,
    path: hasPage ? place.path : '',
    problem,
  }
  const keys = await draftKeys(work)
  const [slot, tab] = [await draftSlot(keys, place.form), tabOf(requestId)]
  const { iv, cipher } = await encryptText(keys, `${slot}/${tab}`, JSON.stringify(content))
  const own = { staffId: work.actor.id, slot, tab }
  const bytes = { iv, cipher: new Uint8Array(cipher) }
  await work.tx.draft.deleteMany({ where: { staffId: own.staffId, tab } })
  await work.tx.draft.createMany({ data: [{ ...own, ...bytes, revision: at.getTime() }] })
}

export const dropDraft = async (work: Work, requestId: string): Promise<void> => {
  await work.tx.draft.deleteMany({ where: { staffId: work.actor.id, tab: tabOf(requestId) } })
}
