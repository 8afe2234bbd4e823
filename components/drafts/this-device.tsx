'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { askToKeep, isKeptForSure } from '@/lib/drafts/keep-for-sure'

type State = 'looking' | 'kept' | 'asked' | 'unsure' | 'silent'

/** Whether this browser has promised to keep what lies here, and a way to ask it. */
export const ThisDevice = () => {
  const t = useTranslations('drafts.device')
  const [state, setState] = useState<State>('looking')
  useEffect(() => {
    const look = async (): Promise<void> => {
      const kept = await isKeptForSure()
      setState(kept === null ? 'silent' : kept ? 'kept' : 'unsure')
    }
    void look()
  }, [])
  return (
    <section className="mt-8 grid max-w-3xl gap-2" aria-labelledby="this-device">
      <h2 id="this-device">{t('title')}</h2>
      <p role="status">{state === 'looking' ? '' : t(state)}</p>
      {state === 'unsure' ? (
        <p>
          <Button kind="quiet" onClick={async () => setState((await askToKeep()) ? 'kept' : 'asked')}>
            {t('ask')}
          </Button>
        </p>
      ) : null}
    </section>
  )
}
