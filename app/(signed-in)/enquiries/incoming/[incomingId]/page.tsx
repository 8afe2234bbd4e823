import { incomingLines } from '@/components/incoming/incoming-lines'
import { IncomingPage } from '@/components/incoming/incoming-page'
import { catalogue } from '@/lib/i18n/catalogue'
import { readIncoming } from '@/lib/incoming/incoming.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'case:create',
  messages: ['incoming.triage'],
  load: async (work, { params, locale }) => {
    const shown = await readIncoming(work, params.incomingId ?? '')
    return { ...shown, lines: incomingLines(shown.incoming, await catalogue[locale](), locale) }
  },
  audit: ({ incoming }) => ({ event: 'incoming.opened', incomingId: incoming.id }),
  show: (data) => <IncomingPage {...data} />,
})
