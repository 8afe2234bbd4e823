import { nothing } from '@/lib/accounts/account.schema'
import { getDraftKeyFile } from '@/lib/accounts/draft-key.data'
import { defineDownload } from '@/lib/server/define-download'

/** The key of one's own drafts, as `{ staffId, key }` with the key in base64. For the memory of a page, never for storage. */
export const GET = defineDownload({
  permission: 'draft:own',
  query: nothing,
  audit: (_query, { staffId }) => ({ event: 'draftKey.given', staffId }),
  run: getDraftKeyFile,
})
