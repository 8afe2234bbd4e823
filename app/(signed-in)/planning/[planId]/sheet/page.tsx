import { SheetPage } from '@/components/planning/sheet-page'
import { getVisitSheet } from '@/lib/planning/planned.data'
import { toSheetProps } from '@/lib/planning/sheet.view'
import { enter } from '@/lib/server/enter'
import { says } from '@/lib/shared/search'

export default enter({
  permission: 'plan:read',
  messages: [],
  load: async (work, { params, search, locale }) =>
    getVisitSheet(work, {
      planId: params.planId ?? '',
      names: says(search, 'names', 'yes'),
      locale,
    }),
  audit: ({ plan, names, people }) => ({
    event: 'sheet.opened',
    planId: plan.id,
    names,
    caseIds: people.map(({ caseId }) => caseId),
  }),
  show: (sheet, { actor, now, locale }) => (
    <SheetPage sheet={toSheetProps(sheet, { name: actor.name, now, locale })} />
  ),
})
