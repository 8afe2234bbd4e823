import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { OFFLINE_PATH } from '@/lib/offline/path'

/**
 * Leads to the pages without a network (components/offline), which take the planned visit along at once. They are no pages of this router:
 * the browser goes there itself.
 */
export const TakeAlong = ({ planId }: { planId: string }) => {
  const t = useTranslations('offline.today')
  return (
    <a
      href={`${OFFLINE_PATH}#take/${planId}`}
      title={t('takeHint')}
      className={buttonClass('quiet', 'small')}
    >
      {t('take')}
    </a>
  )
}
