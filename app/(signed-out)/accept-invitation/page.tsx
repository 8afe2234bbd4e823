import { AcceptPage } from '@/components/accounts/accept-page'
import { enterWithoutSession } from '@/lib/server/enter'

export default enterWithoutSession({
  reason: 'an invited person has nothing but the link',
  messages: ['accounts'],
  // The secret of the link stands after its #, which no browser sends: it is in no log, and only the form reads it.
  load: async () => null,
  show: (_data, { locale }) => <AcceptPage locale={locale} />,
})
