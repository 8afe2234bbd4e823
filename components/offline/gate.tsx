import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { OFFLINE_PATH } from '@/lib/offline/path'
import { untilKept } from '@/lib/offline/until-kept'
import { useDevice } from './device'

/** At the gate, on every page: shut at once, or leave nothing readable. */
export const Gate = ({ isOpen }: { isOpen: boolean }) => {
  const t = useTranslations('offline.gate')
  const device = useDevice()
  const [asks, setAsks] = useState(false)
  const shut = (): void => {
    const page = document.getElementById('page')
    if (page !== null) page.hidden = true
    void untilKept().then(() => {
      device.closeEverything()
      location.replace(OFFLINE_PATH)
    })
  }
  const empty = async (): Promise<void> => {
    await device.empty()
    location.replace(OFFLINE_PATH)
  }
  return (
    <section aria-label={t('title')} className="mt-10 grid gap-2 border-t border-hair pt-4">
      {isOpen ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <Button onClick={shut}>{t('close')}</Button>
          <span className="text-sm text-muted">{t('closeWhat')}</span>
        </div>
      ) : null}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <Button kind="quiet" onClick={() => setAsks(true)}>
          {t('empty')}
        </Button>
        <span className="text-sm text-muted">{t('emptyWhat')}</span>
      </div>
      <Dialog isOpen={asks} onClose={() => setAsks(false)} title={t('emptyAsk')}>
        <p>{t('emptySure')}</p>
        <p className="mt-3 flex flex-wrap gap-3">
          <Button kind="danger" onClick={() => void empty()}>
            {t('empty')}
          </Button>
          <Button kind="quiet" onClick={() => setAsks(false)}>
            {t('emptyNot')}
          </Button>
        </p>
      </Dialog>
    </section>
  )
}
