'use client'
import { usePathname, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Button, buttonClass } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { useFormState } from './form-context'

/** The session is over, the text is not: sign in, come back, send. */
export const SignInAgain = ({
  isOpen,
  onClose,
  again,
}: {
  isOpen: boolean
  onClose: () => void
  again: () => void
}) => {
  const t = useTranslations('forms')
  const path = usePathname()
  const query = useSearchParams().toString()
  const back = query === '' ? path : `${path}?${query}`
  const { draft } = useFormState()
  const isKept = draft.status === 'kept' || draft.status === 'server'
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('signedOutTitle')}>
      <p>{isKept ? t('signedOutSaved') : t('signedOutMemory')}</p>
      <div className="mt-4 flex flex-wrap gap-3">
        {/* A full load, not a client navigation: the new session starts with a clean page memory. */}
        <a
          href={`/sign-in?back=${encodeURIComponent(back)}`}
          className={buttonClass()}
          {...(isKept ? {} : { target: '_blank', rel: 'noreferrer' })}
        >
          {isKept ? t('signIn') : t('signInNewTab')}
        </a>
        <Button kind="quiet" onClick={again}>
          {t('sendNow')}
        </Button>
      </div>
    </Dialog>
  )
}
