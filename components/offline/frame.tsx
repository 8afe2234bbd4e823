import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { UrgentHelp } from '@/components/layout/urgent-help'
import { Icon } from '@/components/ui/icon'

/** The bar above every page without a network: neutral, with what is needed in a hurry. */
export const Frame = ({ onHide, children }: { onHide: () => void; children: ReactNode }) => {
  const t = useTranslations('offline')
  const layout = useTranslations('layout')
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="z-20 flex h-14 items-center bg-rail px-3 text-rail-ink">
        <p className="me-auto font-serif text-h3 font-semibold">{t('name')}</p>
        <UrgentHelp canBreak={false} />
        <button type="button" title={layout('quiet.hint')} onClick={onHide} className="bar-sign">
          <Icon name="hide" className="size-5.5" />
          <span className="sr-only">{layout('quiet.hide')}</span>
        </button>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-2xl grow px-4 pt-3 pb-12">
        {children}
      </main>
    </div>
  )
}
