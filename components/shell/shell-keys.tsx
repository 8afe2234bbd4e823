'use client'
import { useLocale } from 'next-intl'
import { HideKeys } from '@/components/layout/hide-keys'
import { ToastLine } from '@/components/layout/toast-line'
import { HelpKeys } from './help-keys'
import { PaletteKeys } from './palette-keys'
import { StepUp } from './step-up'

export { hideNow } from '@/components/layout/hide-keys'

/** What the application hears and says on every page. It comes right after the page, and stays while one goes from page to page. */
export const ShellKeys = () => {
  const locale = useLocale()
  return (
    <>
      <HideKeys />
      <PaletteKeys key={locale} locale={locale} />
      <HelpKeys locale={locale} />
      <StepUp locale={locale} />
      <ToastLine />
    </>
  )
}
