import { keepDraft, listDrafts, removeDraft } from '@/lib/drafts/draft.data'
import { draftSchema, listDraftsSchema, MAX_CIPHER, placeSchema } from '@/lib/drafts/draft.schema'
import { defineExchange } from '@/lib/server/define-exchange'
import { returnRevoked } from '@/lib/submissions/place.data'

const SMALL = 1_000

/** Keeps one encrypted draft. */
export const PUT = defineExchange({
  permission: 'draft:own',
  body: draftSchema,
  limit: MAX_CIPHER * 1.4,
  run: keepDraft,
})

/** One's own encrypted drafts. Asked by POST, so that no form's name stands in an address. */
export const POST = defineExchange({
  permission: 'draft:own',
  body: listDraftsSchema,
  limit: SMALL,
  run: async (work, asked) => {
    await returnRevoked(work)
    return listDrafts(work, asked)
  },
})

export const DELETE = defineExchange({
  permission: 'draft:own',
  body: placeSchema,
  limit: SMALL,
  run: removeDraft,
})
