import { useTranslations } from 'next-intl'
import { Tabs } from '@/components/ui/tabs'

/** Before the visit and after it: the two views of the menu's “Visits”. */
export const VisitTabs = ({ current }: { current: 'visits' | 'plan' }) => {
  const t = useTranslations('layout.visitTabs')
  return (
    <div data-print="no">
      <Tabs
        label={t('label')}
        tabs={[
          { href: '/detention', label: t('visits'), isCurrent: current === 'visits' },
          { href: '/planning', label: t('plan'), isCurrent: current === 'plan' },
        ]}
      />
    </div>
  )
}
