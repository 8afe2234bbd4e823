import { useTranslations } from 'next-intl'
import { Tabs } from '@/components/ui/tabs'

/** Before the visit and after it: the two views of the menu's “Visits”. */
export const VisitTabs = ({
  current,
  planned = 0,
}: {
  current: 'visits' | 'plan'
  /** How many are planned in the next days, where that is not on the page itself. */
  planned?: number
}) => {
  const t = useTranslations('layout.visitTabs')
  return (
    <div data-print="no">
      <Tabs
        label={t('label')}
        tabs={[
          { href: '/detention', label: t('visits'), isCurrent: current === 'visits' },
          {
            href: '/planning',
            label:
              planned === 0 ? (
                t('plan')
              ) : (
                <span>
                  {t('plan')}
                  <span className="text-sm"> · {t('planned', { count: planned })}</span>
                </span>
              ),
            isCurrent: current === 'plan',
          },
        ]}
      />
    </div>
  )
}
