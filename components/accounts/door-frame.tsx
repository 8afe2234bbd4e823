import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

/** The ground of everything before the house: the name, and one thing to do. */
export const DoorFrame = ({ children }: { children: ReactNode }) => {
  const t = useTranslations('common')
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="bg-rail px-5 py-4 text-rail-ink" data-print="no">
        <p className="mx-auto flex max-w-xl items-center gap-3 font-serif text-h2 font-semibold">
          <svg viewBox="0 0 24 24" aria-hidden="true" className="size-7" fill="none" strokeLinecap="round">
            <path d="M6 20c0-6 1-11 5-16" className="stroke-sun" strokeWidth="2.5" />
            <path d="M13 20c0-5 1-9 4-12" className="stroke-current" strokeWidth="2.5" />
          </svg>
          {t('name')}
        </p>
      </header>
      <main id="main" className="mx-auto w-full max-w-xl grow px-5 pt-8 pb-16">
        {children}
      </main>
    </div>
  )
}
