'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { formatTime } from '@/components/ui/time'
import { textsOf } from '@/lib/drafts/draft-texts.rules'
import type { Draft } from '@/lib/drafts/use-draft'
import { LeftTexts } from './left-texts'

/** What an earlier page or another device left: keep it, look at it, or throw it away. Nothing happens by itself. */
export const DraftOffer = ({ draft }: { draft: Draft }) => {
  const t = useTranslations('forms')
  const locale = useLocale()
  const [isShown, setShown] = useState(false)
  if (draft.found === null)
    return draft.undo === null ? null : (
      <p role="status" className="flex flex-wrap items-center gap-2 text-muted">
        {t('draftDiscarded')}
        <Button size="small" kind="quiet" onClick={() => void draft.undo?.()}>
          {t('draftUndo')}
        </Button>
      </p>
    )
  const when = formatTime(locale, new Date(draft.found.at), 'moment')
  const texts = textsOf(draft.found.values)
  return (
    <Notice title={t(draft.found.from === 'server' ? 'draftFoundElsewhere' : 'draftFound', { when })}>
      {isShown ? <LeftTexts label={t('draftLook')} none={t('draftNoText')} texts={texts} /> : null}
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="small" onClick={() => void draft.keep()}>
          {t('draftKeep')}
        </Button>
        <Button size="small" kind="quiet" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          {t('draftLook')}
        </Button>
        <Button size="small" kind="plain" onClick={() => void draft.discard()}>
          {t('draftDiscard')}
        </Button>
      </div>
    </Notice>
  )
}
