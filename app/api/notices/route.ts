import { nothing } from '@/lib/accounts/account.schema'
import { listInbox } from '@/lib/inbox/inbox.data'
import { countNotices } from '@/lib/notices/notice.data'
import { defineDownload } from '@/lib/server/define-download'
import { countMenu } from '@/lib/today/menu.data'

/** How many notices the reader has not read and what their menu counts, as `{ unread, menu }`. Numbers about oneself leave no trace. */
export const GET = defineDownload({
  permission: 'session:own',
  query: nothing,
  audit: null,
  run: async (work) => ({
    body: JSON.stringify({
      unread: await countNotices(work),
      menu: { ...(await countMenu(work)), reports: (await listInbox(work)).length },
    }),
    type: 'application/json',
  }),
})
