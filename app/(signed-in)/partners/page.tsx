import { PartnersPage } from '@/components/partners/partners-page'
import { can } from '@/lib/access/can'
import { readPartnersPage } from '@/lib/partners/partner-page.data'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'

export default enter({
  permission: 'partner:read',
  messages: ['partners'],
  // Whom the organisation works with; no one’s file is behind it.
  audit: null,
  load: readPartnersPage,
  show: (page, { actor, now, locale }) => (
    <PartnersPage {...page} canKeep={can(actor, 'partner:keep')} today={dayOf(now)} locale={locale} />
  ),
})
