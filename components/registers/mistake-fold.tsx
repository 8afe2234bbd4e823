import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Fold } from '@/components/ui/fold'

/** Opens the form that takes a row back; `of` says which row to those who hear the page. */
export const MistakeFold = ({ of, children }: { of: string; children: ReactNode }) => {
  const t = useTranslations('forms.mistake')
  return (
    <Fold
      label={
        <>
          {t('open')}
          <span className="sr-only">: {of}</span>
        </>
      }
    >
      {children}
    </Fold>
  )
}
