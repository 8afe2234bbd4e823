'use client'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'

/** The text has left the form and waits for the server: no one has to do anything. */
export const QueuedNotice = ({ hurry, change }: { hurry: () => void; change: () => void }) => {
  const t = useTranslations('forms')
  return (
    <div role="status">
      <Notice kind="late" title={t('queuedTitle')}>
        <p>{t('queuedWhat')}</p>
        <div className="mt-2 flex flex-wrap items-center gap-2">
          <Button size="small" onClick={hurry}>
            {t('tryAgain')}
          </Button>
          <Button size="small" kind="quiet" onClick={change}>
            {t('queuedChange')}
          </Button>
          <Link href="/drafts" className="px-2 py-1">
            {t('queuedList')}
          </Link>
        </div>
      </Notice>
    </div>
  )
}
