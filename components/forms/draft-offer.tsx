'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { formatTime } from '@/components/ui/time'
import { typedTextsOf } from '@/lib/drafts/draft-texts.rules'
import type { Draft } from '@/lib/drafts/use-draft'
import { LeftTexts } from './left-texts'

/** What an earlier page or another device left, in one line: restore it, look at it, or discard it. Nothing happens by itself. */
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
  return (
    <div className="grid gap-1 border-s-3 border-accent ps-3 text-dense">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="me-1">
          {t(draft.found.from === 'server' ? 'draftFoundElsewhere' : 'draftFound', { when })}
        </span>
        <Button size="small" kind="quiet" onClick={() => void draft.keep()}>
          {t('draftKeep')}
        </Button>
        <Button size="small" kind="plain" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          {t('draftLook')}
        </Button>
        <Button size="small" kind="plain" onClick={() => void draft.discard()}>
          {t('draftDiscard')}
        </Button>
      </p>
      {isShown ? (
        <LeftTexts label={t('draftLook')} none={t('draftNoText')} texts={typedTextsOf(draft.found)} />
      ) : null}
    </div>
  )
}
