import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { URGENT_NUMBERS } from '@/components/layout/urgent-numbers'
import { Button, buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { FACTS_HOME, hasFacts } from '@/lib/offline/facts'
import { useLive } from './use-live'

/** The numbers that are the same everywhere, to be dialled at once. */
export const UrgentNumbers = () => {
  const t = useTranslations('layout.help')
  return (
    <ul>
      {URGENT_NUMBERS.map(({ key, shown, dialled }) => (
        <li key={key} className="flex items-center gap-4 border-t border-hair py-2 first:border-t-0">
          <a
            href={`tel:${dialled}`}
            className="num inline-flex min-h-11 min-w-36 shrink-0 items-center text-h2 font-semibold whitespace-nowrap text-danger"
          >
            <bdi>{shown}</bdi>
          </a>
          <span className="min-w-0">
            <span className="block">{t(`${key}.who`)}</span>
            <span className="block text-sm text-muted">{t(`${key}.when`)}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Facts of the countries that were put aside on this device (docs/adr/0074), or why there are none. */
export const FactsLink = () => {
  const t = useTranslations('offline')
  const [isThere, setThere] = useState<boolean | null>(null)
  useEffect(() => {
    void hasFacts().then(setThere, () => setThere(false))
  }, [])
  if (isThere === false) return <p className="text-sm text-muted">{t('noFacts')}</p>
  return (
    <a href={FACTS_HOME} className={buttonClass('quiet')}>
      {t('facts')}
    </a>
  )
}

/** What stands at an address that no server answers. It comes by itself as soon as one does. */
export const NoNetwork = ({ onHide }: { onHide: () => void }) => {
  const t = useTranslations('offline')
  const layout = useTranslations('layout')
  const isLive = useLive()
  useEffect(() => {
    if (isLive) location.reload()
  }, [isLive])
  return (
    <div className="grid gap-6">
      <title>{t('name')}</title>
      <h1>{t('noNetwork')}</h1>
      <Notice kind="late">
        <p role="status">{t(isLive ? 'comes' : 'noNetworkWhat')}</p>
      </Notice>
      <div className="flex flex-wrap gap-3">
        <a href="/offline" className={buttonClass('primary')}>
          {t('write')}
        </a>
        <Button kind="quiet" onClick={() => location.reload()}>
          {t('again')}
        </Button>
        <Button kind="quiet" onClick={onHide}>
          {layout('quiet.hide')}
        </Button>
        <FactsLink />
      </div>
      <section aria-labelledby="urgent">
        <h2 id="urgent" className="text-h3">
          {t('urgent')}
        </h2>
        <UrgentNumbers />
      </section>
    </div>
  )
}
