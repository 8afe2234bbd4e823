'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { formatTime } from '@/components/ui/time'
import type { Draft } from '@/lib/drafts/use-draft'

/** The texts in a draft, however deep they lie; ids and codes are not what somebody remembers. */
const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return /\s/.test(value.trim()) ? [value.trim()] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsOf)
}

/** What an earlier page left on this device: keep it, look at it, or throw it away. Nothing happens by itself. */
export const DraftOffer = ({ draft }: { draft: Draft }) => {
  const t = useTranslations('forms')
  const locale = useLocale()
  const [isShown, setShown] = useState(false)
  if (draft.found === null) return null
  const texts = textsOf(draft.found.values)
  return (
    <Notice title={t('draftFound', { when: formatTime(locale, new Date(draft.found.at), 'moment') })}>
      {isShown ? (
        <section
          className="my-2 max-h-60 overflow-y-auto rounded border border-hair bg-surface px-3 py-2"
          aria-label={t('draftLook')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and whoever has no mouse must reach the text
          tabIndex={0}
        >
          {texts.length === 0 ? <p className="text-muted">{t('draftNoText')}</p> : null}
          {texts.map((text, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
            <p key={index} dir="auto" className="wrap-anywhere whitespace-pre-wrap py-1">
              {text}
            </p>
          ))}
        </section>
      ) : null}
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
