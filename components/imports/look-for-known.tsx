'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Moving } from './moving'

/** Starts the search for people who are known; it takes its time in a long table, and no one has to wait for it. */
export const LookForKnown = (props: { importId: string; start: number; rows: number }) => {
  const t = useTranslations('imports')
  const [isOn, setOn] = useState(false)
  return isOn ? (
    <Moving {...props} what="asking" onStop={() => setOn(false)} />
  ) : (
    <p>
      <Button kind="quiet" onClick={() => setOn(true)}>
        {t('known.look')}
      </Button>
    </p>
  )
}
