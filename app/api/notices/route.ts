import { nothing } from '@/lib/accounts/account.schema'
import { getCountFile } from '@/lib/notices/notice.data'
import { defineDownload } from '@/lib/server/define-download'

/** How many notices the reader has not read, as `{ unread }`. A number about oneself leaves no trace. */
export const GET = defineDownload({
  permission: 'session:own',
  query: nothing,
  audit: null,
  run: getCountFile,
})
